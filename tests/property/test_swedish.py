"""Laws of the Swedish language: what is written is read back, and any text gives a result or our error."""

import contextlib
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters import letters, letters_of
from motesprotokoll.errors import MinutesError, WrongValueError
from motesprotokoll.model import DateSpan, Mode, Occasion, PartialDate, Participant, PartOfDay, TimeSpan
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish import (
    find_dates,
    format_date,
    format_date_list,
    format_date_span,
    format_dates,
    format_list,
    format_number,
    format_occasion,
    format_ordinal,
    format_part_of_day,
    format_participant,
    format_time,
    format_time_span,
    format_week,
    genitive,
    parse_date,
    parse_date_list,
    parse_date_span,
    parse_dates,
    parse_list,
    parse_number,
    parse_occasion,
    parse_ordinal,
    parse_part_of_day,
    parse_participant,
    parse_time,
    parse_time_span,
    reads_back,
    resolve_name,
    sort_key,
    split_sentences,
    stockholm,
)
from timing import grows_at_most, within

DAYS = st.dates()
NEAR_DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
SPANS = st.builds(DateSpan, DAYS, DAYS) | st.builds(DateSpan, NEAR_DAYS, NEAR_DAYS)
HOURS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
TIME_SPANS = st.builds(TimeSpan, HOURS, st.none() | HOURS)
VAGUE = st.sampled_from(
    (
        "i slutet av augusti 2024",
        "vecka 47, 2024",
        "mån–ons v. 12 2024",
        "våren 2024",
        "snarast",
        "senast den 3 mars 2024",
        "sista fredagen i mars 2024",
        "varannan helgfri måndag",
        "månadsskiftet mars/april 2024",
    )
).map(parse_dates)

_PIECES = """
1 2 9 12 24 31 39 99 2023 2024 0000 9999 230421 20230421 1234 : . , - – — ' / ( ) § ; och samt till
den i på v kl kl. klockan mellan från fr.o.m. t.o.m. tom fredag fredagen tors. mars maj april 21:a
dec. december-träffen vår vt ht hösten septembermötet våren vecka i slutet av början 2024 år under
nästa möte snarast om två veckor fm f.m. em förmiddagen årsskiftet första kvartalet Q1 senast före
efter års vintern helgfri varannan var varje sista måndagar månaden månadsskiftet
preliminärt inställt! digitalt
möte mötet ajournering lunch nr sid. ; 1 000 −5 2,5 ca & ordförande HR-chef Ida Ek Ale (S) (via länk) ٣ ² å İ
"""
_SIGNS = ("\N{NO-BREAK SPACE}", "\n", "\N{COMBINING RING ABOVE}", "\N{ZERO WIDTH SPACE}")
FRAGMENTS = st.lists(
    st.sampled_from([*_PIECES.split(), *_SIGNS]) | st.just(" "),
    max_size=16,
).map("".join)
TEXTS = st.text() | FRAGMENTS
# Texts are cheap: where a build looks thoroughly it tries ten times as many of them as of other values.
_EXAMPLES = settings().max_examples
MANY = settings(max_examples=_EXAMPLES * (10 if _EXAMPLES >= 1_000 else 1))
CONTEXTS = st.fixed_dictionaries(
    {
        "year": st.none() | st.integers(1, 9999),
        "meeting_date": st.none() | DAYS | NEAR_DAYS,
        "role": st.sampled_from((None, "next", "past")),
    }
)
PARTS = st.text(min_size=1).filter(canonical)
PEOPLE = st.builds(
    Participant,
    PARTS | st.sampled_from(("Ida Ek", "Bo Alm-Ö")),
    role=st.none() | PARTS | st.sampled_from(("tf. HR-chef", "ordförande")),
    unit=st.none() | PARTS | st.sampled_from(("Kansliet", "Berg & Co")),
    organisation=st.none() | PARTS | st.sampled_from(("Ale", "Vård och omsorg")),
    note=st.none() | PARTS | st.sampled_from(("via länk", "S")),
)


class TestInverse:
    """`parse_x(format_x(value)) == value`."""

    @given(DAYS, st.sampled_from(("text", "running", "iso", "weekday", "definite")))
    def test_date(self, day: date, style: Any) -> None:
        """Every day of the calendar is read back in every style that names the year."""
        assert parse_date(format_date(day, style=style)) == day

    @given(DAYS, st.sampled_from(("text", "running", "short", "weekday", "definite")))
    def test_date_without_year(self, day: date, style: Any) -> None:
        """Without its year a day is read back under a heading that names it."""
        assert parse_date(format_date(day, style=style, year=False), year=day.year) == day

    @given(SPANS, st.sampled_from(("text", "running", "iso")))
    def test_date_span(self, span: DateSpan, style: Any) -> None:
        """Every span is read back, those that run backwards too."""
        assert parse_date_span(format_date_span(span, style=style)) == span

    @given(NEAR_DAYS, st.integers(0, 300), st.sampled_from(("text", "running", "short")))
    def test_date_span_without_year(self, start: date, days: int, style: Any) -> None:
        """Without its year a span forwards is read back under a heading with the year of its start."""
        span = DateSpan(start, date.fromordinal(start.toordinal() + days))
        assert parse_date_span(format_date_span(span, style=style, year=False), year=start.year) == span

    @given(SPANS | VAGUE, st.sampled_from(("text", "running", "iso")))
    def test_dates(self, dates: Any, style: Any) -> None:
        """Days and vague times are read back."""
        assert parse_dates(format_dates(dates, style=style)) == dates

    @given(
        st.lists(NEAR_DAYS.map(DateSpan) | st.builds(DateSpan, NEAR_DAYS, NEAR_DAYS), min_size=1, max_size=30)
    )
    def test_date_list(self, spans: list[DateSpan]) -> None:
        """Every list of days and spans is read back, in whatever order."""
        for some in (spans, sorted(spans, key=lambda span: span.start)):
            assert parse_date_list(format_date_list(some)) == tuple(some)

    @given(st.lists(st.dates(date(2024, 1, 1), date(2024, 12, 31)), min_size=1, max_size=30).map(sorted))
    def test_date_list_without_year(self, days: list[date]) -> None:
        """Without its year a list of one year is read back under a heading that names it."""
        expected = tuple(map(DateSpan, days))
        assert parse_date_list(format_date_list(days, year=False), year=2024) == expected

    @given(st.dates(date(1800, 1, 8), date(2199, 12, 20)), st.sampled_from(("text", "short")))
    def test_week(self, day: date, style: Any) -> None:
        """Every week is read back as the days from its Monday to its Sunday."""
        week = parse_dates(format_week(day, style=style, year=True))
        assert isinstance(week, PartialDate)
        assert week.earliest == date.fromisocalendar(*day.isocalendar()[:2], 1)
        assert week.latest == date.fromisocalendar(*day.isocalendar()[:2], 7)

    @given(HOURS, st.sampled_from(("full", "running")))
    def test_time(self, at: time, style: Any) -> None:
        """Every minute of the day is read back."""
        assert parse_time(format_time(at, style=style)) == at

    @given(TIME_SPANS, st.sampled_from(("full", "running")))
    def test_time_span(self, times: TimeSpan, style: Any) -> None:
        """Every span of times is read back, over midnight too."""
        assert parse_time_span(format_time_span(times, style=style)) == times

    @given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False))
    def test_number(self, number: int | Decimal) -> None:
        """Every number that is not too long to be written out is read back."""
        try:
            text = format_number(number)
        except WrongValueError:
            return
        assert parse_number(text) == number

    @given(st.sampled_from(PartOfDay))
    def test_part_of_day(self, part: PartOfDay) -> None:
        """Every part of the day is read back."""
        assert parse_part_of_day(format_part_of_day(part)) is part

    @given(
        st.builds(
            Occasion,
            st.none() | SPANS | VAGUE,
            times=st.none() | TIME_SPANS,
            part_of_day=st.none() | st.sampled_from(PartOfDay),
            mode=st.none() | st.sampled_from(Mode),
            tentative=st.booleans(),
            cancelled=st.booleans(),
        ).filter(lambda one: (one.dates, one.times, one.part_of_day) != (None, None, None)),
        st.sampled_from(("text", "running", "iso", "weekday", "definite")),
    )
    def test_occasion(self, occasion: Occasion, style: Any) -> None:
        """Every occasion of dates, times, part of day, form and doubt is read back in every style."""
        assert parse_occasion(format_occasion(occasion, style=style)) == occasion

    @given(st.integers(0, 10**8))
    def test_ordinal(self, number: int) -> None:
        """Every ordinal is read back."""
        assert parse_ordinal(format_ordinal(number)) == number

    @given(st.lists(st.sampled_from(("Ida Ek", "Ale", "Berg & Co", "HR", "Lilla Edet")), max_size=6))
    def test_list(self, words: list[str]) -> None:
        """Every list of words without separators is read back."""
        assert parse_list(format_list(words)) == tuple(words)

    @given(PEOPLE)
    def test_participant(self, person: Participant) -> None:
        """A person is read back exactly where `reads_back` says so."""
        try:
            back = parse_participant(format_participant(person))
        except WrongValueError:
            back = None
        assert reads_back(person) == (back == person)


class TestTotal:
    """Any text gives a result or one of our errors."""

    @pytest.mark.parametrize(
        "parse", [parse_date, parse_date_span, parse_dates, parse_date_list, parse_occasion, find_dates]
    )
    @MANY
    @given(text=TEXTS, known=CONTEXTS)
    def test_in_context(self, parse: Callable[..., Any], text: str, known: dict[str, Any]) -> None:
        """No text and no context makes a reader of dates fail otherwise."""
        with contextlib.suppress(MinutesError):
            parse(text, **known)

    @pytest.mark.parametrize(
        "parse",
        [parse_time, parse_time_span, parse_part_of_day, parse_participant, parse_ordinal, parse_number],
    )
    @MANY
    @given(text=TEXTS)
    def test_alone(self, parse: Callable[..., Any], text: str) -> None:
        """No text makes the other readers fail otherwise."""
        with contextlib.suppress(MinutesError):
            parse(text)

    @MANY
    @given(TEXTS)
    def test_what_never_fails(self, text: str) -> None:
        """Lists, sentences, names, genitives and sort keys take any text."""
        assert isinstance(parse_list(text), tuple)
        assert isinstance(genitive(text), str)
        assert resolve_name(text, [Participant("Ida Ek")]) in (None, Participant("Ida Ek"))
        assert sort_key(text) == sort_key(text)


class TestExact:
    """What is read is what stands there."""

    @given(DAYS, HOURS)
    def test_moments(self, day: date, at: time) -> None:
        """Every time on every day is a moment or an error, whatever the clocks do."""
        with contextlib.suppress(MinutesError):
            assert stockholm(day, at).at.utcoffset() is not None

    @given(FRAGMENTS, CONTEXTS)
    def test_found_dates_stand_where_they_say(self, text: str, known: dict[str, Any]) -> None:
        """Phrases that are found do not overlap, and their text is that of their place."""
        last = 0
        for found in find_dates(text, **known):
            assert last <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == found.text
            last = found.end

    @given(FRAGMENTS, CONTEXTS)
    def test_a_vague_time_keeps_its_words(self, text: str, known: dict[str, Any]) -> None:
        """A vague time that is read whole is the whole text."""
        try:
            dates = parse_dates(text, **known)
        except MinutesError:
            return
        assert not isinstance(dates, PartialDate) or dates.text == canonical(text)

    @given(TEXTS)
    def test_sentences_are_the_text(self, text: str) -> None:
        """Sentences joined with one space are the text, sign by sign."""
        assert " ".join(split_sentences(text)) == text

    @given(TEXTS)
    def test_a_person_keeps_every_letter(self, line: str) -> None:
        """Every letter and figure of a line stands in one of the fields."""
        try:
            person = parse_participant(line)
        except WrongValueError:
            return
        assert letters_of(person) == letters(line)

    @given(st.lists(st.text(max_size=6), max_size=5))
    def test_sort_keys_compare(self, texts: list[str]) -> None:
        """Keys of any texts compare with each other, whatever they are made by."""
        for by in (None, "given", "family", "organisation"):
            assert len(sorted(texts, key=lambda text: sort_key(text, by=by))) == len(texts)


_REPEATED = "1, |3 och |2024-|1/1/|1.1.|kl. |kl 9-|(|()|a, |den |fre-|i |(S) |1.| |--|maj |maj/|v 1-|a§ "
REPEATED = [
    *_REPEATED.split("|"),
    "1 maj 2024, ",
    "tis-",
    "var ",
    "(fre)",
    "A. ",
    ".)",
    "www.a ",
    " ersätter ",
    "a@1 maj ",
    "Ida & ",
]


def _resolve(text: str) -> Participant | None:
    return resolve_name(text, [Participant("Ida Ek")])


# What takes a text of any length, and what refuses a long one before reading it.
ANY_LENGTH = [
    find_dates,
    split_sentences,
    parse_participant,
    parse_list,
    genitive,
    sort_key,
    _resolve,
    parse_ordinal,
]
SHORT = [
    parse_date,
    parse_date_list,
    parse_date_span,
    parse_dates,
    parse_number,
    parse_occasion,
    parse_part_of_day,
    parse_time,
    parse_time_span,
]


class TestLinear:
    """Twice the text takes about twice the time, whatever is repeated."""

    @pytest.mark.parametrize("call", ANY_LENGTH)
    @pytest.mark.parametrize("piece", REPEATED)
    def test_doubling(self, call: Callable[[str], object], piece: str) -> None:
        """Eight times a long text takes no more than twenty times as long."""
        small, large = f"a{piece * 500}", f"a{piece * 4_000}"
        assert grows_at_most(_tried(call, small), _tried(call, large), 20)

    @pytest.mark.parametrize("call", SHORT)
    @pytest.mark.parametrize("piece", REPEATED)
    def test_what_is_too_long(self, call: Callable[[str], object], piece: str) -> None:
        """A reader of phrases costs little on the longest that it reads, and on longer ones."""
        most = 2_000 if call is parse_date_list else 200
        longest = f"1{piece * most}"[:most]
        assert within(_tried(call, longest), 0.05 * most / 200)
        assert within(_tried(call, piece * 100_000), 0.05)

    @pytest.mark.parametrize("write", [format_list, format_date_list])
    def test_writing(self, write: Callable[[list[Any]], str]) -> None:
        """What writes a list takes twice the time for twice as many."""
        one = "ord" if write is format_list else date(2027, 5, 3)
        assert grows_at_most(lambda: write([one] * 500), lambda: write([one] * 4_000), 20)


def _tried(call: Callable[[str], object], text: str) -> Callable[[], None]:
    def run() -> None:
        with contextlib.suppress(MinutesError):
            call(text)

    return run
