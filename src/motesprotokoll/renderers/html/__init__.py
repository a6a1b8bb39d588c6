"""HTML: one accessible page without script, by a template whose blocks anybody may replace.

`nodes` turns an outline into markup, `engine` keeps templates in bounds, and ``page/minutes.html.j2`` is
what a page looks like. A user's own template gets the outline as `plain` values, too.
`motesprotokoll.readers.html` reads the same classes and attributes back.
"""

from motesprotokoll.renderers.html.document import HtmlRenderer

__all__ = ["HtmlRenderer"]
