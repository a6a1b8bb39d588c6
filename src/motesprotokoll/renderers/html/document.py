"""The renderer, and what a page is told of its document."""

from base64 import b64encode
from pathlib import Path
from typing import Any

import attrs

from motesprotokoll import marks
from motesprotokoll.outline import Heading, Node, Outline, Text, title_of
from motesprotokoll.renderers.html.engine import own_page, users_page
from motesprotokoll.renderers.html.nodes import Levels, markup_of
from motesprotokoll.renderers.html.plain import plain_about, plain_nodes
from motesprotokoll.renderers.html.structured_data import structured_data
from motesprotokoll.renderers.html.theme_style import theme_style
from motesprotokoll.theme import STANDARD, Theme, image_type
from motesprotokoll.typography import typeset


@attrs.frozen(kw_only=True)
class HtmlRenderer:
    """One HTML page that meets WCAG 2.2 AA.

    *templates* is a folder whose ``minutes.html.j2`` is used instead of ours. It may begin with
    ``{% extends "standard/minutes.html.j2" %}`` and replace blocks. It runs in a sandbox. *theme* gives
    colours, font, logo and footer.
    """

    templates: Path | None = attrs.field(default=None, converter=attrs.converters.optional(Path))
    theme: Theme = STANDARD
    media_type: str = attrs.field(default="text/html; charset=utf-8", init=False)
    suffix: str = attrs.field(default=".html", init=False)

    def render(self, outline: Outline) -> bytes:
        """The page.

        Raises:
            TemplateError: The user's template is missing, broken or does what it must not.
            RenderError: The outline nests deeper than `motesprotokoll.marks.MAX_DEPTH`.
        """
        data = _page(outline, self.theme)
        if self.templates is None:
            return own_page(data).encode()
        told = {"about": plain_about(outline.about), "nodes": plain_nodes(outline.nodes)}
        return users_page(self.templates, data | told).encode()


def _page(outline: Outline, theme: Theme) -> dict[str, Any]:
    """What a template gets: plain values, and the parts of the page as safe markup."""
    from markupsafe import Markup

    split = _end_of_header(outline.nodes)
    levels = Levels()
    header = markup_of(outline.nodes[:split], 0, levels)
    body = markup_of(outline.nodes[split:], 0, levels)
    carries = outline.carries
    return {
        "language": outline.language,
        "title": typeset(title_of(outline)),
        "hidden_title": "" if levels.has_title else typeset(outline.title),
        "header": Markup(typeset(header)),
        "body": Markup(typeset(body)),
        "mark": marks.mark_line(outline.language) if carries else "",
        "generator": marks.GENERATOR if carries else "",
        "banner": outline.about.banner,
        "structured_data": Markup(structured_data(outline)),
        "colours": Markup(theme_style(theme)),
        "logo": _data_address(theme.logo),
        "logo_text": theme.logo_text,
        "theme_footer": theme.footer,
    }


def _data_address(image: bytes | None) -> str:
    return f"data:{image_type(image)};base64,{b64encode(image).decode()}" if image else ""


def _end_of_header(nodes: tuple[Node, ...]) -> int:
    """How many nodes are the page's header: the title and the paragraphs above it."""
    for place, node in enumerate(nodes):
        if isinstance(node, Heading):
            return place + 1 if node.level == 1 else 0
        if not isinstance(node, Text):
            break
    return 0
