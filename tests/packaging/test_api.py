"""The public names are those that were promised, called as promised, and every one has a type."""

import pytest

from release import api

pytestmark = pytest.mark.slow

pytest.importorskip("griffe", reason="`make check` installs what reads the source")

ANY = {
    "motesprotokoll.Vocabulary.extended(tables) is Iterable[Any]": "tables of rows of several kinds",
    "motesprotokoll.dumps(value) is Any": "a meeting, a plan or a reading; others raise WrongTypeError",
    "motesprotokoll.to_dict(value) is Any": "the same",
    "motesprotokoll.from_dict -> is Any": "what the document says that it is",
    "motesprotokoll.loads -> is Any": "the same",
    "motesprotokoll.checks.Rule.__call__(subject) is Any": "rules are about meetings, plans or documents",
    "motesprotokoll.checks.Rule.find is Callable[[Any], Iterable[Told]]": "the same",
    "motesprotokoll.checks.rule(more) is Any": "what the rule itself asks for",
    "motesprotokoll.checks.rule -> is Callable[[Callable[[Any], Iterable[Told]]], Rule]": "as for Rule",
    "motesprotokoll.planning.Reason.values is tuple[tuple[str, Any], ...]": "what is put into a sentence",
}
"""Where a type says nothing, and why."""


def test_a_changed_signature_is_seen() -> None:
    """Whoever changes what users call changes the file, too: it shows in review."""
    assert api.SNAPSHOT.read_text("utf-8").splitlines() == api.text().splitlines(), (
        "`make api` writes it anew"
    )


def test_every_public_name_is_there() -> None:
    """What the package and its public modules list in ``__all__``, each under one of its names."""
    import motesprotokoll

    told = {path.rpartition(".")[2] for path, _ in api.public()}
    listed = {*motesprotokoll.__all__} - {*api.MODULES, "__version__"}
    assert listed - told == set()
    assert len(told) > 200


def test_every_public_name_has_a_type() -> None:
    """Parameters, results and fields: none is without, and where it is `Any` there is a reason."""
    assert {*api.untyped()} == {*ANY}
