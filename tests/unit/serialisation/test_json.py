"""Documents as JSON: their form, and what is refused."""

import copy
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import everything
from motesprotokoll.errors import DataError, LimitError, UnsupportedVersionError, WrongTypeError
from motesprotokoll.limits import Limits
from motesprotokoll.model import (
    AgendaItem,
    Cell,
    DateSpan,
    Decision,
    Emphasis,
    Link,
    Meeting,
    Occasion,
    Organisation,
    Paragraph,
    PartialDate,
    Schedule,
    Section,
    Table,
)
from motesprotokoll.serialisation import dumps, from_dict, loads, to_dict

ENVELOPE = {"format": "motesprotokoll", "version": 1, "type": "meeting"}
OLD = Path(__file__).resolve().parents[2] / "data" / "old"


def document(**fields: Any) -> dict[str, Any]:
    return {**ENVELOPE, **fields}


def problems(value: Any) -> tuple[tuple[str, str], ...]:
    with pytest.raises(DataError) as caught:
        from_dict(value)
    return caught.value.problems


def block(**fields: Any) -> tuple[tuple[str, str], ...]:
    return problems(document(preamble=[fields]))


class TestDumps:
    def test_writes_the_envelope_first(self) -> None:
        """A document says first what it is."""
        assert dumps(Meeting()) == (
            '{\n  "format": "motesprotokoll",\n  "version": 1,\n  "type": "meeting"\n}\n'
        )

    def test_writes_fields_in_their_order_and_leaves_defaults_out(self) -> None:
        """Fields come in the order of the class; what is not said is not written."""
        occasion = Occasion(date(2026, 3, 14), tentative=True)
        assert list(to_dict(Meeting("N", title="T", occasion=occasion))) == [
            "format", "version", "type", "network", "occasion", "title",
        ]  # fmt: skip
        assert to_dict(Meeting(occasion=occasion))["occasion"] == {
            "dates": {"start": "2026-03-14"},
            "tentative": True,
        }

    def test_writes_swedish_letters_as_they_are(self) -> None:
        """UTF-8 carries the letters; escapes would hide them from people and from search."""
        assert '"title": "Åäö – ”x”"' in dumps(Meeting(title="Åäö – ”x”"))

    def test_writes_one_string_as_a_string(self) -> None:
        """Running text without links is a plain string, other running text a list."""
        mixed = Paragraph(["a ", Link("b", "c"), Emphasis("d", strong=True)])
        assert to_dict(Meeting(preamble=["a", mixed]))["preamble"] == [
            {"type": "paragraph", "content": "a"},
            {
                "type": "paragraph",
                "content": [
                    "a ",
                    {"type": "link", "text": "b", "url": "c"},
                    {"type": "emphasis", "text": "d", "strong": True},
                ],
            },
        ]

    def test_writes_the_kind_of_a_block_first(self) -> None:
        """A person who reads the file learns at once what follows."""
        blocks = to_dict(everything.MEETING)["agenda"][0]["body"]
        assert {next(iter(block)) for block in blocks} == {"type"}

    def test_gives_lists_and_plain_strings_only(self) -> None:
        """What `to_dict` gives is what `json.loads` would give, to the type."""
        for value in everything.DOCUMENTS.values():
            plain = to_dict(value)
            assert repr(plain) == repr(json.loads(dumps(value)))

    @pytest.mark.parametrize("value", [None, 1, "x", {}, Paragraph("x"), Meeting])
    def test_refuses_what_is_no_document(self, value: object) -> None:
        """Only whole documents are written."""
        with pytest.raises(WrongTypeError, match="Meeting, Schedule"):
            dumps(value)

    def test_refuses_what_could_not_be_read_again(self) -> None:
        """Nesting beyond the limit is refused on writing, not found out on reading."""
        body: Any = Paragraph("x")
        for _ in range(98):
            body = Section("s", [body])
        text = dumps(Meeting(preamble=[body]))  # 1 + 1 + 98 * 2 + 1 levels would be 200
        assert loads(text) == Meeting(preamble=[body])
        with pytest.raises(LimitError, match="deeper than 200"):
            dumps(Meeting(preamble=[Section("s", [body])]))

    def test_survives_a_meeting_that_is_deeper_than_the_stack(self) -> None:
        """A value that no recursive function can follow gives our own error."""
        body: Any = Paragraph("x")
        for _ in range(5_000):
            body = Section("s", [body])
        with pytest.raises(LimitError):
            dumps(Meeting(preamble=[body]))
        with pytest.raises(LimitError):
            to_dict(Meeting(preamble=[body]))

    def test_gives_the_same_bytes_in_any_process(self) -> None:
        """The hash seed of the process leaves no trace."""
        code = "import everything as e, sys; from motesprotokoll.serialisation import dumps; "
        code += "sys.stdout.buffer.write(''.join(map(dumps, e.DOCUMENTS.values())).encode())"
        path = os.pathsep.join([str(Path(everything.__file__).parent), *sys.path])
        found = {
            subprocess.run(
                [sys.executable, "-c", code],
                env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("0", "1", "2")
        }
        assert found == {"".join(map(dumps, everything.DOCUMENTS.values())).encode()}


class TestLoads:
    @pytest.mark.parametrize("kind", everything.DOCUMENTS)
    def test_reads_what_was_written(self, kind: str) -> None:
        """Every class and every field survives."""
        value = everything.DOCUMENTS[kind]
        assert loads(dumps(value)) == value
        assert from_dict(to_dict(value)) == value

    @pytest.mark.parametrize("kind", everything.DOCUMENTS)
    def test_reads_files_of_version_1(self, kind: str) -> None:
        """These files were written once and are read for ever."""
        assert loads((OLD / f"1-{kind}.json").read_bytes()) == everything.DOCUMENTS[kind]

    def test_there_is_no_old_file_that_nobody_reads(self) -> None:
        """A file without a test would give false comfort."""
        assert sorted(OLD.iterdir()) == sorted(OLD / f"1-{kind}.json" for kind in everything.DOCUMENTS)

    def test_takes_a_byte_order_mark(self) -> None:
        """Editors on Windows write one."""
        text = "\ufeff" + dumps(everything.MEETING)
        assert loads(text) == loads(text.encode()) == everything.MEETING

    def test_makes_text_canonical(self) -> None:
        """Whatever form a text has in the file, in the meeting it has one; an empty one is ``None``."""
        meeting = from_dict(document(title="A\u030a  b\n", number="", preamble=[]))
        assert (meeting.title, meeting.number) == ("Å b", None)

    def test_takes_null_where_a_field_may_be_empty(self) -> None:
        """``null`` is the absence of a value and nothing else."""
        assert from_dict(document(title=None, occasion=None, finished_on=None)) == Meeting()

    def test_takes_a_list_of_one_string_as_running_text(self) -> None:
        """Both forms of running text are read."""
        fields = {"type": "paragraph", "content": ["a"]}
        assert from_dict(document(preamble=[fields])).preamble == (Paragraph("a"),)

    def test_takes_and_drops_a_schema(self) -> None:
        """Editors find the schema by it."""
        assert from_dict({"$schema": "./x.json", **ENVELOPE}) == Meeting()
        assert problems({"$schema": 1, **ENVELOPE}) == (("$.$schema", "expected a string, got 1"),)

    def test_leaves_the_dict_as_it_is(self) -> None:
        """The caller's dict belongs to the caller."""
        given = to_dict(everything.MEETING)
        before = copy.deepcopy(given)
        from_dict(given)
        assert given == before

    def test_refuses_what_is_neither_str_nor_bytes(self) -> None:
        """A path or a file is not a text."""
        with pytest.raises(WrongTypeError, match="expected str or bytes"):
            loads(Path("x"))  # type: ignore[arg-type]


class TestEnvelope:
    @pytest.mark.parametrize("value", [[], "x", 1, None, True])
    def test_refuses_anything_but_an_object(self, value: Any) -> None:
        """A document is an object."""
        assert problems(value)[0][0] == "$"

    def test_refuses_other_json(self) -> None:
        """JSON of another program is told apart at once."""
        with pytest.raises(DataError, match="not a document of motesprotokoll"):
            loads('{"name": "x"}')

    @pytest.mark.parametrize(
        ("change", "where", "problem"),
        [
            ({"format": "x"}, "$.format", "expected 'motesprotokoll', got 'x'"),
            ({"format": []}, "$.format", "expected 'motesprotokoll', got a list"),
            ({"type": "meting"}, "$.type", "did you mean 'meeting'?"),
            ({"type": None}, "$.type", "got null"),
            ({"type": ["meeting"]}, "$.type", "got a list"),
            ({"version": "1"}, "$.version", "expected a whole number from 1, got '1'"),
            ({"version": True}, "$.version", "got true"),
            ({"version": 1.0}, "$.version", "got 1.0"),
            ({"version": 0}, "$.version", "got 0"),
        ],
    )
    def test_names_what_is_wrong(self, change: dict[str, Any], where: str, problem: str) -> None:
        """Format, version and type have exactly one form."""
        ((path, text),) = problems({**ENVELOPE, **change})
        assert path == where
        assert problem in text

    @pytest.mark.parametrize("key", ENVELOPE)
    def test_needs_every_part(self, key: str) -> None:
        """Nothing of the envelope is guessed."""
        given = {name: value for name, value in ENVELOPE.items() if name != key}
        assert problems(given) == (("$", f"key '{key}' is missing"),)

    def test_tells_a_newer_version(self) -> None:
        """A document of tomorrow is not half read today."""
        with pytest.raises(UnsupportedVersionError, match=r"\$\.version: the document has version 2"):
            from_dict({**ENVELOPE, "version": 2, "unheard_of": 1})


class TestStrictness:
    @pytest.mark.parametrize(
        ("fields", "where", "problem"),
        [
            ({"title": 5}, "$.title", "expected a string, got 5"),
            ({"title": ["x"]}, "$.title", "expected a string, got a list"),
            ({"title": "\ud800x"}, "$.title", "lone surrogate"),
            ({"network": {"name": None}}, "$.network.name", "expected a string, got null"),
            ({"network": "N"}, "$.network", "expected an object, got 'N'"),
            ({"network": {"name": " "}}, "$.network.name", "must not be empty"),
            ({"participants": {}}, "$.participants", "expected a list, got an object"),
            ({"participants": "Ida"}, "$.participants", "expected a list, got 'Ida'"),
            ({"participants": None}, "$.participants", "expected a list, got null"),
            ({"participants": ["Ida"]}, "$.participants[0]", "expected an object, got 'Ida'"),
            ({"kind": "note"}, "$.kind", "did you mean 'notes'?"),
            ({"kind": 1}, "$.kind", "expected one of 'notes', 'minutes', 'agenda', 'summons', got 1"),
            ({"occasion": {"tentative": 1}}, "$.occasion.tentative", "expected true or false, got 1"),
            ({"occasion": {"tentative": None}}, "$.occasion.tentative", "expected true or false, got null"),
            ({"occasion": {"sequence": True}}, "$.occasion.sequence", "expected a whole number, got true"),
            ({"occasion": {"sequence": 3.9}}, "$.occasion.sequence", "expected a whole number, got 3.9"),
            ({"occasion": {"sequence": -1}}, "$.occasion.sequence", "from 0"),
            ({"occasion": {"dates": {}}}, "$.occasion.dates", "key 'start' is missing"),
            ({"occasion": {"dates": "2026-03-14"}}, "$.occasion.dates", "expected an object"),
            ({"occasion": {"dates": {"start": "2026-03-14", "end": None}}}, "$.occasion.dates.end", "null"),
            ({"occasion": {"times": {"start": "24:00"}}}, "$.occasion.times.start", "a time such as"),
            ({"occasion": {"times": {"start": "9:00"}}}, "$.occasion.times.start", "a time such as"),
            ({"occasion": {"times": {"start": 540}}}, "$.occasion.times.start", "a time such as"),
            ({"finished_on": "20260314"}, "$.finished_on", "a date such as"),
            ({"finished_on": "2026-W11-6"}, "$.finished_on", "a date such as"),
            ({"finished_on": "2026-03-14T09:00"}, "$.finished_on", "a date such as"),
            ({"finished_on": "٢٠٢٦-03-14"}, "$.finished_on", "a date such as"),
            ({"finished_on": "2026-02-30"}, "$.finished_on", "'2026-02-30' is not a day of the calendar"),
            ({"finished_on": 20260314}, "$.finished_on", "a date such as"),
            ({"agenda": [{"planned_duration": 30}]}, "$.agenda[0].planned_duration", "a duration such as"),
            ({"agenda": [{"items": [{"nr": 1}]}]}, "$.agenda[0].items[0]", "unknown key 'nr'"),
            ({"preamble": ["x"]}, "$.preamble[0]", "expected a block, got 'x'"),
            ({"titel": "x"}, "$", "unknown key 'titel', did you mean 'title'?"),
            ({"caseNumber": "x"}, "$", "unknown key 'caseNumber', did you mean 'case_number'?"),
            ({"CASE-NUMBER": "x"}, "$", "unknown key 'CASE-NUMBER', did you mean 'case_number'?"),
            ({"x" * 100: 1}, "$", "unknown key 'xxx"),
            ({3: 1}, "$", "unknown key 3"),
        ],
    )
    def test_refuses(self, fields: dict[Any, Any], where: str, problem: str) -> None:
        """A value has exactly the type of its field."""
        ((path, text),) = problems({**ENVELOPE, **fields})
        assert path == where
        assert problem in text

    @pytest.mark.parametrize(
        ("fields", "where", "problem"),
        [
            ({}, "$.preamble[0]", "key 'type' is missing"),
            ({"type": "paragraf"}, "$.preamble[0].type", "did you mean 'paragraph'?"),
            ({"type": 1}, "$.preamble[0].type", "expected one of 'paragraph', 'bullet-list'"),
            ({"type": []}, "$.preamble[0].type", "got a list"),
            ({"type": "paragraph"}, "$.preamble[0]", "key 'content' is missing"),
            ({"type": "paragraph", "content": ""}, "$.preamble[0].content", "must not be empty"),
            ({"type": "paragraph", "content": []}, "$.preamble[0].content", "must not be empty"),
            ({"type": "paragraph", "content": None}, "$.preamble[0].content", "links and emphasis, got null"),
            ({"type": "paragraph", "content": "\udc00"}, "$.preamble[0].content", "lone surrogate"),
            ({"type": "paragraph", "content": ["a", 1]}, "$.preamble[0].content[1]", "got 1"),
            (
                {"type": "paragraph", "content": [{"type": "link", "text": "a"}]},
                "$.preamble[0].content[0]",
                "key 'url' is missing",
            ),
            ({"type": "decision"}, "$.preamble[0]", "a decision needs content or clauses"),
            ({"type": "bullet-list", "items": []}, "$.preamble[0].items", "at least one item"),
            ({"type": "table", "rows": [[{}], []]}, "$.preamble[0].rows", "rows of one length"),
            ({"type": "table", "rows": [[{}]], "header_rows": 2}, "$.preamble[0].header_rows", "more header"),
            (
                {"type": "table", "rows": [[{}], [{"body": [{"type": "unread"}]}]]},
                "$.preamble[0].rows[1][0].body[0]",
                "key 'content' is missing",
            ),
        ],
    )
    def test_refuses_in_blocks(self, fields: dict[str, Any], where: str, problem: str) -> None:
        """The path leads to the very value."""
        ((path, text),) = block(**fields)
        assert path == where
        assert problem in text

    def test_tells_every_problem_at_once(self) -> None:
        """Whoever mends a file wants the whole list."""
        given = document(
            title=1,
            agenda=[{"title": "a"}, {"number": 2, "body": [{"type": "paragraph", "content": 3}]}],
            network={"nam": "x"},
        )
        assert [path for path, _ in problems(given)] == [
            "$.network", "$.network", "$.title", "$.agenda[1].number", "$.agenda[1].body[0].content",
        ]  # fmt: skip

    def test_tells_unknown_keys_in_a_fixed_order(self) -> None:
        """The hash seed of the process does not shuffle the list."""
        keys = [f"x{number:02}" for number in range(20)]
        found = problems(document(**dict.fromkeys(reversed(keys), 1)))
        assert [problem.split("'")[1] for _, problem in found] == keys

    def test_counts_what_is_beyond_fifty(self) -> None:
        """A list of thousands helps nobody."""
        found = problems(document(participants=[{"name": number} for number in range(60)]))
        assert len(found) == 51
        assert found[49][0] == "$.participants[49].name"
        assert found[50] == ("$", "and 10 more problems")
        assert len(problems(document(participants=[{"name": number} for number in range(50)]))) == 50

    def test_stops_counting_in_time(self) -> None:
        """A file that is all faults costs no more than its first thousand."""
        found = problems(document(participants=[1] * 100_000, verifiers=[1] * 100_000))
        assert found[50] == ("$", "and at least 950 more problems")
        found = problems(document(**{f"x{number}": 1 for number in range(5_000)}))
        assert found[50] == ("$", "and at least 950 more problems")

    def test_says_it_in_one_line(self) -> None:
        """The message names the first problem, its place, and how many more there are."""
        with pytest.raises(DataError) as caught:
            from_dict(document(titel="x", kind=1, id=2))
        assert str(caught.value).startswith("$")
        assert str(caught.value).endswith("(and 2 more problems)")
        with pytest.raises(DataError, match=r"\(and 1 more problem\)$"):
            from_dict(document(kind=1, id=2))

    def test_keeps_the_hint_of_the_model(self) -> None:
        """What the model can tell is told."""
        assert "must not be empty" in problems(document(chair={"name": ""}))[0][1]


class TestLimits:
    @pytest.mark.parametrize(
        ("key", "open_", "close"),
        [
            ("network", '{"name":"n","organisation":', "}"),
            ("agenda", '[{"items":', "}]"),
            ("preamble", '[{"type":"section","label":"s","body":', "}]"),
            ("preamble", '[{"type":"bullet-list","items":[{"body":', "}]}]"),
            ("preamble", '[{"type":"table","rows":[[{"body":', "}]]}]"),
        ],
    )
    def test_reads_as_deep_as_allowed_and_no_deeper(self, key: str, open_: str, close: str) -> None:
        """At 199 levels the stack still has room; at 201 nobody tries."""
        step = open_.count("{") + open_.count("[")
        head = f'{{"format":"motesprotokoll","version":1,"type":"meeting","{key}":'
        if key == "network":
            head, open_, tail = head + open_, '{"name":"o","part_of":', "}}"
            innermost, deepest = "null", (199 - 2) // step
        else:
            tail, innermost, deepest = "}", "[]", (199 - 2) // step
        assert loads(head + open_ * deepest + innermost + close * deepest + tail)
        with pytest.raises(LimitError, match="deeper than 200"):
            loads(head + open_ * 201 + innermost + close * 201 + tail)

    def test_counts_a_dict_like_a_text(self) -> None:
        """`from_dict` has the same limit, and a list that holds itself has no end."""
        deep: Any = "x"
        for _ in range(199):
            deep = [deep]
        with pytest.raises(DataError):
            from_dict(document(preamble=deep))
        with pytest.raises(LimitError, match="deeper than 200"):
            from_dict(document(preamble=[deep]))
        endless: list[Any] = []
        endless.append(endless)
        with pytest.raises(LimitError):
            from_dict(document(preamble=endless))

    def test_survives_a_limit_that_is_too_generous(self) -> None:
        """Whoever raises the limit beyond the stack still gets our own error."""
        text = dumps(Meeting())[:-2] + ', "agenda": ' + '[{"items": ' * 2_000 + "[]" + "}]" * 2_000 + "}"
        generous = Limits(json_depth=1_000_000)
        with pytest.raises(LimitError, match="than the stack allows"):
            loads(text, limits=generous)
        items: Any = []
        for _ in range(2_000):
            items = [{"items": items}]
        with pytest.raises(LimitError, match="than the stack allows"):
            from_dict(document(agenda=items), limits=generous)

    def test_refuses_what_is_too_large(self) -> None:
        """The limit counts bytes, also of a text."""
        text = dumps(Meeting(title="å" * 100))
        size = len(text.encode())
        assert loads(text, limits=Limits(document_bytes=size))
        for given in (text, text.encode()):
            with pytest.raises(LimitError, match="larger than"):
                loads(given, limits=Limits(document_bytes=size - 1))


class TestForms:
    """Forms that are easy to get wrong, one by one."""

    @pytest.mark.parametrize(
        "meeting",
        [
            Meeting(),
            Meeting(agenda=[AgendaItem()]),
            Meeting(preamble=[Decision(clauses=["att x"])]),
            Meeting(preamble=[Table([[Cell()]])]),
            Meeting(occasion=Occasion(DateSpan(date(2026, 3, 14), date(2026, 3, 13)))),
            Meeting(occasion=Occasion(PartialDate("snart"))),
            Meeting(network="None"),
            Meeting(preamble=[Paragraph(["a ", Emphasis("b"), " c"])]),
            Meeting(preamble=[Paragraph(Emphasis("b"))]),
            Meeting(preamble=[Schedule()]),
            Meeting(finished_on=date.min),
            Meeting(finished_on=date.max),
            Meeting(preamble=[Decision("x", decided_by="null", id="1")]),
        ],
    )
    def test_come_back(self, meeting: Meeting) -> None:
        """Written and read, it is the same."""
        assert loads(dumps(meeting)) == meeting

    def test_end_of_a_single_day_is_left_out(self) -> None:
        """A day is not written twice."""
        dates = to_dict(Meeting(occasion=DateSpan(date(2026, 3, 14), date(2026, 3, 14))))["occasion"]["dates"]
        assert dates == {"start": "2026-03-14"}

    def test_organisations_nest(self) -> None:
        """A company of a municipality of a region."""
        inner = Organisation("a", part_of=Organisation("b", part_of="c"))
        assert to_dict(Schedule(network=everything.NETWORK))["network"]["organisation"]["part_of"]["code"]
        assert from_dict(to_dict(Schedule(network=everything.NETWORK))).network == everything.NETWORK
        assert inner.part_of is not None
