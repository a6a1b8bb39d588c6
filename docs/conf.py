"""How the documentation is built: ``make docs``. It needs no network."""

import os
import re
from importlib.metadata import version as version_of

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
autodoc_preserve_defaults = True
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


def setup(app: Sphinx) -> None:
    """What Sphinx calls."""
    app.connect("source-read", _as_pages)
