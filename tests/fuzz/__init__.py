"""Inputs that nobody thought of: files of the corpus, changed at random, against every reader.

``make fuzz`` runs each target for `FUZZ_SECONDS` (30), some at a time, and prints the seed. What fails is
written to the folder ``fuzz-failures``, which is not committed; to see it again:
``PYTHONPATH=tests python -m fuzz --again fuzz-failures/NAME``. What was found becomes a hostile file.
"""
