"""What search engines are told of a page: schema.org as JSON-LD. Only what the page says in words too.

Source: schema.org, the types Event and DigitalDocument; JSON-LD 1.1, section 7 (embedding in HTML).
"""

import json
from typing import Any

from motesprotokoll.messages import LOCALES
from motesprotokoll.model import Mode
from motesprotokoll.outline import About, Outline

_MODES = {
    Mode.ON_SITE: "OfflineEventAttendanceMode",
    Mode.REMOTE: "OnlineEventAttendanceMode",
    Mode.HYBRID: "MixedEventAttendanceMode",
}
_HERE = "https://schema.org/"


def structured_data(outline: Outline) -> str:
    """The document and the meeting that it is about. No letter of it can end the element that holds it."""
    about = outline.about
    document = _without_none(
        {
            "@context": _HERE.rstrip("/"),
            "@type": "DigitalDocument",
            "name": outline.title or about.name or None,
            "inLanguage": LOCALES.get(outline.language, outline.language),
            "creativeWorkStatus": about.banner or None,
            "publisher": _body(about),
            "about": _event(about),
        }
    )
    told = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return told.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _event(about: About) -> dict[str, Any] | None:
    if about.starts is None:
        return None  # schema.org has no event without a beginning
    return _without_none(
        {
            "@type": "Event",
            "name": about.body or about.name or None,
            "startDate": about.starts.isoformat(),
            "endDate": about.ends.isoformat() if about.ends else None,
            "eventStatus": f"{_HERE}EventCancelled" if about.cancelled else None,
            "eventAttendanceMode": f"{_HERE}{_MODES[about.mode]}" if about.mode else None,
            "location": {"@type": "Place", "name": about.place} if about.place else None,
            "organizer": _body(about),
        }
    )


def _body(about: About) -> dict[str, str] | None:
    return {"@type": "Organization", "name": about.body} if about.body else None


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
