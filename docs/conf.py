"""How the documentation is built: ``make docs``. It needs no network."""

import os
import re
from importlib.metadata import version as version_of
from typing import Any

from sphinx.application import Sphinx

os.environ["MOTESPROTOKOLL_PLUGINS"] = "0"  # the pages show what is ours, whatever is installed beside it

project = "motesprotokoll"
author = "the motesprotokoll authors"
copyright = author  # noqa: A001 (the name that Sphinx expects)
version = release = version_of("motesprotokoll")
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["build"]
nitpicky = False  # types of the standard library would have to be looked up on the network

# ------------------------------------------------------------------------------------------------ Markdown

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = [
    "ref.python",  # a word in a docstring that several classes have as a field is no link
    "misc.highlighting_failure",  # a block may show a file that stops in the middle
]

# ------------------------------------------------------------------------------------------------ docstrings

# A name in single backticks is a link where it is a name of ours, and code where it is not.
default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
napoleon_numpy_docstring = False
napoleon_custom_sections = [("Source", "notes_style")]
add_module_names = False
toc_object_entries = False

# ------------------------------------------------------------------------------------------------ pages

html_theme = "furo"
html_title = f"motesprotokoll {release}"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_static_path: list[str] = []
html_last_updated_fmt = None  # the same sources give the same pages


_OUTSIDE = re.compile(r"\]\((?:\.\./)+(CHANGELOG|CONTRIBUTING|SECURITY)\.md")


def _as_pages(_app: Sphinx, docname: str, source: list[str]) -> None:
    """Pages are written for whoever reads the files; here they lead to what the site shows instead.

    The pages of rules are found by their index: eighty of them beside each page would help nobody.
    """
    source[0] = _OUTSIDE.sub(lambda found: f"](/project/{found[1].lower()}.md", source[0])
    if docname.startswith("reference/rules/MP"):
        source[0] = f"---\norphan: true\n---\n{source[0]}"


_COLON = "\ue000"
_FIELDS = frozenset({"attribute", "data", "property"})


def _guard_colon(_app: Sphinx, what: str, *about: Any) -> None:
    """What stands before a colon in the first line about a field is no type, as napoleon has it."""
    lines = about[-1]
    if what in _FIELDS and lines:
        lines[0] = lines[0].replace(":", _COLON)


def _give_colon(_app: Sphinx, *about: Any) -> None:
    lines = about[-1]
    lines[:] = [line.replace(_COLON, ":") for line in lines]


# Defaults that are long values have a name.
_LONG = {
    r"Limits\([^()]*\)": "DEFAULT_LIMITS",
    r"RedactionProfile\([^()]*\)": "PUBLISH",
    r"mappingproxy\(\{[^{}]*\}\)": "HALF_DAYS",
    r"<motesprotokoll\.[\w.]+ object[^>]*>": "…",
    r"\(BuiltIn\(.*\)\)(?=[,)])": "…",
}


def _name_defaults(_app: Sphinx, *about: object) -> tuple[str | None, str | None]:
    signature, returned = (one if isinstance(one, str) else None for one in about[-2:])
    for value, name in _LONG.items():
        signature = re.sub(value, name, signature) if signature else signature
    return signature, returned


def _for_everybody(_app: Sphinx, _name: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    """What axe-core misses in the pages of Sphinx: levels of captions, and code that keys can scroll."""
    tree = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')
    context["body"] = context.get("body", "").replace("<pre>", '<pre tabindex="0">')


def setup(app: Sphinx) -> None:
    """What Sphinx calls."""
    app.connect("source-read", _as_pages)
    app.connect("autodoc-process-docstring", _guard_colon, priority=100)
    app.connect("autodoc-process-docstring", _give_colon, priority=900)
    app.connect("autodoc-process-signature", _name_defaults)
    app.connect("html-page-context", _for_everybody, priority=900)
