"""Rules about links: MP605 to MP609. They stand among those about `attachments`."""

import re
from collections.abc import Iterator

from motesprotokoll.checks.excerpts import matches
from motesprotokoll.checks.rules import Told, rule, tell
from motesprotokoll.checks.subject import WITH_TEXT, Subject
from motesprotokoll.findings import Severity
from motesprotokoll.model import Link
from motesprotokoll.model.text import shortened

_SHOWN = 70

EMPTY_TEXTS = frozenset(
    {
        *("här", "klicka här", "klicka", "tryck här", "se här", "läs här", "hit", "följ länken", "via länk"),
        *("länk", "länken", "denna länk", "den här länken", "via denna länk", "via länken", "till länken"),
        *("läs mer", "läs mer här", "mer", "mer här", "mer info", "mer information", "se mer", "visa mer"),
        *("here", "click here", "click", "link", "this link", "read more", "more", "learn more", "see here"),
    }
)
"""Texts of links that say nothing of where they lead.

Source: WCAG 2.2, success criteria 2.4.4 and 2.4.9, failure F84; the words by which Swedish minutes link.
"""

_BEFORE_ADDRESS = re.compile(
    r"(?i)\b(klicka här|tryck här|läs mer här|läs mer|denna länk|den här länken|följ länken|länk|click here|"
    r"read more|(?:(?<=finns )|(?<=ligger )|(?<=hittar du )|(?<=hittar ni )|(?<=se )|(?<=läs ))här) <$"
)
"""Such words before an address in angle brackets, which is how a reader tells of linked words in documents
that others wrote. There one cannot see where the linked words begin: *Anmäl dig här* may be all of them."""

_LONG_ADDRESS = 60
"""A shorter address can be read, remembered and typed."""

_PARTS = re.compile(r"(?i)([a-z][a-z0-9+.-]*+):(?://([^/?#]*+))?(.*+)")
_DRIVE = re.compile(r"(?i)[a-z]:[\\/]|\\\\|//[^/]")
_HOME_HOSTS = re.compile(
    r"(?i)(?:[^.\[]*|.*\.(?:local|lan|internal|intern|intranet|corp|localhost|home\.arpa)"
    r"|(?:intranet|intranät|intranatet|intra|insidan)\..*"
    r"|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\])"
)
"""Hosts that only those in the same house can reach.

Source: RFC 1918 (addresses), RFC 6761 and RFC 6762 (*localhost*, *local*), RFC 8375 (*home.arpa*), and the
decision of ICANN on *internal*, 2024; what intranets of Swedish municipalities are called.
"""

_MEMBERS_HOSTS = re.compile(r"(?i).*\.sharepoint\.com|teams\.microsoft\.com")
"""Hosts that open for those who have been given access."""
_MEETING = "meetup-join"
"""A part of addresses of video meetings, which open for everybody."""

_MISTYPED = re.compile(
    r"(?i)https?(?:[;.,]?/{1,3}|:/(?!/)|:{2,}/*|;|:(?![/:])|://+(?:https?[:;/])|:///)"
    r"|mailto:(?://|[^@]*$|@)|tel:\D*$"
)
"""Beginnings of addresses that lead nowhere."""
_WITHOUT_SCHEME = re.compile(r"(?i)www\.\w|[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$")
_BROKEN_HOST = re.compile(r"[^\w.:@\[\]-]|\.\.|^[.:-]|^$")
_SHORTENED = re.compile(r"…|\.\.\.")
_BLANK = frozenset({"http://", "https://", "http:", "https:", "#", "mailto:", "tel:", "www.", "www"})
_ENDINGS = (".", ",", ";", ":", "”", '"', "»", "'", ">", "’")
_PAIRS = (("(", ")"), ("[", "]"))


_AHEAD = 40
"""So many signs before an address are looked at."""

_AT_HOME = re.compile(r"(?i)\bfile:/[^\s<>]+|(?<![\w/])[a-z]:\\[^\s<>]+|(?<!\S)\\\\\w[^\s<>]+")
_SLIPS = frozenset(
    {
        *("htpp", "htpps", "htttp", "htttps", "httpss", "htp", "htps", "ttp", "ttps", "hhttp", "hhttps"),
        *("hptt", "hptts", "httsp", "httpp", "hppt", "hppts", "hhtp", "hhtps"),
    }
)
"""Slips in *http* and *https*."""
_SLIPPED = re.compile(rf"(?i)\b(?:{'|'.join(sorted(_SLIPS))}):/[^\s<>]+")


def _addresses(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Every address with its place and the words that lead there: of links, then of attachments."""
    for where, link in subject.links:
        yield where, link.text, link.url
    for where, attachment in subject.attachments:
        if attachment.url is not None:
            yield where, attachment.title, attachment.url


def _host_of(address: str) -> tuple[str, str | None]:
    """The scheme of *address*, and its host if it is one of the web."""
    parts = _PARTS.fullmatch(address)
    if parts is None:
        return "", None
    scheme = parts[1].lower()
    if scheme not in ("http", "https") or parts[2] is None:
        return scheme, None
    host = parts[2].rpartition("@")[2]
    end = "]" if host.startswith("[") else ":"
    return scheme, host.partition(end)[0] + end.strip(":")


@rule(
    "MP605",
    "empty-link-text",
    title="Länktext som inte säger vart länken leder",
    advice="Låt länktexten säga vad som finns bakom länken, till exempel ”Budget 2027 (pdf)”.",
)
def empty_link_text(subject: Subject) -> Iterator[Told]:
    """A link whose words are *här* ("here"), *läs mer* ("read more") or the like.

    Who listens to a page with a screen reader often goes from link to link, and hears "here, here, read
    more". In print such a link is nothing at all. The law on accessible public services (2018:1937) asks for
    links whose purpose can be seen: WCAG 2.2, success criterion 2.4.4.

    Fails (markdown):

        # Nätverket för hamnvakter

        Anteckningar 5 februari 2027

        ## 1. Budget

        Budgeten finns [här](https://hamn.example/budget.pdf).

    Passes (markdown):

        # Nätverket för hamnvakter

        Anteckningar 5 februari 2027

        ## 1. Budget

        Ida gick igenom [budgeten för 2027](https://hamn.example/budget.pdf).
    """
    for where, words in _link_texts(subject):
        message = "Länktexten ”{text}” säger inte vart länken leder."
        yield tell(message, where, excerpt=words, text=words)


def _link_texts(subject: Subject) -> Iterator[tuple[str, str]]:
    """The empty words of links, with their places."""
    for found in subject.blocks:
        if not isinstance(found.block, WITH_TEXT):
            continue
        before = ""
        for piece in found.block.content:
            if isinstance(piece, Link):
                ahead = _BEFORE_ADDRESS.search(before[-_AHEAD:]) if piece.text == piece.url else None
                if ahead is not None or _bare(piece.text) in EMPTY_TEXTS:
                    yield str(found.place), ahead[1] if ahead else piece.text
            before = piece if isinstance(piece, str) else ""


def _bare(text: str) -> str:
    return text.casefold().strip(" .,:;!»>→›–-()[]…*")


@rule(
    "MP606",
    "address-as-link-text",
    title="Lång adress som länktext",
    advice="Skriv vad länken leder till, och låt adressen ligga bakom de orden.",
    severity=Severity.NOTE,
)
def address_as_link_text(subject: Subject) -> Iterator[Told]:
    """A link that shows a long address instead of saying where it leads.

    A screen reader reads it sign by sign, and in print nobody types it. WCAG 2.2, success criterion 2.4.4,
    asks for links whose purpose can be seen. A short address, of at most sixty signs, is no fault: it can be
    read and typed.

    Fails:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        1. Rapport
        Läs rapporten på https://hamn.example/rapporter/2027/trygga-hamnar-slutrapport-med-bilagor.pdf.

    Passes:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        1. Rapport
        Läs rapporten på https://hamn.example/rapport.
    """
    for where, link in subject.links:
        text = link.text
        if len(text) > _LONG_ADDRESS and " " not in text and (text == link.url or text.startswith("http")):
            message = "Länken visar en lång adress: {text}"
            yield tell(message, where, excerpt=text, text=shortened(text, _SHOWN))


@rule(
    "MP607",
    "home-address",
    title="Länk som bara går att öppna inne i organisationen",
    advice="Lägg filen där alla läsare når den, eller bifoga den.",
)
def home_address(subject: Subject) -> Iterator[Told]:
    """A link to a file on somebody's computer, or to a place in the organisation's own network.

    It opens for the one who wrote the minutes, and for nobody else: *file:* and ``C:\\``, *localhost*, hosts
    without a dot, and intranets. Links to SharePoint and Teams are a note: they open for those who were given
    access, and readers in other organisations often were not.

    Fails (markdown):

        # Nätverket för hamnvakter

        Anteckningar 5 februari 2027

        ## 1. Budget

        Se [budgeten](http://intranet/ekonomi/budget.xlsx).

    Passes (markdown):

        # Nätverket för hamnvakter

        Anteckningar 5 februari 2027

        ## 1. Budget

        Se [budgeten](https://hamn.example/budget.xlsx).
    """
    for where, text, address in _addresses(subject):
        shown = shortened(address, _SHOWN)
        if _is_home(address):
            message = "Länken går bara att öppna inne i organisationen: {address}"
            yield tell(message, where, excerpt=text, address=shown)
        elif _is_for_members(address):
            message = "Länken öppnas kanske bara för den som har fått behörighet: {address}"
            yield tell(message, where, severity=Severity.NOTE, excerpt=text, address=shown)
    for where, text in subject.texts:
        if "\\" in text or "file:" in text:
            for found in matches(_AT_HOME, text):
                message = "Adressen går bara att öppna inne i organisationen: {address}"
                yield tell(message, where, excerpt=found[0], address=shortened(found[0], _SHOWN))


def _is_home(address: str) -> bool:
    if _DRIVE.match(address) and not address.startswith("//"):
        return True
    scheme, host = _host_of(address)
    return scheme == "file" or bool(host and _HOME_HOSTS.fullmatch(host))


def _is_for_members(address: str) -> bool:
    host = _host_of(address)[1]
    return bool(host and _MEMBERS_HOSTS.fullmatch(host)) and _MEETING not in address


@rule(
    "MP608",
    "insecure-address",
    title="Länk med http i stället för https",
    advice="Prova adressen med https, och skriv den så om den går att öppna.",
    severity=Severity.NOTE,
    default=False,
)
def insecure_address(subject: Subject) -> Iterator[Told]:
    """A link that begins with *http:* and not with *https:*.

    What is read over *http* can be listened to and changed on the way, and browsers warn of it. Some old
    addresses have no other form, and only whoever tries knows: so this rule is used only where somebody
    selects it.

    Fails:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        1. Rapport
        Läs rapporten på http://hamn.example/rapport.

    Passes:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        1. Rapport
        Läs rapporten på https://hamn.example/rapport.
    """
    for where, text, address in _addresses(subject):
        scheme, host = _host_of(address)
        if scheme == "http" and host and not _is_home(address):
            message = "Länken börjar med http och inte med https: {address}"
            yield tell(message, where, excerpt=text, address=shortened(address, _SHOWN))


@rule(
    "MP609",
    "broken-address",
    title="Trasig adress i en länk",
    advice="Öppna sidan, och kopiera hela adressen på nytt.",
)
def broken_address(subject: Subject) -> Iterator[Told]:
    """A link whose address cannot lead anywhere, as it is written.

    Nothing is looked up on the web: it is seen from the address that the beginning is mistyped or missing,
    that there is no host, that something was cut away (*…*), or that the stop or the bracket of the sentence
    came along at its end.

    Fails (markdown):

        # Nätverket för hamnvakter

        Anteckningar 5 februari 2027

        ## 1. Budget

        Se [budgeten](htpps://hamn.example/budget.pdf) och [planen](www.hamn.example/plan).

    Passes (markdown):

        # Nätverket för hamnvakter

        Anteckningar 5 februari 2027

        ## 1. Budget

        Se [budgeten](https://hamn.example/budget.pdf) och [planen](https://www.hamn.example/plan).
    """
    for where, text, address in _addresses(subject):
        shown = shortened(address, _SHOWN)
        if _is_broken(address):
            yield tell("Adressen leder ingenstans: {address}", where, excerpt=text, address=shown)
        elif _WITHOUT_SCHEME.match(address):
            message = "Adressen saknar sin början, https:// eller mailto: {address}"
            yield tell(message, where, excerpt=text, address=shown)
        elif _SHORTENED.search(address):
            message = "Adressen är avkortad: {address}"
            yield tell(message, where, excerpt=text, address=shown)
        elif _ends_too_late(address):
            message = "Sista tecknet i adressen hör nog till meningen: {address}"
            yield tell(message, where, excerpt=text, address=shown)
    if not _SLIPS.isdisjoint(subject.vocabulary):
        for where, text in subject.texts:
            for found in matches(_SLIPPED, text):
                message = "Adressen börjar felskrivet: {address}"
                yield tell(message, where, excerpt=found[0], address=shortened(found[0], _SHOWN))


def _is_broken(address: str) -> bool:
    if address.casefold() in _BLANK or _MISTYPED.match(address) or _SLIPPED.match(address):
        return True
    host = _host_of(address)[1]
    return host is not None and _BROKEN_HOST.search(host) is not None


def _ends_too_late(address: str) -> bool:
    """Whether the last sign came along with the address: a stop, or a bracket that opens nowhere in it."""
    if address.endswith(_ENDINGS):
        return True
    return any(
        address.endswith(close) and address.count(opened) < address.count(close) for opened, close in _PAIRS
    )


LINK_RULES = (empty_link_text, address_as_link_text, home_address, insecure_address, broken_address)
