import copy
import multiprocessing
import pickle
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest

from motesprotokoll import errors
from motesprotokoll.errors import (
    DataError,
    MinutesError,
    MissingExtraError,
    PlanningError,
    StrictError,
    nearest_of,
    quoted,
)
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import Participant

ERRORS: tuple[type[MinutesError], ...] = tuple(
    one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, MinutesError)
)
FINDING = Finding("year-inferred", Severity.WARNING, "året {year} är antaget", "rad 3", (("year", "2027"),))


def made(kind: type[MinutesError]) -> MinutesError:
    """One error of that class, with everything that it can carry."""
    given: tuple[Any, ...] = ("'x' is wrong", "mars.txt:12", "write y")
    if issubclass(kind, DataError):
        given = (*given, (("$.agenda[0]", "unknown key"),))
    if issubclass(kind, StrictError):
        given = (*given, (FINDING,))
    if issubclass(kind, PlanningError):
        given = (*given, ("autumn", "least_days"), (FINDING,))
    return kind(*given)


def parts(error: BaseException) -> tuple[object, ...]:
    """What tells one error from another."""
    return (type(error), error.args, vars(error), str(error))


@pytest.mark.parametrize("kind", ERRORS, ids=lambda one: one.__name__)
class TestEveryError:
    def test_has_a_name_that_says_so(self, kind: type[MinutesError]) -> None:
        """The names end alike, and each tells what it is for."""
        assert kind.__name__.endswith("Error")
        assert kind.__doc__

    def test_has_a_code_of_its_own(self, kind: type[MinutesError]) -> None:
        """Lower case with hyphens, and no other class has it."""
        assert "code" in vars(kind)
        assert [one for one in ERRORS if one.code == kind.code] == [kind]
        assert kind.code.replace("-", "").isalpha()
        assert kind.code == kind.code.lower()

    def test_pickles_and_copies(self, kind: type[MinutesError]) -> None:
        """Nothing that it carries is lost."""
        error = made(kind)
        assert parts(copy.copy(error)) == parts(copy.deepcopy(error)) == parts(error)
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert parts(pickle.loads(pickle.dumps(error, protocol))) == parts(error)
        assert parts(pickle.loads(pickle.dumps(kind("only this")))) == parts(kind("only this"))

    def test_reads_where_problem_hint(self, kind: type[MinutesError]) -> None:
        """The parts that are there, in that order; the same three arguments do for every class."""
        assert str(made(kind)) == "mars.txt:12: 'x' is wrong (write y)"
        assert str(kind("wrong")) == "wrong"
        assert str(kind("wrong", "here")) == "here: wrong"
        assert str(kind("wrong", None, "write y")) == "wrong (write y)"
        assert (kind("wrong").where, kind("wrong").hint) == (None, None)

    @pytest.mark.slow
    def test_message_is_bounded_and_printable(self, kind: type[MinutesError]) -> None:
        """At most 2,000 signs, without control characters, so that no document writes to a terminal."""
        for hostile in (
            "x" * 1_000_000,
            "\x1b[31m\x00\x07\r\x7f\x9b\u202e\ud800\u200b",
            "\n" * 9_000,
            "é" * 9_000,
        ):
            shown = str(kind(hostile, hostile, hostile))
            assert len(shown) <= 2_000
            assert shown == str(kind(hostile, hostile, hostile)).encode().decode()
            assert not [sign for sign in shown if unicodedata.category(sign)[0] == "C" and sign != "\n"]


class TestFamily:
    def test_has_one_base(self) -> None:
        """Whoever catches `MinutesError` catches all."""
        exceptions = [
            one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, BaseException)
        ]
        assert exceptions == list(ERRORS)
        assert len(ERRORS) >= 16

    def test_children_are_also_what_python_calls_such_errors(self) -> None:
        """A wrong type is a `TypeError`, a wrong value a `ValueError`, an unknown name a `LookupError`."""
        also = {one.__name__: one for one in (TypeError, ValueError, LookupError, ImportError)}
        family = {
            one.code: {name for name, builtin in also.items() if issubclass(one, builtin)} for one in ERRORS
        }
        assert family["minutes"] == family["write"] == family["plugin"] == set()
        assert family["wrong-type"] == {"TypeError"}
        assert family["wrong-value"] == family["date"] == family["read"] == {"ValueError"}
        assert family["data"] == family["limit"] == family["strict"] == family["template"] == {"ValueError"}
        assert family["unknown-format"] == {"LookupError"}
        assert family["missing-extra"] == {"ImportError"}

    def test_carry_what_they_found(self) -> None:
        """Faults with their paths, findings as values; none by default."""
        problems = (("$.agenda[0]", "unknown key"),)
        assert DataError("wrong", problems=problems).problems == problems
        assert DataError("wrong").problems == ()
        assert StrictError("uncertain", findings=(FINDING,)).findings == (FINDING,)
        assert StrictError("uncertain").findings == ()
        assert StrictError("uncertain", findings=(FINDING,)).args[-1] == (FINDING,)
        assert DataError("wrong", problems=problems).args[-1] == problems

    def test_message_of_an_import_error_is_ours(self) -> None:
        """Python's own ImportError would show the bare arguments."""
        error = MissingExtraError("Word files need lxml", hint="pip install 'motesprotokoll[docx]'")
        assert str(error) == "Word files need lxml (pip install 'motesprotokoll[docx]')"


class TestOtherProcesses:
    def test_errors_cross_into_a_spawned_process_and_back(self) -> None:
        """A fresh interpreter takes each and sends it back, and sends those that it raises itself."""
        sent = [made(kind) for kind in ERRORS]
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            returned = list(pool.map(copy.copy, sent))
            raised = pool.submit(Participant, 7).exception(timeout=300)  # type: ignore[arg-type]
        assert [parts(one) for one in returned] == [parts(one) for one in sent]
        assert str(raised) == "Participant.name: expected str, got 7"


class Hostile:
    """A value whose repr does what no repr should."""

    def __init__(self, outcome: object) -> None:
        self.outcome = outcome

    def __repr__(self) -> Any:
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


class TestQuoted:
    def test_shows_a_value_as_python_writes_it(self) -> None:
        """In quotation marks, with control characters escaped."""
        assert quoted("a'\n\x1b") == '"a\'\\n\\x1b"'
        assert quoted(7) == "7"

    def test_cuts(self) -> None:
        """At eighty signs, or as many as were asked for; the last one is an ellipsis."""
        assert quoted("x" * 78) == f"'{'x' * 78}'"
        assert quoted("x" * 79) == f"'{'x' * 78}…"
        assert quoted("x" * 99, 10) == "'xxxxxxxx…"

    def test_never_fails(self) -> None:
        """A repr that raises, recurses or gives no string is replaced by the name of the class."""
        deep: list[Any] = []
        for _ in range(100_000):
            deep = [deep]
        assert quoted(deep) == "<list>"
        for outcome in (ZeroDivisionError(), RecursionError(), MemoryError(), 7, None):
            assert quoted(Hostile(outcome)) == "<Hostile>"
        while deep:  # taken apart by hand: freeing so deep a list is work for C's stack
            deep = deep[0]


class TestNearestOf:
    @pytest.mark.parametrize(
        ("typed", "known", "meant"),
        [
            ("makdown", ("markdown", "text"), "markdown"),
            ("PER_FILE", ("per-file", "select"), "per-file"),
            ("note_takr", ("note_taker", "chair"), "note_taker"),
            ("ordf\N{LATIN SMALL LETTER O WITH DIAERESIS}rande", ("text", "html"), None),
            ("m" * 10_000 + "arkdown", ("markdown",), None),
        ],
    )
    def test_the_word_that_was_meant(self, typed: str, known: tuple[str, ...], meant: str | None) -> None:
        """Whatever its case and its hyphens; of what is nothing alike, none."""
        assert nearest_of(typed, known) == meant
