"""The templates that ship with the library, as files that a user can copy and change."""

from importlib import resources

NAMES = ("minutes.html.j2", "style.css")


def standard_templates() -> dict[str, bytes]:
    """The bytes of each template, by its name; the page takes its style from the copy beside it."""
    folder = resources.files("motesprotokoll.renderers").joinpath("templates")
    found = {name: folder.joinpath(name).read_bytes() for name in NAMES}
    page = found["minutes.html.j2"].replace(
        b'{% include "standard/style.css" %}', b'{% include "style.css" %}'
    )
    return found | {"minutes.html.j2": page}
