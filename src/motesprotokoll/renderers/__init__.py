"""One module a format: an outline, a schedule or a table becomes bytes."""
