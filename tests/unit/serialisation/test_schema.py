"""The JSON Schema that ships."""

from importlib import resources
from typing import Any

import attrs
import pytest
from jsonschema import Draft7Validator

import everything
from motesprotokoll.serialisation import json_schema, to_dict
from motesprotokoll.serialisation.documents import DOCUMENTS
from motesprotokoll.serialisation.schema import format_schema, generate_schema

REWRITE = (
    "the model or the generator changed: if the format is still version 1, write the file anew: "
    'python -c "from motesprotokoll.serialisation.schema import format_schema as f; print(f(), end=str())"'
)


def errors(value: Any) -> list[Any]:
    return list(Draft7Validator(json_schema()).iter_errors(value))


class TestJsonSchema:
    def test_is_what_the_classes_say(self) -> None:
        """The file in the wheel and the classes never drift apart."""
        file = resources.files("motesprotokoll") / "schema" / "motesprotokoll-1.schema.json"
        assert file.read_text("utf-8") == format_schema(), REWRITE
        assert json_schema() == generate_schema()

    def test_is_a_sound_schema(self) -> None:
        """Validators take it."""
        Draft7Validator.check_schema(json_schema())

    @pytest.mark.parametrize("kind", everything.DOCUMENTS)
    def test_takes_a_document_with_every_field(self, kind: str) -> None:
        """And one that names the schema."""
        assert errors({"$schema": "./x.json", **to_dict(everything.DOCUMENTS[kind])}) == []

    @pytest.mark.parametrize(
        "change",
        [
            {"version": 2},
            {"version": "1"},
            {"type": "x"},
            {"titel": "x"},
            {"title": 1},
            {"participants": None},
            {"kind": "x"},
            {"finished_on": "14 mars"},
            {"network": {}},
            {"network": {"name": ""}},
            {"preamble": [{"type": "paragraph"}]},
            {"preamble": [{"content": "x"}]},
            {"preamble": [{"type": "paragraph", "content": [{"type": "link", "text": "x"}]}]},
            {"occasion": {"dates": {"text": "x", "start": "2026-03-14"}}},
            {"agenda": [{"planned_duration": "PT"}]},
        ],
    )
    def test_refuses_what_the_library_refuses(self, change: dict[str, Any]) -> None:
        """An editor underlines the mistake before anybody loads the file."""
        assert errors({**to_dict(everything.MEETING), **change})

    def test_describes_classes_and_fields(self) -> None:
        """The docstrings are what an editor shows."""
        definitions = json_schema()["definitions"]
        assert definitions["Decision"]["description"].startswith("Beslut:")
        assert "as written" in definitions["AgendaItem"]["properties"]["case_number"]["description"]
        assert definitions["Schedule"]["properties"]["part_of_day"]["description"].startswith("Applies to")

    def test_says_what_it_cannot_describe(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A field of a type that has no form in JSON is noticed when the schema is made."""
        monkeypatch.setitem(DOCUMENTS, "odd", f"{__name__}:Odd")
        with pytest.raises(KeyError):
            generate_schema()


@attrs.frozen
class Odd:
    number: complex
