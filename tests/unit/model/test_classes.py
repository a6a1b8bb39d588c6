"""What holds for every class of the model, checked over `attrs.fields`, so that no new field is forgotten."""

import copy
import importlib
import pickle
import pkgutil
from collections.abc import Hashable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Any

import attrs
import pytest

import motesprotokoll.model
from motesprotokoll.errors import WrongTypeError
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Attendance,
    Basis,
    BulletList,
    Cell,
    DateSpan,
    Decision,
    Emphasis,
    Found,
    Kind,
    Link,
    ListItem,
    Meeting,
    Member,
    Mode,
    Network,
    Occasion,
    Organisation,
    Outcome,
    Paragraph,
    PartialDate,
    Participant,
    PartOfDay,
    Place,
    Schedule,
    Section,
    Status,
    Table,
    TimeSpan,
    Unread,
)

DAY, HOUR = date(2027, 2, 5), time(9)
SPAN = DateSpan(DAY, date(2027, 2, 6))
ORGANISATION = Organisation("Ale kommun", code="1440", kind="kommun", part_of="Väst", aliases=["Ale"])
MEMBER = Member(
    "Ida Ek", role="chef", organisation=ORGANISATION, email="ida.ek@example.org", since=DAY, until=SPAN
)
NETWORK = Network(
    "Nätverket", short_name="N", organisation=ORGANISATION, email="n@example.org", members=[MEMBER]
)
PERSON = Participant(
    "Ida Ek",
    role="tf. chef",
    unit="Inköp",
    organisation="Ale",
    attendance=Attendance.PRESENT,
    group="Närvarande",
    note="via länk",
)
OCCASION = Occasion(
    SPAN,
    times=TimeSpan(HOUR, time(12)),
    part_of_day=PartOfDay.MORNING,
    place="Ale",
    mode=Mode.HYBRID,
    tentative=True,
    place_tentative=True,
    cancelled=True,
    label="Studieresa",
    note="buss",
    uid="u@example.org",
    sequence=1,
)
SCHEDULE = Schedule(
    "Mötestider",
    network=NETWORK,
    year=2027,
    part_of_day=PartOfDay.MORNING,
    occasions=[OCCASION],
    decided_on=DAY,
    revision=2,
)
DECISION = Decision(
    "Nätverket beslutar",
    clauses=["att spara"],
    decided_by="Nätverket",
    outcome=Outcome.ADOPTED,
    basis=Basis.STATED,
    id="b1",
)
ACTION = ActionItem("Ida ringer", owners=["Ida Ek"], due=SPAN, done=True, basis=Basis.RECOGNISED, id="a1")
ATTACHMENT = Attachment("Bilaga 1", kind="bild", url="https://example.org", supplied=True)
LIST = BulletList([ListItem("a", marker="1.")])
TABLE = Table([["a", "b"]], header_rows=1, title="T")
SECTION = Section("Bakgrund", ["a"])
ITEM = AgendaItem(
    "Budget",
    number="4",
    case_number="2026/1",
    planned_duration=timedelta(minutes=30),
    presenters=[PERSON],
    body=[Paragraph(["a ", Link("b", "c")]), LIST, TABLE, SECTION, DECISION, ACTION, SCHEDULE, Unread("?")],
    items=["Under"],
    attachments=[ATTACHMENT],
)
MEETING = Meeting(
    NETWORK,
    occasion=OCCASION,
    kind=Kind.NOTES,
    kind_label="Anteckningar",
    title="Möte",
    number="3",
    case_number="2026/2",
    participants=[PERSON],
    preamble=["a"],
    agenda=[ITEM],
    next_meeting=OCCASION,
    note_taker=PERSON,
    chair=PERSON,
    verifiers=[PERSON],
    attachments=[ATTACHMENT],
    appendix=["b"],
    status=Status.FINAL,
    finished_on=DAY,
    language="sv",
    id="m1",
)
EXAMPLES: tuple[Any, ...] = (
    Link("a", "b"),
    Emphasis("a", strong=True),
    SPAN,
    TimeSpan(HOUR, time(12)),
    PartialDate("i vår", earliest=DAY, latest=DAY),
    OCCASION,
    ORGANISATION,
    MEMBER,
    NETWORK,
    PERSON,
    SCHEDULE,
    Paragraph("a"),
    Unread("a"),
    DECISION,
    ACTION,
    ATTACHMENT,
    ListItem("a", marker="-"),
    LIST,
    Cell("a"),
    TABLE,
    SECTION,
    ITEM,
    MEETING,
)
"""One of each class, with every field set."""

POINTERS: tuple[Any, ...] = (Place(("agenda", 0, "body", 1)), next(MEETING.walk()))
"""What `walk` makes: values, too, but nobody builds them, so they check nothing."""

CONTENT = {f"{one}.content" for one in ("Paragraph", "Unread", "Decision", "ActionItem")}
TAKES_ONE = CONTENT | {"ListItem.body", "Cell.body"}
"""Tuples that a single string may stand for."""


class Wrong:
    """A value of no use anywhere, whose repr fails."""

    def __repr__(self) -> str:
        raise ZeroDivisionError


NOWHERE_RIGHT: tuple[Any, ...] = (
    Wrong(),
    3.5,
    2j,
    b"",
    b"text",
    bytearray(),
    {},
    {"text": 1},
    set(),
    {"text"},
    frozenset(),
    str,
    datetime(2027, 2, 5, 9, tzinfo=UTC),
    ...,
)


def classes_of_the_model() -> set[type]:
    """Every attrs class that a module of the model defines."""
    names = [module.name for module in pkgutil.iter_modules(motesprotokoll.model.__path__)]
    modules = [importlib.import_module(f"motesprotokoll.model.{name}") for name in names]
    return {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type)
        and attrs.has(value)
        and value.__module__.startswith("motesprotokoll.model")
    }


def fields() -> Iterator[Any]:
    """Every field of every class."""
    for example in EXAMPLES:
        for attribute in attrs.fields(type(example)):
            name = f"{type(example).__name__}.{attribute.name}"
            yield pytest.param(example, attribute, id=name)


def nearly_right(name: str, value: Any) -> list[Any]:
    """What is easily taken for the value that the field *name* wants."""
    if isinstance(value, Enum):
        return [value.value, value.name, 1, Basis.STATED if type(value) is not Basis else Kind.NOTES]
    if type(value) is str:
        return [7, True, ["text"], ("text",), Paragraph("text"), DAY]
    if type(value) is tuple:
        bare: list[Any] = [] if name in TAKES_ONE else ["text", "", Link("a", "b")]
        return [7, True, [7], [None], ["text", 7], [["text", 7]], [b"text"], MEETING, *bare]
    if type(value) is bool:
        return [0, 1, "ja", "", []]
    if type(value) is int:
        return [True, "1", 1.0, [1]]
    if type(value) is date:
        return ["2027-02-05", 20270205, HOUR, datetime(2027, 2, 5)]  # noqa: DTZ001 - a naive one
    if type(value) is time:
        return ["09:00", 9, DAY, datetime(2027, 2, 5)]  # noqa: DTZ001
    if type(value) is timedelta:
        return [30, "30", HOUR]
    return [7, True, ["text"], Emphasis("a"), MEETING]


class TestExamples:
    def test_there_is_one_of_every_class(self) -> None:
        """A new class must come with an example."""
        assert {type(one) for one in (*EXAMPLES, *POINTERS)} == classes_of_the_model()

    @pytest.mark.parametrize(("example", "attribute"), tuple(fields()))
    def test_every_field_is_set(self, example: Any, attribute: Any) -> None:
        """A new field must come with a value that is not its default."""
        assert getattr(example, attribute.name) != attribute.default
        assert getattr(example, attribute.name) not in (None, (), "")

    def test_every_public_name_is_there(self) -> None:
        """What the package says that it has, it has."""
        assert all(hasattr(motesprotokoll.model, name) for name in motesprotokoll.model.__all__)
        public = {one.__name__ for one in classes_of_the_model()}
        assert public <= set(motesprotokoll.model.__all__)


class TestWrongTypes:
    @pytest.mark.parametrize(("example", "attribute"), tuple(fields()))
    def test_are_refused_by_every_field(self, example: Any, attribute: Any) -> None:
        """What no field takes, and what looks much like the right value, is refused; the error says where."""
        name = f"{type(example).__name__}.{attribute.name}"
        for wrong in (*NOWHERE_RIGHT, *nearly_right(name, getattr(example, attribute.name))):
            with pytest.raises(WrongTypeError) as caught:
                attrs.evolve(example, **{attribute.name: wrong})
            assert caught.value.where == name
            assert str(caught.value).startswith(f"{name}: expected ")
            assert len(str(caught.value)) < 250

    @pytest.mark.parametrize(("example", "attribute"), tuple(fields()))
    def test_include_none_where_a_value_must_be(self, example: Any, attribute: Any) -> None:
        """``None`` is taken just where it is the default."""
        if attribute.default is None:
            assert getattr(attrs.evolve(example, **{attribute.name: None}), attribute.name) is None
            return
        with pytest.raises(WrongTypeError) as caught:
            attrs.evolve(example, **{attribute.name: None})
        assert caught.value.where == f"{type(example).__name__}.{attribute.name}"

    @pytest.mark.parametrize(("example", "attribute"), tuple(fields()))
    def test_include_classes_derived_from_the_right_one(self, example: Any, attribute: Any) -> None:
        """Only the very class is sure to be frozen and to be written by every renderer."""
        value = getattr(example, attribute.name)
        if not attrs.has(type(value)):
            return

        class Derived(type(value)):  # type: ignore[misc]
            colour = "red"

        derived = Derived(**{one.name: getattr(value, one.name) for one in attrs.fields(type(value))})
        with pytest.raises(WrongTypeError):
            attrs.evolve(example, **{attribute.name: derived})


class TestValues:
    @pytest.mark.parametrize("example", [*EXAMPLES, *POINTERS], ids=lambda one: type(one).__name__)
    def test_are_frozen_and_slotted(self, example: Any) -> None:
        """No field can be set or deleted and no attribute added."""
        first = attrs.fields(type(example))[0].name
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(example, first, getattr(example, first))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(example, first)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            example.other = 1
        assert not hasattr(example, "__dict__")

    @pytest.mark.parametrize("example", [*EXAMPLES, *POINTERS], ids=lambda one: type(one).__name__)
    def test_are_values(self, example: Any) -> None:
        """Equal ones hash alike; a copy and a pickle are equal; another class's value never is."""
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            same = pickle.loads(pickle.dumps(example, protocol))
            assert same == example
            assert hash(same) == hash(example)
        assert copy.deepcopy(example) == example
        assert attrs.evolve(example) == example
        assert example not in [one for one in EXAMPLES if type(one) is not type(example)]

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: type(one).__name__)
    def test_hold_nothing_that_can_change(self, example: Any) -> None:
        """All the way down there are tuples, frozen values and what Python itself keeps unchanged."""
        assert mutable_parts(example) == []

    def test_are_told_apart_by_every_field(self) -> None:
        """A value that differs in one field is another one."""
        for example in EXAMPLES:
            for attribute in attrs.fields(type(example)):
                if attribute.default in (attrs.NOTHING, ()) or isinstance(attribute.default, attrs.Factory):  # type: ignore[arg-type]
                    continue
                assert attrs.evolve(example, **{attribute.name: attribute.default}) != example


def mutable_parts(value: Any) -> list[Any]:
    if isinstance(value, tuple):
        return [part for one in value for part in mutable_parts(one)]
    if attrs.has(type(value)):
        return [part for one in attrs.fields(type(value)) for part in mutable_parts(getattr(value, one.name))]
    plain = (str, bool, int, date, time, timedelta, type(None))
    return [] if type(value) in plain or isinstance(value, Enum) else [value]


HOSTILE = {"long": "x" * 10_000, "quotes": "'\"\\" * 1_000, "braces": "{}%s{0}" * 500, "lines": "a\nb" * 99}


def stuffed(example: Any, text: str) -> Any:
    """*example* with *text* in each string field and a thousand elements in each tuple."""
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(example)):
        value = getattr(example, attribute.name)
        if type(value) is str:
            changes[attribute.name] = text
        elif type(value) is tuple and value:
            one = text if isinstance(value[0], str) else value[0]
            changes[attribute.name] = (one,) * (1_000 if attribute.name != "content" else 1)
        elif attrs.has(type(value)):
            changes[attribute.name] = stuffed(value, text)
    return attrs.evolve(example, **changes)


class TestRepr:
    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: type(one).__name__)
    def test_is_short_and_on_one_line(self, example: Any, text: str) -> None:
        """At most 200 signs, all printable, beginning with the class, whatever a document said."""
        shown = repr(stuffed(example, text))
        assert len(shown) <= 200
        assert shown.startswith(f"{type(example).__name__}(")
        assert shown.endswith(")")

    def test_of_a_place_far_down_is_short(self) -> None:
        """Where `walk` found something is told shortly, too."""
        place = Place(("appendix", 0) + ("body", 0) * 500)
        assert len(repr(place)) <= 200
        found = Found(Paragraph("x" * 999), place, (ITEM,) * 99, ("x" * 999,) * 99)
        assert len(repr(found)) <= 200

    def test_tells_what_matters(self) -> None:
        """A developer sees in a list which value it is."""
        shown = [repr(one) for one in EXAMPLES]
        assert "Meeting(Nätverket, 2027-02-05: 1 items, 1 decisions)" in shown
        assert "Section('Bakgrund', 1 blocks)" in shown
        assert "Table(1 x 2)" in shown
        assert "BulletList(1 items)" in shown
        assert "DateSpan(2027-02-05/2027-02-06)" in shown
        assert "TimeSpan(09:00–12:00)" in shown
        assert "Occasion('2027-02-05/2027-02-06, 09:00–12:00, Ale, Studieresa')" in shown
        assert repr(POINTERS[0]) == "Place($.agenda[0].body[1])"
        assert repr(Meeting()) == "Meeting(0 items, 0 decisions)"
        assert repr(Meeting(title="Möte")) == "Meeting(Möte: 0 items, 0 decisions)"


class TestAnnotations:
    def test_are_resolved(self) -> None:
        """Serialisation reads the annotations at run time, so each is a type and no string."""
        for one in classes_of_the_model():
            for attribute in attrs.fields(one):
                assert not isinstance(attribute.type, str), f"{one.__name__}.{attribute.name}"

    def test_classes_are_hashable_to_type_checkers(self) -> None:
        """Each class has a hash of its own."""
        assert all(isinstance(one, Hashable) for one in (*EXAMPLES, *POINTERS))


class TestConstruction:
    def test_one_argument_comes_without_a_name(self) -> None:
        """All others are given by keyword, so that fields may be added; the pairs are those of the mind."""
        pairs = {
            DateSpan: ["start", "end"],
            TimeSpan: ["start", "end"],
            Link: ["text", "url"],
            Section: ["label", "body"],
            Found: ["block", "place", "items", "headings"],
        }
        for cls in {type(example) for example in (*EXAMPLES, *POINTERS)}:
            named = [one.name for one in attrs.fields(cls) if not one.kw_only]
            assert named == pairs.get(cls, named[:1]), cls

    @pytest.mark.parametrize(
        ("cls", "values"),
        [
            (Attendance, "present in-attendance absent"),
            (Basis, "stated recognised confirmed"),
            (Kind, "notes minutes agenda summons"),
            (Mode, "on-site remote hybrid"),
            (Outcome, "adopted declined tabled referred-back withdrawn noted"),
            (PartOfDay, "morning afternoon evening whole-day"),
            (Status, "draft final"),
        ],
    )
    def test_values_are_the_words_of_the_format(self, cls: type[Enum], values: str) -> None:
        """They stand in files that are kept for years."""
        assert [member.value for member in cls] == values.split()
