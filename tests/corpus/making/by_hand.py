"""Word files whose XML is written by hand, to hold what no library writes."""

from pathlib import Path

from package import listed, numbering, paragraph, run, style, write

BOLD = "<w:b/>"
WHO = 'w:author="Sekreterare" w:date="2026-02-12T09:00:00Z"'


def inserted(text: str) -> str:
    """Words that a tracked change added."""
    return f'<w:ins w:id="1" {WHO}>{run(text)}</w:ins>'


def deleted(text: str) -> str:
    """Words that a tracked change took away."""
    return f'<w:del w:id="2" {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def commented(text: str) -> str:
    """Words with comment number 0 on them."""
    return (
        f'<w:commentRangeStart w:id="0"/>{run(text)}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )


def styles(*more: str) -> tuple[str, str]:
    """The styles of a Swedish Word, whose names are Swedish too."""
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'
        '<w:sz w:val="22"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return "styles", "".join(
        (
            defaults,
            style("Rubrik", "Rubrik", "", '<w:b/><w:sz w:val="36"/>'),
            style("Rubrik1", "Rubrik 1", '<w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="28"/>'),
            style("Rubrik2", "Rubrik 2", '<w:outlineLvl w:val="1"/>', '<w:b/><w:sz w:val="24"/>'),
            *more,
        )
    )


def tracked_changes(path: Path) -> None:
    """51: paragraphs signs, a decision changed by tracked changes, a moved comma, a comment, att-satser."""
    h, p = (lambda text: paragraph(text, style="Rubrik1")), paragraph
    body = [
        p("Styrgruppen för Framtidens vattenförsörjning", style="Rubrik"),
        p("Mötesprotokoll nr 2/2026"),
        p("Datum: tisdagen den 10 februari 2026"),
        p("Tid: kl. 13.15–15.00 (paus kl. 14.05–14.15)"),
        p("Plats: Hammarsjö vattenverk, konferensrummet"),
        p(
            run("Närvarande: ", BOLD),
            "Gun-Marie Tapper, Hammarsjö (ordförande); Ove Sjöstrand, Granvik; "
            "Petra Lindegård, Tallåsa; Rickard Ymer, Vikboda",
        ),
        p(run("Adjungerad: ", BOLD), "Hillevi Munther, Länsstyrelsen (§§ 9–10)"),
        p(run("Frånvarande: ", BOLD), "Tord Anvik, Lerholm"),
        h("§ 8 Mötet öppnas och dagordningen fastställs"),
        p(
            "Ordföranden öppnar mötet. Dagordningen fastställs med en övrig fråga om ",
            deleted("regnmätare"),
            inserted("vattenmätare"),
            ".",
        ),
        h("§ 9 Reservvattentäkt i Lerholm"),
        p(
            "Ove Sjöstrand redovisar konsultens tre alternativ. Alternativ B är billigast på sikt men kräver "
            "ny tillståndsprövning. Länsstyrelsen har fattat beslut om skyddsområdet i december."
        ),
        p(run("Beslut", BOLD)),
        p("Styrgruppen beslutar"),
        p(
            "att gå vidare med alternativ ",
            deleted("A"),
            inserted("B"),
            commented(" för reservvattentäkten"),
            ",",
        ),
        p(
            "att avsätta ",
            deleted("400 000"),
            inserted("450 000"),
            " kronor för ",
            "tillståndsprövningen",
            inserted(" under 2026"),
            ", samt",
        ),
        p("att uppdra åt Ove Sjöstrand att teckna avtal med konsulten."),
        h("§ 10 Samverkan om jour"),
        p("Frågan bordläggs till nästa möte eftersom underlaget kom sent."),
        h("§ 11 Övrig fråga: vattenmätare"),
        p(
            "Petra Lindegård tar fram en jämförelse av digitala mätare till nästa möte",
            deleted(" i april"),
            ".",
        ),
        p("Rickard Ymer bevakar Energimarknadsnätets utredning."),
        h("§ 12 Nästa möte"),
        p("Tisdagen den 14 april 2026 kl. 13.15–15.00 hos Granviks kommun."),
        h("§ 13 Mötet avslutas"),
        p("Ordföranden tackar och avslutar mötet."),
        p("Vid protokollet"),
        p("Rickard Ymer"),
        p("Justeras"),
        p("Petra Lindegård"),
    ]
    note = f'<w:comment w:id="0" {WHO} w:initials="S">{p("Stäm av med Ove före justering.")}</w:comment>'
    write(path, "".join(body), {"styles": styles(), "comments": ("comments", note)})


def numbered_by_word(path: Path) -> None:
    """52: numbers that only Word shows, on two levels; private-use bullets, a footnote, a wrapped title."""
    item, sub, p = (
        (lambda text: listed(text, style="Rubrik1")),
        (lambda text: listed(text, level=1, style="Rubrik2")),
        paragraph,
    )
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    dot, inner = (lambda text: listed(text, number=2)), (lambda text: listed(text, number=2, level=1))
    body = [
        p(
            run("Mötesanteckningar referensgrupp Öppna biblioteksdata, ", BOLD),
            run("möte 3", BOLD),
            style="Rubrik",
        ),
        p("2023-10-05, 10:00–11:45"),
        p("Digitalt möte"),
        p(run("Deltagare", BOLD)),
        *(
            p(one)
            for one in (
                "Barbro Hedlund (Granviks bibliotek)",
                "Cissi Norén (Tallåsa stadsbibliotek)",
                "Emil van der Laan (Sambib)",
                "Farid Haddad (Hammarsjö kommun), till och med punkt 3",
                "Görel Östensson-Berg (Sambib), anteckningar",
            )
        ),
        p(run("Ej närvarande", BOLD)),
        p("Ninni Alfredsson (Örnäs bibliotek)"),
        item("Välkomna och föregående möte"),
        p("Anteckningarna från möte 2 lades till handlingarna."),
        item("Läget i projektet"),
        sub("Version 3.0 av formatet"),
        p("Formatet är klart", note, ". Två leverantörer testar det under hösten."),
        sub("Erfarenheter från Hammarsjö"),
        p("Farid berättade:"),
        dot("8 000 poster lästes in på en kväll"),
        inner("varav 40 saknade språkkod"),
        inner("ingen saknade titel"),
        dot("personalen behövde ingen utbildning"),
        item("Licens för omslagsbilder"),
        p("Gruppen diskuterade om bilderna kan vara fria. Förlagen har sagt nej tidigare."),
        p("Referensgruppen enades om att omslagsbilder tills vidare inte ingår i formatet."),
        item("Att göra"),
        dot("Emil skickar ut testfilerna senast den 20 oktober"),
        dot("Barbro och Cissi prövar dem i sina system"),
        dot("Görel frågar förlagen en gång till"),
        item("Nästa möte"),
        p("Torsdag 7 december kl 10:00, digitalt."),
    ]
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
        + run(" Beskrivningen finns i Sambibs arkiv under dokumentnummer 118.")
        + "</w:p></w:footnote>"
    )
    lists = numbering(
        (("decimal", "%1."), ("decimal", "%1.%2")),
        (("bullet", "\uf0b7"), ("bullet", "o")),
    )
    write(path, "".join(body), {
        "styles": styles(), "numbering": ("numbering", lists), "footnotes": ("footnotes", notes),
    })  # fmt: skip


def control(tag: str, content: str, *, block: bool = False, kind: str = "<w:text/>") -> str:
    """A content control of a form, around a run or around whole paragraphs."""
    inside = content if block else run(content)
    properties = f'<w:sdtPr><w:alias w:val="{tag}"/>{kind}</w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def text_box(*lines: str) -> str:
    """A box beside the text, once for new programs and once for old ones."""
    content = f"<w:txbxContent>{''.join(paragraph(line) for line in lines)}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0"'
        ' distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1"'
        ' allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>right'
        '</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset>'
        '</wp:positionV><wp:extent cx="2200000" cy="900000"/><wp:wrapSquare wrapText="bothSides"/>'
        '<wp:docPr id="1" name="Ruta"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/'
        '2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="2200000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        '</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:170pt;height:70pt"><v:textbox>'
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def form_with_controls(path: Path) -> None:
    """54: a form of content controls and a text box with the decision of the day."""
    p, h = paragraph, (lambda text: paragraph(text, style="Rubrik2"))
    date = '<w:date w:fullDate="2026-05-20T00:00:00Z"><w:dateFormat w:val="yyyy-MM-dd"/></w:date>'
    body = [
        p(control("Gruppens namn", "Samverkansgruppen för ungas psykiska hälsa"), style="Rubrik"),
        p("Minnesanteckningar", style="Rubrik1"),
        p("Mötesdatum: ", control("Datum", "2026-05-20", kind=date)),
        p("Klockan: ", control("Tid", "08.30 – 10.00")),
        p("Lokal: ", control("Plats", "Familjecentralen Kastanjen, Ekeberga")),
        p("Ordförande: ", control("Ordförande", "Malin Trägårdh")),
        p("Sekreterare: ", control("Sekreterare", "Yngve Dahlberg")),
        p("Deltagare:"),
        control(
            "Deltagare",
            p("Malin Trägårdh, elevhälsochef, Ekeberga")
            + p("Yngve Dahlberg, Region Mellanbygd")
            + p("Sofia-Li Brodin, Socialförvaltningen, Granvik")
            + p("Amir Karimi, skolkurator, Stenmåla")
            + p("Ulla Pihl, Region Mellanbygd (via länk)"),
            block=True,
            kind="<w:richText/>",
        ),
        p("Anmält förhinder:"),
        p(control("Förhinder", "Henrik Åslund, Ekeberga")),
        text_box(
            "Dagens beslut", "Gruppen beslutar att pröva gemensamma föräldrakvällar i alla tre kommunerna."
        ),
        h("Lägesrunda"),
        p(
            "Köerna till första samtal har minskat i Granvik men ökat i Stenmåla. Amir ser fler elever som "
            "sover dåligt."
        ),
        h("Föräldrakvällar"),
        p(
            "Sofia-Li visar upplägget från Granvik: tre kvällar, en i månaden, med fika. Kostnaden är 12 000 "
            "kronor per omgång. Beslutet står i rutan ovan."
        ),
        control(
            "Åtgärder",
            p("Amir bokar lokal i Stenmåla före sommaren.") + p("Ulla tar kontakt med föreläsaren."),
            block=True,
            kind="<w:richText/>",
        ),
        h("Nästa möte"),
        p(control("Nästa möte", "Onsdag 26 augusti 2026 kl. 08.30 i Granvik")),
    ]
    write(path, "".join(body), {"styles": styles()})


def strict(path: Path) -> None:
    """56: Strict OOXML, links as elements and as fields, bullets, a title and a date only in headings."""
    p, h = paragraph, (lambda text: paragraph(text, style="Rubrik2"))
    link = '<w:hyperlink r:id="kartan"><w:r><w:t>kartan över leder</w:t></w:r></w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK '
        '"https://leder.example/anmal" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("anmälningssidan")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = [
        p("Nätverket Leder i Mellanbygd", style="Rubrik"),
        p("Anteckningar möte 3 juni 2025, kl. 9–11.30", style="Rubrik1"),
        p("Plats: Vandrarhemmet Tallgården, Tallåsa"),
        p(
            "Närvarande: Assar Holmlund (Granvik), Beata Cederqvist (Tallåsa), Didrik Malm (Stiftelsen Skog "
            "och Stig), Ebba Rönn (Tallåsa) och Jonna Lifvendahl (Vikboda)"
        ),
        p("Förhinder: Ivar Bergdahl (Lerholm)"),
        h("Skyltar"),
        p("Beata visar ", link, ". Alla leder utom Kvarnrundan har nya skyltar."),
        listed("Fyra skyltar är borta vid Stora Mossen"),
        listed("Färgen på de äldre bleknar"),
        p("Det beslutades att beställa tjugo nya skyltar gemensamt."),
        h("Ledvärdar"),
        p("Intresset är stort. Den som vill vara ledvärd anmäler sig på ", field, "."),
        p("Nätverket beslutar att inte betala reseersättning till ledvärdar under 2025."),
        p(
            "Didrik erbjuder sig att hålla en kurs i september. Jonna och Assar sammanställer materialet "
            "senast den 15 augusti."
        ),
        h("Nästa möte"),
        p("Preliminärt 2 september 2025 kl. 9–11.30 i Vikboda."),
        p("Antecknat av"),
        p("Ebba Rönn"),
    ]
    lists = numbering((("bullet", "•"),))
    write(path, "".join(body), {"styles": styles(), "numbering": ("numbering", lists)},
          {"kartan": "https://leder.example/karta"}, strict=True)  # fmt: skip


DOCUMENTS = {
    "51-styrgrupp-andringar.docx": tracked_changes,
    "52-referensgrupp-numrerad.docx": numbered_by_word,
    "54-samverkan-formular.docx": form_with_controls,
    "56-leder-strict.docx": strict,
}
