"""What has changed, told to people."""

from datetime import date, time

import attrs
import pytest

from motesprotokoll.calendars import Change, ChangeKind, changes, update, with_uids
from motesprotokoll.errors import WrongTypeError
from motesprotokoll.model import DateSpan, Mode, Occasion, PartialDate, PartOfDay, Schedule, TimeSpan

FRIDAY = date(2027, 3, 5)
LATE_MARCH = PartialDate("i slutet av mars", earliest=date(2027, 3, 21), latest=date(2027, 3, 31))


def plan(*occasions: object, **more: object) -> Schedule:
    return Schedule(occasions=occasions, **{"year": 2027, **more})  # type: ignore[arg-type]


def sentences(old: Schedule, new: Schedule) -> list[str]:
    return [str(change) for change in changes(old, new)]


MOVED = Occasion(date(2027, 3, 12))
TRIP = DateSpan(date(2027, 11, 18), date(2027, 11, 19))
ALE = Occasion(FRIDAY, place="Ale", times=TimeSpan(time(9), time(12)))


class TestSentences:
    @pytest.mark.parametrize(
        ("old", "new", "kind", "sentence"),
        [
            ([FRIDAY], [MOVED], ChangeKind.MOVED, "Mötet fredag 5 mars flyttas till fredag 12 mars."),
            ([], [FRIDAY], ChangeKind.ADDED, "Nytt möte fredag 5 mars."),
            ([], [ALE], ChangeKind.ADDED, "Nytt möte fredag 5 mars kl. 09.00–12.00, Ale."),
            (
                [],
                [Occasion(TRIP, label="Studieresa", tentative=True)],
                ChangeKind.ADDED,
                "Nytt möte 18–19 november (preliminärt), Studieresa.",
            ),
            ([], [Occasion()], ChangeKind.ADDED, "Nytt möte utan datum."),
            ([FRIDAY], [], ChangeKind.REMOVED, "Mötet fredag 5 mars utgår."),
            (
                [FRIDAY],
                [Occasion(FRIDAY, cancelled=True)],
                ChangeKind.CANCELLED,
                "Mötet fredag 5 mars ställs in.",
            ),
            (
                [Occasion(FRIDAY, cancelled=True)],
                [FRIDAY],
                ChangeKind.RESTORED,
                "Mötet fredag 5 mars är inte längre inställt.",
            ),
            (
                [FRIDAY],
                [ALE],
                ChangeKind.CHANGED,
                (
                    "Mötet fredag 5 mars ändras: tid kl. 09.00–12.00 (förut inte angiven), "
                    "plats Ale (förut inte angiven)."
                ),
            ),
            (
                [ALE],
                [attrs.evolve(ALE, place=None, mode=Mode.REMOTE, tentative=True)],
                ChangeKind.CHANGED,
                (
                    "Mötet fredag 5 mars ändras: plats inte angiven (förut Ale), "
                    "mötesform digitalt möte (förut inte angiven), preliminärt."
                ),
            ),
            (
                [Occasion(FRIDAY, place_tentative=True, tentative=True)],
                [FRIDAY],
                ChangeKind.CHANGED,
                "Mötet fredag 5 mars ändras: platsen är inte längre preliminär, inte längre preliminärt.",
            ),
            (
                [Occasion(FRIDAY, label="Introduktion")],
                [attrs.evolve(MOVED, label="Introduktion", note="Ta med dator")],
                ChangeKind.MOVED,
                (
                    "Mötet fredag 5 mars (Introduktion) flyttas till fredag 12 mars. "
                    "Dessutom: anmärkning Ta med dator (förut inte angiven)."
                ),
            ),
            (
                [Occasion(LATE_MARCH)],
                [date(2027, 3, 24)],
                ChangeKind.MOVED,
                "Mötet i slutet av mars flyttas till onsdag 24 mars.",
            ),
            (
                [Occasion(FRIDAY, uid="x")],
                [attrs.evolve(MOVED, uid="x", cancelled=True)],
                ChangeKind.CANCELLED,
                "Mötet fredag 5 mars ställs in. Dessutom: dag fredag 12 mars (förut fredag 5 mars).",
            ),
        ],
    )
    def test_each_kind_has_its_own(
        self, old: list[object], new: list[object], kind: ChangeKind, sentence: str
    ) -> None:
        """A Swedish sentence that can be sent as it is."""
        (change,) = changes(plan(*old), plan(*new))
        assert (change.kind, change.sentence) == (kind, sentence)

    def test_another_year_is_told(self) -> None:
        """The year of the plan goes without saying."""
        assert sentences(plan(date(2027, 12, 17)), plan(date(2028, 1, 7))) == [
            "Mötet fredag 17 december flyttas till fredag 7 januari 2028."
        ]

    def test_a_plan_without_a_year_has_that_of_its_days(self) -> None:
        """Where there is only one."""
        moved = sentences(plan(FRIDAY, year=None), plan(MOVED, year=None))
        assert moved == ["Mötet fredag 5 mars flyttas till fredag 12 mars."]
        both = sentences(plan(FRIDAY, year=None), plan(FRIDAY, date(2028, 1, 7), year=None))
        assert both == ["Nytt möte fredag 7 januari 2028."]

    def test_a_part_of_day_gives_way_to_hours_without_a_word(self) -> None:
        """But not where it goes by itself."""
        morning = plan(Occasion(FRIDAY, part_of_day=PartOfDay.MORNING))
        assert sentences(morning, plan(Occasion(FRIDAY, times=TimeSpan(time(9))))) == [
            "Mötet fredag 5 mars ändras: tid kl. 09.00 (förut inte angiven)."
        ]
        nine = Occasion(FRIDAY, times=TimeSpan(time(9)), part_of_day=PartOfDay.MORNING)
        assert sentences(plan(nine), plan(attrs.evolve(nine, part_of_day=None))) == [
            "Mötet fredag 5 mars ändras: del av dag inte angiven (förut förmiddag)."
        ]
        assert sentences(morning, plan(FRIDAY)) == [
            "Mötet fredag 5 mars ändras: del av dag inte angiven (förut förmiddag)."
        ]

    def test_english_has_words_of_its_own(self) -> None:
        """Days are written as in all our documents."""
        (change,) = changes(plan(FRIDAY), plan(Occasion(FRIDAY, mode=Mode.HYBRID)))
        told = change.sentence_in("en")
        assert (
            told == "The meeting on fredag 5 mars is changed: form of meeting hybrid meeting (was not given)."
        )


class TestChanges:
    def test_are_told_in_the_order_of_the_days(self) -> None:
        """That of the old day where there is one; what has no day comes last."""
        old = plan(date(2027, 9, 3), FRIDAY, Occasion(PartialDate("snarast")))
        new = plan(date(2027, 4, 9), MOVED)
        assert [one.kind for one in changes(old, new)] == ["moved", "added", "removed", "removed"]

    def test_hold_both_occasions(self) -> None:
        """As a reader understands them: with the part of day of the whole plan, and the uid."""
        (change,) = changes(plan(FRIDAY, part_of_day=PartOfDay.MORNING), plan(MOVED))
        assert change.old == attrs.evolve(with_uids(plan(FRIDAY)).occasions[0], part_of_day=PartOfDay.MORNING)
        assert change.new == MOVED

    def test_a_part_of_day_for_all_is_none_for_what_has_hours(self) -> None:
        """It says when, and better."""
        nine = Occasion(FRIDAY, times=TimeSpan(time(9)))
        assert changes(plan(nine), plan(nine, part_of_day=PartOfDay.MORNING)) == ()

    def test_what_was_cancelled_and_is_no_longer_listed_is_no_news(self) -> None:
        """A body lists what it will hold."""
        assert changes(plan(Occasion(FRIDAY, cancelled=True)), plan()) == ()

    def test_of_an_update_what_went_is_cancelled(self) -> None:
        """It still stands there."""
        old = plan(FRIDAY)
        assert [one.kind for one in changes(old, update(old, plan()))] == [ChangeKind.CANCELLED]

    def test_refuse_what_is_no_plan(self) -> None:
        """With the name of the argument."""
        with pytest.raises(WrongTypeError, match="old: expected a Schedule"):
            changes([FRIDAY], plan())  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match="new: expected a Schedule"):
            changes(plan(), None)  # type: ignore[arg-type]


class TestChange:
    def test_shows_its_sentence(self) -> None:
        """Cut, in a repr."""
        change = Change(ChangeKind.REMOVED, Occasion(FRIDAY, label="x" * 500), None, 2027)
        assert repr(change).startswith("Change('removed', 'Mötet fredag 5 mars (xxx")
        assert len(repr(change)) < 160
