"""Rules about links find those that readers cannot use, and leave the others."""

import pytest

from checked import told
from motesprotokoll.checks import check
from motesprotokoll.findings import Severity
from motesprotokoll.model import (
    AgendaItem,
    Attachment,
    BulletList,
    Content,
    Decision,
    Emphasis,
    Inline,
    Kind,
    Link,
    ListItem,
    Meeting,
    Network,
    Paragraph,
)
from timing import grows_at_most

GOOD = "https://hamn.example/budget.pdf"


def notes(*content: Inline, attachments: tuple[Attachment, ...] = ()) -> Meeting:
    """Notes whose only item says *content*."""
    body = [Paragraph(content)] if content else []
    item = AgendaItem("Budget", body=body, attachments=attachments)
    return Meeting(Network("Nätverket för hamnvakter"), kind=Kind.NOTES, agenda=[item])


class TestEmptyLinkText:
    @pytest.mark.parametrize(
        "text", ["här", "Klicka här", "Läs mer…", "länk", "[länk]", "HÄR.", "» mer info", "here"]
    )
    def test_finds_texts_that_say_nothing(self, text: str) -> None:
        """Whatever their case and the signs around them."""
        (finding,) = told(notes("Budgeten finns ", Link(text, GOOD), "."), "MP605")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[0]", text)
        assert finding.severity is Severity.WARNING
        assert finding.message == f"Länktexten ”{text}” säger inte vart länken leder."

    def test_finds_it_in_decisions(self) -> None:
        """Wherever there is running text."""
        listed = BulletList([ListItem([Decision(["Planen antas, se ", Link("här", GOOD)])])])
        (finding,) = told(Meeting(agenda=[AgendaItem("a", body=[listed])]), "MP605")
        assert finding.where == "$.agenda[0].body[0].items[0].body[0]"

    @pytest.mark.parametrize("text", ["Budget 2027 (pdf)", "Läs mer om budgeten", "Anmäl dig här", GOOD])
    def test_leaves_those_that_say_where(self, text: str) -> None:
        """Also by an address, of which another rule tells."""
        assert told(notes("Se ", Link(text, GOOD)), "MP605") == []

    @pytest.mark.parametrize(
        ("before", "words"),
        [
            ("Budgeten finns här <", "här"),
            ("För att anmäla dig, klicka här <", "klicka här"),
            ("Läs mer <", "Läs mer"),
        ],
    )
    def test_finds_the_words_before_an_address(self, before: str, words: str) -> None:
        """So readers tell of linked words in the documents of others."""
        (finding,) = told(notes(before, Link(GOOD, GOOD), ">."), "MP605")
        assert finding.excerpt == words

    @pytest.mark.parametrize(
        "before", ["Anmäl dig här <", "Budgeten <", "Se här: ", "Budgeten finns här ", "<"]
    )
    def test_leaves_words_that_may_be_more(self, before: str) -> None:
        """One cannot see where the linked words begin."""
        assert told(notes(before, Link(GOOD, GOOD), ">."), "MP605") == []

    def test_needs_words_just_before(self) -> None:
        """Emphasis or another link between them is something else."""
        content: Content = ("Den finns här <", Emphasis("x"), Link(GOOD, GOOD), Link(GOOD, GOOD))
        assert told(notes(*content), "MP605") == []


class TestAddressAsLinkText:
    LONG = f"https://hamn.example/{'rapporter/' * 5}2027.pdf"

    def test_finds_long_addresses(self) -> None:
        """Cut in the message, whole in the excerpt."""
        (finding,) = told(notes("Läs ", Link(self.LONG, self.LONG)), "MP606")
        assert (finding.excerpt, finding.severity) == (self.LONG, Severity.NOTE)
        assert finding.message.startswith("Länken visar en lång adress: https://hamn.example/")
        assert finding.message.endswith("…")

    def test_finds_an_address_that_leads_elsewhere(self) -> None:
        """It is an address all the same."""
        assert len(told(notes(Link(self.LONG, GOOD)), "MP606")) == 1

    @pytest.mark.parametrize(("length", "count"), [(60, 0), (61, 1)])
    def test_counts_the_signs(self, length: int, count: int) -> None:
        """An address of sixty signs can still be read."""
        address = "https://hamn.example/".ljust(length, "x")
        assert len(told(notes(Link(address, address)), "MP606")) == count

    @pytest.mark.parametrize("text", [GOOD, "Rapporten", "Rapporten om " + "trygga hamnar " * 6, "x" * 80])
    def test_leaves_the_others(self, text: str) -> None:
        """Short addresses can be typed, and words may be long."""
        assert told(notes(Link(text, GOOD)), "MP606") == []


class TestHomeAddress:
    @pytest.mark.parametrize(
        "address",
        [
            "file:///C:/Ekonomi/budget.xlsx",
            r"C:\Ekonomi\budget.xlsx",
            "d:/budget.xlsx",
            r"\\server\gemensam\budget.xlsx",
            "http://intranet/ekonomi",
            "https://intranet.hamn.example/ekonomi",
            "https://insidan.hamn.example/",
            "http://localhost:8000/",
            "http://127.0.0.1/",
            "http://192.168.1.7:8080/x",
            "http://10.0.0.3/",
            "http://172.16.0.1/",
            "http://ida@filserver/x",
            "http://ida@10.0.0.3/",
            "https://ida:lax@intranet.hamn.example/",
            "https://ekonomi.hamn.local/x",
            "http://[::1]:80/",
        ],
    )
    def test_finds_what_opens_at_home(self, address: str) -> None:
        """Of links and of attachments."""
        (finding,) = told(notes("Se ", Link("budgeten", address)), "MP607")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[0]", "budgeten")
        assert finding.severity is Severity.WARNING
        assert finding.message.startswith("Länken går bara att öppna inne i organisationen: ")
        (finding,) = told(notes(attachments=(Attachment("Budget", url=address),)), "MP607")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].attachments[0]", "Budget")

    @pytest.mark.parametrize(
        "address",
        [
            *(
                GOOD,
                "https://hamn.example/intranet",
                "https://intranetverket.example/",
                "http://[2001:db8::1]/",
            ),
            *("mailto:ida@hamn.example", "tel:031123456", "#budget", "dokument/budget.pdf", "/dokument"),
            *(
                "https://localhost.example/",
                "http://172.32.0.1/",
                "https://internals.example/",
                "//hamn.example/x",
            ),
            *("https:", "x:y", "http:///x"),
        ],
    )
    def test_leaves_what_everybody_can_open(self, address: str) -> None:
        """Or what is no address of the web, or is broken in another way."""
        assert told(notes(Link("budgeten", address)), "MP607") == []

    @pytest.mark.parametrize(
        ("address", "count"),
        [
            ("https://hamn.sharepoint.com/sites/x/budget.xlsx", 1),
            ("https://hamn-my.sharepoint.com/personal/ida", 1),
            ("https://teams.microsoft.com/l/file/1", 1),
            ("https://teams.microsoft.com/l/meetup-join/1", 0),
            ("https://sharepoint.example/", 0),
        ],
    )
    def test_notes_what_opens_for_some(self, address: str, count: int) -> None:
        """A video meeting opens for everybody."""
        findings = told(notes(Link("budgeten", address)), "MP607")
        assert [one.severity for one in findings] == [Severity.NOTE] * count
        assert all("behörighet" in one.message for one in findings)

    @pytest.mark.parametrize(
        ("text", "address"),
        [
            (r"Filen ligger på G:\Gemensam\budget.xlsx.", r"G:\Gemensam\budget.xlsx."),
            (r"Se \\server\mapp för mer.", r"\\server\mapp"),
            ("Se budgeten <file:///C:/budget.xlsx> nu.", "file:///C:/budget.xlsx"),
        ],
    )
    def test_finds_paths_in_the_text(self, text: str, address: str) -> None:
        """Which are no links where somebody else wrote the document."""
        (finding,) = told(notes(text), "MP607")
        assert finding.excerpt == address
        assert finding.message == f"Adressen går bara att öppna inne i organisationen: {address}"

    @pytest.mark.parametrize("text", [r"Ja\nej", "Profile: blå", r"a:\ b", "Typ A: B", r"x\\y"])
    def test_leaves_other_text(self, text: str) -> None:
        """A stroke is no path."""
        assert told(notes(text), "MP607") == []


class TestInsecureAddress:
    def test_finds_http(self) -> None:
        """For those who select it."""
        meeting = notes(Link("budgeten", "HTTP://hamn.example/b"))
        (finding,) = told(meeting, "MP608")
        assert (finding.excerpt, finding.severity) == ("budgeten", Severity.NOTE)
        assert finding.message == "Länken börjar med http och inte med https: HTTP://hamn.example/b"
        assert "MP608" not in [one.code for one in check(meeting)]

    @pytest.mark.parametrize("address", [GOOD, "http://intranet/x", "http://", "mailto:ida@hamn.example"])
    def test_leaves_the_others(self, address: str) -> None:
        """And those of which other rules tell."""
        assert told(notes(Link("budgeten", address)), "MP608") == []


class TestBrokenAddress:
    @pytest.mark.parametrize(
        ("address", "message"),
        [
            ("http://", "leder ingenstans"),
            ("https:///budget", "leder ingenstans"),
            ("#", "leder ingenstans"),
            ("htpps://hamn.example/", "leder ingenstans"),
            ("https//hamn.example/", "leder ingenstans"),
            ("https:/hamn.example/", "leder ingenstans"),
            ("https:hamn.example", "leder ingenstans"),
            ("http;//hamn.example/", "leder ingenstans"),
            ("https://http://hamn.example/", "leder ingenstans"),
            ("https://hamn example/", "leder ingenstans"),
            ("https://.hamn.example/", "leder ingenstans"),
            ("https://hamn..example/", "leder ingenstans"),
            ("mailto:", "leder ingenstans"),
            ("mailto:ida", "leder ingenstans"),
            ("mailto://ida@hamn.example", "leder ingenstans"),
            ("tel:växeln", "leder ingenstans"),
            ("www.hamn.example/plan", "saknar sin början"),
            ("ida@hamn.example", "saknar sin början"),
            ("https://hamn.example/rapporter/…/slut.pdf", "avkortad"),
            ("https://hamn.example/rapporter...", "avkortad"),
            ("https://hamn.example/plan.", "Sista tecknet"),
            ("https://hamn.example/plan,", "Sista tecknet"),
            ("https://hamn.example/plan;", "Sista tecknet"),
            ("https://hamn.example/plan:", "Sista tecknet"),
            ('https://hamn.example/plan"', "Sista tecknet"),
            ("https://hamn.example/plan»", "Sista tecknet"),
            ("https://hamn.example/plan'", "Sista tecknet"),
            ("https://hamn.example/plan>", "Sista tecknet"),
            ("https://hamn.example/plan’", "Sista tecknet"),
            ("https://hamn.example/plan)", "Sista tecknet"),
            ("https://hamn.example/plan”", "Sista tecknet"),
        ],
    )
    def test_finds_what_leads_nowhere(self, address: str, message: str) -> None:
        """And says what is wrong with it."""
        (finding,) = told(notes("Se ", Link("planen", address)), "MP609")
        assert message in finding.message
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[0]", "planen")
        assert finding.severity is Severity.WARNING
        assert len(told(notes(attachments=(Attachment("Plan", url=address),)), "MP609")) == 1

    @pytest.mark.parametrize(
        "address",
        [
            *(
                GOOD,
                "http://hamn.example",
                "https://hamn.example:8080/x?a=1&b=2#c",
                "https://user@hamn.example/",
            ),
            *(
                "https://sv.wiki.example/Hamn_(ort)",
                "https://hamn.example/a%20b.pdf",
                "https://hamn.example/?q=a..b",
            ),
            *("https://smörgås.example/å", "mailto:ida@hamn.example?subject=Hej", "tel:+46 31-12 34 56"),
            *(
                "#budget",
                "budget.pdf",
                "../budget.pdf",
                "/budget",
                "//hamn.example/x",
                "http://[2001:db8::1]/x",
            ),
            *(
                "https://hamn.example/x/",
                "webcal://hamn.example/k.ics",
                "https://web.example/http://hamn.example/",
            ),
        ],
    )
    def test_leaves_what_may_lead_somewhere(self, address: str) -> None:
        """Nothing is looked up."""
        assert told(notes(Link("planen", address)), "MP609") == []

    def test_finds_slips_in_the_text(self) -> None:
        """Such an address is no link where somebody else wrote the document."""
        (finding,) = told(notes("Se planen (htps://hamn.example/plan)."), "MP609")
        assert finding.excerpt == "htps://hamn.example/plan)."
        assert finding.message == "Adressen börjar felskrivet: htps://hamn.example/plan)."
        assert told(notes("Ordet htps finns inte. Se https://hamn.example/."), "MP609") == []


@pytest.mark.parametrize("code", ["MP605", "MP606", "MP607", "MP608", "MP609"])
@pytest.mark.parametrize(
    "piece",
    ["a.", "@", "här ", "(", "http://", "a@a.", r"\\", r"c:\\", "htpp://", "läs mer ", "[::1]", "10."],
)
def test_takes_time_by_length(code: str, piece: str) -> None:
    """Twice as long an address, or a text, takes twice as long."""

    def large(size: int) -> Meeting:
        text = piece * size
        return notes(f"{text} x <", Link(GOOD, GOOD), Link(text, f"http://{text}"), Link(text, text), text)

    small, double = large(3_000), large(6_000)
    assert grows_at_most(lambda: check(small, select=[code]), lambda: check(double, select=[code]), 3)
