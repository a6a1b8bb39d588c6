"""Files whose head, people and points all stand in tables, as forms of offices have them."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from docx.document import Document as Word
from docx.shared import Cm
from with_python_docx import looks, new


def sheet(word: Word, *rows: tuple[str, ...], style: str = "Table Grid") -> None:
    """A table whose cells may hold several paragraphs, as those do into which people write."""
    made = word.add_table(len(rows), len(rows[0]), style)
    for cells, row in zip(made.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            first, *others = text.split("\n")
            cell.paragraphs[0].add_run(first)
            for other in others:
                cell.add_paragraph(other)


def as_pdf(word: Word, path: Path) -> None:
    """Printed by LibreOffice, as most offices that publish PDF do."""
    with TemporaryDirectory() as folder:
        word.save(str(Path(folder, f"{path.stem}.docx")))
        office = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        told = [*office, "--convert-to", "pdf", "--outdir", str(path.parent)]
        subprocess.run(
            [*told, str(Path(folder, f"{path.stem}.docx"))], check=True, capture_output=True, timeout=120
        )


def board_with_cover(path: Path) -> None:
    """83: a municipal board: a cover whose cells wrap, running headers, case numbers without a word."""
    word = new()
    section = word.sections[0]
    section.right_margin = Cm(6)
    section.header.paragraphs[
        0
    ].text = (
        "ÅSMARKS KOMMUN\tSAMMANTRÄDESPROTOKOLL\nKultur- och fritidsnämnden\tSammanträdesdatum\n\t2026-03-10"
    )
    section.footer.paragraphs[0].text = "Justerandes sign\t\tUtdragsbestyrkande"
    sheet(
        word,
        ("Plats och tid", "Sammanträdesrum Björken, kommunhuset, kl. 13.00–15.25"),
        (
            "Beslutande",
            """Marianne Kullberg (S), ordförande
Fredrik Noring (M), 1:e vice ordförande
Saga Elvin (V)
Tord Backman (C)
Ibrahim Saleh (S)
Carina Hult (SD)
Eva-Lena Prytz (L) ersätter Jan Odelberg (M)""",
        ),
        (
            "Övriga närvarande",
            "Per Rosvall, förvaltningschef\nÅsa Lindell, nämndsekreterare\nOve Krantz, bibliotekschef § 23",
        ),
        ("Utses att justera", "Fredrik Noring"),
        ("Justeringens plats och tid", "Kommunkansliet 2026-03-16"),
        ("Paragrafer", "21–25"),
        (
            "Underskrifter",
            """Sekreterare  ______________________
Åsa Lindell
Ordförande  ______________________
Marianne Kullberg
Justerare  ______________________
Fredrik Noring""",
        ),
    )
    word.add_paragraph()
    sheet(
        word,
        ("BEVIS OM ANSLAG", ""),
        ("Organ", "Kultur- och fritidsnämnden"),
        ("Sammanträdesdatum", "2026-03-10"),
        ("Datum för anslags uppsättande", "2026-03-17"),
        ("Datum för anslags nedtagande", "2026-04-08"),
        ("Förvaringsplats", "Kommunkansliet"),
    )
    word.add_page_break()
    for text in BOARD.split("\n"):
        if text.startswith("*"):
            looks(word, text[1:])
        else:
            word.add_paragraph(text)
    as_pdf(word, path)


BOARD = """\
§ 21
*Godkännande av dagordning
*Beslut
Kultur- och fritidsnämnden godkänner dagordningen.
§ 22\tKFN 2026/8
*Budgetuppföljning februari
*Sammanfattning
Resultatet per den sista februari visar ett överskott om 0,3 mnkr. Helårsprognosen är noll.
*Beslutsunderlag
Tjänsteskrivelse 2026-02-27
*Kultur- och fritidsnämndens beslut
Nämnden godkänner uppföljningen.
*Skickas till
Kommunstyrelsen
Ekonomiavdelningen
§ 23\tKFN 2025/112
*Öppettider på filialbiblioteken
*Sammanfattning av ärendet
Förvaltningen föreslår att filialen i Torpa har meröppet från och med den 1 september. Kostnaden \
för lås och larm beräknas till 190 tkr och ryms inom ram.
*Yrkanden
Carina Hult (SD) yrkar avslag.
Saga Elvin (V) yrkar bifall till förvaltningens förslag.
*Beslutsgång
Ordföranden ställer proposition på yrkandena och finner att nämnden beslutar enligt förvaltningens förslag.
*Beslut
Kultur- och fritidsnämnden beslutar
att införa meröppet på Torpa bibliotek från och med den 1 september 2026, samt
att uppdra åt förvaltningschefen att återkomma med en utvärdering i mars 2027.
*Reservation
Carina Hult (SD) reserverar sig mot beslutet till förmån för eget yrkande.
§ 24\tKFN 2026/31
*Bidrag till Åsmarks Ridklubb
*Jäv
Tord Backman (C) anmäler jäv och deltar inte i handläggningen.
*Beslut
Ärendet återremitteras för komplettering med ridklubbens bokslut.
§ 25
*Meddelanden
Förvaltningschefen informerar om rekryteringen av ny fritidsgårdsledare.
*Beslut
Informationen läggs till handlingarna."""


def building_meeting(path: Path) -> None:
    """84: a building meeting: facts two pairs abreast, points numbered after the meeting, in a table."""
    word = new()
    word.sections[0].header.paragraphs[0].text = "Granlidens Bygg AB\tBYGGMÖTE NR 7\tSida 1 (2)"
    sheet(
        word,
        ("Projekt:", "Ombyggnad Tallbackens äldreboende", "Projektnr:", "41207"),
        ("Beställare:", "Almby Fastigheter", "Entreprenör:", "Granlidens Bygg AB"),
        ("Datum:", "2026-03-19", "Tid:", "kl. 10.00-11.30"),
        ("Plats:", "Platskontoret, Tallvägen 3", "Möte nr:", "7"),
    )
    word.add_paragraph()
    looks(word, "BYGGMÖTESPROTOKOLL NR 7", size=14)
    word.add_paragraph()
    sheet(
        word,
        ("Närvarande", "Företag", "Sign", "Närv.", "Prot. för kännedom"),
        ("Rolf Angström", "Almby Fastigheter, beställarens ombud", "RA", "X", "X"),
        ("Cecilia Moberg", "Almby Fastigheter, projektledare", "CM", "X", "X"),
        ("Dennis Fors", "Granlidens Bygg, platschef", "DF", "X", "X"),
        ("Ola Rudin", "Granlidens Bygg, arbetschef", "OR", "-", "X"),
        ("Jasmin Kader", "Elkonsult Väst", "JK", "X", "X"),
    )
    word.add_paragraph()
    sheet(
        word,
        ("Punkt", "Text", "Ansvarig", "Klart / aktuellt"),
        ("7.1", "Mötets öppnande\nRA öppnade mötet och hälsade välkomna. CM för protokoll.", "", ""),
        ("7.2", "Föregående protokoll\nProtokoll nr 6 godkändes utan erinran.", "", ""),
        ("7.3", "Organisation\nNy elmontör från v. 14: Tim Lager.", "", "info"),
        (
            "7.4",
            """Tider
Tidplan daterad 2026-02-10 gäller. Arbetena ligger två veckor efter i hus B.
DF redovisar en återhämtningsplan.""",
            "DF",
            "2026-03-26",
        ),
        (
            "7.5",
            "Ekonomi\nÄTA 1-14 godkända. ÄTA 15 (golvvärme badrum) diskuterades, underlag kompletteras.",
            "OR",
            "nästa möte",
        ),
        ("7.6", "Kvalitet och miljö\nFuktmätning utförd, RF under 85 % i samtliga punkter.", "", "-"),
        ("7.7", "Arbetsmiljö\nInga olyckor eller tillbud. Skyddsrond varje tisdag.", "", "löpande"),
        ("7.8", "Nästa möte\nTorsdag 2026-04-16 kl. 10.00 på platskontoret.", "Alla", ""),
    )
    word.add_paragraph()
    word.add_paragraph("Vid protokollet\t\t\tJusteras")
    word.add_paragraph()
    word.add_paragraph("Cecilia Moberg\t\t\tDennis Fors")
    word.save(str(path))


DOCUMENTS = {"83-kultur-fritid.pdf": board_with_cover, "84-byggmote.docx": building_meeting}
