"""Questions and answers over the pipes, and what the process gives up before the first.

A question is four bytes that say how long its head is, the head (JSON: ``size`` of the document, ``pages``
and ``words`` allowed, ``tags``: whether the order of the tags is wanted, ``carried``: the name of the
attachment wanted and how many bytes of it, ``password``, ``seconds``), and the document. An answer is three
times eight bytes that say how long its parts are: JSON, ``{"error": …}`` or a document; four numbers for each
word, as C has them (``double``): where it begins, its baseline, where it ends, its piece; and the attachment.
"""

import json
import os
import signal
import struct
import sys
from typing import BinaryIO

from .calls import Calls
from .document import extract


def answer(calls: Calls, source: BinaryIO, target: BinaryIO) -> bool:
    """Answer one question; false where there is none."""
    start = source.read(4)
    if len(start) < 4:
        return False
    head = json.loads(source.read(struct.unpack("<I", start)[0]))
    data = source.read(head["size"])
    if len(data) < head["size"]:
        return False
    _alarm(head["seconds"])
    found, rows, carried = extract(calls, data, head)
    told = json.dumps(found, separators=(",", ":")).encode("ascii")
    _alarm(0)
    target.write(b"".join((struct.pack("<QQQ", len(told), len(rows), len(carried)), told, rows, carried)))
    target.flush()
    return True


def _alarm(seconds: int) -> None:
    # Whoever asked may be gone: then nobody else ends a reading that never ends by itself.
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def confine(memory: int) -> None:
    """Take the process what it does not need: memory above *memory* bytes, files, sockets, core dumps."""
    try:
        import resource
    except ImportError:  # on Windows the clock has to do
        return
    for name, most in (("RLIMIT_AS", memory), ("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", 0), ("RLIMIT_NOFILE", 0)):
        limit = getattr(resource, name)
        hard = resource.getrlimit(limit)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (most, most))


def main(memory: int) -> None:
    """Answer questions until there are no more, with so many bytes of memory."""
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library may print is no answer
    json.loads('"' + json.dumps("å")[1:])
    "".encode("utf-16-le"), "".encode("latin-1")  # codecs are files: open them while that is allowed
    pdfium.FPDF_InitLibrary()
    calls = Calls(pdfium)
    confine(memory)
    while answer(calls, source, target):
        pass
