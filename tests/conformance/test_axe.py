"""Every page that we make passes the rules of axe-core for WCAG 2.2 A and AA and its best practice."""

import importlib.util
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pypdfium2
import pytest

import motesprotokoll as mp
from everything import MEETING
from motesprotokoll import calendars
from motesprotokoll.compose import VIEWS
from motesprotokoll.testing import sample_meeting
from pictures import many_meetings
from web_example import Client, example_in
from year_plans import BOARD, PLAN

pytestmark = pytest.mark.slow

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HOUSE = mp.Theme(
    link="#7a1fa2",
    accent="#00539b",
    decision="#004d40",
    logo=b"\x89PNG\r\n\x1a\n" + bytes(20),
    logo_text="Bolaget",
    footer="Storgatan 1, Ale",
)


def chromium() -> str:
    """The browser's program: one that was named, or Debian's."""
    found = (
        os.environ.get("MOTESPROTOKOLL_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    )
    if found is None:
        pytest.skip("there is no Chromium here (set MOTESPROTOKOLL_CHROMIUM)")
    return found


def axe_source() -> str:
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.skip("axe-core is not installed (make check installs requirements-peers.txt)")
    return (Path(found.origin).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program, _ = chromium(), axe_source()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def violations(browser: Any, markup: str, scheme: str) -> list[str]:
    """What axe-core finds fault with, each with the element that it means."""
    # The page's own policy forbids scripts, and rightly; the judge has to get in.
    context = browser.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": 1000, "height": 900}
    )
    try:
        page = context.new_page()
        page.set_content(markup)
        page.evaluate(axe_source())
        options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}})
        found = page.evaluate(f"axe.run(document, {options})")
    finally:
        context.close()
    assert len(found["passes"]) > 10, "axe-core judged nothing"
    return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]


def meetings() -> dict[str, mp.Meeting]:
    draft = attrs.evolve(sample_meeting("ord"), status=mp.Status.DRAFT)
    return {"everything": MEETING, "draft": draft, "empty": mp.Meeting()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", [mp.Theme(), HOUSE], ids=["standard", "house"])
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ["everything", "draft", "empty"])
def test_no_violation(browser: Any, name: str, view: str, theme: mp.Theme, scheme: str) -> None:
    """In any view, of a meeting that holds all there is, of a draft, and of one that holds nothing."""
    page = mp.render(meetings()[name], "html", view=view, theme=theme)
    assert violations(browser, page.text, scheme) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_in_the_examples(browser: Any, repository: Path, scheme: str) -> None:
    """The example notes, and a schedule and an extract of them, in both languages."""
    sources = sorted((repository / "examples" / "anteckningar").glob("*.txt"))
    assert sources
    for source in sources:
        meeting = mp.read(source).meeting
        pages = [mp.render(meeting, "html", language=language) for language in ("sv", "en")]
        pages.append(mp.render(meeting, "html", item=0))
        pages += [mp.render(meeting.schedule, "html")] if meeting.schedule else []
        assert [violations(browser, page.text, scheme) for page in pages] == [[]] * len(pages), source.name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", [mp.Theme(), HOUSE], ids=["standard", "house"])
def test_no_violation_in_a_year_at_a_glance(browser: Any, theme: mp.Theme, scheme: str) -> None:
    """Of one body, and of several in English."""
    one = mp.render(PLAN, "html", view="year", theme=theme)
    many = calendars.year_page([PLAN, BOARD], 2027, theme=theme, language="en")
    assert [violations(browser, page.text, scheme) for page in (one, many)] == [[], []]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", [mp.Theme(), HOUSE], ids=["standard", "house"])
def test_no_violation_in_a_report(browser: Any, theme: mp.Theme, scheme: str) -> None:
    """With its pictures, of all there is and of one body in English."""
    register, bound = many_meetings(), mp.renderer("html", theme=theme)
    reports = (register.report(theme=theme), register.report("Nätet", 2027, theme=theme, language="en"))
    pages = [bound.render_outline(one).text for one in reports]
    assert [violations(browser, page, scheme) for page in pages] == [[], []]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", [mp.Theme(), HOUSE], ids=["standard", "house"])
def test_no_violation_in_a_comparison(browser: Any, theme: mp.Theme, scheme: str) -> None:
    """With words that went and came, in both languages."""
    old, new = meetings()["draft"], attrs.evolve(MEETING, agenda=MEETING.agenda[::-1])
    pairs = ((MEETING, new, "sv"), (old, MEETING, "en"))
    pages = [
        mp.render(mp.compare(one, two), "html", theme=theme, language=name).text for one, two, name in pairs
    ]
    assert [violations(browser, page, scheme) for page in pages] == [[], []]


WEB_PAGES = ("/", "/search?q=bibliotek", "/search?q=giraff", "/minutes/biblioteksutveckling-2027-03-12")


@pytest.fixture(scope="module")
def web_pages(repository: Path) -> dict[str, str]:
    """The pages of the web example: its list, hits and none, and minutes."""
    client = Client(example_in(repository).create_app(repository / "examples" / "anteckningar"))
    return {path: client.get(path, headers={"Accept": "text/html"}).text for path in WEB_PAGES}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", WEB_PAGES)
def test_no_violation_in_the_web_example(
    browser: Any, web_pages: dict[str, str], path: str, scheme: str
) -> None:
    """What people copy should be as good as what we make."""
    assert violations(browser, web_pages[path], scheme) == []


@pytest.mark.parametrize("width", [1000, 320])
def test_the_web_example_fits_any_window(browser: Any, web_pages: dict[str, str], width: int) -> None:
    """Nobody has to scroll sideways (WCAG 2.2, 1.4.10)."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    for text in web_pages.values():
        page.set_content(text)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("width", [1000, 320])
def test_a_report_fits_any_window(browser: Any, width: int) -> None:
    """Wide tables scroll by themselves, and the page does not (WCAG 2.2, 1.4.10)."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(mp.renderer("html").render_outline(many_meetings().report()).text)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("width", [1400, 800, 320])
def test_a_year_at_a_glance_fits_any_window(browser: Any, width: int) -> None:
    """Nobody has to scroll sideways (WCAG 2.2, 1.4.10), and on paper it is one page."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(calendars.year_page([PLAN, BOARD], 2027).text)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    printed = page.pdf(prefer_css_page_size=True, format="A4")
    page.close()
    assert len(pypdfium2.PdfDocument(printed)) == 1


def test_the_judge_finds_faults(browser: Any) -> None:
    """A page with faults has violations: the test can fail."""
    page = mp.render(sample_meeting("ord"), "html").text
    broken = page.replace('<html lang="sv">', "<html>").replace("--text: #1b1f23", "--text: #dddddd")
    found = violations(browser, broken, "light")
    assert {one.partition(":")[0] for one in found} >= {"html-has-lang", "color-contrast"}
