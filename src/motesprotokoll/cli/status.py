"""The exit statuses, which scripts rely on, and the name by which the program speaks of itself."""

DONE, FINDINGS, USAGE, MISSING = 0, 1, 2, 3
INTERRUPTED = 130
"""What a shell gives a program that Ctrl-C ended."""
PROGRAM = "motesprotokoll"
