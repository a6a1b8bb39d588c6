"""Swedish meeting minutes as data: read them, work with them, publish them.

    import motesprotokoll as mp

    meeting = mp.read("anteckningar.txt").meeting
    mp.write(meeting, "anteckningar.html")

The names below are loaded when they are first used, so that importing the library costs next to nothing.
"""

# Not from typing: under -m the current folder is still first on the path, and nothing may come from it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from motesprotokoll import calendars, planning, privacy, register, swedish
    from motesprotokoll.api import (
        BoundRenderer,
        load,
        read,
        read_schedule,
        read_schedules,
        read_text,
        render,
        renderer,
        save,
        write,
        write_templates,
    )
    from motesprotokoll.batch import Converted, convert_many
    from motesprotokoll.building import new_meeting
    from motesprotokoll.checks import check
    from motesprotokoll.comparing import Comparison, compare
    from motesprotokoll.errors import (
        DataError,
        DateError,
        LimitError,
        MinutesError,
        MissingExtraError,
        PlanningError,
        PluginError,
        ReadError,
        RenderError,
        StrictError,
        TemplateError,
        ThemeError,
        UnknownFormatError,
        UnsupportedFormatError,
        UnsupportedVersionError,
        WorkerError,
        WriteError,
        WrongTypeError,
        WrongValueError,
    )
    from motesprotokoll.findings import Finding, Severity
    from motesprotokoll.interpret import Reading
    from motesprotokoll.limits import DEFAULT_LIMITS, Limits
    from motesprotokoll.model import (
        ActionItem,
        AgendaItem,
        Attachment,
        Attendance,
        Basis,
        Block,
        BulletList,
        Cell,
        Content,
        Dates,
        DateSpan,
        Decision,
        Emphasis,
        Found,
        Inline,
        Kind,
        Link,
        ListItem,
        Meeting,
        Member,
        Mode,
        Network,
        Occasion,
        Organisation,
        Outcome,
        Paragraph,
        PartialDate,
        Participant,
        PartOfDay,
        Place,
        Schedule,
        Section,
        Status,
        Table,
        TimeSpan,
        Unread,
    )
    from motesprotokoll.privacy import redact
    from motesprotokoll.registry import Format, Registry, formats, register_reader, register_renderer
    from motesprotokoll.rendered import Rendered
    from motesprotokoll.serialisation import dumps, from_dict, json_schema, loads, to_dict
    from motesprotokoll.theme import Theme
    from motesprotokoll.vocabulary import Vocabulary

    __version__: str

_WHERE = {
    "api": (
        "BoundRenderer load read read_schedule read_schedules read_text render renderer save write "
        "write_templates"
    ),
    "batch": "Converted convert_many",
    "building": "new_meeting",
    "checks": "check",
    "comparing": "Comparison compare",
    "errors": (
        "DataError DateError LimitError MinutesError MissingExtraError PlanningError PluginError ReadError "
        "RenderError StrictError TemplateError ThemeError UnknownFormatError UnsupportedFormatError "
        "UnsupportedVersionError WorkerError WriteError WrongTypeError WrongValueError"
    ),
    "findings": "Finding Severity",
    "interpret": "Reading",
    "limits": "DEFAULT_LIMITS Limits",
    "model": (
        "ActionItem AgendaItem Attachment Attendance Basis Block BulletList Cell Content DateSpan Dates "
        "Decision Emphasis Found Inline Kind Link ListItem Meeting Member Mode Network Occasion "
        "Organisation Outcome Paragraph PartOfDay PartialDate Participant Place Schedule Section Status "
        "Table TimeSpan Unread"
    ),
    "privacy": "redact",
    "registry": "Format Registry formats register_reader register_renderer",
    "rendered": "Rendered",
    "serialisation": "dumps from_dict json_schema loads to_dict",
    "theme": "Theme",
    "vocabulary": "Vocabulary",
}
_MODULE_OF = {name: module for module, names in _WHERE.items() for name in names.split()}

__all__ = [
    "DEFAULT_LIMITS",
    "ActionItem",
    "AgendaItem",
    "Attachment",
    "Attendance",
    "Basis",
    "Block",
    "BoundRenderer",
    "BulletList",
    "Cell",
    "Comparison",
    "Content",
    "Converted",
    "DataError",
    "DateError",
    "DateSpan",
    "Dates",
    "Decision",
    "Emphasis",
    "Finding",
    "Format",
    "Found",
    "Inline",
    "Kind",
    "LimitError",
    "Limits",
    "Link",
    "ListItem",
    "Meeting",
    "Member",
    "MinutesError",
    "MissingExtraError",
    "Mode",
    "Network",
    "Occasion",
    "Organisation",
    "Outcome",
    "Paragraph",
    "PartOfDay",
    "PartialDate",
    "Participant",
    "Place",
    "PlanningError",
    "PluginError",
    "ReadError",
    "Reading",
    "Registry",
    "RenderError",
    "Rendered",
    "Schedule",
    "Section",
    "Severity",
    "Status",
    "StrictError",
    "Table",
    "TemplateError",
    "Theme",
    "ThemeError",
    "TimeSpan",
    "UnknownFormatError",
    "Unread",
    "UnsupportedFormatError",
    "UnsupportedVersionError",
    "Vocabulary",
    "WorkerError",
    "WriteError",
    "WrongTypeError",
    "WrongValueError",
    "__version__",
    "calendars",
    "check",
    "compare",
    "convert_many",
    "dumps",
    "formats",
    "from_dict",
    "json_schema",
    "load",
    "loads",
    "new_meeting",
    "planning",
    "privacy",
    "read",
    "read_schedule",
    "read_schedules",
    "read_text",
    "redact",
    "register",
    "register_reader",
    "register_renderer",
    "render",
    "renderer",
    "save",
    "swedish",
    "to_dict",
    "write",
    "write_templates",
]


if not TYPE_CHECKING:  # pragma: no branch; a type checker is to see the names above and no others

    def __getattr__(name: str) -> object:
        """Load a public name when it is first used (PEP 562)."""
        import importlib  # here, for the same reason as above

        if name == "__version__":
            found = importlib.import_module("importlib.metadata").version("motesprotokoll")
        elif name in ("calendars", "planning", "privacy", "register", "swedish"):
            return importlib.import_module(f"motesprotokoll.{name}")
        elif name in _MODULE_OF:
            found = getattr(importlib.import_module(f"motesprotokoll.{_MODULE_OF[name]}"), name)
        else:
            raise AttributeError(f"module 'motesprotokoll' has no attribute {name!r}", name=name, obj=None)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
