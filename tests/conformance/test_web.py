"""The example of a web application: asked by its client in process, and by a browser."""

import json
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

import motesprotokoll as mp
from web_example import Client, example_in

pytestmark = pytest.mark.slow

LIBRARY = "biblioteksutveckling-2027-03-12"
MEALS = "maltidschefer-2027-09-10"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def example(repository: Path) -> Any:
    """The module of the example."""
    return example_in(repository)


@pytest.fixture
def folder(repository: Path, tmp_path: Path) -> Path:
    """A copy of the example notes, with a secret beside it and a broken file in it."""
    folder = tmp_path / "notes"
    shutil.copytree(repository / "examples" / "anteckningar", folder)
    (tmp_path / "secret.txt").write_text("Nätverket för hemligheter\n\n1. Hemligt\n", "utf-8")
    (folder / "trasig.docx").write_bytes(b"PK\x03\x04 nej")
    return folder


@pytest.fixture
def client(example: Any, folder: Path) -> Client:
    return Client(example.create_app(folder))


class TestMinutes:
    @pytest.mark.parametrize(
        ("accept", "media_type"),
        [
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
            ("*/*", "text/html"),
            ("", "text/html"),
            ("application/pdf", "application/pdf"),
            ("application/json;q=0.5, text/markdown;q=0.9", "text/markdown"),
            ("application/*;q=0.9, application/json;q=0, application/pdf;q=0.2, text/*;q=0", WORD),
            ("text/html;q=0, text/plain;q=nonsense, application/json", "application/json"),
        ],
    )
    def test_the_format_is_negotiated(self, client: Client, accept: str, media_type: str) -> None:
        """Who wants any gets a page; what comes reads back as the meeting."""
        got = client.get(f"/minutes/{LIBRARY}", headers={"Accept": accept})
        assert got.status_code == 200
        assert got.headers["Content-Type"].partition(";")[0] == media_type
        assert got.headers["Vary"] == "Accept"
        assert len(mp.read(got.content).meeting.decisions) == 3

    def test_the_suffix_names_the_format(self, client: Client) -> None:
        """Whatever is accepted."""
        for suffix in (".pdf", ".docx", ".html", ".md", ".txt", ".json"):
            got = client.get(f"/minutes/{LIBRARY}{suffix}", headers={"Accept": "image/png"})
            assert got.status_code == 200
            assert mp.read(got.content).meeting.place == "Sjövalla kommun, Stadsbiblioteket, Strandgatan 3"

    def test_what_cannot_be_given(self, client: Client) -> None:
        """No picture of minutes, no minutes that are not there; a broken file tells no path."""
        assert client.get(f"/minutes/{LIBRARY}", headers={"Accept": "image/png"}).status_code == 406
        assert client.get("/minutes/saknas").status_code == 404
        assert client.get(f"/minutes/{LIBRARY}.exe").status_code == 404
        broken = client.get("/minutes/trasig")
        assert broken.status_code == 500
        assert "notes" not in broken.text

    def test_who_has_it_already_gets_nothing(self, client: Client) -> None:
        """The same bytes each time, and a new tag when the file changes."""
        first = client.get(f"/minutes/{LIBRARY}.pdf")
        again = client.get(
            f"/minutes/{LIBRARY}.pdf", headers={"If-None-Match": f'W/"x", {first.headers["ETag"]}'}
        )
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(f"/minutes/{LIBRARY}.pdf").content == first.content

    @pytest.mark.parametrize(
        "path",
        [
            "/minutes/..%2Fsecret",
            "/minutes/..%2Fsecret.txt",
            "/minutes/%2e%2e%2fsecret.json",
            "/minutes/..%5Csecret.txt",
            "/minutes/notes%2F..%2F..%2Fsecret",
            "/minutes/%00",
            "/minutes/" + "x" * 5_000,
            "/minutes/link",
        ],
    )
    def test_nothing_outside_the_folder_is_shown(self, client: Client, folder: Path, path: str) -> None:
        """No address and no link leads out."""
        (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
        got = client.get(path)
        assert got.status_code == 404
        assert "Hemligt" not in got.text

    def test_hostile_names_are_text(self, client: Client, folder: Path) -> None:
        """Of files, of bodies and of what was asked for."""
        (folder / '"><script>1<.txt').write_text("<script>alert(1)</script>\n\n1. <b>Punkt\n", "utf-8")
        for path in ("/", "/search?q=%3Cscript%3E", "/search?q=punkt"):
            got = client.get(path)
            assert got.status_code == 200
            assert "<script" not in got.text
            assert got.headers["X-Content-Type-Options"] == "nosniff"
            assert "default-src 'none'" in got.headers["Content-Security-Policy"]


class TestCalendar:
    def test_a_year_is_a_feed(self, client: Client) -> None:
        """Of the bodies that have a plan for it, in the same bytes each time; the tag says so."""
        got = client.get("/calendar/2028.ics")
        assert got.headers["Content-Type"].startswith("text/calendar")
        plan = mp.read_schedule(got.content)
        assert [str(one.dates) for one in plan.occasions][-1] == "2028-11-09/2028-11-10"
        assert plan.network == mp.Network("Nätverket för måltidschefer")
        assert client.get("/calendar/2028.ics").content == got.content
        same = client.get("/calendar/2028.ics", headers={"If-None-Match": got.headers["ETag"]})
        assert same.status_code == 304
        assert client.get("/calendar/2029.ics").status_code == 404
        assert client.get("/calendar/x.ics").status_code == 422

    def test_the_latest_minutes_count(self, client: Client, folder: Path) -> None:
        """A plan that was changed at a later meeting replaces the one before."""
        before = client.get("/calendar/2028.ics").headers["ETag"]
        text = (folder / f"{MEALS}.txt").read_text("utf-8")
        later = text.replace("2027-09-10", "2027-11-12").replace("10 september", "12 november")
        (folder / "senare.txt").write_text(later.replace("4 februari", "11 februari"), "utf-8")
        got = client.get("/calendar/2028.ics")
        assert str(mp.read_schedule(got.content).occasions[0].dates) == "2028-02-11"
        assert got.headers["ETag"] != before


class TestSearch:
    def test_finds_words_inside_others(self, client: Client) -> None:
        """As a page, and as data for who wants that."""
        page = client.get("/search", params={"q": "systemet"}, headers={"Accept": "text/html"})
        assert f'href="/minutes/{LIBRARY}"' in page.text
        hits = client.get("/search?q=matsvinn", headers={"Accept": "application/json"}).json()
        assert [hit["name"] for hit in hits] == [MEALS]
        assert "»Matsvinn«" in json.dumps(hits, ensure_ascii=False)

    def test_follows_the_folder(self, client: Client, folder: Path) -> None:
        """What is new is found, and what has gone is not."""
        assert client.get("/search?q=hemligt", headers={"Accept": "application/json"}).json() == []
        shutil.copy(folder.parent / "secret.txt", folder / "ny.txt")
        assert len(client.get("/search?q=hemligt", headers={"Accept": "application/json"}).json()) == 1
        (folder / "ny.txt").unlink()
        assert client.get("/search?q=hemligt", headers={"Accept": "application/json"}).json() == []

    def test_a_question_without_words(self, client: Client) -> None:
        """It is told."""
        assert client.get("/search?q=%3F").status_code == 400
        assert client.get("/search?q=" + "x" * 500).status_code == 422


@pytest.fixture
def address(example: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The application on a port of this machine, as uvicorn serves it."""
    import uvicorn

    monkeypatch.setenv("MINUTES", str(folder))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        server = uvicorn.Server(
            uvicorn.Config(example.from_environment(), log_level="critical", lifespan="off")
        )
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            until = monotonic() + 20
            while not server.started and monotonic() < until:
                sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(20)


def test_in_a_browser(address: str) -> None:
    """The list leads to the minutes, search finds, and the calendar can be fetched; nothing is blocked."""
    program = os.environ.get("MOTESPROTOKOLL_CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip("there is no Chromium here (set MOTESPROTOKOLL_CHROMIUM)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(address)
        page.get_by_role("link", name="Nätverket för biblioteksutveckling").click()
        page.get_by_text("gemensamt bibliotekskort från den 1").first.wait_for()
        page.goto(address)
        page.get_by_label("Sök").fill("matsvinn")
        page.get_by_role("button", name="Sök").click()
        page.get_by_text("Träffar: 1").wait_for()
        assert page.get_by_role("link", name="Nätverket för måltidschefer").count() == 1
        page.goto(address)
        with page.expect_download() as downloaded:
            page.get_by_role("link", name="Kalender 2028").click()
        assert downloaded.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR")
        browser.close()
    assert [fault for fault in faults if "favicon" not in fault and "404" not in fault] == []
