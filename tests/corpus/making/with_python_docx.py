"""Word files as python-docx makes them: scripts of offices write such ones every day."""

from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

HIRED = "Styrelsen beslutade att anlita Hästmark Anläggning för högst 85 000 kronor."


def new() -> Word:
    """An empty document that names neither author nor program."""
    word = Document()
    word.core_properties.author = word.core_properties.comments = ""
    word.styles["Normal"].font.name, word.styles["Normal"].font.size = "Calibri", Pt(11)
    return word


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field of Word, such as ``PAGE``, with what it last showed."""
    run = paragraph.add_run()
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {code} "
            run._r.append(instruction)
        if kind == "separate":
            text = OxmlElement("w:t")
            text.text = shown
            run._r.append(text)


def headings(word: Word, **sizes: int) -> None:
    """Heading styles under the names that a Swedish Word shows."""
    for level, (key, size) in enumerate(sizes.items()):
        made = word.styles.add_style(key.replace("_", " "), WD_STYLE_TYPE.PARAGRAPH)
        made.font.bold, made.font.size = True, Pt(size)
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level))
        made.element.get_or_add_pPr().append(outline)


def table(word: Word, *rows: tuple[str, ...]) -> None:
    """A table with lines."""
    made = word.add_table(0, len(rows[0]), "Table Grid")
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text


def looks(word: Word, *pieces: str, size: int = 11) -> None:
    """A paragraph of which every second piece is bold: a heading only by its look where it is all bold."""
    paragraph = word.add_paragraph()
    for place, piece in enumerate(pieces):
        run = paragraph.add_run(piece)
        run.bold, run.font.size = place % 2 == 0, Pt(size)


def swedish_styles(path: Path) -> None:
    """49: Rubrik 1 and 2, a header and a footer with page fields, a table of two columns, plain bullets."""
    word = new()
    headings(word, Rubrik_1=16, Rubrik_2=13)
    word.sections[0].header.paragraphs[0].text = "Kostchefsnätverket Mellanbygd\tAnteckningar\t2025-09-18"
    foot = word.sections[0].footer.paragraphs[0]
    for code, shown, before in (("PAGE", "1", "Sida "), ("NUMPAGES", "2", " av ")):
        foot.add_run(before)
        field(foot, code, shown)
    word.add_paragraph("Kostchefsnätverket Mellanbygd", "Rubrik 1")
    word.add_paragraph("Anteckningar från nätverksmöte 18 september 2025 kl. 13.00–15.30", "Rubrik 1")
    word.add_paragraph("Plats: Centralköket, Örnäs")
    word.add_paragraph("Närvarande", "Rubrik 2")
    table(
        word,
        ("Namn", "Organisation"),
        ("Annika Hellmark", "Örnäs kommun"),
        ("Bertil Stråhle", "Granviks kommun"),
        ("Dalia Rahimi", "Måltid och Lokal AB"),
        ("Eskil Nyqvist", "Stenmåla kommun"),
        ("Lisbet Fagerlind", "Kommunförbundet Mellanbygd"),
    )
    word.add_paragraph("Förhinder", "Rubrik 2")
    word.add_paragraph("Ragnhild Ceder, Tallåsa kommun")
    word.add_paragraph("1. Rundvandring i centralköket", "Rubrik 2")
    word.add_paragraph("Annika visar köket, som togs i bruk i mars. Allt kyls ned inom 90 minuter.")
    word.add_paragraph("2. Livsmedelspriser", "Rubrik 2")
    word.add_paragraph("Läget i kommunerna:")
    for text in (
        "Granvik: nötkött är utbytt mot vilt två gånger i månaden",
        "Stenmåla: nämnden har beslutat att höja portionspriset från årsskiftet",
        "Örnäs: priset på fisk är det som oroar mest",
    ):
        word.add_paragraph(text, "List Bullet")
    word.add_paragraph(
        "Nätverket beslutar att göra en gemensam prisjämförelse varje kvartal. Bertil tar fram en mall till "
        "nästa möte."
    )
    word.add_paragraph("3. Beredskap vid strömavbrott", "Rubrik 2")
    word.add_paragraph(
        "Diskussion om torrvarulager. Tre av fyra kommuner klarar tre dygn. Dalia återkommer med en lista "
        "över leverantörer som har reservkraft."
    )
    word.add_paragraph("4. Nästa möte", "Rubrik 2")
    word.add_paragraph("Torsdagen den 27 november 2025 kl. 13.00–15.30 i Granvik, lokal meddelas senare.")
    word.add_paragraph("5. Övriga frågor", "Rubrik 2")
    word.add_paragraph("Inga övriga frågor.")
    word.add_paragraph("Antecknat av:")
    word.add_paragraph("Lisbet Fagerlind, Kommunförbundet Mellanbygd")
    word.save(str(path))


def by_look(path: Path) -> None:
    """50: headings by look alone, runs split inside words, run-in labels, everyday words for decisions."""
    word = new()
    looks(word, "Vikboda byalag", size=18)
    looks(word, "Möte ", "", "6/3 2024 kl 19", size=14)
    looks(word, "Plats:", " Hos familjen Sundelöf")
    looks(
        word, "När", "", "varande:", " Calle Sundelöf, Gert Ahlm, Inga-Britt Tolv, Mona Kjell och Pär Kjell"
    )
    looks(word, "Sekreterare:", " Mona Kjell")
    looks(word, "Bryggan", size=13)
    word.add_paragraph(
        "Isen tog två stolpar. Gert har fått in en offert på 8 500 kr. Vi spikar att laga bryggan "
        "själva i maj. @Gert köper virke."
    )
    looks(word, "Valborg", size=13)
    looks(word, "Vi eldar som van", "", "ligt ", "på udden. Det finns 3 200 kr kvar i kassan till korv och ",
          "", "bröd. Calle ansvarar för brand", "", "vakten.")  # fmt: skip
    looks(word, "Bredband", size=13)
    word.add_paragraph(
        "Fiberbolaget vill gräva längs badvägen. Kommunen har beslutat om schakttillstånd. Kan vi få "
        "vägen lagad samtidigt? Inga-Britt kollar med vägföreningen."
    )
    looks(word, "Arrendet av ängen", size=13)
    word.add_paragraph("Vi enades om att inte höja arrendet i år.")
    looks(word, "Nästa möte", size=13)
    word.add_paragraph("Ons 17/4 kl 19 (hos Gert)")
    word.save(str(path))


def marks_and_initials(path: Path) -> None:
    """57: X marks in a table, a table of actions with initials, tabs as columns and after numbers."""
    word = new()
    headings(word, Rubrik_1=15, Rubrik_2=12)
    word.add_paragraph("Styrelsen för Solberga Ridklubb", "Rubrik 1")
    word.add_paragraph("Styrelseprotokoll 3 februari 2022", "Rubrik 1")
    for line in ("Tid:\t18:30–20:10", "Plats:\tKlubbstugan", "Nr:\t2022-02"):
        word.add_paragraph(line).paragraph_format.tab_stops.add_tab_stop(Cm(3))
    table(
        word,
        ("Ledamot", "Uppdrag", "Närvarande"),
        ("Agnes Brolin (AB)", "ordförande", "X"),
        ("Jimmy Stark (JS)", "kassör", "X"),
        ("Karin Weiner (KW)", "sekreterare", "X"),
        ("Lo Hjalmarsson (LH)", "ledamot", "X, från punkt 3"),
        ("Tove Grip (TG)", "ledamot", "anmält förhinder"),
        ("Vakant", "suppleant", ""),
    )
    for number, title, texts in (
        ("1", "Mötet öppnas", ("Agnes öppnade mötet kl. 18.30.",)),
        ("2", "Val av justerare", ("Till att jämte ordföranden justera protokollet valdes Jimmy Stark.",)),
        ("3", "Ekonomi", ("Resultatet för januari är minus 4 300 kronor, mest på grund av foderpriset.",
                          "Rapporten lades till handlingarna.")),
        ("4", "Ny ridbotten", ("Två offerter har kommit in. Den ena är ofullständig.",
                               f"Beslut: {HIRED}")),
        ("5", "Att göra", ()),
    ):  # fmt: skip
        word.add_paragraph(f"{number}.\t{title}", "Rubrik 2")
        for text in texts:
            word.add_paragraph(text)
    table(
        word,
        ("Uppgift", "Ansvar", "Klart"),
        ("Skriva avtal med entreprenören", "JS", "2022-02-20"),
        ("Stänga av ridhuset i kalendern", "KW/LH", "1 mars"),
        ("Fråga kommunen om bidrag till belysning", "AB", "löpande"),
    )
    word.add_paragraph("6.\tNästa möte", "Rubrik 2")
    word.add_paragraph("Torsdag den 3 mars 2022 kl. 18:30 i klubbstugan.")
    word.add_paragraph("7.\tMötet avslutas", "Rubrik 2")
    word.add_paragraph("Agnes avslutade mötet kl. 20.10.")
    for line in ("Vid protokollet\tJusteras", "Karin Weiner\tJimmy Stark", "\tAgnes Brolin, ordförande"):
        word.add_paragraph(line).paragraph_format.tab_stops.add_tab_stop(Cm(8))
    word.save(str(path))


def columns_of_people(path: Path) -> None:
    """77: those who came beside those who did not, items numbered by Word, labels in bold, signatures in a
    table."""
    word = new()
    run = word.add_paragraph().add_run("Bostadsrättsföreningen Måsen")
    run.bold, run.font.size = True, Pt(18)
    word.add_paragraph().add_run("Protokoll från styrelsesammanträde 2023-08-28").bold = True
    people = word.add_table(rows=2, cols=2)
    for cell, text in zip(people.rows[0].cells, ("Närvarande", "Ej närvarande"), strict=True):
        cell.text = text
    came = "Åsa-Lill Wendt, ordf.", "Mehmet Kaya", "Gull-Britt Ehrling", "Niko Virtanen"
    for cell, names in zip(people.rows[1].cells, (came, ("Sofie Brask", "Lennart Hjälm")), strict=True):
        cell.text = names[0]
        for name in names[1:]:
            cell.add_paragraph(name)
    word.add_paragraph()
    for title, *texts in BOARD_ITEMS:
        word.add_paragraph(style="List Number").add_run(title).bold = True
        for text in texts:
            label, colon, words = text.partition("Beslut: ")
            paragraph = word.add_paragraph()
            if colon:
                paragraph.add_run(colon).bold = True
            paragraph.add_run(words if colon else label)
    word.add_paragraph()
    signed = word.add_table(rows=2, cols=2)
    for row, texts in zip(
        signed.rows,
        (("Vid protokollet:", "Justeras:"), ("\n\nGull-Britt Ehrling", "\n\nMehmet Kaya")),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    word.save(str(path))


def tabs_and_elections(path: Path) -> None:
    """78: what met in a sentence below PROTOKOLL, § and title with a tab, elections, signatures in pairs."""
    word = new()
    word.add_heading("PROTOKOLL", 1)
    word.add_paragraph(
        "fört vid årsmöte med Nybo Hembygdsförening lördagen den 16 mars 2024 kl. 14.00 i Nybo bygdegård. "
        "41 medlemmar närvarade."
    )
    for number, (title, *texts) in enumerate(ANNUAL, 1):
        word.add_paragraph().add_run(f"§ {number}\t{title}").bold = True
        for text in texts:
            word.add_paragraph(text)
    offices = "Ordförande\tSekreterare", "Sven-Gunnar Påls\tAnneli Tuomi"
    for line in (*offices, "Justerare\tJusterare", "Ella Bååth\tKurt Modin"):
        word.add_paragraph()
        word.add_paragraph(line).paragraph_format.tab_stops.add_tab_stop(Cm(8))
    word.save(str(path))


ANNUAL = (
    (
        "Årsmötets öppnande",
        (
            "Föreningens ordförande Rut Engvall hälsade välkommen och förklarade årsmötet öppnat. "
            "En tyst minut hölls för de medlemmar som gått bort under året."
        ),
    ),
    (
        "Val av ordförande och sekreterare för mötet",
        "Till ordförande för årsmötet valdes Sven-Gunnar Påls. Till sekreterare valdes Anneli Tuomi.",
    ),
    (
        "Val av justerare tillika rösträknare",
        "Till justerare och rösträknare valdes Ella Bååth och Kurt Modin.",
    ),
    (
        "Årsmötets stadgeenliga utlysande",
        "Mötet ansågs stadgeenligt utlyst.",
    ),
    (
        "Verksamhetsberättelse och ekonomisk berättelse",
        (
            "Berättelserna föredrogs av Rut Engvall respektive Inge Fors och lades med godkännande "
            "till handlingarna."
        ),
    ),
    (
        "Revisionsberättelse och ansvarsfrihet",
        "Revisionsberättelsen lästes upp. Styrelsen beviljades ansvarsfrihet.",
    ),
    (
        "Val",
        "Ordförande på ett år: Rut Engvall (omval)",
        "Ledamöter på två år: Inge Fors (omval) och Fatemeh Azar (nyval)",
        "Revisor på ett år: Karl-Axel Rung (omval)",
    ),
    (
        "Årsavgift",
        (
            "Årsmötet beslutade att årsavgiften för 2025 ska vara oförändrad, 150 kr för enskild "
            "och 250 kr för familj."
        ),
    ),
    (
        "Motioner",
        (
            "En motion hade inkommit från Kurt Modin om att flytta hembygdsdagen till augusti. "
            "Styrelsen föreslog avslag. Årsmötet avslog motionen."
        ),
    ),
    (
        "Avslutning",
        (
            "Sven-Gunnar Påls tackade för förtroendet och avslutade mötet. Därefter bjöds på kaffe "
            "och smörgåstårta."
        ),
    ),
)
BOARD_ITEMS = (
    (
        "Öppnande",
        "Åsa-Lill öppnade mötet.",
    ),
    (
        "Val av justeringsperson",
        "Till justeringsperson utsågs Mehmet Kaya.",
    ),
    (
        "Ekonomisk rapport",
        "Niko redogjorde för halvårsbokslutet. Elkostnaden har minskat med 18 %.",
        "Beslut: Rapporten godkändes.",
    ),
    (
        "Solceller",
        "Offert har inhämtats från Solfånget AB och Takkraft. Styrelsen diskuterade takets skick.",
        (
            "Beslut: Styrelsen ger Niko i uppdrag att ta in en oberoende besiktning av taket innan "
            "beslut om solceller fattas."
        ),
    ),
    (
        "Störningar",
        "Klagomål har kommit in om hög musik på Fiskargatan 11. Gull-Britt pratar med den boende.",
    ),
    (
        "Höststädning",
        "Beslut: Städdag hålls lördag 14 oktober kl. 10.",
        "Sofie ordnar container och korv.",
    ),
    (
        "Övriga frågor",
        "Inga övriga frågor.",
    ),
    (
        "Nästa möte och avslutning",
        "Nästa möte är den 25 september kl. 19. Åsa-Lill avslutade mötet.",
    ),
)


DOCUMENTS = {
    "49-kostchefer.docx": swedish_styles,
    "50-byalag.docx": by_look,
    "57-ridklubb-kryss.docx": marks_and_initials,
    "77-brf-masen.docx": columns_of_people,
    "78-hembygdsforening.docx": tabs_and_elections,
}
