"""Run the sections that are named on the command line, or all: ``make bench BENCH=dates``.

Where the two that the documentation shows are among them, its page is written anew.
"""

import importlib
import sys
import traceback

from bench import page

SECTIONS = ("overview", "scaling", "documents", "dates", "publish", "reading", "register", "checks")
SHOWN = ("overview", "scaling")


def main(names: list[str]) -> int:
    """Print the sections; 2 for a name that is none. A section that breaks is told, and the rest goes on."""
    unknown = sorted({*names} - {*SECTIONS})
    if unknown:
        print(f"no section {', '.join(unknown)}: there are {', '.join(SECTIONS)}", file=sys.stderr)
        return 2
    where = page.machine()
    print(where)
    reports = {}
    for name in names or SECTIONS:
        try:
            section = importlib.import_module(f"bench.{name}")
            if name in SHOWN:
                reports[name] = section.report()
                print(f"\n{reports[name]}", flush=True)
            else:
                section.main()
        except Exception:  # noqa: BLE001 (a bench never fails a build)
            traceback.print_exc()
    if reports.keys() >= {*SHOWN}:
        page.write({name: reports[name] for name in SHOWN}, where)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
