"""A year at a glance, over generated schedules: nothing is lost or invented, and all parts say the same."""

import re
from datetime import date, timedelta

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

import motesprotokoll as mp
from motesprotokoll.checks import check_schedules
from motesprotokoll.compose import compose
from motesprotokoll.compose.words import Words
from motesprotokoll.compose.year import year_outline
from motesprotokoll.errors import RenderError
from motesprotokoll.messages import translate
from motesprotokoll.model import DateSpan, Occasion, Schedule
from motesprotokoll.model.text import canonical
from motesprotokoll.outline import Grid, Labelled, Outline, printed
from motesprotokoll.signatures import says_ours
from motesprotokoll.swedish import format_occasion, non_working_day, school_break
from motesprotokoll.swedish.words import MONTH_NAMES, WEEKDAY_NAMES
from strategies import SLOW_EACH, schedules

WORD = re.compile(r"[^\W\d_]+")
OWN = """Mötestider v. mån tis ons tor fre lör sön Teckenförklaring möte preliminärt möte inställt möte h s M
helgdag eller afton skollov kanske skollov Möten Inga möten preliminär plats Datum saknas Helgdagar och aftnar
Inga är kända för det året. Skollov i Göteborgsregionen datum inte säkert beslutat preliminärt inställt
mötesform not digitalt möte fysiskt möte hybridmöte förmiddag eftermiddag kväll heldag kl till"""
"""The words of the catalogue that a Swedish page may use."""
BREAKS = "sportlov påsklov höstlov"
KNOWN = frozenset(range(1953, 2101))


def page_of(schedule: Schedule) -> Outline:
    try:
        return compose(schedule, view="year")
    except RenderError:  # no year is known, or too many are: tested by example
        assume(False)
        raise


def words_in(texts: str) -> set[str]:
    return set(WORD.findall(texts.casefold()))


@SLOW_EACH
@given(schedules())
def test_nothing_is_lost(schedule: Schedule) -> None:
    """Every meeting stands in words: when, what it is called, where, what else is known; but for what only
    calendars need."""
    outline = page_of(schedule)
    told = " ".join(printed(outline.nodes))
    for one in schedule.occasions:
        for said in (one.place, one.label, one.note):
            assert said is None or canonical(said) in told
        if one.dates is not None:
            words = format_occasion(Occasion(one.dates), style="weekday", year=False)
            assert canonical(words) in told or canonical(format_occasion(Occasion(one.dates))) in told
    assert schedule.network is None or schedule.network.name in told
    assert schedule.title is None or schedule.title in told


@SLOW_EACH
@given(schedules())
def test_nothing_is_invented(schedule: Schedule) -> None:
    """Each word is the catalogue's, the calendar's, or stands in the schedule."""
    outline = page_of(schedule)
    years = {int(str(node.title).split()[1]) for node in outline.nodes if isinstance(node, Grid)}
    holidays = {
        non_working_day(date(year, 1, 1) + timedelta(number)) or ""
        for year in years & KNOWN
        for number in range(366)
    }
    own = " ".join([OWN, BREAKS, *MONTH_NAMES, *WEEKDAY_NAMES, *holidays, "och"])
    known = words_in(own) | words_in(mp.dumps(schedule).replace("\\", " "))
    assert not {word for text in printed(outline.nodes) for word in words_in(text)} - known


@SLOW_EACH
@given(schedules())
def test_the_months_and_the_words_say_the_same(schedule: Schedule) -> None:
    """A day is marked if and only if an occasion that is held has it."""
    outline = page_of(schedule)
    spans = [one.dates for one in schedule.occasions if isinstance(one.dates, DateSpan) and not one.cancelled]
    months = [node for node in outline.nodes if isinstance(node, Grid)]
    for place, grid in enumerate(months):
        year, month = int(str(grid.title).split()[1]), place % 12 + 1
        for row in grid.rows[1:]:
            for cell in row[1:]:
                for said in printed(cell):
                    day = date(year, month, int(said.split()[0]))
                    held = any(span.start <= day <= span.end for span in spans)
                    assert (getattr(cell[0], "role", None) == "marked") == held
                    assert any(sign in ("M", "M?") for sign in said.split()) == held
                    if year in KNOWN:
                        assert ("h" in said.split()) == (non_working_day(day) is not None)
                        found = school_break(day)
                        assert ("s" in said.split()) == (found is not None and found.certain)


@SLOW_EACH
@given(schedules())
def test_every_sign_is_told(schedule: Schedule) -> None:
    """Nobody has to guess what a letter means."""
    outline = page_of(schedule)
    legend = [node for node in outline.nodes if isinstance(node, Labelled) and node.role == "legend"]
    told = {str(line.content[0]).split(" = ")[0] for node in legend for line in node.lines}
    grids = (node for node in outline.nodes if isinstance(node, Grid))
    used = {
        sign
        for grid in grids
        for row in grid.rows[1:]
        for cell in row[1:]
        for said in printed(cell)
        for sign in said.split()[1:]
    }
    assert used <= told | {"M"}


@SLOW_EACH
@given(schedules(), st.sampled_from(["text", "markdown", "html", "docx"]))
def test_every_format_shows_it(schedule: Schedule, format_name: str) -> None:
    """The same bytes for an equal schedule; none claims to read back, and no calendar id is on the page."""
    page_of(schedule)
    page = mp.render(schedule, format_name, view="year")
    again = mp.loads(mp.dumps(schedule))
    assert isinstance(again, Schedule)
    assert mp.render(again, format_name, view="year") == page
    assert format_name == "docx" or not says_ours(page.content)


@SLOW_EACH
@given(st.lists(schedules(), min_size=1, max_size=4), st.sampled_from([2026, 2027, 1, 9999]))
def test_many_are_shown_in_any_year(plans: list[Schedule], year: int) -> None:
    """Whatever the schedules are, a named year has a page."""
    outline = year_outline(plans, Words("en"), year=year)
    assert sum(isinstance(node, Grid) for node in outline.nodes) == 12


@SLOW_EACH
@given(st.lists(schedules(), max_size=4))
def test_checks_are_total(plans: list[Schedule]) -> None:
    """Any schedules give findings, each with a message in both languages and a place in what was given."""
    for finding in check_schedules(plans, least_days=7):
        assert finding.message
        assert finding.template != translate(finding.template, "en")
        assert finding.message_in("en")
        assert re.match(r"\$\[\d+\]", finding.where or "")


@SLOW_EACH
@given(schedules())
def test_a_cancelled_plan_has_nothing_to_tell_of_its_days(schedule: Schedule) -> None:
    """What is not held is in nobody's way."""
    gone = [attrs.evolve(one, cancelled=True) for one in schedule.occasions]
    found = check_schedules([attrs.evolve(schedule, occasions=gone)] * 2, least_days=9)
    assert {one.code for one in found} <= {"MP201", "MP202", "MP906", "MP909", "MP910"}
