"""Hypothesis strategies for every value of the model: `meetings()`, `schedules()`, `blocks()`, `texts()` …

They lean towards what breaks readers and renderers: words that look like structure ("Beslut: x", "- x",
"§ 5"), markup signs, text that is not canonical yet (NFD, line breaks, zero-width signs), reversed spans,
empty cells, lists in cells in lists. All people, places and bodies are invented.

Everything is built through the constructors, as a caller would, so what comes out is what the model made of
it. Nesting ends after `DEPTH` levels and sizes are small: about 200 meetings a second.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from motesprotokoll.calendars import with_uids
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Attendance,
    Basis,
    Block,
    BulletList,
    Cell,
    Content,
    Dates,
    DateSpan,
    Decision,
    Emphasis,
    Inline,
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
    Schedule,
    Section,
    Status,
    Table,
    TimeSpan,
    Unread,
)
from motesprotokoll.model.text import canonical, to_content

_FEWER = {50: 20, 1_000: 200}
SLOW_EACH = settings(max_examples=_FEWER.get(settings().max_examples, settings().max_examples))
"""For properties whose examples are dear: fewer in the quick suite and in a build, all of them elsewhere."""

DEAR = settings(max_examples={50: 20}.get(settings().max_examples, settings().max_examples))
"""For properties whose examples are dear: fewer in the quick suite, all of them in a build."""

T = TypeVar("T")
DEPTH = 3
"""How many levels of blocks may stand inside blocks, and of items inside items."""

# ------------------------------------------------------------------------------------------------ words

ORDINARY = (
    "Ida Ek",
    "Bo Ström",
    "Åsa Öberg-Lind",
    "Östra Ån",
    "tf. HR-chef",
    "Förvaltningen för inköp",
    "Arbetsgivarfrågor",
    "Nätverket beslutar att spara pengar.",
    "Hon sade: ”Vi ses, kanske.”",
    "en rad, och en till; och en tredje",
    "x",
    "7",
)
"""What stands in any document."""

STRUCTURE = (
    "1. x",
    "1.",
    "1) x",
    "12.3 x",
    "a) x",
    "i. x",
    "- x",
    "-",
    "– x",
    "— x",
    "* x",
    "+ x",
    "• x",
    "•",
    "o x",
    "# x",
    "## x ##",
    "> x",
    "===",
    "---",
    "***",
    "___",
    "~~~",
    "```",
    "```python",
    "| x | y |",
    "|---|---|",
    "\\",
    "\\x",
    "[x]",
    "[x](y)",
    "![x](y)",
    "[x]: y",
    "[^1]",
    "<b>x</b>",
    "<!-- x -->",
    "</script>",
    "<https://example.org>",
    "https://example.org/a_b_c",
    "www.example.org",
    "ida.ek@example.org",
    "&amp; &lt; &#120;",
    "{{ x }}",
    "{% x %}",
    "#set page()",
    "$x$",
    "@x",
    "*x* _x_ **x** __x__ `x` ~x~",
    "snake_case_name",
    "2*3*4",
    "x  y",
    "Beslut: x",
    "Beslut",
    "BESLUT",
    "Beslutas: att x",
    "att x",
    "Nätverket beslutar",
    "Nätverket beslutar att inte x",
    "Åtgärd: Ida Ek gör x",
    "Ansvarig: Ida Ek",
    "Närvarande",
    "Närvarande:",
    "Närvarande: Ida Ek, Bo Ström",
    "Frånvarande",
    "Förhinder: Ida Ek",
    "Övriga",
    "Samt",
    "Ida Ek, tf. HR-chef, Ale",
    "Ida Ek (Ale)",
    "Ida Ek, x, y, z, å, ä",
    "Ek, Ida; Ström, Bo",
    "Ida och Bo",
    "Plats: x",
    "Plats:",
    "Tid: 09.00–12.00",
    "Datum: 2026-03-14",
    "Dag: x",
    "Ordförande: Ida Ek",
    "Sekreterare",
    "Vid anteckningarna",
    "Antecknat av Bo Ström",
    "Justeras",
    "Nästa möte",
    "Nästa möte: 5 februari 2027 kl. 09.00",
    "Bilaga 1",
    "Bilagor:",
    "Bakgrund",
    "Bakgrund:",
    "Reservation",
    "Dagordning",
    "Anteckningar",
    "Anteckningar möte",
    "Protokoll",
    "Mötestider 2027",
    "§ 5",
    "§ 5 x",
    "§",
    "§§ 1–4",
    "Punkt 3",
    "Dnr 2026/12",
    "Dnr: KS 2026/00012",
    "x (30 minuter)",
    "(30 minuter)",
    "(15 min)",
    "5 februari",
    "den 5 februari 2027",
    "fredagen den 5 februari 2027",
    "2027-02-05",
    "2027-02-05 kl. 09.00–12.00",
    "09.00–12.00",
    "kl. 24.00",
    "24.00",
    "vecka 7",
    "v. 7",
    "i slutet av augusti",
    "Sida 1 av 3",
    "Sida 2 (4)",
    "1",
    "1 (2)",
    "None",
    "null",
    "true",
    "not-a-line:",
    "x:",
    ":",
    ", ",
    "()",
    "(x",
    "x)",
    "(sic)",
    "x-",
    "-x",
    "x –",
    "=1+1",
    '=cmd|" /C x"!A1',
    "%s %(x)s {0} {x}",
    "\"x\" 'x' ”x” «x»",
    "END:VEVENT",
    "x;y\\,z\\n",
    "%PDF-1.7",
    "motesprotokoll",
)
"""Words that some reader could take for structure, and signs that some format gives a meaning."""

UNTIDY = (
    "a\nb",
    "a\r\n\r\nb",
    "\ta\t b ",
    "  a   b  ",
    "a\x00b\x07",
    "a\x0cb",
    "a\u00a0b",
    "30\u202f000\u00a0kr",
    "a\u2028b",
    "e\u0301 a\u030a o\u0308",
    "A\u030angstro\u0308m",
    "\u0301x",
    "x\u0323\u0307",
    "\u212b",
    "a\u200bb\ufeffc",
    "sam\u00adman",
    "\u202eabc\u202c",
    "x\u0301\u0302\u0303",
    "\ud800",
    "\ufffe",
    "👩‍👩‍👧",
    "😀",
    "中文",
    "עברית",
    "ﬁ ½ ² ™ …",
    "−1 – — ‑ ‐",
    "x" + "\u0301" * 40,
    "\u0344" * 16,
    "a\n- b\n1. c\n\n# d",
    "Beslut:\nx",
)
"""What canonical form mends: other normal forms, white space, control characters; and rare signs."""

EMPTY = ("", " ", "\n", "\u200b", "\ufeff ")
"""What canonical form turns into nothing."""

SIGNS = "aåZ9 .,:;-–*_#<>&\"'\\/[](){}|~`+$@=!?%^§•\n\t\u00a0\u0301"
"""The alphabet of random strings."""


@cache
def words() -> SearchStrategy[str]:
    """Any string, canonical or not, empty or not."""
    return one(
        st.sampled_from(ORDINARY + STRUCTURE),
        st.sampled_from(STRUCTURE + UNTIDY + EMPTY),
        st.lists(st.sampled_from(ORDINARY + STRUCTURE + UNTIDY), min_size=2, max_size=3).map(" ".join),
        st.text(st.sampled_from(SIGNS), max_size=8),
        st.text(max_size=4),
    )


@cache
def texts() -> SearchStrategy[str]:
    """A string that says something, in any form: what a field that must not be empty takes."""
    return one(
        st.sampled_from(ORDINARY + STRUCTURE),
        st.sampled_from(ORDINARY + STRUCTURE + UNTIDY),
        words().filter(canonical),
    )


@cache
def canonical_texts() -> SearchStrategy[str]:
    """A string as the model keeps it, never empty."""
    return texts().map(canonical)


@cache
def names() -> SearchStrategy[str]:
    """What stands for a person's name: mostly a name, sometimes anything."""
    people = (
        "Ida Ek",
        "Bo Ström",
        "Åsa Öberg-Lind",
        "Maria",
        "Ek, Ida",
        "Maria af Ån",
        "I. Ek",
        "N.N.",
        "Bo (vik.)",
    )
    return one(st.sampled_from(people), st.sampled_from(people), texts())


@cache
def urls() -> SearchStrategy[str]:
    """Addresses, right and wrong ones."""
    known = (
        "https://example.org/a?b=1&c=(x)#d",
        "https://example.org",
        "mailto:ida.ek@example.org",
        "javascript:alert(1)",
        "http://åäö.example/å b",
        'x"y<z>',
        "a)b]c",
        "#bilaga-1",
        "..\\x",
    )
    return one(st.sampled_from(known), texts())


# ------------------------------------------------------------------------------------------------ building


def one(*strategies: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """One of *strategies*, each as often; name one twice to have it twice as often.

    `hypothesis.strategies.one_of` looks into its branches and spreads them out, so that a branch which itself
    is one of twenty drowns all others.
    """
    places = st.integers(0, len(strategies) - 1)

    @st.composite
    def choose(draw: st.DrawFn) -> Any:
        return draw(strategies[draw(places)])

    return choose()


_SEVEN_FLAGS = st.integers(0, 127)  # a wider range is not drawn evenly: Hypothesis prefers small numbers


def built(
    make: Callable[..., T],
    required: Sequence[SearchStrategy[Any]] = (),
    optional: Mapping[str, SearchStrategy[Any]] | None = None,
    *,
    rarity: int = 1,
) -> SearchStrategy[T]:
    """*make* called with values of *required* and of some of *optional*.

    One draw says which of seven optional fields are given, so that a class with many fields stays cheap.
    Each is given once in ``2 ** rarity`` times.
    """
    fields = tuple((optional or {}).items())
    groups = tuple(fields[start : start + 7] for start in range(0, len(fields), 7))

    @st.composite
    def build(draw: st.DrawFn) -> T:
        arguments = [draw(strategy) for strategy in required]
        given: dict[str, Any] = {}
        for group in groups:
            mask = draw(_SEVEN_FLAGS)
            for _ in range(rarity - 1 if mask else 0):
                mask &= draw(_SEVEN_FLAGS)
            given |= {
                name: draw(strategy) for place, (name, strategy) in enumerate(group) if mask >> place & 1
            }
        return make(*arguments, **given)

    return build()


def few(strategy: SearchStrategy[T], *, least: int = 0, most: int = 3) -> SearchStrategy[list[T]]:
    """A short list: cheaper than `hypothesis.strategies.lists`."""
    sizes = st.integers(least, most)

    @st.composite
    def build(draw: st.DrawFn) -> list[T]:
        return [draw(strategy) for _ in range(draw(sizes))]

    return build()


def or_none(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """A value or ``None``."""
    return one(st.none(), strategy)


# ------------------------------------------------------------------------------------------------ times


@cache
def days() -> SearchStrategy[dt.date]:
    """A day: mostly of these years, sometimes the first or last that the calendar has."""
    first, last = dt.date(2019, 1, 1).toordinal(), dt.date(2032, 12, 31).toordinal()
    edges = (dt.date.min, dt.date.max, dt.date(2024, 2, 29), dt.date(1899, 12, 31), dt.date(2026, 12, 31))
    usual = st.integers(first, last).map(dt.date.fromordinal)
    return one(usual, usual, usual, st.sampled_from(edges))


@cache
def hours() -> SearchStrategy[dt.time]:
    """A clock time, in whole minutes, 24.00 (which is 00:00) among them."""
    minutes = one(st.sampled_from((0, 540, 545, 720, 1439)), st.integers(0, 1439))
    return minutes.map(lambda minute: dt.time(*divmod(minute, 60)))


@cache
def durations() -> SearchStrategy[dt.timedelta]:
    """A length of time in whole minutes."""
    minutes = one(st.sampled_from((0, 1, 30, 60, 90, 24 * 60, 100_000)), st.integers(0, 600))
    return minutes.map(lambda minute: dt.timedelta(minutes=minute))


@cache
def date_spans() -> SearchStrategy[DateSpan]:
    """A day, or two in either order."""
    return one(st.builds(DateSpan, days()), st.builds(DateSpan, days(), days()))


@cache
def time_spans() -> SearchStrategy[TimeSpan]:
    """An hour, or two in either order."""
    return built(TimeSpan, (hours(),), {"end": hours()})


@cache
def partial_dates() -> SearchStrategy[PartialDate]:
    """A vague date."""
    vague = (
        "i slutet av augusti",
        "våren 2027",
        "vecka 7",
        "snarast",
        "5 februari",
        "2027-02-05",
        "nästa möte",
    )
    return built(PartialDate, (one(st.sampled_from(vague), texts()),), {"earliest": days(), "latest": days()})


@cache
def dates() -> SearchStrategy[Dates]:
    """A span of days or a vague date."""
    return one(date_spans(), date_spans(), partial_dates())


@cache
def occasions() -> SearchStrategy[Occasion]:
    """A point on a plan, from one that says nothing to one that says all."""
    places = one(st.sampled_from(("Ale kommun", "Teams", "Gårda, lokal 4", "(preliminärt)")), words())
    optional = {
        "dates": dates(),
        "times": time_spans(),
        "part_of_day": st.sampled_from(PartOfDay),
        "place": places,
        "mode": st.sampled_from(Mode),
        "tentative": st.booleans(),
        "place_tentative": st.booleans(),
        "cancelled": st.booleans(),
        "label": words(),
        "note": words(),
        "uid": words(),
        "sequence": st.integers(0, 2**31 - 1),
    }
    usual = built(
        lambda day, hours, place: Occasion(day, times=hours, place=place),
        (date_spans(), time_spans(), places),
    )
    return one(built(Occasion, (), optional), built(Occasion, (), optional, rarity=2), usual)


@cache
def schedules() -> SearchStrategy[Schedule]:
    """The dates of a body."""
    return built(
        Schedule,
        (),
        {
            "occasions": few(occasions()),
            "title": words(),
            "network": networks(),
            "year": st.sampled_from((2026, 2027, 1, 9999)),
            "part_of_day": st.sampled_from(PartOfDay),
            "decided_on": days(),
            "revision": st.integers(0, 9),
        },
    )


# ------------------------------------------------------------------------------------------------ people


@cache
def organisations(depth: int = 2) -> SearchStrategy[Organisation]:
    """An organisation, perhaps part of another."""
    optional: dict[str, SearchStrategy[Any]] = {
        "code": words(),
        "kind": words(),
        "aliases": few(words(), most=2),
    }
    if depth:
        optional["part_of"] = organisations(depth - 1)
    return built(Organisation, (texts(),), optional, rarity=2)


@cache
def members() -> SearchStrategy[Member]:
    """A person with a seat."""
    return built(
        Member,
        (names(),),
        {
            "role": words(),
            "organisation": organisations(),
            "email": words(),
            "since": dates(),
            "until": dates(),
        },
        rarity=2,
    )


@cache
def networks() -> SearchStrategy[Network]:
    """A body that meets."""
    return built(
        Network,
        (one(st.sampled_from(("HR-nätverket", "Nätverket för inköp, upphandling")), texts()),),
        {
            "short_name": words(),
            "organisation": organisations(),
            "email": words(),
            "members": few(members(), most=2),
        },
        rarity=2,
    )


@cache
def participants() -> SearchStrategy[Participant]:
    """A person at a meeting."""
    optional = {
        "role": words(),
        "unit": words(),
        "organisation": words(),
        "attendance": st.sampled_from(Attendance),
        "group": one(st.sampled_from(("Närvarande", "Samt", "Förhinder:")), words()),
        "note": words(),
    }
    return one(built(Participant, (names(),), optional), built(Participant, (names(),), optional, rarity=2))


# ------------------------------------------------------------------------------------------------ content


@cache
def inlines() -> SearchStrategy[Inline]:
    """One piece of running text."""
    return one(
        words(),
        st.sampled_from((" ", ", ", " och ", "x", "*", "(")),
        st.builds(Link, texts(), urls()),
        st.builds(Emphasis, texts(), strong=st.booleans()),
    )


@cache
def contents() -> SearchStrategy[Content]:
    """Running text that says something: mostly one string, sometimes with links and emphasis."""
    mixed = few(inlines(), least=1, most=4).map(to_content).filter(bool)
    plain = texts().map(to_content)
    return one(plain, plain, mixed)


# ------------------------------------------------------------------------------------------------ blocks


@cache
def paragraphs() -> SearchStrategy[Paragraph]:
    """Running text."""
    return contents().map(Paragraph)


@cache
def unread() -> SearchStrategy[Unread]:
    """What nobody understood."""
    return contents().map(Unread)


@cache
def decisions() -> SearchStrategy[Decision]:
    """A decision: content, clauses or both."""
    optional = {
        "decided_by": words(),
        "outcome": st.sampled_from(Outcome),
        "basis": st.sampled_from(Basis),
        "id": words(),
    }
    clauses = few(texts(), least=1, most=3)
    return one(
        built(Decision, (contents(),), optional),
        built(Decision, (contents(),), {**optional, "clauses": clauses}),
        built(lambda clauses, **given: Decision(clauses=clauses, **given), (clauses,), optional),
    )


@cache
def actions() -> SearchStrategy[ActionItem]:
    """What somebody is to do."""
    return built(
        ActionItem,
        (contents(),),
        {
            "owners": few(names(), least=1, most=2),
            "due": dates(),
            "done": st.booleans(),
            "basis": st.sampled_from(Basis),
            "id": words(),
        },
    )


@cache
def attachments() -> SearchStrategy[Attachment]:
    """An attachment."""
    return built(Attachment, (texts(),), {"kind": words(), "url": urls(), "supplied": st.booleans()})


def markers() -> SearchStrategy[str]:
    """What stands before a list item."""
    usual = st.sampled_from(("•", "o", "-", "–", "*", "1.", "2.", "9)", "a)", "iv.", "§ 1", "1.1"))
    return one(usual, usual, words())


@cache
def list_items(depth: int = DEPTH) -> SearchStrategy[ListItem]:
    """A list item, empty or with blocks."""
    plain = built(ListItem, (paragraphs(),), {"marker": markers()})
    return one(plain, plain, built(ListItem, (), {"body": bodies(depth), "marker": markers()}))


@cache
def bullet_lists(depth: int = DEPTH) -> SearchStrategy[BulletList]:
    """A list."""
    return few(list_items(depth - 1), least=1).map(BulletList)


@cache
def cells(depth: int = DEPTH) -> SearchStrategy[Cell]:
    """A cell, empty, plain or with blocks."""
    return one(st.just(Cell()), paragraphs().map(Cell), bodies(depth).map(Cell))


@cache
def tables(depth: int = DEPTH) -> SearchStrategy[Table]:
    """A table of up to three rows and columns."""
    cell, titles = cells(depth - 1), or_none(words())

    @st.composite
    def build(draw: st.DrawFn) -> Table:
        height, width = draw(st.sampled_from(((1, 1), (2, 2), (1, 3), (3, 1), (2, 3))))
        rows = [[draw(cell) for _ in range(width)] for _ in range(height)]
        return Table(rows, header_rows=draw(st.integers(0, height)), title=draw(titles))

    return build()


@cache
def sections(depth: int = DEPTH) -> SearchStrategy[Section]:
    """A labelled part of an item, perhaps empty."""
    labels = one(st.sampled_from(("Bakgrund", "Yrkanden", "Reservation", "Beslut")), texts())
    return st.builds(Section, labels, bodies(depth - 1))


@cache
def blocks(depth: int = DEPTH) -> SearchStrategy[Block]:
    """Any block."""
    flat: tuple[SearchStrategy[Block], ...] = (
        paragraphs(),
        paragraphs(),
        decisions(),
        actions(),
        unread(),
    )
    if depth <= 0:
        return one(*flat)
    nested = (bullet_lists(depth), bullet_lists(depth), tables(depth), sections(depth), schedules())
    return one(*flat, *nested)


@cache
def bodies(depth: int = DEPTH) -> SearchStrategy[list[Block]]:
    """Blocks, in order; the deeper, the fewer."""
    return few(st.deferred(lambda: blocks(depth)), most=3 if depth >= DEPTH else 2)


# ------------------------------------------------------------------------------------------------ the meeting


@cache
def agenda_items(depth: int = 2) -> SearchStrategy[AgendaItem]:
    """An item of the agenda, perhaps with items below it."""
    numbers = one(st.sampled_from(("1", "2", "§ 12", "6 a", "1.2", "3)", "4.", "A", "IV")), words())
    titles = one(st.sampled_from(("Budget", "Lägesrapport (30 minuter)", "Övriga frågor")), words())
    optional: dict[str, SearchStrategy[Any]] = {
        "title": titles,
        "number": numbers,
        "planned_duration": durations(),
        "presenters": few(participants(), least=1, most=2),
        "case_number": words(),
        "attachments": few(attachments(), least=1, most=2),
    }
    if depth:
        optional["items"] = few(agenda_items(depth - 1), least=1, most=2)

    def make(body: list[Block], **given: Any) -> AgendaItem:
        return AgendaItem(body=body, **given)

    return one(
        st.builds(AgendaItem, titles, number=or_none(numbers)),
        built(make, (bodies(),), optional, rarity=2),
        built(make, (bodies(1),), {"title": titles, "number": numbers}),
    )


@cache
def meetings() -> SearchStrategy[Meeting]:
    """Any meeting, from the empty one to one that says everything."""
    optional: dict[str, SearchStrategy[Any]] = {
        "network": networks(),
        "occasion": occasions(),
        "kind": st.sampled_from(Kind),
        "kind_label": one(st.sampled_from(("Anteckningar möte", "Protokoll")), words()),
        "title": words(),
        "number": words(),
        "case_number": words(),
        "preamble": bodies(2),
        "next_meeting": occasions(),
        "note_taker": participants(),
        "chair": participants(),
        "verifiers": few(participants(), most=2),
        "attachments": few(attachments(), most=2),
        "appendix": bodies(2),
        "status": st.sampled_from(Status),
        "finished_on": days(),
        "language": st.sampled_from(("sv", "en", "sv-SE", "x")),
        "id": words(),
    }
    usual = (few(participants(), most=4), few(agenda_items()))

    def make(people: list[Participant], agenda: list[AgendaItem], **given: Any) -> Meeting:
        return Meeting(participants=people, agenda=agenda, **given)

    return one(
        built(make, usual, optional, rarity=3),
        built(make, usual, optional, rarity=2),
        built(make, usual, optional),
    )


@cache
def documents() -> SearchStrategy[Meeting | Schedule]:
    """Whatever can stand in a file of its own."""
    return one(meetings(), meetings(), schedules())


# ------------------------------------------------------------------------------------------------ plans

_NEW_YEAR = dt.date(2027, 1, 1)
_PLACES = ("Ale kommun", "Teams", "Gårda, lokal 4")


@cache
def _days_of_a_plan() -> SearchStrategy[Dates]:
    """Days of one year, near one another, so that meetings meet; sometimes two days, or a vague time."""
    first = st.integers(0, 120).map(lambda day: _NEW_YEAR + dt.timedelta(days=day))
    two_days = first.map(lambda day: DateSpan(day, day + dt.timedelta(days=1)))
    vague = PartialDate("i slutet av mars", earliest=dt.date(2027, 3, 21), latest=dt.date(2027, 3, 31))
    return one(*[first.map(DateSpan)] * 6, two_days, one(st.just(vague), partial_dates()))


@cache
def _planned() -> SearchStrategy[Occasion]:
    hours = (TimeSpan(dt.time(9), dt.time(12)), TimeSpan(dt.time(13)))
    return built(
        Occasion,
        (_days_of_a_plan(),),
        {
            "times": st.sampled_from(hours),
            "part_of_day": st.sampled_from(PartOfDay),
            "place": st.sampled_from(_PLACES),
            "mode": st.sampled_from(Mode),
            "label": st.sampled_from(("Studieresa", "Introduktion")),
            "note": st.just("Anmälan krävs"),
            "cancelled": st.booleans(),
            "tentative": st.booleans(),
        },
        rarity=2,
    )


@cache
def plans() -> SearchStrategy[Schedule]:
    """A plan of a body as somebody would write it: a handful of meetings of one year, without uids."""
    return built(
        Schedule,
        (),
        {
            "occasions": few(_planned(), most=7),
            "network": st.sampled_from(("HR-nätverket", "Arkivnätverket", "Ån; rådet")),
            "year": st.just(2027),
            "part_of_day": st.sampled_from(PartOfDay),
            "decided_on": st.sampled_from((dt.date(2026, 10, 9), dt.date(2026, 12, 1))),
            "revision": st.integers(0, 3),
            "title": st.sampled_from(("Mötestider 2027", "Förslag mötestider 2027")),
        },
        rarity=1,
    )


@cache
def plan_pairs() -> SearchStrategy[tuple[Schedule, Schedule]]:
    """A plan and a later one: meetings moved, added, removed, cancelled, restored, told otherwise.

    As a rule the later one is written by hand, without uids; sometimes it is the old one, with uids, edited.
    """

    @st.composite
    def build(draw: st.DrawFn) -> tuple[Schedule, Schedule]:
        old = draw(plans())
        start = draw(st.sampled_from((old, old, with_uids(old))))
        occasions = list(start.occasions)
        for _ in range(draw(st.integers(0, 4))):
            _edit(draw, occasions)
        new = attrs.evolve(start, occasions=occasions)
        if draw(st.integers(0, 5)) == 5:
            new = attrs.evolve(new, part_of_day=draw(st.sampled_from((None, *PartOfDay))))
        if draw(st.booleans()):
            decided = (None, dt.date(2026, 10, 9), dt.date(2027, 1, 15))
            new = attrs.evolve(new, decided_on=draw(st.sampled_from(decided)))
        return draw(st.sampled_from((old, start))), new

    return build()


def _edit(draw: st.DrawFn, occasions: list[Occasion]) -> None:
    """One change, such as a body makes at its table."""
    kind = draw(st.sampled_from(("move", "move", "add", "remove", "state", "tell", "copy")))
    place = draw(st.integers(0, max(len(occasions) - 1, 0)))
    if kind == "add" or not occasions:
        occasions.insert(place, draw(_planned()))
    elif kind == "remove":
        del occasions[place]
    elif kind == "copy":
        occasions.append(occasions[place])
    elif kind == "move":
        occasions[place] = attrs.evolve(occasions[place], dates=draw(_days_of_a_plan()))
    elif kind == "state":
        occasions[place] = attrs.evolve(occasions[place], cancelled=not occasions[place].cancelled)
    else:
        name, value = draw(
            st.sampled_from((("place", "Ale kommun"), ("label", "Studieresa"), ("tentative", True)))
        )
        occasions[place] = attrs.evolve(occasions[place], **{name: value})
