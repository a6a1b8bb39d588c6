import os
import sys
from types import SimpleNamespace

import attrs
import pytest

import pdfs
from motesprotokoll.errors import ReadError
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.readers.pdf import PdfReader, pool
from motesprotokoll.readers.pdf.pool import POOL, Pool, Question

DATA = pdfs.document(pdfs.lines("Hej"))
MIB = 1024 * 1024


def question(memory: int = 512 * MIB) -> Question:
    return Question(DATA, 10, 100, ("", 0), None, 5, memory)


@pytest.fixture
def own() -> "pytest.Generator[Pool]":  # type: ignore[name-defined]
    """A pool that no other test uses."""
    made = Pool()
    yield made
    made.close()


class TestPool:
    def test_keeps_a_child_warm(self, own: Pool) -> None:
        """The next document is read by the same process."""
        own.ask(question())
        waiting = own.idle()
        own.ask(question())
        assert own.idle() == waiting
        assert len(waiting) == 1

    def test_a_child_for_each_ceiling(self, own: Pool) -> None:
        """A process cannot be given more memory than it had."""
        own.ask(question())
        own.ask(question(600 * MIB))
        assert len(own.idle()) == 2

    def test_replaces_a_child_after_many_documents(self, own: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
        """So that nothing can pile up for ever."""
        monkeypatch.setattr(pool, "MOST_DOCUMENTS", 2)
        own.ask(question())
        own.ask(question())
        assert own.idle() == ()

    def test_closes(self, own: Pool) -> None:
        """What waits is ended."""
        own.ask(question())
        own.close()
        assert own.idle() == ()

    def test_too_little_memory(self, own: Pool) -> None:
        """A ceiling under which nothing can be read is an error that names it."""
        keys = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 100 0 R >> >>"
        endless = pdfs.document(
            "/X Do",
            objects=[pdfs.stream(b"/X Do /X Do", keys)],
            resources="/XObject << /X 100 0 R >>",
        )
        with pytest.raises(ReadError, match="pdf_memory"):
            own.ask(attrs.evolve(question(150 * MIB), data=endless))
        assert own.idle() == ()

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork")
    def test_a_process_that_was_forked_has_children_of_its_own(self) -> None:
        """Two processes that read from one child would take each other's answers."""
        PdfReader().read(DATA, DEFAULT_LIMITS)
        waiting = POOL.idle()
        assert waiting
        forked = os.fork()
        if forked == 0:  # pragma: no cover - another process
            try:
                fresh = POOL.idle() == ()
                fresh = fresh and PdfReader().read(DATA, DEFAULT_LIMITS).lines[0].text == "Hej"
                POOL.close()
            finally:
                os._exit(0 if fresh else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(forked, 0)[1]) == 0
        assert PdfReader().read(DATA, DEFAULT_LIMITS).lines[0].text == "Hej"
        assert set(waiting) <= set(POOL.idle())

    def test_forgets(self) -> None:
        """Letting go ends no process and leaves nothing that would be waited for."""
        made = Pool()
        made.ask(question())
        (child,) = made._idle
        process = child._process
        made.forget()
        assert made.idle() == ()
        assert process.returncode == 0
        process.returncode = None
        child.close()

    def test_the_environment_on_windows(self, own: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
        """The one variable without which Windows starts nothing is passed on, and none that the user set."""
        seen = {}

        def started(*_: object, env: dict[str, str], **__: object) -> SimpleNamespace:
            seen.update(env)
            raise OSError(2, "not now")

        monkeypatch.setenv("SYSTEMROOT", "C:/Windows")
        monkeypatch.setattr(pool.subprocess, "Popen", started)
        with pytest.raises(ReadError, match="not now"):
            own.ask(question())
        assert seen.pop("SYSTEMROOT") == "C:/Windows"
        assert {name.partition("_")[0] for name in seen} == {"MALLOC"}


class TestWithoutPdfium:
    def test_says_which_extra_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As each format does that needs a package."""
        import motesprotokoll as mp

        for name in [name for name in sys.modules if name.startswith("motesprotokoll.readers.pdf")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, "pypdfium2_raw", None)
        with pytest.raises(mp.MissingExtraError, match=r"pip install 'motesprotokoll\[pdf\]'"):
            mp.read(DATA)

    def test_a_package_that_has_gone_since(self, own: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
        """An error as well."""
        monkeypatch.setattr(pool, "find_spec", lambda _: None)
        with pytest.raises(ReadError, match="pypdfium2"):
            own.ask(question())


def test_limits_are_the_callers() -> None:
    """Two readers with other ceilings do not share a child."""
    for seconds in (5, 6):
        found = PdfReader().read(DATA, Limits(pdf_seconds=seconds, pdf_memory=400 * MIB))
        assert found.lines[0].text == "Hej"
