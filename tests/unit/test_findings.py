import pickle

import attrs
import pytest

from motesprotokoll import messages
from motesprotokoll.findings import Finding, Severity


def finding(template: str, **values: str) -> Finding:
    """A warning with that message."""
    return Finding("code", Severity.WARNING, template, values=tuple(values.items()))


class TestFinding:
    def test_message_is_the_template_with_its_values(self) -> None:
        """In Swedish, unless another language is asked for."""
        assert finding("året {year} är antaget", year="2027").message == "året 2027 är antaget"
        assert finding("inget att fylla").message == "inget att fylla"

    def test_values_may_hold_braces(self) -> None:
        """What a document said is filled in and never read as a template."""
        hostile = finding("{text} är oklart", text="{year} {0} {text.__class__} {} }{ %s")
        assert hostile.message == "{year} {0} {text.__class__} {} }{ %s är oklart"
        assert hostile.message_in("en") == hostile.message_in("xx") == hostile.message

    def test_message_in_english(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The template is translated before the values go in; values are left as they are."""
        catalogue = {"{a} före {b}": "{b} after {a}"}
        monkeypatch.setattr(messages, "_catalogue", lambda language: catalogue)
        one = finding("{a} före {b}", a="{b}", b="y")
        assert one.message_in("en") == "y after {b}"
        assert one.message_in("sv") == one.message == "{b} före y"

    def test_shows_itself_on_a_line(self) -> None:
        """Where, how grave, which, what; where only if known."""
        assert str(finding("oklart")) == "warning [code] oklart"
        assert str(attrs.evolve(finding("oklart"), where="rad 3")) == "rad 3: warning [code] oklart"

    def test_repr_is_short(self) -> None:
        """The code, how grave, and where: the message is for people."""
        assert repr(finding("oklart")) == "Finding('code', warning)"
        assert (
            repr(attrs.evolve(finding("oklart"), where="rad 3")) == "Finding('code', warning, where='rad 3')"
        )

    def test_is_a_value(self) -> None:
        """Frozen, hashable, picklable; where and values are optional."""
        one = Finding("code", Severity.NOTE, "oklart")
        assert (one.where, one.values) == (None, ())
        assert pickle.loads(pickle.dumps(one)) == one
        assert {one: 1}[Finding("code", Severity.NOTE, "oklart")] == 1
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            one.code = "other"  # type: ignore[misc]


class TestSeverity:
    def test_is_written_in_lower_case(self) -> None:
        """The values stand in JSON and in output, so they never change."""
        assert [one.value for one in Severity] == ["error", "warning", "note"]
