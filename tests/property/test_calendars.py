"""Laws of calendars: what is written reads back, and nothing in a plan becomes a line of its own."""


from hypothesis import given

import motesprotokoll as mp
from losses import as_calendars_carry
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.readers.ics import schedules_in
from motesprotokoll.renderers.ics import IcsRenderer
from strategies import schedules


def written(value: mp.Schedule | mp.Meeting, *, embed: bool = True) -> bytes:
    return IcsRenderer(embed=embed).render_value(value)


def read(content: bytes) -> mp.Schedule:
    (schedule,) = schedules_in(content, DEFAULT_LIMITS)
    return schedule


class TestThereAndBack:
    @given(schedules())
    def test_a_plan_reads_back_equal(self, schedule: mp.Schedule) -> None:
        """Law 2 for calendars, over all plans that the model accepts."""
        assert read(written(schedule)) == schedule

    @given(schedules())
    def test_without_data_all_but_the_losses_reads_back(self, schedule: mp.Schedule) -> None:
        """What a person sees of the events is the plan, but for what the table of losses names."""
        assert read(written(schedule, embed=False)) == as_calendars_carry(schedule)

    @given(schedules())
    def test_the_losses_are_lost_once(self, schedule: mp.Schedule) -> None:
        """What a calendar carries without data, it carries exactly."""
        kept = as_calendars_carry(schedule)
        assert as_calendars_carry(kept) == kept
        assert read(written(kept, embed=False)) == kept

    @given(schedules())
    def test_same_bytes(self, schedule: mp.Schedule) -> None:
        """Law 6."""
        assert written(schedule) == written(schedule)
