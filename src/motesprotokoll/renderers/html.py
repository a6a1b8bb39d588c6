"""HTML: one accessible page without script, by a template whose blocks anybody may replace.

The page's structure stands in ``templates/minutes.html.j2``; what an outline becomes stands here, each kind
of node in one function. All text is escaped, all attributes are quoted, and an address becomes a link only
where its scheme is harmless. `motesprotokoll.readers.html` reads the same classes and attributes back.
"""

import re
from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from motesprotokoll import marks
from motesprotokoll.errors import TemplateError
from motesprotokoll.model import Content, Emphasis, Link
from motesprotokoll.outline import (
    CELL_LOOKS,
    SIDE_BY_SIDE,
    Drawing,
    Entry,
    Grid,
    Heading,
    Labelled,
    Listing,
    Node,
    Notes,
    Outline,
    Rule,
    Text,
    title_of,
)
from motesprotokoll.renderers.addresses import is_safe_address
from motesprotokoll.renderers.plain import plain_about, plain_nodes
from motesprotokoll.renderers.structured_data import structured_data
from motesprotokoll.renderers.theme_style import theme_style
from motesprotokoll.theme import STANDARD, Theme, image_type
from motesprotokoll.typography import typeset

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATE = "minutes.html.j2"
_LARGEST_PAGE = 50_000_000
_NUMBER = re.compile(r"(\d{1,9})[.)]", re.ASCII)
_SET_OFF = frozenset({"decision", "action"})
_REWORDED = {"was": "del", "now": "ins"}
"""What strong words are in a label of these roles: those of an earlier version that went, and that came."""


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
            return _own_template().render(data).encode()
        told = {"about": plain_about(outline.about), "nodes": plain_nodes(outline.nodes)}
        return _rendered_by_user(self.templates, data | told).encode()


def _page(outline: Outline, theme: Theme) -> dict[str, Any]:
    """What a template gets: plain values, and the parts of the page as safe markup."""
    from markupsafe import Markup

    split = _end_of_header(outline.nodes)
    levels = _Levels()
    header = _blocks(outline.nodes[:split], 0, levels)
    body = _blocks(outline.nodes[split:], 0, levels)
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


# -------------------------------------------------------------------------------- templates


@cache
def _own_template() -> "Template":
    from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined

    ours = PackageLoader("motesprotokoll.renderers", "templates")
    environment = Environment(
        loader=PrefixLoader({"standard": ours}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        auto_reload=False,  # ours do not change while they are used: nothing to look for on the disk
    )
    return environment.get_template(f"standard/{TEMPLATE}")


def _rendered_by_user(folder: Path, data: dict[str, Any]) -> str:
    from jinja2 import TemplateNotFound, TemplateSyntaxError
    from jinja2.exceptions import SecurityError

    try:
        return _bounded(_user_template(folder), data)
    except TemplateNotFound as error:
        raise TemplateError("there is no such template", str(error.name), f"looked in {folder}") from error
    except TemplateSyntaxError as error:
        raise TemplateError(str(error.message), f"{error.name}:{error.lineno}") from error
    except SecurityError as error:
        raise TemplateError("the template does what it must not", TEMPLATE, str(error)) from error
    except TemplateError:
        raise
    except Exception as error:
        raise TemplateError("the template fails", TEMPLATE, str(error)) from error


def _user_template(folder: Path) -> "Template":
    from jinja2 import ChoiceLoader, FunctionLoader, PackageLoader, PrefixLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    ours = PackageLoader("motesprotokoll.renderers", "templates")
    loader = ChoiceLoader(
        [FunctionLoader(lambda name: _source(folder, name)), PrefixLoader({"standard": ours})]
    )
    environment = ImmutableSandboxedEnvironment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template(TEMPLATE)


def _source(folder: Path, name: str) -> str | None:
    """A template of the user's folder; links that lead out of it are not followed."""
    try:
        path = (folder / name).resolve()
        if not path.is_file():
            return None
        if not path.is_relative_to(folder.resolve()):
            raise TemplateError("the template lies outside its folder", name)
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise TemplateError("the template cannot be read", name, str(error)) from error


def _bounded(template: "Template", data: dict[str, Any]) -> str:
    chunks = []
    size = 0
    for chunk in template.generate(data):
        size += len(chunk)
        if size > _LARGEST_PAGE:
            raise TemplateError(f"the page is larger than {_LARGEST_PAGE:,} characters", TEMPLATE)
        chunks.append(chunk)
    return "".join(chunks)


# -------------------------------------------------------------------------------- blocks


class _Levels:
    """Keeps the order of headings right: one ``h1``, and no level skipped on the way down."""

    def __init__(self) -> None:
        self.has_title = False
        self.last = 1

    def of(self, level: int) -> int:
        """The level at which a heading is written."""
        if level <= 1 and not self.has_title:
            self.has_title = True
            self.last = 1
        else:
            self.last = min(max(level, 2), self.last + 1, 6)
        return self.last


def _blocks(nodes: tuple[Node, ...], depth: int, levels: _Levels) -> str:
    marks.check_depth(depth)
    parts = []
    group = ""
    for node in nodes:
        kind = _group_of(node)
        if group and (kind != group or group in _SET_OFF):
            parts.append(f"</{_tag_of(group)}>")
            group = ""
        if kind and not group:
            parts.append(f'<{_tag_of(kind)} class="{kind}">')
            group = kind
        parts.append(_block(node, depth, levels))
    if group:
        parts.append(f"</{_tag_of(group)}>")
    return "\n".join(parts)


def _group_of(node: Node) -> str:
    """The list of labels, or the row of small parts, that a node belongs to; neighbours share one."""
    if isinstance(node, Grid | Labelled) and node.role in SIDE_BY_SIDE:
        return f"beside {node.role}"
    if not isinstance(node, Labelled):
        return ""
    if node.role in _SET_OFF:
        return str(node.role)
    if node.role == "legend":
        return "section legend"
    return "section" if node.lines or node.nodes else "fields"


def _tag_of(group: str) -> str:
    return "div" if group.startswith("beside") else "dl"


def _block(node: Node, depth: int, levels: _Levels) -> str:
    if isinstance(node, Text):
        return f"<p>{_content(node.content)}</p>"
    if isinstance(node, Labelled):
        labelled = _labelled(node, depth, levels)
        return f'<dl class="section">{labelled}</dl>' if node.role in SIDE_BY_SIDE else labelled
    if isinstance(node, Listing):
        return _listing(node, depth, levels)
    if isinstance(node, Heading):
        return _heading(node, levels)
    if isinstance(node, Grid):
        return _grid(node, depth, levels)
    assert isinstance(node, Rule)
    return "<hr>"


def _heading(heading: Heading, levels: _Levels) -> str:
    level = levels.of(heading.level)
    said = "" if level == heading.level else f' data-level="{heading.level}"'
    return f"<h{level}{said}>{escape(heading.text)}{_notes(heading.notes)}</h{level}>"


def _notes(notes: Notes) -> str:
    return f' <span class="notes">{escape(marks.format_notes(notes))}</span>' if notes else ""


def _labelled(node: Labelled, depth: int, levels: _Levels) -> str:
    parts = [f"<div><dt>{escape(node.label)}{_notes(node.notes)}</dt>"]
    if node.lines:
        lines = "\n".join(f"<li>{_content(line.content)}{_notes(line.notes)}</li>" for line in node.lines)
        parts.append(f'<dd><ul class="lines" role="list">\n{lines}\n</ul></dd>')
    elif node.content or not node.nodes:
        strong = _REWORDED.get(node.role or "", "strong")
        parts.append(f"<dd>{_content(node.content, strong)}</dd>")
    if node.nodes:
        parts.append(f'<dd class="nodes">\n{_blocks(node.nodes, depth + 1, levels)}\n</dd>')
    parts.append("</div>")
    return "".join(parts)


def _listing(listing: Listing, depth: int, levels: _Levels) -> str:
    numbered = all(entry.marker is not None and _NUMBER.fullmatch(entry.marker) for entry in listing.entries)
    entries = [_entry(entry, numbered, depth, levels) for entry in listing.entries]
    tag = "ol" if numbered else "ul"
    return "\n".join([f"<{tag}>", *entries, f"</{tag}>"])


def _entry(entry: Entry, numbered: bool, depth: int, levels: _Levels) -> str:
    marker = entry.marker
    said = "" if marker is None else f' data-marker="{escape(marker)}"'
    if numbered and marker is not None:
        said = f' value="{int(marker[:-1])}"{said}'
    return f"<li{said}>{_blocks(entry.nodes, depth + 1, levels)}</li>"


def _grid(grid: Grid, depth: int, levels: _Levels) -> str:
    rows = []
    for place, row in enumerate(grid.rows):
        named = grid.header_columns if place >= grid.header_rows else len(row)
        scope = "row" if place >= grid.header_rows else "col"
        cells = [
            _cell(cell, f'th scope="{scope}"' if column < named else "td", depth, levels)
            for column, cell in enumerate(row)
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    parts = [*_picture(grid.picture), "<table>"]
    if grid.title is not None:
        parts.append(f"<caption>{escape(grid.title)}</caption>")
    for tag, some in (("thead", rows[: grid.header_rows]), ("tbody", rows[grid.header_rows :])):
        if some:
            parts += [f"<{tag}>", *some, f"</{tag}>"]
    return "\n".join([*parts, "</table>"])


def _picture(drawing: Drawing | None) -> list[str]:
    """A drawing in the page itself, so that it has the page's colours; its own words tell what it shows."""
    return [] if drawing is None else [f'<figure class="picture">{drawing.svg}</figure>']


def _cell(cell: tuple[Node, ...], tag: str, depth: int, levels: _Levels) -> str:
    role = getattr(cell[0], "role", None) if len(cell) == 1 else None
    look = f' class="{role}"' if role in CELL_LOOKS else ""
    return f"<{tag}{look}>{_blocks(cell, depth + 1, levels)}</{tag[:2]}>"


# -------------------------------------------------------------------------------- running text


def _content(content: Content, strong: str = "strong") -> str:
    if len(content) == 1 and type(content[0]) is str:
        return escape(content[0], quote=False)
    return "".join(_piece(piece, strong) for piece in content)


def _piece(piece: str | Link | Emphasis, strong: str) -> str:
    if isinstance(piece, str):
        return escape(piece, quote=False)
    text = escape(piece.text, quote=False)
    if isinstance(piece, Emphasis):
        return f"<{strong}>{text}</{strong}>" if piece.strong else f"<em>{text}</em>"
    address = escape(piece.url)
    kind = "same" if piece.text == piece.url else "named"
    if is_safe_address(piece.url):
        return f'<a class="{kind}" href="{address}">{text}</a>'
    return f'<span class="address {kind}" data-href="{address}">{text}</span>'
