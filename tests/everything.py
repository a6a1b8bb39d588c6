"""One document of each kind that uses every class and every field."""

from datetime import date, time, timedelta

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Attendance,
    Basis,
    BulletList,
    Cell,
    DateSpan,
    Decision,
    Emphasis,
    Kind,
    Link,
    ListItem,
    Meeting,
    Member,
    Mode,
    Network,
    Occasion,
    Organisation,
    Outcome,
    Paragraph,
    PartialDate,
    Participant,
    PartOfDay,
    Schedule,
    Section,
    Status,
    Table,
    TimeSpan,
    Unread,
)

REGION = Organisation("Västra Ån", code="14", kind="region", aliases=["VÅ"])
NETWORK = Network(
    "Inköpsnätverket",
    short_name="IN",
    organisation=Organisation("Ån", part_of=REGION),
    email="inkop@example.org",
    members=[
        Member(
            "Ida Ek",
            role="chef",
            organisation="Ån",
            email="ida@example.org",
            since=date(2020, 1, 1),
            until=PartialDate("våren 2027", earliest=date(2027, 3, 1), latest=date(2027, 5, 31)),
        )
    ],
)
SCHEDULE = Schedule(
    "Mötestider 2027",
    network=NETWORK,
    year=2027,
    part_of_day=PartOfDay.MORNING,
    occasions=[
        Occasion(DateSpan(date(2027, 2, 5)), place="Ån", uid="a1@example.org", sequence=2),
        Occasion(DateSpan(date(2027, 5, 20), date(2027, 5, 21)), label="Studieresa", tentative=True),
        Occasion(PartialDate("i slutet av augusti"), cancelled=True, note="flyttas", place_tentative=True),
    ],
    decided_on=date(2026, 3, 14),
    revision=1,
)
BODY = (
    Paragraph("Ett stycke med \"citat\", \\ och 'tecken'."),
    Paragraph(["Se ", Link("sidan", "https://example.org/å"), ", ", Emphasis("nu", strong=True)]),
    BulletList([ListItem("ett", marker="•"), ListItem(), ListItem([BulletList(["två"])], marker="1.")]),
    Table([["A", "B"], [Cell(), Cell([BulletList(["x"])])]], header_rows=1, title="Siffror"),
    Section("Bakgrund", ["Så var det."]),
    Decision(
        "Nätverket beslutar",
        clauses=["att spara", "att vänta"],
        decided_by="Nätverket",
        outcome=Outcome.ADOPTED,
        basis=Basis.STATED,
        id="b1",
    ),
    ActionItem(
        "skickar listan",
        owners=["Ida Ek", "Bo Ström"],
        due=DateSpan(date(2026, 4, 1)),
        done=True,
        basis=Basis.CONFIRMED,
        id="å1",
    ),
    SCHEDULE,
    Unread("?? 12"),
)
MEETING = Meeting(
    NETWORK,
    occasion=Occasion(
        DateSpan(date(2026, 3, 14)),
        times=TimeSpan(time(9), time(0)),
        part_of_day=PartOfDay.WHOLE_DAY,
        place="Ån, lokal 4",
        mode=Mode.HYBRID,
    ),
    kind=Kind.NOTES,
    kind_label="Anteckningar möte",
    title="Vårmötet",
    number="3",
    case_number="2026/12",
    participants=[
        Participant(
            "Ida Ek",
            role="chef",
            unit="inköp",
            organisation="Ån",
            attendance=Attendance.IN_ATTENDANCE,
            group="Samt",
            note="via länk",
        ),
        Participant("Bo Ström"),
    ],
    preamble=["Mötet öppnades."],
    agenda=[
        AgendaItem(
            "Läget (90 minuter)",
            number="§ 1",
            case_number="2026/7",
            planned_duration=timedelta(minutes=90),
            presenters=["Bo Ström"],
            body=BODY,
            items=[AgendaItem("Underpunkt", items=["ännu en"])],
            attachments=["Bilaga 1"],
        ),
        AgendaItem(),
    ],
    next_meeting=date(2026, 5, 14),
    note_taker="Bo Ström",
    chair="Ida Ek",
    verifiers=["Åsa Öberg"],
    attachments=[Attachment("Bild", kind="pdf", url="https://example.org/b.pdf", supplied=True)],
    appendix=["Sist."],
    status=Status.FINAL,
    finished_on=date(2026, 3, 20),
    language="sv",
    id="m1",
)
READING = Reading(
    MEETING,
    findings=(
        Finding("date.year", Severity.WARNING, "Året är antaget: {year}.", "rad 3", (("year", "2026"),)),
        Finding("text.empty", Severity.NOTE, "Dokumentet är tomt."),
    ),
    furniture=("Sida 1 (2)",),
    labels=("Närvarande", "Plats"),
)
DOCUMENTS = {"meeting": MEETING, "schedule": SCHEDULE, "reading": READING}
