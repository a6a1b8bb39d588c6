"""The functions of pdfium that are asked most often, prepared so that a call costs little."""

import ctypes
from typing import Any


def address(thing: Any) -> int:
    """Where the thing is that pdfium calls by *thing*."""
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


class Calls:
    """The functions that are asked for every word, every piece and every tag, prepared once.

    All others are taken from ``pdfium`` as they are.
    """

    def __init__(self, pdfium: Any) -> None:
        self.pdfium = pdfium
        thing, place, into = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p

        def quick(name: str, gives: Any, *takes: Any) -> Any:
            function = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
            return ctypes.PYFUNCTYPE(gives, *takes)(function)

        # For a word: to convert what they are given would cost more than what they do. So they take a sheet
        # as `c_void_p`, a place as a number, and where to write as `byref` of a number of ctypes.
        self.object_at = quick("FPDFText_GetTextObject", thing)
        self.origin_at = quick("FPDFText_GetCharOrigin", place)
        self.box_at = quick("FPDFText_GetCharBox", place)
        self.matrix_at = quick("FPDFText_GetMatrix", place)
        self.size_at = quick("FPDFText_GetFontSize", ctypes.c_double)
        self.code_at = quick("FPDFText_GetUnicode", ctypes.c_uint)
        # For a piece or a tag: these take plain addresses.
        self.mode_of = quick("FPDFTextObj_GetTextRenderMode", place, thing)
        self.font_of = quick("FPDFTextObj_GetFont", thing, thing)
        self.marked_as = quick("FPDFPageObj_GetMarkedContentID", place, thing)
        self.marks_of = quick("FPDFPageObj_CountMarks", place, thing)
        self.mark_of = quick("FPDFPageObj_GetMark", thing, thing, ctypes.c_ulong)
        self.name_of = quick("FPDFPageObjMark_GetName", place, thing, into, ctypes.c_ulong, into)
        self.name_in = quick("FPDFFont_GetBaseFontName", ctypes.c_size_t, thing, into, ctypes.c_size_t)
        self.weight_of = quick("FPDFFont_GetWeight", place, thing)
        self.flags_of = quick("FPDFFont_GetFlags", place, thing)
        self.branches_of = quick("FPDF_StructElement_CountChildren", place, thing)
        self.branch_of = quick("FPDF_StructElement_GetChildAtIndex", thing, thing, place)
        self.leaf_of = quick("FPDF_StructElement_GetChildMarkedContentID", place, thing, place)
