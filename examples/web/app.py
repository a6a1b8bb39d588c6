"""A folder of minutes on the web: in any format, with a year's calendar and search.

    pip install 'motesprotokoll[all]' fastapi uvicorn
    MINUTES=examples/anteckningar uvicorn --factory --app-dir examples/web app:from_environment

Then http://127.0.0.1:8000 lists what there is. The folder is only read; what is new in it is seen at the
next request. An address never becomes a path: it is looked up among the names of the files that are there.
"""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import attrs
from fastapi import FastAPI, Header, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment

import motesprotokoll as mp
from motesprotokoll import calendars
from motesprotokoll.register import Index

FORMATS = {one.name: one for one in mp.formats() if one.can_write and one.media_type}
READABLE = {suffix for one in mp.formats() if one.can_read for suffix in one.suffixes}
PREFERRED = sorted(FORMATS, key=lambda name: name != "html")
"""A page comes first: browsers ask for one, and who says that anything will do gets one."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'self'"
PAGE = Environment(autoescape=True).from_string("""\
<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ title }}</title>
<style>
body { font-family: system-ui, sans-serif; line-height: 1.5 }
a, button, input { display: inline-block; min-width: 24px; min-height: 24px; margin: 2px }
</style>
</head>
<body>
<main>
<h1>{{ title }}</h1>
<form action="/search"><label>Sök <input name="q" value="{{ question }}"></label> <button>Sök</button></form>
{% if hits is none %}
<ul>
{% for name, words in minutes %}
<li><a href="/minutes/{{ name | urlencode }}">{{ words }}</a>
{% for suffix in suffixes %}
<a href="/minutes/{{ name | urlencode }}{{ suffix }}">{{ suffix[1:] }}</a>
{% endfor %}
</li>
{% endfor %}
</ul>
<p>{% for year in years %}<a href="/calendar/{{ year }}.ics">Kalender {{ year }}</a> {% endfor %}</p>
{% else %}
<p>Träffar: {{ hits | length }}</p>
<ul>
{% for hit in hits %}
<li><a href="/minutes/{{ hit.name | urlencode }}">{{ hit.date }} {{ hit.body }}: {{ hit.heading }}</a>
<br>{{ hit.excerpt }}</li>
{% endfor %}
</ul>
<p><a href="/">Alla</a></p>
{% endif %}
</main>
</body>
</html>
""")


class Minutes:
    """The minutes in a folder, by the names under which they are shown."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve(strict=True)
        self.index = Index()

    def files(self) -> dict[str, Path]:
        """The files that are there now; what a link leads out of the folder is not."""
        found = sorted(path for path in self.folder.iterdir() if path.suffix.lower() in READABLE)
        inside = [path for path in found if path.is_file() and path.resolve().parent == self.folder]
        return {path.stem: path for path in reversed(inside)}

    def meeting(self, name: str) -> mp.Meeting:
        """The meeting of that name. Raises `KeyError` if there is none, `mp.MinutesError` for a bad file."""
        path = self.files()[name]
        found = path.stat()
        return _read(path, (found.st_mtime_ns, found.st_size))

    def meetings(self) -> Iterator[tuple[str, mp.Meeting]]:
        """All that can be read."""
        for name in sorted(self.files()):
            try:
                yield name, self.meeting(name)
            except (mp.MinutesError, KeyError, OSError):  # broken, or gone since
                continue

    def plans(self, year: int) -> list[mp.Schedule]:
        """The plan of each body for a year, as its latest minutes have it."""
        found: dict[str, tuple[date, mp.Schedule]] = {}
        for name, meeting in self.meetings():
            plan = meeting.schedule and _of_year(meeting.schedule, year)
            if not plan or not plan.occasions:
                continue
            plan = attrs.evolve(plan, network=plan.network or meeting.network)
            body = plan.network.name if plan.network else name
            day = meeting.date or date.min
            if body not in found or found[body][0] <= day:
                found[body] = day, plan
        return [plan for _, (_, plan) in sorted(found.items())]

    def years(self) -> list[int]:
        """The years of which there are plans."""
        return sorted({year for _, meeting in self.meetings() for year in _years(meeting.schedule)})

    def find(self, question: str) -> list[dict[str, str]]:
        """What was said about *question*; the index follows the folder first."""
        files = self.files()
        names = {str(path): name for name, path in files.items()}
        self.index.follow(files.values())
        return [
            {
                "name": names.get(str(hit["file"]), ""),
                "date": str(hit["date"] or ""),
                "body": str(hit["body"] or ""),
                "heading": " – ".join(hit["headings"] or ()),
                "excerpt": str(hit["excerpt"]),
            }
            for hit in self.index.find(question)
        ]


@lru_cache(maxsize=1_000)
def _read(path: Path, stamp: tuple[int, int]) -> mp.Meeting:
    """A file is read once for each time that it has changed, which its *stamp* tells."""
    return mp.read(path).meeting


def _year(occasion: mp.Occasion) -> int | None:
    return occasion.dates.start.year if isinstance(occasion.dates, mp.DateSpan) else None


def _years(plan: mp.Schedule | None) -> set[int]:
    return {year for one in plan.occasions if (year := _year(one))} if plan else set()


def _of_year(plan: mp.Schedule, year: int) -> mp.Schedule:
    return attrs.evolve(plan, occasions=[one for one in plan.occasions if _year(one) == year])


# ------------------------------------------------------------------------------------------------ HTTP


def accepted(accept: str, names: Iterable[str] = PREFERRED) -> str | None:
    """The format that is wanted most; of two that are wanted alike, the first. Source: RFC 9110, 12.5.1."""
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    wanted = [(_quality(FORMATS[name].media_type or "", ranges), name) for name in names]
    quality, name = max(wanted, key=lambda one: one[0])
    return name if quality > 0 else None


def _range(part: str) -> tuple[str, float]:
    kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return kind, min(1.0, max(0.0, float(parameter[2:])))
            except ValueError:
                return kind, 0.0
    return kind, 1.0


def _quality(media_type: str, ranges: list[tuple[str, float]]) -> float:
    """The closest range counts: the type itself, then its kind, then anything."""
    known = dict(ranges)
    for kind in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        if kind in known:
            return known[kind]
    return 0.0


def answer(rendered: mp.Rendered, request: Request, **headers: str) -> Response:
    """What was rendered, or that the asker has it already: the same meeting gives the same bytes."""
    tag = f'"{sha256(rendered.content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", **headers}
    known = (one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(","))
    if any(one in (tag, "*") for one in known):
        return Response(status_code=304, headers=headers)
    return Response(rendered.content, media_type=rendered.media_type, headers=headers)


def create_app(folder: Path) -> FastAPI:
    """The application over a folder of minutes."""
    minutes = Minutes(folder)
    app = FastAPI(title="Minutes")

    @app.middleware("http")
    async def guarded(request: Request, proceed):  # type: ignore[no-untyped-def]
        response = await proceed(request)
        response.headers["X-Content-Type-Options"] = "nosniff"
        if not request.url.path.startswith(("/docs", "/redoc")):  # pages of FastAPI, which run scripts
            response.headers["Content-Security-Policy"] = POLICY
        return response

    @app.get("/", response_class=HTMLResponse)
    def everything() -> str:
        listed = [(name, f"{one.date or ''} {_title(one, name)}") for name, one in minutes.meetings()]
        suffixes = [one.suffixes[0] for one in FORMATS.values()]
        return PAGE.render(
            title="Anteckningar", minutes=listed, suffixes=suffixes, years=minutes.years(), hits=None
        )

    @app.get("/minutes/{name}")
    def one(name: str, request: Request, accept: Annotated[str, Header()] = "") -> Response:
        """Minutes in the format that the suffix names, else in the one that is wanted most."""
        known = minutes.files()
        stem, format_name = (name, accepted(accept)) if name in known else _by_suffix(name)
        if stem not in known:
            raise HTTPException(404, "there are no such minutes")
        if format_name is None:
            raise HTTPException(
                406, f"there are {', '.join(str(FORMATS[one].media_type) for one in PREFERRED)}"
            )
        try:
            meeting = minutes.meeting(stem)
        except OSError as error:
            raise HTTPException(404, "the minutes have gone") from error
        except mp.MinutesError as error:
            raise HTTPException(500, f"the file cannot be read: {error.problem}") from error
        try:
            return answer(mp.render(meeting, format_name), request, Vary="Accept")
        except mp.MinutesError as error:
            raise HTTPException(406, f"the minutes cannot be shown so: {error.problem}") from error

    @app.get("/calendar/{year}.ics")
    def calendar(year: int, request: Request) -> Response:
        """One calendar of a year's meetings of all bodies, to subscribe to."""
        plans = minutes.plans(year)
        if not plans:
            raise HTTPException(404, "there is no plan of that year")
        return answer(calendars.feed(plans, title=f"Möten {year}"), request)

    @app.get("/search")
    def search(q: Annotated[str, Query(max_length=200)], accept: Annotated[str, Header()] = "") -> Response:
        """What was said about something: a page, or JSON for who wants that."""
        try:
            hits = minutes.find(q)
        except mp.WrongValueError as error:
            raise HTTPException(400, error.problem) from error
        if accepted(accept, ("html", "json")) == "json":
            text = json.dumps(hits, ensure_ascii=False)
            return Response(text, media_type="application/json", headers={"Vary": "Accept"})
        page = PAGE.render(title=f"Sökning: {q}", question=q, hits=hits)
        return HTMLResponse(page, headers={"Vary": "Accept"})

    return app


def _title(meeting: mp.Meeting, name: str) -> str:
    return meeting.network.name if meeting.network else meeting.title or name


def _by_suffix(name: str) -> tuple[str, str | None]:
    """A name without its suffix, and the format that has it."""
    stem, dot, suffix = name.rpartition(".")
    known = [one.name for one in FORMATS.values() if f".{suffix.lower()}" in one.suffixes]
    return (stem, known[0]) if dot and known else (name, None)


def from_environment() -> FastAPI:
    """The application over the folder that ``MINUTES`` names."""
    return create_app(Path(os.environ["MINUTES"]))
