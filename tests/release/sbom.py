"""What a user installs with all extras, as a CycloneDX document: ``make sbom``.

cyclonedx-py tells all that stands in the environment, developers' tools too. Kept is what the library's own
metadata asks for, all the way down, with the lock's hashes; and added are the fonts that the wheel holds.
"""

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
NAME = "motesprotokoll"
EXTRAS = frozenset({"all"})
FONTS = ROOT / "src" / NAME / "renderers" / "pdf" / "fonts"
_PIN = re.compile(r"^(?P<name>[^=\s]+)==.*\\\n(?P<hashes>(?:    --hash=.*\n?)+)", re.MULTILINE)


def normalised(name: str) -> str:
    """The form of a project name that PEP 503 compares."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(name: str = NAME, extras: Iterable[str] = EXTRAS) -> set[str]:
    """The names of all that *name* needs with *extras*, here and on this Python; without itself."""
    found: set[tuple[str, str]] = set()
    waiting = [(name, extra) for extra in ("", *extras)]
    while waiting:
        one, extra = waiting.pop()
        if (normalised(one), extra) in found:
            continue
        found.add((normalised(one), extra))
        for line in _requires(one):
            asked = Requirement(line)
            if asked.marker is None or asked.marker.evaluate({"extra": extra}):
                waiting += [(asked.name, more) for more in ("", *asked.extras)]
    return {one for one, _ in found} - {normalised(name)}


def _requires(name: str) -> list[str]:
    """What a project asks for. Ours is read where it is declared: what is installed may be of yesterday."""
    if name == NAME:
        declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        extras = declared["optional-dependencies"].items()
        return [
            *declared["dependencies"],
            *(f'{one}; extra == "{extra}"' for extra, some in extras for one in some),
        ]
    try:
        return distribution(name).requires or []
    except PackageNotFoundError:
        return []  # of a system that this is not


def hashes() -> dict[str, list[str]]:
    """The SHA-256 of each file of a release that the lock takes, by the name of the project."""
    lock = (ROOT / "requirements-dev.txt").read_text("utf-8")
    return {hit["name"]: re.findall(r"sha256:([0-9a-f]{64})", hit["hashes"]) for hit in _PIN.finditer(lock)}


def environment() -> dict[str, Any]:
    """What cyclonedx-py tells of this environment; the same each time."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON"]
    command += ["--pyproject", str(ROOT / "pyproject.toml"), "--mc-type", "library", sys.executable]
    done = subprocess.run(command, capture_output=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def sbom(told: dict[str, Any]) -> dict[str, Any]:
    """Of what is told of an environment, what the library needs."""
    names, pinned = needed(), hashes()
    kept = [one for one in told["components"] if normalised(one["name"]) in names]
    for one in kept:
        locked = "\n".join(sorted(pinned.get(normalised(one["name"]), [])))
        if locked:
            one.setdefault("properties", []).append({"name": "lock:sha256", "value": locked})
    refs = {one["bom-ref"] for one in kept} | {told["metadata"]["component"]["bom-ref"]}
    edges = [
        {"ref": edge["ref"], "dependsOn": [ref for ref in edge.get("dependsOn", []) if ref in refs]}
        for edge in told["dependencies"]
        if edge["ref"] in refs
    ]
    return {**told, "components": [*kept, *fonts()], "dependencies": edges}


def fonts() -> list[dict[str, Any]]:
    """The fonts in the wheel, each by its hash."""
    return [
        {
            "type": "file",
            "bom-ref": f"font-{path.stem}",
            "name": path.name,
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
            "licenses": [{"license": {"id": "OFL-1.1"}}],
        }
        for path in sorted(FONTS.glob("*.ttf"))
    ]


def text(told: dict[str, Any]) -> str:
    """The document as it is written; no path of this machine stands in it."""
    return json.dumps(_without_paths(told), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _without_paths(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_paths(one) for key, one in value.items()}
    if isinstance(value, list):
        kept = (one for one in value if not (isinstance(one, dict) and "file:" in str(one.get("url", ""))))
        return [_without_paths(one) for one in kept]
    return value


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    found = sbom(environment())
    target.write_text(text(found), "utf-8")
    sys.stdout.write(f"{target}: {len(found['components'])} components\n")
