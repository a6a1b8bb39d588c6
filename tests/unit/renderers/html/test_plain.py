"""An outline as plain values says everything that it holds."""

import json
from datetime import UTC, date, datetime

import attrs
from hypothesis import given

from motesprotokoll.model import Emphasis, Link, Mode
from motesprotokoll.outline import (
    About,
    Entry,
    Grid,
    Heading,
    Labelled,
    Line,
    Listing,
    Outline,
    Rule,
    Text,
    printed,
)
from motesprotokoll.renderers.html.plain import plain_about, plain_nodes
from outlines import outlines
from pictures import DRAWING, DRAWN


class TestPlainNodes:
    def test_every_kind_of_node(self) -> None:
        """The keys are the names of the fields."""
        line = Line(("Ida", Emphasis("x", strong=True)), (("sic", ""),))
        nodes = (
            Heading("A", 2, (("n", "1"),), "item"),
            Labelled("Samt", lines=(line,), nodes=(Rule(),), role="group"),
            Listing((Entry((Text((Link("a", "b"),)),), "•"),)),
            Grid((((),),), 1, "T"),
        )
        assert plain_nodes(nodes) == [
            {"kind": "heading", "text": "A", "level": 2, "notes": [["n", "1"]], "role": "item"},
            {
                "kind": "labelled",
                "label": "Samt",
                "content": [],
                "lines": [
                    {
                        "content": [
                            {"kind": "words", "text": "Ida"},
                            {"kind": "emphasis", "text": "x", "strong": True},
                        ],
                        "notes": [["sic", ""]],
                    }
                ],
                "nodes": [{"kind": "rule"}],
                "notes": [],
                "role": "group",
            },
            {
                "kind": "listing",
                "entries": [
                    {
                        "marker": "•",
                        "nodes": [
                            {
                                "kind": "text",
                                "content": [{"kind": "link", "text": "a", "url": "b"}],
                                "role": None,
                            }
                        ],
                    }
                ],
                "role": None,
            },
            {
                "kind": "grid",
                "rows": [[[]]],
                "header_rows": 1,
                "title": "T",
                "role": None,
                "header_columns": 0,
                "picture": None,
            },
        ]

    @given(outlines)
    def test_loses_no_word(self, outline: Outline) -> None:
        """It is JSON, and every word that a page prints is in it."""
        told = json.loads(json.dumps(plain_nodes(outline.nodes)))
        assert sorted(filter(str.isalnum, "".join(printed(outline.nodes)))) <= sorted(
            filter(str.isalnum, "".join(_strings(told)))
        )

    def test_a_picture_is_what_it_is_made_of(self) -> None:
        """A template may show it, or say what it shows."""
        (table,) = plain_nodes((DRAWN,))
        assert table["picture"] == {"svg": DRAWING.svg, "alt": "En ruta", "width": 80}


class TestPlainAbout:
    def test_says_every_field(self) -> None:
        """In ISO 8601 where it is a day or a moment."""
        about = About(day=date(2027, 2, 5), starts=datetime(2027, 2, 5, 9, tzinfo=UTC), mode=Mode.REMOTE)
        told = plain_about(about)
        assert list(told) == [field.name for field in attrs.fields(About)]
        assert (told["day"], told["starts"], told["ends"], told["mode"]) == (
            "2027-02-05",
            "2027-02-05T09:00:00+00:00",
            None,
            "remote",
        )


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = [one for key, one in value.items() if key not in ("kind", "role", "url")]
    return [text for one in value for text in _strings(one)] if isinstance(value, list) else []
