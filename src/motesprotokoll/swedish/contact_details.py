"""Telephone numbers, e-mail addresses and street addresses in a text."""

import re
from collections.abc import Iterator

from motesprotokoll.swedish.area_codes import AREA_CODES
from motesprotokoll.swedish.found_personal_data import FoundPersonalData, PersonalData
from motesprotokoll.swedish.given_names import GIVEN_NAMES

# ------------------------------------------------------------------------------------------------ e-mail

_LOCAL = r"\w.+%'&~=!#$-"
_EMAIL = re.compile(
    rf"(?<![{_LOCAL}])[{_LOCAL}]++"
    r"(?:@ ?| @ | ?[\[({<](?i:@|at|a|snabel-?a)[\])}>] ?| snabel-?a )"
    r"(?P<domain>[\w-]++(?>(?:(?:\.| ?[\[({](?i:dot|punkt|\.)[\])}] ?)[\w-]++)+))"
)


# Identities of meetings in links of Teams (own table).
_NO_DOMAINS = frozenset({"thread.v2", "thread.tacv2", "thread.skype", "unq.gbl.spaces"})


def emails_in(text: str) -> Iterator[FoundPersonalData]:
    """The e-mail addresses in *text*, also those with ``(at)`` for the sign.

    Source: RFC 5322, section 3.4.1, without quoted strings; letters of all languages by RFC 6531.
    """
    match = _EMAIL.search(text)
    while match is not None:
        last_label = match["domain"].rpartition(".")[2]
        is_one = not last_label.isdigit() and match["domain"] not in _NO_DOMAINS
        if is_one:
            yield FoundPersonalData(PersonalData.EMAIL, match.start(), match.end())
        match = _EMAIL.search(text, match.end() if is_one else match.start("domain"))


# ------------------------------------------------------------------------------------------------ telephone

_NATIONAL = re.compile(r"(?<![0-9])(?<![0-9][-/.:])\(?0[0-9](?>(?:[ ()/-]{0,3}+[0-9]){5,13})")
_INTERNATIONAL = re.compile(r"(?<![0-9])(?<![0-9][-/.:])(?:\+|\(\+|00)[1-9](?>(?:[ ()/.-]{0,3}+[0-9]){6,16})")
# 46701740612, and with stops as the law firms write: 070.174.06.12, 031.390.06.12
_BARE = re.compile(r"(?<![0-9])(?<![0-9][-/.:])467[02369][0-9]{7}(?![0-9])")
_DOTTED = re.compile(
    r"(?<![0-9])(?<![0-9][-/.:])0[0-9]{2,3}[-._•·][0-9]{2,3}(?>(?:[._•·][0-9]{2,3}){1,3})(?![.]?[0-9])"
)
_LABELLED = re.compile(
    r"(?<![^\W_])(?:tfn|tel|telefon|mobil|mob|ankn|anknytning|direkt|växel)(?:nr|nummer)?"
    r"(?P<sign>[.:]{0,2} ?(?:nr[.:]? ?)?)(?P<number>[0-9](?>(?:[ /-]{0,2}+[0-9]){3,11}))",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"\(?07[02369]")
_GROUPS = re.compile("[0-9]+")
_THOUSANDS = re.compile(r"\+[1-9][0-9]{0,2}(?: [0-9]{3})+")
_DAY = re.compile(
    r"[0-9]{2}([-/])[0-9]{2}\1[0-9]{4}|(?:19|20)[0-9]{2}(?:-[0-9]{2}-[0-9]{2}|[/-](?:20)?[0-9]{2})?"
)
_CASE_BEFORE = re.compile(
    r"(?<![^\W_])(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)[.:]? ?(?-i:[A-ZÅÄÖ]{1,5} )?",
    re.IGNORECASE,
)
# Words before a number of another kind: clock times, organisations, accounts, invoices, books (own table).
_OTHER_BEFORE = re.compile(
    r"(?<![^\W_])(?:kl|klockan|orgnr|org[. ]{1,2}nr|organisationsnummer|bg|bankgiro|pg|plusgiro|postgiro|"
    r"konto(?:nr|nummer)?|faktura(?:nr|nummer)?|ocr|isbn|issn)[.:]? ?|§ ?",
    re.IGNORECASE,
)
_LOOK_BACK = 32
_OTHER_AFTER = re.compile(
    r" ?(?:kr|kronor|tkr|mkr|mnkr|mdkr|sek|euro|procent|personer|invånare|st|km|m2|kvm)(?![^\W_])|"
    r" ?[%€]|[0-9]|[.:][0-9]|/[0-9]{4}",
    re.IGNORECASE,
)


def telephones_in(text: str) -> Iterator[FoundPersonalData]:
    """The telephone numbers in *text*: Swedish ones by their area code, those of other countries by their
    plus, short ones by the word before them ("tfn").

    Source: PTS, den svenska telefoninummerplanen (SS-ITU-T E.164): an area code of two to four figures, the
    zero among them, and at most nine figures without the zero.
    """
    for pattern, length in ((_INTERNATIONAL, _international), (_NATIONAL, _national)):
        for match in pattern.finditer(text):
            size = length(text, match)
            if size:
                yield FoundPersonalData(PersonalData.TELEPHONE, match.start(), match.start() + size)
    for pattern in (_BARE, _DOTTED):
        for match in pattern.finditer(text):
            groups = _GROUPS.findall(match.group())
            if pattern is _BARE or (_is_national(groups) and not _follows(text, match.start(), _CASE_BEFORE)):
                yield FoundPersonalData(PersonalData.TELEPHONE, match.start(), match.end())
    for match in _LABELLED.finditer(text):
        number = match["number"]
        is_year = _DAY.fullmatch(number) is not None and not match["sign"].strip()
        if not is_year and _OTHER_AFTER.match(text, match.end()) is None:
            yield FoundPersonalData(PersonalData.TELEPHONE, match.start("number"), match.end())


def _follows(text: str, start: int, words: re.Pattern[str]) -> bool:
    """Whether one of *words* stands before the number that begins at *start*."""
    before = text[max(0, start - _LOOK_BACK) : start]
    return any(match.end() == len(before) for match in words.finditer(before))


def _national(text: str, match: re.Match[str]) -> int:
    """How much of *match* is a Swedish number; 0 where nothing is.

    A dash behind the area code, or that of a mobile telephone, says enough whatever stands beside it.
    """
    if _follows(text, match.start(), _CASE_BEFORE):
        return 0
    groups = list(_GROUPS.finditer(match.group()))
    is_strong = _MOBILE.match(match.group()) or match.group()[groups[0].end() :].startswith("-")
    if not is_strong and _follows(text, match.start(), _OTHER_BEFORE):
        return 0
    for count in range(len(groups), 0, -1):
        end = groups[count - 1].end()
        words = [group.group() for group in groups[:count]]
        if _is_national(words) and not _DAY.fullmatch(match.group(), 0, end):
            return end if is_strong or _ends(text, match.start() + end) else 0
    return 0


def _is_national(groups: list[str]) -> bool:
    digits = "".join(groups)
    if not 8 <= len(digits) <= 10:
        return False
    if _MOBILE.match(digits):
        # Six figures in a group: a soft hyphen stood behind the first three.
        return len(digits) == 10 and len(groups[0]) in (3, 4, 6, 10)
    for size in (4, 3, 2):
        code, rest = digits[:size], digits[size:]
        if code in AREA_CODES and len(groups[0]) in (size, len(digits)):
            return rest[0] != "0" and len(rest) >= 5
    return False


def _international(text: str, match: re.Match[str]) -> int:
    groups = list(_GROUPS.finditer(match.group()))
    for count in range(len(groups), 0, -1):
        end = groups[count - 1].end()
        digits = "".join(group.group() for group in groups[:count])
        is_amount = _THOUSANDS.fullmatch(match.group()[:end]) and not digits.startswith("46")
        if 8 <= len(digits.removeprefix("00")) <= 15 and not is_amount and _ends(text, match.start() + end):
            return end
    return 0


def _ends(text: str, end: int) -> bool:
    return _OTHER_AFTER.match(text, end) is None


# ------------------------------------------------------------------------------------------------ addresses

# How names of streets end. Source: Lantmäteriet, God ortnamnssed: names of streets and roads.
_ENDINGS = """
gatan gata vägen väg gränd gränden torget stigen stig allén allé backen esplanaden kajen leden stranden liden
slingan gången svängen ringen rundan avenyn
"""
_STREET_ENDINGS = tuple(_ENDINGS.split())
# Words that are no name of a street by themselves (own table).
_ROAD_WORDS = (
    "väg vägen gata gatan torget riksväg länsväg europaväg ringen backen gränd stig allé leden gången"
)
_ROADS = frozenset(_ROAD_WORDS.split())
_SIDES = "västra östra norra södra stora lilla gamla nya övre nedre inre yttre första andra tredje"
_BEFORE_STREET = frozenset(_SIDES.split())
_WORD_AND_NUMBER = re.compile(
    r"(?<![\w'-])(?:(?P<first>[A-ZÅÄÖÉ][\w'-]*+) )?(?P<street>[A-ZÅÄÖÉ][\w'-]*+) "
    r"(?P<number>[0-9]{1,3}(?: ?[A-Ha-h](?!\w))?)(?![0-9])(?:-[0-9]{1,3}(?![0-9]))?"
    r"(?P<more>,? ?lgh [0-9]{4}|,? [0-9]{1,2} tr(?!\w))?"
)
# Lilla Edets väg 3: a street that is named after somebody or something, in two words or three
_NAMED_AFTER = re.compile(
    r"(?<![\w'-])(?:[A-ZÅÄÖÉ][\w'-]*+ )?[A-ZÅÄÖÉ][\w'-]*s (?:väg|gata|gränd|allé|stig|backe) "
    r"[0-9]{1,3}(?: ?[A-Ha-h](?!\w))?(?![0-9])"
)
_TOWN = r"[A-ZÅÄÖ][\w-]*+"
_POSTAL = re.compile(
    rf"(?<![0-9])(?<![0-9] )(?:SE?[- ])?[1-9][0-9]{{2}} [0-9]{{2}} {{1,2}}(?P<town>{_TOWN})"
    r"(?: (?:Edet|Frölunda|Härad|Mölla|Väsby|Bro))?"
)
_CARE_OF = re.compile(rf"(?<!\w)[Cc]/[Oo]:? {_TOWN}(?: {_TOWN}){{0,2}}")
# What a number in groups of three and two counts, in capitals (own table).
_COUNTED = """
januari februari mars april maj juni juli augusti september oktober november december kronor kr sek euro tkr
mkr personer deltagare invånare procent
"""
_NO_TOWNS = frozenset(_COUNTED.split())


def addresses_in(text: str) -> Iterator[FoundPersonalData]:
    """The addresses in *text*: a street and its number, a postal code and its town, a ``c/o``.

    Source: SS 613401 (Swedish postal addresses): a postal code is written in groups of three and two figures.
    """
    for match in _WORD_AND_NUMBER.finditer(text):
        street = match["street"].lower()
        if street in _ROADS or not street.endswith(_STREET_ENDINGS):
            continue
        first = (match["first"] or "").lower()
        belongs = first in _BEFORE_STREET or first in GIVEN_NAMES or first.removesuffix("s") in GIVEN_NAMES
        start = match.start("first" if first and belongs else "street")
        yield FoundPersonalData(PersonalData.ADDRESS, start, match.end())
    for match in _NAMED_AFTER.finditer(text):
        yield FoundPersonalData(PersonalData.ADDRESS, match.start(), match.end())
    for match in _POSTAL.finditer(text):
        if match["town"].lower() not in _NO_TOWNS:
            yield FoundPersonalData(PersonalData.ADDRESS, match.start(), match.end())
    for match in _CARE_OF.finditer(text):
        yield FoundPersonalData(PersonalData.ADDRESS, match.start(), match.end())
