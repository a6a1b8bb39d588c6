"""The clock behind the children: late calls are stopped, others never, and one thread does for all."""

import threading
from time import sleep

import pytest

from motesprotokoll.readers.pdf import clock
from motesprotokoll.readers.pdf.clock import Clock


def clocks() -> int:
    return sum(thread.name == "pdf-clock" for thread in threading.enumerate())


class TestClock:
    def test_what_is_late_is_stopped(self) -> None:
        """Once, while it still runs."""
        stopped = threading.Event()
        with Clock().stopping(0.01, stopped.set):
            assert stopped.wait(60)

    def test_what_is_in_time_is_left_alone(self) -> None:
        """Also when the thread wakes later."""
        stopped: list[int] = []
        with Clock().stopping(0.5, lambda: stopped.append(1)):
            pass
        sleep(0.6)
        assert stopped == []

    def test_one_thread_for_all(self) -> None:
        """A call that is due before all others wakes it."""
        time, stopped, before = Clock(), threading.Event(), clocks()
        with time.stopping(60, lambda: None), time.stopping(0.01, stopped.set):
            assert clocks() == before + 1
            assert stopped.wait(60)

    def test_the_thread_goes_when_nobody_needs_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """And another comes with the next call."""
        monkeypatch.setattr(clock, "_LINGER", 0.01)
        time = Clock()
        for _ in range(2):
            stopped = threading.Event()
            with time.stopping(0.01, stopped.set):
                assert stopped.wait(60)
            for _ in range(200):
                if time._wakes is None:
                    break
                sleep(0.01)
            assert time._wakes is None
