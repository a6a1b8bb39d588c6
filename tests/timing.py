"""Whether a function's cost grows as it should, on a machine that others use at the same time.

The processor's time of this process counts, not the wall's, and the best of several tries: another process
can only add to a measurement. A quadratic function fails every try; a linear one passes the first or a later.
"""

import gc
import sys
import time
from collections.abc import Callable

_TRIES = 12
"""More cost nothing but where a test is about to fail."""
SLOWER = 1 if sys.gettrace() is None else 10
"""So many times slower may a function be where each of its lines is counted for the coverage."""


def seconds(call: Callable[[], object]) -> float:
    """The processor's time of one call, without that of looking for cycles in what other tests have left."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        call()
        return time.process_time() - start
    finally:
        if was_collecting:
            gc.enable()


def within(call: Callable[[], object], limit: float) -> bool:
    """Whether *call* takes at most *limit* seconds in one of several tries; more where lines are counted."""
    return any(seconds(call) <= limit * SLOWER for _ in range(_TRIES))


def grows_at_most(small: Callable[[], object], large: Callable[[], object], factor: float) -> bool:
    """Whether *large* costs at most *factor* times what *small* does, by the best of several tries."""
    low = high = float("inf")
    for _ in range(_TRIES):
        low, high = min(low, seconds(small)), min(high, seconds(large))
        if high <= factor * low + 0.02:
            return True
    return False
