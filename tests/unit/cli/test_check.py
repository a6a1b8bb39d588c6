"""Findings are told a line each with their place; corrections are shown; a bad file stops nothing."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest

import motesprotokoll as mp
from command_line import MEETING, Run, with_stdin
from fakes import FakePackages, packages
from motesprotokoll import api
from motesprotokoll.checks import Catalogue, rules
from motesprotokoll.cli import DONE, FINDINGS, MISSING, USAGE, looking
from motesprotokoll.cli.commands import check
from motesprotokoll.errors import MissingExtraError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.serialisation import dumps

__all__ = ["packages"]

NOTES = """Anteckningar möte 2027-03-05

Närvarande: Ida Ek, Bo Ask
Antecknat av: Bo Ask

1. Lokaler
Vi ser över tex biblioteket.

2. Avtal
Nästa steg är oklart, bla på grund av hyran.
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Notes with two slips that can be mended."""
    path = tmp_path / "notes.txt"
    path.write_bytes(NOTES.replace("\n", "\r\n").encode("utf-8-sig"))
    return path


class TestCheck:
    def test_findings_have_status_1(self, run: Run, good: Path, doubtful: Path) -> None:
        """What is in order has status 0; findings have status 1, a line each, and the end counts them."""
        assert run("check", good) == (DONE, "Inget att anmärka på i 1 fil.\n", "")
        status, out, _ = run("check", good, doubtful, "--select", "MP101")
        assert status == FINDINGS
        assert out.splitlines()[0].startswith(str(doubtful))
        assert out.splitlines()[0].endswith(
            ": punkt nummer 1 i ordningen: varning [MP101] Punkten har varken rubrik eller text."
        )
        assert out.splitlines()[1:] == ["1 varning i 1 fil."]

    def test_the_place_is_told_for_people_and_editors(self, run: Run, notes: Path) -> None:
        """The line of the file, and the item; in the order of the lines."""
        _, out, _ = run("check", notes, "--select", "abbreviation-slip")
        assert out.splitlines() == [
            f"{notes}:7: punkt 1 Lokaler: upplysning [MP701] Skriv ”t.ex.” i stället för ”tex”.",
            f"{notes}:10: punkt 2 Avtal: upplysning [MP701] Skriv ”bl.a.” i stället för ”bla”.",
            "2 upplysningar i 1 fil. 2 kan rättas med --fix.",
        ]

    def test_in_the_order_of_the_lines(self, run: Run, tmp_path: Path) -> None:
        """What reading found stands among what the rules found."""
        path = tmp_path / "a.txt"
        path.write_text(f"{NOTES}\n3. Stolar\nNätverket beslutar att köpa tex pallar.\n", "utf-8")
        _, out, _ = run("check", path, "--select", "MP701,decision")
        found = [(int(line.split(":")[1]), "[decision" in line) for line in out.splitlines()[:-1]]
        assert found == [(7, False), (10, False), (13, True), (13, False)]

    def test_in_english(self, run: Run, notes: Path) -> None:
        """As everything."""
        _, out, _ = run("check", notes, "--select", "MP701", "--language", "en")
        assert ":7: item 1 Lokaler: note [MP701] Write “t.ex.”" in out
        assert out.endswith("2 notes in 1 file. 2 can be corrected with --fix.\n")

    def test_an_editor_can_take_a_line_apart(self, run: Run, notes: Path, repository: Path) -> None:
        """By the pattern that the documentation shows."""
        page = (repository / "docs" / "how-to" / "check-minutes.md").read_text("utf-8")
        (tasks,) = re.findall(r"^```json\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
        pattern = json.loads(tasks)["tasks"][0]["problemMatcher"]["pattern"]["regexp"]
        _, out, _ = run("check", notes, "--select", "MP701,date", "--language", "en")
        found = re.match(pattern, out.splitlines()[0])
        assert found
        assert found.groups()[:4] == (str(notes), "7", "note", "MP701")

    def test_a_finding_of_reading_has_its_line(self, run: Run, tmp_path: Path) -> None:
        """The reader knows it; where there are no lines, it is told in words."""
        path = tmp_path / "a.txt"
        path.write_text("Anteckningar\n\nTorsdagen den 5 mars 2027\n", "utf-8")
        _, out, _ = run("check", path, "--select", "date")
        assert out.startswith(f"{path}:3: varning [date.weekday-mismatch]")

    def test_what_a_rule_says_of_a_line_is_said_once(self, run: Run, tmp_path: Path) -> None:
        """Though reading tells of it, too; the rule names the item."""
        path = tmp_path / "a.txt"
        path.write_text(
            "Anteckningar 2027-03-05\n\n1. Båtar\nBo tar fram en plan senast fredagen den 2 mars 2028.\n",
            "utf-8",
        )
        _, out, _ = run("check", path, "--select", "date.weekday,date.impossible,MP205", "--format", "json")
        assert [row["code"] for row in json.loads(out)] == ["MP205"]
        _, out, _ = run("check", path, "--select", "date.weekday", "--format", "json")
        assert [row["code"] for row in json.loads(out)] == ["date.weekday-mismatch"]

    def test_json_is_for_programs(self, run: Run, doubtful: Path) -> None:
        """--format json gives one list, also of nothing."""
        status, out, _ = run("check", doubtful, "--format", "json", "--select", "MP101")
        assert status == FINDINGS
        (row,) = json.loads(out)
        assert row == {
            "file": str(doubtful),
            "line": row["line"],
            "place": "punkt nummer 1 i ordningen",
            "where": "$.agenda[0]",
            "code": "MP101",
            "severity": "warning",
            "message": "Punkten har varken rubrik eller text.",
            "excerpt": None,
            "instead": None,
        }
        assert run("check", doubtful, "--format", "json", "--select", "MP2") == (DONE, "[]\n", "")

    def test_github_shows_them_beside_the_lines(self, run: Run, notes: Path) -> None:
        """A line each; signs that would end it are escaped."""
        again = notes.rename(notes.with_name("a,b.txt"))
        status, out, _ = run("check", again, "--format", "github", "--select", "MP701")
        assert status == DONE
        assert out.splitlines()[0] == (
            f"::notice file={notes.parent}/a%2Cb.txt,line=7,title=MP701::"
            "punkt 1 Lokaler: Skriv ”t.ex.” i stället för ”tex”."
        )
        assert out.splitlines()[-1] == "2 upplysningar i 1 fil. 2 kan rättas med --fix."

    def test_gitlab_gets_a_report(self, run: Run, notes: Path, doubtful: Path) -> None:
        """On code quality: each finding is known again by its fingerprint."""
        rows = json.loads(run("check", notes, doubtful, "--format", "gitlab", "--select", "MP7,MP1")[1])
        first = next(row for row in rows if row["check_name"] == "MP701")
        assert first["location"] == {"path": str(notes), "lines": {"begin": 7}}
        assert first["severity"] == "info"
        assert first["description"] == "punkt 1 Lokaler: Skriv ”t.ex.” i stället för ”tex”."
        assert len({row["fingerprint"] for row in rows}) == len(rows)

    def test_what_has_no_line_or_place(self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path) -> None:
        """It is told of the whole file."""
        worst = Finding("x.y", Severity.ERROR, "100 %.")
        monkeypatch.setattr(looking, "check", lambda *_, **__: (worst,))
        assert f"::error file={good},title=x.y::100 %25.\n" in run("check", good, "--format", "github")[1]
        (row,) = json.loads(run("check", good, "--format", "gitlab")[1])
        assert (row["description"], row["location"]["lines"]) == ("100 %.", {"begin": 1})

    def test_a_bad_file_does_not_stop_the_rest(
        self, run: Run, good: Path, doubtful: Path, tmp_path: Path
    ) -> None:
        """What is wrong with one is told, the others are checked, and the status shows it."""
        status, out, err = run("check", tmp_path / "none.txt", doubtful, good)
        assert status == USAGE
        assert "MP101" in out
        assert err == f"motesprotokoll: {tmp_path / 'none.txt'}: there is no such file\n"
        assert run("check", tmp_path / "none.txt")[1] == ""

    def test_a_note_alone_is_in_order(self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path) -> None:
        """Status 1 is for what somebody should look at; --strict counts notes, too."""
        note = Finding("x.y", Severity.NOTE, "Jaha.")
        monkeypatch.setattr(looking, "check", lambda *_, **__: (note,))
        status, out, _ = run("check", good)
        assert status == DONE
        assert out == f"{good}: upplysning [x.y] Jaha.\n1 upplysning i 1 fil.\n"
        assert run("check", good, "--strict")[0] == FINDINGS

    def test_counts_each_severity(self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path) -> None:
        """The worst first, in both languages, one and many."""
        found = [Finding("x.y", one, "Jaha.") for one in Severity]
        monkeypatch.setattr(looking, "check", lambda *_, **__: tuple(found))
        end = run("check", good, good, "--language", "en")[1].splitlines()[-1]
        assert end == "2 errors, 2 warnings, 2 notes in 1 file."
        assert run("check", good)[1].splitlines()[-1] == "1 fel, 1 varning, 1 upplysning i 1 fil."

    def test_a_missing_extra_has_status_3(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path
    ) -> None:
        """The status tells a script that something has to be installed."""

        def refuse(*_: object, **__: object) -> None:
            raise MissingExtraError("Word files need lxml", None, "pip install 'motesprotokoll[docx]'")

        monkeypatch.setattr(api, "read", refuse)
        assert run("check", good) == (
            MISSING,
            "",
            "motesprotokoll: Word files need lxml (pip install 'motesprotokoll[docx]')\n",
        )
        assert run("show", good)[0] == MISSING

    def test_patterns_are_resolved(self, run: Run, doubtful: Path, good: Path, tmp_path: Path) -> None:
        """A pattern that the shell left is resolved; one that fits nothing is a missing file."""
        assert run("check", tmp_path / "*.json")[0] == FINDINGS
        status, _, err = run("check", tmp_path / "*.pdf")
        assert status == USAGE
        assert "there is no such file" in err

    def test_folders_are_looked_into(self, run: Run, doubtful: Path, good: Path, tmp_path: Path) -> None:
        """With those below; one without any document is told."""
        (tmp_path / "more").mkdir()
        assert doubtful.parent == good.parent == tmp_path
        status, out, _ = run("check", tmp_path, "--select", "MP101")
        assert status == FINDINGS
        assert out.startswith(str(doubtful))
        assert run("check", tmp_path / "more")[1:] == (
            "",
            f"Inga dokument som kan läsas finns i {tmp_path / 'more'}.\n",
        )

    def test_standard_input(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """A hyphen is standard input; --from names its format."""
        with_stdin(monkeypatch, dumps(MEETING).encode())
        assert run("check", "-", "--from", "json")[0] == DONE
        with_stdin(monkeypatch, NOTES.encode())
        assert "-:7: punkt 1 Lokaler: " in run("check", "-", "--select", "MP701")[1]

    def test_progress_is_for_terminals(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, good: Path, doubtful: Path
    ) -> None:
        """On a terminal many files are counted, on one line that is gone in the end."""
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        _, _, err = run("check", good, doubtful)
        assert "[1/2]" in err
        assert err.endswith("\r\x1b[K")
        assert "[1/" not in run("check", good)[2]

    def test_a_plan(self, run: Run, tmp_path: Path) -> None:
        """Its occasions are the places; a calendar of no plan has nothing to tell."""
        path = tmp_path / "plan.json"
        plan = mp.Schedule("Mötestider 2027", year=2027, occasions=[date(2027, 2, 6)])
        path.write_text(dumps(plan), "utf-8")
        _, out, _ = run("check", path, "--select", "weekend")
        assert out.startswith(f"{path}: tillfälle 1 (2027-02-06): varning [MP901]")


class TestChoosing:
    def test_codes_in_lists(self, run: Run, doubtful: Path) -> None:
        """With commas, repeated, in any case, and by name."""
        for words in (["MP101,MP2"], ["mp101"], ["MP2", "--select", "empty-item"]):
            assert run("check", doubtful, "--select", *words)[0] == FINDINGS
        assert run("check", doubtful, "--select", "MP1", "--ignore", "mp1, MP2")[0] == DONE

    def test_a_slip_is_told(self, run: Run, doubtful: Path) -> None:
        """It would look like approval."""
        status, out, err = run("check", doubtful, "--select", "MP1011")
        assert (status, out) == (USAGE, "")
        assert err == "motesprotokoll: rules: there is no rule 'MP1011' (the nearest is MP101, empty-item)\n"

    def test_configuration_is_found(self, run: Run, doubtful: Path) -> None:
        """Beside the document, unless it is not to be looked for."""
        config = doubtful.parent / "motesprotokoll.toml"
        config.write_text('[check]\nselect = ["MP2"]\n', "utf-8")
        assert run("check", doubtful)[0] == DONE
        assert run("check", doubtful, "--no-config")[0] == FINDINGS
        assert run("check", doubtful, "--select", "MP101")[0] == FINDINGS
        config.write_text('[check.per-file-ignores]\n"doubt*" = ["MP"]\n', "utf-8")
        assert run("check", doubtful)[0] == DONE

    def test_for_standard_input_that_of_the_current_folder(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """It has no other."""
        monkeypatch.chdir(tmp_path)
        (tmp_path / "motesprotokoll.toml").write_text('[check]\nselect = ["MP2"]\n', "utf-8")
        with_stdin(monkeypatch, NOTES.encode())
        assert run("check", "-") == (DONE, "Inget att anmärka på i 1 fil.\n", "")

    def test_broken_configuration_stops_all(self, run: Run, doubtful: Path, good: Path) -> None:
        """Once, and not for each file."""
        (doubtful.parent / "motesprotokoll.toml").write_text("[check]\nselct = []\n", "utf-8")
        status, out, err = run("check", doubtful, good)
        assert (status, out) == (USAGE, "")
        assert err.count("did you mean 'select'?") == 1

    def test_a_profile_by_path_or_name(
        self,
        run: Run,
        doubtful: Path,
        tmp_path: Path,
        packages: FakePackages,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Of a file, or of a package."""
        file = tmp_path / "vår.toml"
        file.write_text('[check]\nselect = ["MP2"]\n', "utf-8")
        assert run("check", doubtful, "--profile", file)[0] == DONE
        assert "there is no such file" in run("check", doubtful, "--profile", "none.toml")[2]
        source = "from motesprotokoll.checks import Profile\nP = Profile(ignore=['ALL'])\n"
        packages.add("house", profiles={"house": "mod_cli:P"}, modules={"mod_cli": source})
        monkeypatch.setattr(looking, "DEFAULT_CATALOGUE", Catalogue())
        assert run("check", doubtful, "--profile", "house")[0] == DONE
        status, _, err = run("check", doubtful, "--profile", "hose")
        assert status == USAGE
        assert "there is no profile 'hose' (there is house)" in err


class TestMending:
    AFTER = NOTES.replace(" tex ", " t.ex. ").replace(" bla ", " bl.a. ").replace("\n", "\r\n")

    def test_a_diff_shows_what_would_change(self, run: Run, notes: Path) -> None:
        """And changes nothing; status 1 where there is something."""
        before = notes.read_bytes()
        status, out, err = run("check", notes, "--diff")
        assert status == FINDINGS
        assert [line for line in out.splitlines() if line[0] in "-+"] == [
            f"--- {notes}",
            f"+++ {notes}",
            "-Vi ser över tex biblioteket.",
            "+Vi ser över t.ex. biblioteket.",
            "-Nästa steg är oklart, bla på grund av hyran.",
            "+Nästa steg är oklart, bl.a. på grund av hyran.",
        ]
        assert err == "2 rättelser kan göras med --fix.\n"
        assert notes.read_bytes() == before

    def test_fixing_writes_it(self, run: Run, notes: Path) -> None:
        """The diff first, then what is left; no other byte changes, and a second time nothing does."""
        status, out, _ = run("check", notes, "--fix", "--select", "MP701")
        assert status == DONE
        assert out.startswith(f"--- {notes}\n")
        assert out.endswith("Inget att anmärka på i 1 fil. 2 rättades.\n")
        assert notes.read_bytes() == self.AFTER.encode("utf-8-sig")
        assert run("check", notes, "--diff") == (DONE, "", "0 rättelser kan göras med --fix.\n")
        assert run("check", notes, "--fix", "--select", "MP701")[1] == "Inget att anmärka på i 1 fil.\n"

    def test_with_json_the_diff_stands_beside(self, run: Run, notes: Path) -> None:
        """The output is for programs."""
        _, out, err = run("check", notes, "--fix", "--select", "MP701", "--format", "json")
        assert json.loads(out) == []
        assert "+Vi ser över t.ex. biblioteket." in err

    @pytest.mark.parametrize("suffix", ["md", "json"])
    def test_other_formats(self, run: Run, notes: Path, suffix: str) -> None:
        """Markdown and our JSON; a sole slip is told as one."""
        path = notes.with_suffix(f".{suffix}")
        mp.write(mp.read(notes).meeting, path)
        assert run("check", path, "--diff", "--select", "MP701", "--ignore", "MP2")[2].startswith("2 rätt")
        assert run("check", path, "--fix", "--select", "MP701")[0] == DONE
        again = mp.read(path).meeting
        assert "t.ex." in repr(again.agenda[0].body)
        assert mp.check(again, select=["MP701"]) == ()

    def test_word_is_refused(self, run: Run, notes: Path) -> None:
        """With a hint; what is found is told all the same, and nothing is promised."""
        path = notes.with_suffix(".docx")
        mp.write(mp.read(notes).meeting, path)
        status, out, err = run("check", path, "--fix", "--select", "MP701")
        assert status == USAGE
        assert err == (
            f"motesprotokoll: {path}: a document of the format docx cannot be mended in place "
            "(correct it in Word)\n"
        )
        assert out.splitlines()[0].startswith(f"{path}: punkt 1 Lokaler: ")
        assert out.splitlines()[-1] == "2 upplysningar i 1 fil."
        assert run("check", path, "--fix", "--select", "MP2")[0] == DONE

    def test_what_cannot_be_placed_is_left(
        self, run: Run, good: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """In whatever format."""
        slip = Finding("x.y", Severity.WARNING, "Jaha.", "$", (), "saknas", "finns")
        monkeypatch.setattr(looking, "check", lambda *_, **__: (slip,))
        path = good.with_suffix(".html")
        mp.write(MEETING, path)
        for file in (path, good):
            assert run("check", file, "--fix")[1].endswith("1 varning i 1 fil.\n")

    def test_standard_input(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """It can be shown, and not be written."""
        with_stdin(monkeypatch, NOTES.encode())
        assert "+Vi ser över t.ex. biblioteket." in run("check", "-", "--diff")[1]
        with_stdin(monkeypatch, NOTES.encode())
        status, out, err = run("check", "-", "--fix", "--select", "MP701")
        assert status == USAGE
        assert "standard input cannot be mended (--diff shows what would change)" in err
        assert out.endswith("2 upplysningar i 1 fil.\n")

    def test_an_uncertain_encoding(self, run: Run, tmp_path: Path) -> None:
        """The file is named, and left as it is."""
        path = tmp_path / "mixed.txt"
        data = NOTES.encode() + "Ärende på Öckerö\n".encode("cp1252")
        path.write_bytes(data)
        status, _, err = run("check", path, "--fix", "--select", "MP701")
        assert status == USAGE
        assert f"{path}: the text is encoded in several ways (save it as UTF-8 first)" in err
        assert path.read_bytes() == data


class TestAnnotate:
    @pytest.fixture
    def document(self, tmp_path: Path) -> Path:
        """Notes in Word, with two slips."""
        path = tmp_path / "notes.docx"
        mp.write(mp.renderer("docx", embed=False).render(mp.read_text(NOTES).meeting), path)
        return path

    def test_a_copy_with_comments(self, run: Run, document: Path) -> None:
        """Beside the document, which stays as it is; the findings are told as always."""
        before = document.read_bytes()
        status, out, err = run("check", document, "--annotate", "--select", "MP701")
        copy = document.with_name("notes-granskad.docx")
        assert (status, err) == (DONE, f"Kommentarerna står i {copy}.\n")
        assert out.splitlines()[-1] == "2 upplysningar i 1 fil."
        assert document.read_bytes() == before
        told = [one.message for one in mp.read(copy).findings if one.code == "docx.comment"]
        assert len(told) == 2
        assert all("Upplysning [MP701]: Skriv ”" in one for one in told)
        assert mp.read(copy).meeting == mp.read(document).meeting

    def test_what_word_shows_is_not_repeated(self, run: Run, document: Path) -> None:
        """A comment about a comment helps nobody."""
        copy = document.with_name("en.docx")
        assert run("check", document, "--annotate", "-o", copy, "--language", "en")[0] == DONE
        run("check", copy, "--annotate", "--language", "en")
        again = mp.read(document.with_name("en-checked.docx"))
        told = [one.message for one in again.findings if one.code == "docx.comment"]
        assert told
        assert not any("[docx.comment]" in one for one in told)

    def test_refuses(self, run: Run, document: Path, notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """To replace, to name two copies alike, to comment what is not Word, a name without a copy."""
        assert run("check", document, "--annotate")[0] == DONE
        assert run("check", document, "--annotate")[0] == USAGE
        assert run("check", document, "--annotate", "--overwrite")[0] == DONE
        other = document.with_name("other.docx")
        other.write_bytes(document.read_bytes())
        status, _, err = run("check", document, other, "--annotate", "-o", document.with_name("a.docx"))
        assert status == USAGE
        assert "several copies cannot have one name" in err
        status, out, err = run("check", notes, "--annotate")
        assert status == USAGE
        assert "only Word documents take comments" in err
        assert "--format github" in err
        assert "[MP701]" in out
        assert run("check", document.with_suffix(".json"), "--annotate")[0] == USAGE
        status, _, err = run("check", document, "-o", other)
        assert status == USAGE
        assert "use it with --annotate" in err
        with_stdin(monkeypatch, document.read_bytes())
        status, _, err = run("check", "-", "--annotate")
        assert status == USAGE
        assert "standard input has no name for the copy" in err


class TestRules:
    def test_explains_a_rule(self, run: Run) -> None:
        """By code or name, without any file: title, what to do, and examples."""
        status, out, _ = run("check", "--explain", "mp701")
        assert status == DONE
        assert out.startswith("MP701 abbreviation-slip\nFelskriven förkortning\n\nUpplysning. Gäller alla")
        for words in ("Gör så här: ", "\nFel:\n\n    ", "\nRätt:\n\n    "):
            assert words in out
        assert run("check", "--explain", "abbreviation-slip")[1] == out

    def test_in_english_with_the_reason(self, run: Run) -> None:
        """Which is written in English."""
        _, out, _ = run("check", "--explain", "MP701", "--language", "en")
        for words in (
            "Note. For all documents.",
            "An abbreviation without its stops",
            "What to do: ",
            "Fails:",
        ):
            assert words in out

    def test_an_example_that_asks_for_a_distance(self, run: Run) -> None:
        """It says so."""
        assert "\nFel (least_days=21):\n" in run("check", "--explain", "MP908")[1]

    def test_an_unknown_rule(self, run: Run) -> None:
        """With the nearest."""
        status, _, err = run("check", "--explain", "MP7011")
        assert status == USAGE
        assert "there is no rule 'MP7011' (the nearest is MP701, abbreviation-slip)" in err

    def test_lists_all(self, run: Run) -> None:
        """In the order of their codes; those that have to be selected are marked, and the end says how."""
        status, out, _ = run("check", "--rules")
        assert status == DONE
        listed = [line for line in out.splitlines() if line.startswith("MP")]
        assert [line[:5] for line in listed] == sorted(one.code for one in rules())
        marked = {line[:5] for line in listed if line[5] == "*"}
        assert marked == {one.code for one in rules() if not one.default}
        assert out.endswith("* används bara när den väljs med --select\n")
        assert "MP301  varning     present-and-absent " in out

    def test_lists_them_for_programs(self, run: Run) -> None:
        """With what a person reads beside."""
        rows = json.loads(run("check", "--rules", "--format", "json", "--language", "en")[1])
        (row,) = [row for row in rows if row["code"] == "MP301"]
        assert row["name"] == "present-and-absent"
        assert (row["severity"], row["default"], row["package"]) == ("warning", True, None)
        assert row["title"] != "Både närvarande och frånvarande"

    def test_rules_of_others(self, run: Run, packages: FakePackages, monkeypatch: pytest.MonkeyPatch) -> None:
        """They say whose they are, for what they are, and how to use them."""
        source = (
            "from motesprotokoll.checks import FORMAL, rule\n\n"
            "@rule('GR101', 'no-coffee', title='Kaffe saknas', advice='Koka.', kinds=FORMAL, default=False)\n"
            'def no_coffee(subject):\n    """No coffee.\n\n    Fails (markdown):\n\n        # A\n    """\n'
            "    return ()\n"
        )
        packages.add("house", rules={"a": "mod_ex:no_coffee"}, modules={"mod_ex": source})
        monkeypatch.setattr(check, "DEFAULT_CATALOGUE", Catalogue())
        _, out, _ = run("check", "--explain", "GR101")
        assert "Gäller bara protokoll. Används bara när den väljs med --select. Kommer från" in out
        assert "house 1.0." in out
        assert "\nFel (markdown):\n\n    # A\n" in out
        monkeypatch.setattr(check, "DEFAULT_CATALOGUE", Catalogue(plugins=False, built_in=rules()[:1]))
        assert run("check", "--rules")[1] == "MP101  varning     empty-item  Punkt utan rubrik och text\n"

    def test_for_which_documents(self, run: Run) -> None:
        """A rule for meetings that were held says so."""
        assert "Gäller dokument från möten som har hållits." in run("check", "--explain", "MP203")[1]

    def test_something_has_to_be_named(self, run: Run) -> None:
        """A document, or what to show."""
        status, _, err = run("check")
        assert status == USAGE
        assert "there is no document to check (name one, or use --rules or --explain)" in err
