"""Case numbers (*diarienummer*): behind the word for one, or told by their shape alone."""

import re

_BARE = r"[A-ZÅÄÖ]{2,8}(?:[ -]|/(?=[12]))(?:19|20)[0-9]{2}[/:.-][0-9]{1,6}(?:-[0-9]{1,4})?"
"""Letters for the body, a year, and a number: ``KFN 2026/8``, ``RS 2026-00417``, ``KS/2026:12``."""
_ALONE = re.compile(_BARE)
_FIRST = re.compile(rf"({_BARE}) (?=\S)")
_LAST = re.compile(rf"(.*\S) \(?({_BARE})\)?")
CASE_NUMBER = re.compile(r"(?i)((?:dnr|diarienr|diarienummer|d nr)\.?:? )((?:[A-ZÅÄÖ-]{1,8} )?\S*[0-9]\S*)")
"""A case number behind the word for it."""


def is_case_number(title: str) -> bool:
    """Whether what stands behind the number of an item is a case number, so that its title stands below."""
    if title[:3].casefold() == "dnr" and any(map(str.isdigit, title)) and len(title.split()) < 4:
        return True
    return _ALONE.fullmatch(title) is not None


def tells_case_number(text: str) -> bool:
    """Whether a line says the case number and nothing else: ``Diarienummer RS 2026-00417``."""
    return CASE_NUMBER.fullmatch(text) is not None


def apart_from(title: str) -> tuple[str, str, str] | None:
    """*title* without the case number at its beginning or its end, that number, and the word for it;
    ``None`` if there is none."""
    found = CASE_NUMBER.search(title)
    if found is not None:
        if found.start() > 0 and (
            title[found.start() - 1] not in " (," or found.end() < len(title.rstrip(")"))
        ):
            return None
        behind = title[found.end() :].strip(" )")
        rest = behind if found.start() == 0 else title[: found.start()].rstrip(" (,")
        return rest, found[2].rstrip(")"), found[1]
    if (first := _FIRST.match(title)) is not None:
        return title[first.end() :], first[1], ""
    if (last := _LAST.fullmatch(title)) is not None:
        return last[1].rstrip(" ,"), last[2], ""
    return None
