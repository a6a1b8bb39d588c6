"""A Word file opened within bounds, for whoever reads one: a document, or a house's template.

`parts_of` opens it. Nothing outside the file is ever read, of the file only what is asked for, and every
fault is a `ReadError`. Importing this needs lxml, so only the modules of the format do.
"""

from motesprotokoll.word_package.package import Package
from motesprotokoll.word_package.parts import Parts, Relation, parts_of
from motesprotokoll.word_package.xml import MC, Element, R, W, is_on, parse, w

__all__ = ["MC", "Element", "Package", "Parts", "R", "Relation", "W", "is_on", "parse", "parts_of", "w"]
