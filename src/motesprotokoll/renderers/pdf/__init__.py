"""PDF for archives and for everybody: PDF/A-3a and PDF/UA-1 in one file, written by Typst.

`nodes` turns an outline into plain data, `fonts` knows which characters can be shown, `engine` keeps Typst in
its bounds, and ``page/document.typ`` is what a page looks like. Data reaches it as JSON, never as code.
"""

from motesprotokoll.renderers.pdf.document import PdfRenderer

__all__ = ["PdfRenderer"]
