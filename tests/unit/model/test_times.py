from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.model import DateSpan, Mode, Occasion, PartialDate, TimeSpan
from motesprotokoll.model.times import completed, to_dates, to_occasion, to_times

DAY, NEXT = date(2027, 2, 5), date(2027, 2, 6)


class TestDateSpan:
    def test_is_one_day_without_an_end(self) -> None:
        """A day alone is a span of that day."""
        assert DateSpan(DAY) == DateSpan(DAY, DAY)
        assert DateSpan(DAY).is_one_day
        assert not DateSpan(DAY, NEXT).is_one_day

    def test_keeps_an_end_before_its_start(self) -> None:
        """A document can say so; a check tells."""
        assert DateSpan(NEXT, DAY).end == DAY

    def test_shows_itself_as_iso_8601(self) -> None:
        """One day or an interval."""
        assert str(DateSpan(DAY)) == "2027-02-05"
        assert str(DateSpan(DAY, NEXT)) == "2027-02-05/2027-02-06"
        assert repr(DateSpan(date.min)) == "DateSpan(0001-01-01)"

    def test_refuses_a_moment(self) -> None:
        """A datetime says more than a day; the error tells what to write."""
        moment: Any = datetime(2027, 2, 5, 9, tzinfo=UTC)
        with pytest.raises(WrongTypeError, match=r"^DateSpan\.start: .* \(write value\.date\(\)\)$"):
            DateSpan(moment)
        with pytest.raises(WrongTypeError, match=r"^DateSpan\.end: "):
            DateSpan(DAY, moment)


class TestTimeSpan:
    def test_keeps_what_the_document_says(self) -> None:
        """No end, an end before the start and midnight at the end of the day all stand."""
        assert TimeSpan(time(9)).end is None
        assert TimeSpan(time(12), time(9)).end == time(9)
        assert str(TimeSpan(time(9))) == "09:00"
        assert str(TimeSpan(time(18), time(0))) == "18:00–00:00"

    @pytest.mark.parametrize("wrong", [time(9, 0, 1), time(9, 0, 0, 1), time(9, tzinfo=UTC)])
    def test_refuses_seconds_and_zones(self, wrong: time) -> None:
        """Minutes are written to the minute, on the clock on the wall."""
        with pytest.raises(WrongValueError, match=r"^TimeSpan\.start: .*without zone, in whole minutes"):
            TimeSpan(wrong)
        with pytest.raises(WrongValueError, match=r"^TimeSpan\.end: "):
            TimeSpan(time(9), wrong)


class TestPartialDate:
    def test_keeps_the_words(self) -> None:
        """What was written, and the days that it may mean, in either order."""
        vague = PartialDate(" i slutet  av augusti", earliest=NEXT, latest=DAY)
        assert (vague.text, vague.earliest, vague.latest) == ("i slutet av augusti", NEXT, DAY)

    def test_needs_words(self) -> None:
        """A vague date without words says nothing."""
        with pytest.raises(WrongValueError, match=r"^PartialDate\.text: must not be empty"):
            PartialDate(" ")


class TestOccasion:
    def test_takes_plain_days_and_hours(self) -> None:
        """A day becomes a span, an hour a span without end."""
        plain: Any = time(9)
        occasion = Occasion(DAY, times=plain, place=" ", label="  Studie\u00adresa ")
        assert occasion.dates == DateSpan(DAY)
        assert occasion.times == TimeSpan(time(9))
        assert occasion.place is None
        assert occasion.label == "Studie\u00adresa"

    def test_first_day_is_known_or_none(self) -> None:
        """A vague date has no first day, even where the days that it may mean are known."""
        assert Occasion(DateSpan(NEXT, DAY)).first_day == NEXT
        assert Occasion(PartialDate("i vår", earliest=DAY)).first_day is None
        assert Occasion().first_day is None

    @pytest.mark.parametrize("sequence", [-1, 2**31])
    def test_sequence_is_an_integer_of_icalendar(self, sequence: int) -> None:
        """RFC 5545 knows 32 bits, and counts from 0."""
        assert Occasion(sequence=0).sequence == 0
        with pytest.raises(WrongValueError, match=r"^Occasion\.sequence: "):
            Occasion(sequence=sequence)


class TestCompleted:
    def test_only_what_is_unsaid_comes_from_the_other(self) -> None:
        """Neither the day, nor what is certain, nor the entry in a calendar."""
        one = Occasion(DAY, place="Ale", tentative=True)
        other = Occasion(
            NEXT,
            times=time(9),
            place="Lerum",
            mode=Mode.REMOTE,
            label="Resa",
            note="Fika",
            cancelled=True,
            uid="a",
        )
        found = completed(one, other)
        assert found == Occasion(
            DAY, times=time(9), place="Ale", mode=Mode.REMOTE, label="Resa", note="Fika", tentative=True
        )


class TestConverters:
    def test_leave_what_they_do_not_know(self) -> None:
        """Anything else passes, for the validator to refuse with the field's name."""
        moment: Any = datetime(2027, 2, 5, 9, tzinfo=UTC)
        for converter in (to_dates, to_times, to_occasion):
            assert converter(None) is None
            assert converter(moment) is moment

    def test_make_occasions_of_days(self) -> None:
        """A day, a span and a vague date each become an occasion."""
        vague = PartialDate("i vår")
        assert to_occasion(DAY) == to_occasion(DateSpan(DAY)) == Occasion(DAY)
        assert to_occasion(vague) == Occasion(vague)
