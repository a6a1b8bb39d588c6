"""The table of documents."""

import pytest

import everything
from motesprotokoll.errors import WrongTypeError
from motesprotokoll.model import AgendaItem, Network, Schedule
from motesprotokoll.serialisation import dumps, from_dict, loads, to_dict
from motesprotokoll.serialisation.documents import DOCUMENTS, class_of, kind_of


class TestTable:
    @pytest.mark.parametrize("kind", DOCUMENTS)
    def test_names_classes_that_are_there(self, kind: str) -> None:
        """Each name leads to a class, and each document to its name."""
        value = everything.DOCUMENTS[kind]
        assert class_of(kind) is type(value)
        assert kind_of(value) == kind

    def test_takes_a_new_kind_as_one_row(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nothing else is needed for a class to be a document."""
        with pytest.raises(WrongTypeError):
            kind_of(AgendaItem("x"))
        monkeypatch.setitem(DOCUMENTS, "item", "motesprotokoll.model:AgendaItem")
        assert to_dict(AgendaItem("x"))["type"] == "item"
        assert loads(dumps(AgendaItem("x", body=["y"]))) == AgendaItem("x", body=["y"])

    def test_does_not_import_a_class_to_see_that_it_is_not_meant(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Writing a schedule loads nothing that interprets documents."""
        monkeypatch.setitem(DOCUMENTS, "far", "motesprotokoll.no_such_module:Far")
        with pytest.raises(WrongTypeError):
            kind_of(Network("x"))
        assert from_dict(to_dict(Schedule("x"))) == Schedule("x")
