"""One thread that ends what takes too long, for any number of calls: a timer for each would cost more."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Clock:
    """Calls what is late. The thread starts with the first call and sleeps until the next may be due."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._due: dict[object, tuple[float, Callable[[], None]]] = {}
        self._wakes: float | None = None
        """When the thread looks next; ``None`` while there is none."""

    @contextmanager
    def stopping(self, seconds: float, stop: Callable[[], None]) -> Iterator[None]:
        """Call *stop* when what is done meanwhile takes longer than *seconds*, and never afterwards."""
        ticket, due = object(), time.monotonic() + seconds
        with self._change:
            self._due[ticket] = due, stop
            if self._wakes is None:
                self._wakes = due
                threading.Thread(target=self._run, name="pdf-clock", daemon=True).start()
            elif due < self._wakes:
                self._change.notify()
        try:
            yield
        finally:
            with self._change:
                self._due.pop(ticket, None)

    def _run(self) -> None:
        with self._change:
            while self._due:
                now = time.monotonic()
                for ticket, (due, stop) in list(self._due.items()):
                    if due <= now:
                        del self._due[ticket]
                        stop()
                # Most calls end long before they are due, and others come: to look seldom is enough.
                self._wakes = min((due for due, _ in self._due.values()), default=now + _LINGER)
                self._change.wait(self._wakes - now)
            self._wakes = None


_LINGER = 1.0
"""Seconds for which the thread stays when nothing is waiting."""
