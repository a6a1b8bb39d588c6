"""The order in which the schema of Word's XML wants children, whether a file keeps it, and what it shows.

Source: ECMA-376, part 1, wml.xsd: CT_PPr, CT_RPr, CT_TblPr, CT_TcPr, CT_SectPr, CT_Style, CT_Lvl, CT_Num,
CT_AbstractNum, CT_NumLvl, CT_Numbering, CT_Settings, CT_Font, CT_TblBorders, CT_PBdr.
"""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ORDER = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
        shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
        adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
        textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
        snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
        vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "tbl": "tblPr tblGrid tr",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
        tblPrChange""",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
        hideMark""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
        printerSettings sectPrChange""",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
        qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "document": "background body",
    "settings": """displayBackgroundShape defaultTabStop evenAndOddHeaders characterSpacingControl compat
        themeFontLang decimalSymbol listSeparator""",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
_PLACES = {name: {child: n for n, child in enumerate(order.split())} for name, order in ORDER.items()}
_TOGETHER = {"footerReference": "headerReference"}
"""What may stand in any order among each other."""


def faults_in(data: bytes) -> list[str]:
    """Where a Word file leaves the order of the schema, repeats an id, or refers to what is not there."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {
            name: ElementTree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }
    found = [f"{name}: {fault}" for name, root in parts.items() for fault in _out_of_order(root)]
    return [*found, *_loose_ends(parts)]


def _out_of_order(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        places = _PLACES.get(element.tag.removeprefix(W)) if element.tag.startswith(W) else None
        if places is None:
            continue
        names = [child.tag.removeprefix(W) for child in element]
        names = [_TOGETHER.get(name, name) for name in names]
        for name in names:
            if name not in places:
                yield f"{name} in {element.tag.removeprefix(W)}"
                return
        if names != sorted(names, key=places.__getitem__):
            yield f"{element.tag.removeprefix(W)}: {' '.join(names)}"


def _loose_ends(parts: dict[str, ElementTree.Element]) -> Iterator[str]:
    document, styles, numbering = (parts[f"word/{name}.xml"] for name in ("document", "styles", "numbering"))
    ids = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    names = [name.get(f"{W}val") for style in styles.iter(f"{W}style") for name in style.iter(f"{W}name")]
    for kind, values in (("style id", ids), ("style name", names)):
        yield from (
            f"{kind} {value!r} twice" for value in sorted({one for one in values if values.count(one) > 1})
        )
    for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
        for root in (document, styles, *(parts[name] for name in parts if "header" in name)):
            yield from (
                f"no style {one.get(f'{W}val')!r}"
                for one in root.iter(f"{W}{tag}")
                if one.get(f"{W}val") not in ids
            )
    numbers = [one.get(f"{W}numId") for one in numbering.iter(f"{W}num")]
    if len(numbers) != len(set(numbers)):
        yield "a number twice"
    abstracts = {one.get(f"{W}abstractNumId") for one in numbering.iter(f"{W}abstractNum")}
    for one in numbering.iter(f"{W}num"):
        abstract = one.find(f"{W}abstractNumId")
        if abstract is None or abstract.get(f"{W}val") not in abstracts:
            yield "a number without its abstract numbering"
    for one in document.iter(f"{W}numId"):
        if one.get(f"{W}val") not in numbers:
            yield f"no number {one.get(f'{W}val')}"
    for cell in document.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield "a cell without a paragraph at its end"


def words_shown(data: bytes) -> str:
    """What somebody sees of the text of a Word file, a line a paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = ElementTree.fromstring(archive.read("word/document.xml"))
    paragraphs = ("".join(one.text or "" for one in p.iter(f"{W}t")) for p in document.iter(f"{W}p"))
    return "\n".join(paragraphs)
