"""JSON: exact, strict and versioned."""

from motesprotokoll.serialisation.json import dumps, from_dict, loads, to_dict
from motesprotokoll.serialisation.schema import json_schema

__all__ = ["dumps", "from_dict", "json_schema", "loads", "to_dict"]
