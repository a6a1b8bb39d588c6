"""On every machine: ours is right on each phrase of the bench, and all are judged by the same rule."""

import importlib
from datetime import date, datetime, time

import pytest

from bench import __main__ as bench
from bench.judging import answer, read_ours
from bench.phrases import NO_DATES, PHRASES, SPRING, Phrase


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.text)
def test_ours_is_right(phrase: Phrase) -> None:
    """Every phrase of the list, exactly; so none is silently wrong."""
    assert answer(read_ours, phrase) == "right"


@pytest.mark.parametrize(("text", "kind"), NO_DATES)
def test_ours_refuses_what_means_nothing(text: str, kind: str) -> None:
    """Impossible days and times, a weekday that contradicts, numbers of other kinds."""
    assert answer(read_ours, Phrase(text, kind, SPRING)) == "refused"  # type: ignore[arg-type]


def test_the_list_is_long_and_holds_nothing_twice() -> None:
    """Each phrase counts once in the shares."""
    assert len(PHRASES) >= 60
    assert len({(phrase.text, phrase.meeting, phrase.role) for phrase in PHRASES}) == len(PHRASES)
    assert {phrase.kind for phrase in PHRASES if not phrase.is_span} == {"date", "time", "occasion"}


def test_every_library_gets_a_fair_chance() -> None:
    """Each is right on figures that it knows, so that no refusal comes from how it is called."""
    for peer in ("dateparser", "dateutil"):
        pytest.importorskip(peer, reason="`make bench` and `make check` install what ours is compared with")
    readers = importlib.import_module("bench.dates").READERS
    for phrase in (Phrase("21/4 2023", "date", date(2023, 4, 21)), Phrase("13:15", "time", time(13, 15))):
        assert {name: answer(reader, phrase) for name, reader in readers.items()} == dict.fromkeys(
            readers, "right"
        )


def test_a_day_without_its_hours_is_wrong() -> None:
    """A moment is compared as a moment, and another year is another day."""
    moment = next(phrase for phrase in PHRASES if phrase.text == "2023-04-21 13:15")
    assert answer(lambda _: datetime(2023, 4, 21), moment) == "wrong"  # noqa: DTZ001
    assert answer(lambda _: date(2022, 4, 21), Phrase("21 april", "date", SPRING)) == "wrong"
    assert answer(lambda _: None, moment) == "refused"
    assert answer(lambda _: 1 / 0, moment) == "refused"


def test_an_unknown_section_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With the names of those that there are."""
    assert bench.main(["datum"]) == 2
    assert "documents, dates" in capsys.readouterr().err
