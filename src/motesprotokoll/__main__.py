"""``python -m motesprotokoll``, the same as the command ``motesprotokoll``."""

import os
import sys

# -m puts the current folder first on the path, and a folder of other people's minutes may hold a jinja2.py.
# Nothing has been imported from there yet: the package's own __init__ imports nothing.
if not sys.flags.safe_path and sys.path[:1] in ([""], [os.getcwd()]):
    del sys.path[0]

from motesprotokoll.cli import main

if __name__ == "__main__":  # pragma: no branch
    sys.exit(main())
