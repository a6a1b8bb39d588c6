"""PDF, read in a child process: bytes -> words with places -> lines as a person sees them."""

from importlib.util import find_spec

# pdfium itself is loaded only in the child. Without it there is none to start: say so at once.
if find_spec("pypdfium2_raw") is None:
    raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")

from motesprotokoll.readers.pdf.reader import PdfReader

__all__ = ["PdfReader"]
