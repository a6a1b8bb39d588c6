"""Jinja in its bounds: our own template, or a user's in a sandbox; and ours as files to copy and change."""

import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motesprotokoll.errors import TemplateError

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATE = "minutes.html.j2"
NAMES = (TEMPLATE, "style.css")
_PACKAGE, _FOLDER = "motesprotokoll.renderers.html", "page"
_LARGEST_PAGE = 50_000_000
_ESCAPING_OFF = re.compile(r"\{%[-+]?\s*autoescape\b")
"""The tag, which nothing in the environment can take away; the filter ``safe`` is just not there."""


def own_page(data: dict[str, Any]) -> str:
    """The page of *data* by our own template."""
    return _own_template().render(data)


@cache
def _own_template() -> "Template":
    from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined

    ours = PackageLoader(_PACKAGE, _FOLDER)
    environment = Environment(
        loader=PrefixLoader({"standard": ours}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        auto_reload=False,  # ours do not change while they are used: nothing to look for on the disk
    )
    return environment.get_template(f"standard/{TEMPLATE}")


def users_page(folder: Path, data: dict[str, Any]) -> str:
    """The page of *data* by the template in a user's *folder*.

    Raises:
        TemplateError: It is missing, broken or does what it must not.
    """
    from jinja2 import TemplateNotFound, TemplateSyntaxError
    from jinja2.exceptions import SecurityError

    try:
        return _bounded(_user_template(folder), data)
    except TemplateNotFound as error:
        raise TemplateError("there is no such template", str(error.name), f"looked in {folder}") from error
    except TemplateSyntaxError as error:
        raise TemplateError(str(error.message), f"{error.name}:{error.lineno}") from error
    except SecurityError as error:
        raise TemplateError("the template does what it must not", TEMPLATE, str(error)) from error
    except TemplateError:
        raise
    except Exception as error:
        raise TemplateError("the template fails", TEMPLATE, str(error)) from error


def _user_template(folder: Path) -> "Template":
    from jinja2 import ChoiceLoader, FunctionLoader, PackageLoader, PrefixLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    ours = PackageLoader(_PACKAGE, _FOLDER)
    loader = ChoiceLoader(
        [FunctionLoader(lambda name: _source(folder, name)), PrefixLoader({"standard": ours})]
    )
    environment = ImmutableSandboxedEnvironment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    del environment.filters["safe"]
    return environment.get_template(TEMPLATE)


def _source(folder: Path, name: str) -> str | None:
    """A template of the user's folder; links that lead out of it are not followed."""
    try:
        path = (folder / name).resolve()
        if not path.is_file():
            return None
        if not path.is_relative_to(folder.resolve()):
            raise TemplateError("the template lies outside its folder", name)
        source = path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise TemplateError("the template cannot be read", name, str(error)) from error
    if _ESCAPING_OFF.search(source):
        raise TemplateError("the template turns escaping off", name)
    return source


def _bounded(template: "Template", data: dict[str, Any]) -> str:
    chunks = []
    size = 0
    for chunk in template.generate(data):
        size += len(chunk)
        if size > _LARGEST_PAGE:
            raise TemplateError(f"the page is larger than {_LARGEST_PAGE:,} characters", TEMPLATE)
        chunks.append(chunk)
    return "".join(chunks)


def standard_templates() -> dict[str, bytes]:
    """The bytes of each template, by its name; the page takes its style from the copy beside it."""
    folder = resources.files(_PACKAGE).joinpath(_FOLDER)
    found = {name: folder.joinpath(name).read_bytes() for name in NAMES}
    page = found[TEMPLATE].replace(b'{% include "standard/style.css" %}', b'{% include "style.css" %}')
    return found | {TEMPLATE: page}
