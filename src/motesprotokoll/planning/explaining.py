"""A proposal explained: what was wished for, each date with its alternatives, what is left against it."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from motesprotokoll.messages import translate
from motesprotokoll.model import DateSpan, Schedule
from motesprotokoll.planning.choices import Choice
from motesprotokoll.planning.penalties import Drawback
from motesprotokoll.planning.reasons import (
    Period,
    Reason,
    because,
    day_count,
    joined,
    sentence,
    week,
    weekday_names,
)
from motesprotokoll.planning.wishes import Wishes
from motesprotokoll.swedish.occasions import format_part_of_day
from motesprotokoll.swedish.times import format_time_span

_INDENT = "   "


def explanation(
    schedule: Schedule,
    choices: tuple[Choice, ...],
    wishes: Wishes,
    drawbacks: tuple[Drawback, ...],
    language: str,
) -> Iterator[str]:
    """The lines of an explanation in *language*."""
    network = wishes.network.name
    yield because("{title} för {network}", title=schedule.title, network=network).in_language(language)
    yield sentence(_wished(wishes), language)
    yield f"{sentence(_kept(wishes), language)} {sentence(_BEST, language)}"
    for number, choice in enumerate(choices, 1):
        yield ""
        yield from _chosen(number, choice, language)
    yield ""
    yield from _left(choices, drawbacks, language)
    yield sentence(
        because("förslaget är preliminärt tills {network} har beslutat", network=network), language
    )


_BEST = because("av alla planer som håller reglerna är det här den som det finns minst att invända mot")


def _wished(wishes: Wishes) -> Reason:
    parts = [weekday_names(wishes.weekdays), *_hours(wishes), *_numbers(wishes)]
    if wishes.two_days is not None:
        parts.append(because("ett av dem på två dagar, {window}", window=Period(wishes.two_days)))
    return because("önskemål: {parts}", parts=joined(parts))


def _kept(wishes: Wishes) -> Reason:
    """The hard rules, as far as they matter to the wishes."""
    days = [because("helgdagar"), because("aftnar")]
    if wishes.school_breaks:
        days.append(because("skolornas lov"))
    if wishes.blocked:
        days.append(because("spärrade dagar"))
    kept = because("inga möten läggs på {days}", days=tuple(days))
    if wishes.spring + wishes.autumn == 1:
        return kept
    return because("{kept}, och det är minst {days} mellan dem", kept=kept, days=day_count(wishes.least_days))


def _hours(wishes: Wishes) -> Iterator[Reason]:
    if wishes.part_of_day is not None:
        yield because(format_part_of_day(wishes.part_of_day))
    if wishes.times is not None:
        yield because("{times}", times=format_time_span(wishes.times))


_IN_SPRING = ("ett möte i vår ({window})", "{number} möten i vår ({window})")
_IN_AUTUMN = ("ett möte i höst ({window})", "{number} möten i höst ({window})")


def _numbers(wishes: Wishes) -> Iterator[Reason]:
    spring = (wishes.spring, wishes.spring_window, _IN_SPRING)
    autumn = (wishes.autumn, wishes.autumn_window, _IN_AUTUMN)
    for number, window, (one, several) in (spring, autumn):
        if number:
            yield because(one if number == 1 else several, number=number, window=Period(window))


def _chosen(number: int, choice: Choice, language: str) -> Iterator[str]:
    one, dates = choice.occasion, choice.occasion.dates
    assert isinstance(dates, DateSpan)
    yield ", ".join(filter(None, (f"{number}. {_day(dates).in_language(language)}", one.label, one.place)))
    yield f"{_INDENT}{sentence(choice.reason, language)}"
    other = choice.runner_up
    if other is None:
        none = because("reserv: ingen annan dag är möjlig när de andra mötena ligger fast")
        yield f"{_INDENT}{sentence(none, language)}"
    else:
        yield f"{_INDENT}{translate('Reserv', language)}: {_told([other.dates], other.reason, language)}"
    for reason, group in groupby(choice.rejected, lambda other: other.reason):
        days = [other.dates for other in group]
        yield f"{_INDENT}{translate('Bortvald', language)}: {_told(days, reason, language)}"


def _told(days: list[DateSpan], reason: Reason, language: str) -> str:
    """Days that have the same reason, and that reason."""
    told = because("{days}", days=tuple(_day(one) for one in days)).in_language(language)
    return f"{told}: {reason.in_language(language)}."


def _day(dates: DateSpan) -> Reason:
    return because("{day} ({week})", day=dates, week=week(dates.start))


def _left(choices: tuple[Choice, ...], drawbacks: tuple[Drawback, ...], language: str) -> Iterator[str]:
    """What speaks against the plan, the heaviest first; what speaks against a day says which day."""
    own = [(one, choice.occasion.first_day) for choice in choices for one in choice.drawbacks]
    told = [(one.points, because("{day}: {reason}", day=day, reason=one.reason)) for one, day in own]
    left = Counter(drawbacks)
    left.subtract(one for one, _ in own)
    told += [(one.points, one.reason) for one in left.elements()]
    if not told:
        yield sentence(because("inget talar emot planen"), language)
        return
    yield f"{translate('Det som ändå kan invändas', language)}:"
    for _, reason in sorted(told, key=lambda one: -one[0]):
        yield f"- {sentence(reason, language)}"
