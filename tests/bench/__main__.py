"""Run the sections that are named on the command line, or all: ``make bench BENCH=dates``."""

import importlib
import platform
import sys

SECTIONS = ("documents", "dates", "publish", "reading", "register", "checks")


def main(names: list[str]) -> int:
    """Print the sections; 2 for a name that is none."""
    unknown = sorted({*names} - {*SECTIONS})
    if unknown:
        print(f"no section {', '.join(unknown)}: there are {', '.join(SECTIONS)}", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    for name in names or SECTIONS:
        importlib.import_module(f"bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
