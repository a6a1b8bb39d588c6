"""The rules and profiles that there are: ours, and those of packages, blamed for what they break."""

import pytest

from fakes import FakePackages, packages
from motesprotokoll import check
from motesprotokoll.checks import Catalogue, Profile, check_schedules, rule, rules
from motesprotokoll.errors import MinutesError, PluginError, WrongValueError
from motesprotokoll.model import AgendaItem, Meeting, Schedule

__all__ = ["packages"]

HOUSE = '''
from motesprotokoll.checks import Profile, rule, tell

@rule("GR101", "no-coffee", title="Kaffe saknas", advice="Koka kaffe.")
def no_coffee(subject):
    """A meeting without coffee."""
    yield tell("Det står {what} om kaffe.", "$", what="inget")

RULES = [no_coffee]
PROFILE = Profile(select=["GR1"])

def profile():
    return PROFILE
'''
MEETING = Meeting(agenda=[AgendaItem()])


def house(packages: FakePackages, body: str, module: str) -> Catalogue:
    """A catalogue in which a package offers one rule, whose body is given."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    source = HOUSE.replace('    yield tell("Det står {what} om kaffe.", "$", what="inget")', lines)
    packages.add("house", rules={"house": f"{module}:no_coffee"}, modules={module: source})
    return Catalogue()


class TestRules:
    def test_a_package_adds_rules(self, packages: FakePackages) -> None:
        """A rule or a list of them; they are used like ours, and come last."""
        packages.add("house", rules={"house": "mod_c1:RULES"}, modules={"mod_c1": HOUSE})
        catalogue = Catalogue()
        assert catalogue.rules[:-1] == rules()
        assert catalogue.rule("GR101").owner == "house 1.0"
        assert catalogue.rule("no-coffee").code == "GR101"
        found = check(MEETING, select=["GR", "MP101"], catalogue=catalogue)
        assert [(one.code, one.message) for one in found] == [
            ("MP101", "Punkten har varken rubrik eller text."),
            ("GR101", "Det står inget om kaffe."),
        ]

    def test_one_rule_is_enough(self, packages: FakePackages) -> None:
        """It needs no list."""
        packages.add("house", rules={"a": "mod_c2:no_coffee"}, modules={"mod_c2": HOUSE})
        assert Catalogue().rules[-1].code == "GR101"

    def test_they_can_be_turned_off(self, packages: FakePackages, monkeypatch: pytest.MonkeyPatch) -> None:
        """By the environment, or where a catalogue is made."""
        packages.add("house", rules={"a": "mod_c3:no_coffee"}, modules={"mod_c3": HOUSE})
        assert Catalogue(plugins=False).rules == rules()
        monkeypatch.setenv("MOTESPROTOKOLL_PLUGINS", "0")
        assert Catalogue().rules == rules()

    @pytest.mark.parametrize(
        ("number", "old", "new", "problem"),
        [
            (1, "GR101", "MP999", r"the code MP999 is of the library \(no code of others begins with MP\)"),
            (2, "no-coffee", "listed-twice", r"listed-twice is taken by motesprotokoll"),
            (3, "RULES = [no_coffee]", "RULES = [no_coffee] * 2", r"GR101 is taken by house 1\.0"),
            (4, "RULES = [no_coffee]", "RULES = 3", r"no rule and no list of rules"),
            (5, "RULES = [no_coffee]", "RULES = []", r"no rule and no list of rules"),
            (6, "RULES = [no_coffee]", "RULES = [3]", r"no rule and no list of rules"),
            (7, "GR101", "gr-1", r"'gr-1' is no code of a rule"),
            (8, "no-coffee", "No", r"'No' is no name of a rule"),
            (9, "RULES = [no_coffee]", "RULES = (1 / x for x in [0])", r"ZeroDivisionError"),
            (
                10,
                "RULES = [no_coffee]",
                "import attrs\nRULES = [attrs.evolve(no_coffee, code='')]",
                r"'' is no code of a rule \(letters and digits: GR101\)",
            ),
        ],
    )
    def test_what_is_wrong_is_told_with_the_package(
        self, packages: FakePackages, number: int, old: str, new: str, problem: str
    ) -> None:
        """To leave its rules out in silence would look like approval."""
        module = f"mod_w{number}"
        packages.add("house", rules={"a": f"{module}:RULES"}, modules={module: HOUSE.replace(old, new)})
        with pytest.raises(PluginError, match=rf"house 1\.0: .*{problem}"):
            check(MEETING, catalogue=Catalogue())

    def test_two_packages_with_one_code(self, packages: FakePackages) -> None:
        """The error names both."""
        packages.add("one", rules={"a": "mod_t1:no_coffee"}, modules={"mod_t1": HOUSE})
        packages.add("two", rules={"a": "mod_t2:no_coffee"}, modules={"mod_t2": HOUSE})
        with pytest.raises(PluginError, match=r"(one|two) 1\.0: GR101 is taken by (one|two) 1\.0"):
            _ = Catalogue().rules


class TestRule:
    def test_by_code_or_name(self) -> None:
        """However it is cased."""
        assert Catalogue().rule("mp301") is Catalogue().rule("Present-and-Absent")

    def test_an_unknown_one(self) -> None:
        """With the nearest."""
        with pytest.raises(WrongValueError, match=r"no rule 'MP3011' .the nearest is MP301, present-and-abs"):
            Catalogue().rule("MP3011")

    @pytest.mark.parametrize(("code", "name"), [("GR1", "a"), ("GR101", "a b"), (3, "a"), ("GR101", None)])
    def test_needs_a_code_and_a_name(self, code: str, name: str) -> None:
        """By which it can be selected."""
        with pytest.raises(WrongValueError, match=r"is no (code|name) of a rule"):
            rule(code, name)


class TestBroken:
    @pytest.mark.parametrize(
        ("number", "body", "problem"),
        [
            (1, "raise ValueError('x')", r"it raised ValueError\('x'\)"),
            (2, "return 3", "it raised TypeError"),
            (3, "yield 3", "it told 3, which no tell"),
            (4, "yield tell(3, '$')", ".*which no tell"),
            (5, "yield tell('Jaha {what}', '$')", "it raised KeyError"),
            (6, "yield tell('Jaha', '$', excerpt=3)", ".*which no tell"),
            (7, "yield tell('Jaha', '$', severity='bad')", ".*which no tell"),
        ],
    )
    def test_a_rule_that_breaks(self, packages: FakePackages, number: int, body: str, problem: str) -> None:
        """It is told as its package's fault, with the code of the rule."""
        catalogue = house(packages, body, f"mod_b{number}")
        with pytest.raises(PluginError, match=rf"house 1\.0 GR101: {problem}"):
            check(MEETING, catalogue=catalogue)

    def test_an_error_of_the_library_is_let_through(self, packages: FakePackages) -> None:
        """It says what is wrong by itself."""
        catalogue = house(packages, "from motesprotokoll.model import Link\nLink('', '')", "mod_e1")
        with pytest.raises(MinutesError, match="must not be empty"):
            check(MEETING, catalogue=catalogue)


class TestProfile:
    @pytest.mark.parametrize("name", ["PROFILE", "profile"])
    def test_a_package_offers_one(self, packages: FakePackages, name: str) -> None:
        """Itself, or a function that gives it; checks go by its name."""
        module = f"mod_p_{name.lower()}_{len(name)}_{name[0]}"
        packages.add(
            "house",
            rules={"r": f"{module}:RULES"},
            profiles={"house": f"{module}:{name}"},
            modules={module: HOUSE},
        )
        catalogue = Catalogue()
        assert catalogue.profile("house") == Profile(select=["GR1"])
        assert [one.code for one in check(MEETING, profile="house", catalogue=catalogue)] == ["GR101"]
        assert check_schedules([Schedule()], profile="house", catalogue=catalogue) == ()

    def test_an_unknown_one(self, packages: FakePackages) -> None:
        """With those that there are."""
        with pytest.raises(WrongValueError, match=r"no profile 'hose' .no package offers any"):
            Catalogue().profile("hose")
        packages.add("house", profiles={"house": "mod_u:PROFILE"})
        with pytest.raises(WrongValueError, match=r"no profile 'hose' .there is house"):
            Catalogue().profile("hose")

    def test_two_of_one_name(self, packages: FakePackages) -> None:
        """Nobody wins by chance."""
        packages.add("one", profiles={"house": "mod_q:PROFILE"})
        packages.add("two", profiles={"house": "mod_q:PROFILE"})
        with pytest.raises(PluginError, match="one and two both offer 'house'"):
            Catalogue().profile("house")

    @pytest.mark.parametrize(("number", "value"), [(1, "3"), (2, "lambda: 3"), (3, "lambda: 1 / 0")])
    def test_none_at_all(self, packages: FakePackages, number: int, value: str) -> None:
        """The package is named."""
        module = f"mod_n{number}"
        packages.add("house", profiles={"house": f"{module}:X"}, modules={module: f"X = {value}"})
        with pytest.raises(PluginError, match=r"house 1\.0: "):
            Catalogue().profile("house")
