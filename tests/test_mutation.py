"""What breaks the code breaks one place of it, and leaves alone what no test should hold."""

import ast
import importlib.util

import pytest

from mutation import rooms
from mutation.child import Breaks
from mutation.mutants import Mutant, mutants_of, mutated

pytestmark = pytest.mark.slow

SOURCE = '''"""A module."""

LIMIT = 3
Kinds = int | str


def told(count: "int", names: list) -> str:
    """A docstring."""
    if count > LIMIT and not names:
        raise ValueError("too many")
    names.sort()
    return "a" + names[0]
'''


class TestMutants:
    @pytest.mark.parametrize(
        ("kind", "line", "expected"),
        [
            ("constant", 3, ["LIMIT = 4"]),
            ("comparison", 9, ["    if count >= LIMIT and (not names):"]),
            ("removed call", 11, ["    pass"]),
            ("return", 12, ["    return None"]),
            ("arithmetic", 12, ["    return 'a' - names[0]"]),
        ],
    )
    def test_one_place_is_changed(self, kind: str, line: int, expected: list[str]) -> None:
        """And nothing else of the line."""
        source = ast.unparse(ast.parse(SOURCE)).splitlines()
        [mutant] = [one for one in mutants_of("m", SOURCE) if (one.kind, one.line) == (kind, line)]
        told = ast.unparse(mutated(SOURCE, mutant)).splitlines()
        assert len(told) == len(source)
        assert [new for new, old in zip(told, source, strict=True) if new != old] == expected

    def test_what_no_test_should_hold_is_left(self) -> None:
        """Docstrings, annotations, names of types and the words of exceptions."""
        lines = {one.line for one in mutants_of("m", SOURCE)}
        assert lines == {3, 9, 11, 12}

    def test_each_mutant_is_another_program(self) -> None:
        """No change gives back what was there."""
        before = ast.dump(ast.parse(SOURCE))
        after = [ast.dump(mutated(SOURCE, one)) for one in mutants_of("m", SOURCE)]
        assert before not in after
        assert len({*after}) == len(after)


class TestBreaks:
    def test_a_module_is_found_with_the_mutant_in_it(self) -> None:
        """Without a change to its file; other modules are found as ever."""
        name = "motesprotokoll.limits"
        source = importlib.util.find_spec(name).loader.get_source(name)  # type: ignore[union-attr]
        mutant = next(one for one in mutants_of(name, source) if one.kind == "constant")
        finder = Breaks(mutant)
        assert finder.find_spec("motesprotokoll.errors", None) is None
        import motesprotokoll

        spec = finder.find_spec(name, motesprotokoll.__path__)
        assert spec.loader.get_code(name).co_code != b""
        assert spec.loader.get_code(name) != compile(source, spec.origin, "exec", dont_inherit=True)


class TestRooms:
    @pytest.mark.parametrize("room", rooms.ROOMS)
    def test_there_are_mutants_and_tests(self, room: str) -> None:
        """Every place that is named exists, and each mutant can be made."""
        assert all((rooms.ROOT / place).exists() for place in rooms.ROOMS[room])
        sources = rooms.modules(room)
        every = rooms.mutants(room)
        assert len(every) > 500
        for one in every[:: len(every) // 20]:
            compile(mutated(sources[one.module], one), one.module, "exec")

    def test_quickest_tests_of_the_line_come_first(self) -> None:
        """Within the budget, but one at least; and then those of a module of that name."""
        tests = rooms.Tests(
            {"m.days": {7: ["slow", "quick"], 1: ["other"]}},
            {"slow": 9.0, "quick": 0.1, "other": 0.2, "unit/test_days.py::test": 0.3},
        )
        named = "unit/test_days.py::test"
        inside = Mutant("m.days", 7, 0, "return", True, "")
        assert tests.of(inside, 10) == ["quick", "slow", named]
        assert tests.of(inside, 1) == ["quick", named]
        loaded = Mutant("m.days", 2, 0, "constant", False, "")
        assert tests.of(loaded, 10) == ["quick", "other", named, "slow"]
        assert tests.of(Mutant("m.hours", 1, 0, "constant", False, ""), 10) == ["quick", "other", named]

    def test_words_of_tables_are_apart(self) -> None:
        """Both together are all."""
        code, words = rooms.mutants("swedish"), rooms.mutants("swedish", words=True)
        assert {one.kind for one in words} == {"word of a table"}
        assert len(words) > 500
        assert not [one for one in code if one.kind == "word of a table"]
