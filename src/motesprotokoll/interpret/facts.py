"""Lines in which labels stand beside or above what they label, set apart so that each line tells one fact.

A form has its labels in the left column of a table, or in a first row above their values; text that was taken
out of such a form has two labels in a row, and then their two values.
"""

import re
from collections.abc import Sequence

import attrs

from motesprotokoll.extraction import Line
from motesprotokoll.interpret.cells import between_pipes, is_separator, rows_at
from motesprotokoll.interpret.closing import SIGNERS
from motesprotokoll.interpret.edges import at, begins_small
from motesprotokoll.interpret.head_facts import FACTS
from motesprotokoll.vocabulary import Label, Topic, Vocabulary

_BEHIND_STOP = re.compile(r"[.;] ([A-ZÅÄÖ][^.:;,]{4,30}): ?\S")
"""Words before a colon at the beginning of a sentence."""
_DEEPEST = 60
"""How many lines at the top may be a form."""
_FACTS = FACTS | {Topic.BODY}
_IN_FORMS = _FACTS | SIGNERS | {Topic.ATTENDANCE, Topic.TITLE}
_MOST_LABELS = 4


def one_fact_a_line(lines: tuple[Line, ...], words: Vocabulary) -> tuple[Line, ...]:
    """*lines* with the forms among the first of them as one label and its value a line."""
    apart: list[Line] = []
    place = 0
    lines = _labels_in_one(_cut_at_labels(lines, words), words)
    while place < min(len(lines), _DEEPEST):
        if lines[place].text[:1] == "|":
            rows = rows_at(lines, place)
            apart.extend(_form(rows, words) or _headed(rows, words) or rows)
            place += len(rows)
            continue
        values = _values_below(lines, place, words)
        apart.extend(values or lines[place : place + 1])
        place += (2 if lines[place].cells else 2 * len(values)) if values else 1
    return (*apart, *lines[place:])


def _cut_at_labels(lines: tuple[Line, ...], words: Vocabulary) -> tuple[Line, ...]:
    """*lines* with a list, or an office, that follows another one on a line of its own: ``… Bo Ek.
    Frånvarande: …``, ``Ordförande: Bo Ek. Sekreterare: Ida Al``"""
    cut: list[Line] = []
    for line in lines[:_DEEPEST]:
        rest = line
        while not rest.cells and (found := _next_label(rest.text, words)) is not None:
            cut.append(attrs.evolve(rest, text=rest.text[: found.start()]))
            rest = attrs.evolve(rest, text=rest.text[found.start(1) :], gap=False, level=None)
        cut.append(rest)
    return (*cut, *lines[_DEEPEST:])


def _next_label(text: str, words: Vocabulary) -> "re.Match[str] | None":
    """The label that begins in the middle of *text*: that of a list, or one office behind another."""
    found = _BEHIND_STOP.search(text)
    if found is None or words.is_attendance(found[1]):
        return found
    first, second = (words.label_of(written) for written in (text.partition(":")[0], found[1]))
    offices = first is not None and second is not None and {first.topic, second.topic} <= SIGNERS
    return found if offices else None


def _labels_in_one(lines: tuple[Line, ...], words: Vocabulary) -> tuple[Line, ...]:
    """*lines* with a label in the left column that goes on in the next line whole: ``Övriga   Ida Ek`` /
    ``deltagande   Bo Ek``."""
    whole = list(lines)
    for place in range(min(len(lines), _DEEPEST) - 1):
        above, below = whole[place], whole[place + 1]
        if len(above.cells) != 2 or len(below.cells) != 2 or below.gap or not begins_small(below.text):
            continue
        label = f"{above.cells[0]} {below.cells[0]}"
        if words.label_of(label) is None:
            continue
        whole[place] = attrs.evolve(above, text=f"{label} {above.cells[1]}", cells=(label, above.cells[1]))
        whole[place + 1] = attrs.evolve(below, text=below.cells[1], cells=())
    return tuple(whole)


# -------------------------------------------------------------------------------------- between pipes


def _form(rows: Sequence[Line], words: Vocabulary) -> list[Line]:
    """A table of two columns with a label on the left, or of two such tables side by side; nothing if it is
    another table."""
    every = [row for row in rows if not is_separator(row)]
    told, cells = _in_pairs(every, [between_pipes(row.text) for row in every], words)
    if any(len(one) != 2 for one in cells):
        return []
    labels = [words.label_of(one[0]) if one[0] else None for one in cells]
    if _has_own_header(cells, labels):
        told, cells, labels = told[1:], cells[1:], labels[1:]
    known = sum(label is not None and label.topic in _IN_FORMS for label in labels)
    others = sum(bool(one[0]) for one in cells) - known
    is_form = any(label is not None and label.topic in _FACTS for label in labels)
    if not is_form or known < 2 or others >= known or not cells[0][0] or not all(value for _, value in cells):
        return []
    kept = [row for row in rows if row not in told and not is_separator(row)]
    return [*kept, *_told(told, cells, labels)]


def _in_pairs(
    rows: Sequence[Line], cells: Sequence[Sequence[str]], words: Vocabulary
) -> tuple[Sequence[Line], Sequence[Sequence[str]]]:
    """*rows* and their *cells* with those of ``Datum: | 2030-03-03 | Plats: | Ale`` once for each label."""
    if not cells or len(cells[0]) < 4 or len(cells[0]) % 2 or any(len(one) != len(cells[0]) for one in cells):
        return rows, cells
    pairs = [
        (row, one[at : at + 2]) for row, one in zip(rows, cells, strict=True) for at in range(0, len(one), 2)
    ]
    pairs = [(row, pair) for row, pair in pairs if any(pair)]
    if not all(written.endswith(":") or words.label_of(written) is not None for _, (written, _) in pairs):
        return rows, cells
    return [row for row, _ in pairs], [pair for _, pair in pairs]


def _has_own_header(cells: Sequence[Sequence[str]], labels: Sequence[Label | None]) -> bool:
    """Whether a form has a first row that only says so: ``Uppgift | Innehåll``."""
    if len(cells) < 3 or not all(cells[0]) or not all(labels[1:3]):
        return False
    return labels[0] is None or labels[0].topic not in _IN_FORMS


def _told(rows: Sequence[Line], cells: Sequence[Sequence[str]], labels: Sequence[Label | None]) -> list[Line]:
    lines: list[Line] = []
    people = False
    for row, (written, value), label in zip(rows, cells, labels, strict=True):
        if label is None and written:
            people = False
            lines.append(_line_of(row, written, value))
        elif label is None and not people:
            lines[-1] = attrs.evolve(lines[-1], text=f"{lines[-1].text}, {value}")
        elif label is None:
            lines.append(attrs.evolve(row, text=value, gap=False))
        elif label.topic is Topic.ATTENDANCE:
            people = True
            lines.append(attrs.evolve(row, text=f"{written.rstrip(' :')}:", gap=False))
            lines.append(attrs.evolve(row, text=value, gap=False))
        else:
            people = False
            lines.append(_line_of(row, written, value))
    return lines


def _headed(rows: Sequence[Line], words: Vocabulary) -> list[Line]:
    """A table of one row below the labels: ``Datum | Tid | Plats``; nothing if it is another table."""
    told = [row for row in rows if not is_separator(row)]
    if len(told) != 2:
        return []
    return _paired(between_pipes(told[0].text), between_pipes(told[1].text), told[1], words)


# ---------------------------------------------------------------------------------- in columns, or in a row


def _values_below(lines: Sequence[Line], place: int, words: Vocabulary) -> list[Line]:
    """The facts that begin at *place* with two labels or more, and go on with as many values."""
    first = lines[place]
    if first.cells:
        below = at(lines, place + 1)
        return _paired(first.cells, below.cells, below, words) if below is not None else []
    count = 0
    while count < _MOST_LABELS and place + count < len(lines) and _is_fact(lines[place + count].text, words):
        count += 1
    values = lines[place + count : place + 2 * count]
    if count < 2 or any(line.cells or line.level is not None for line in values):
        return []
    labels = [line.text for line in lines[place : place + count]]
    return _paired(labels, [line.text for line in values], values[0], words) if values else []


def _paired(labels: Sequence[str], values: Sequence[str], line: Line, words: Vocabulary) -> list[Line]:
    """A line for each label and its value; nothing if they do not fit each other."""
    if len(labels) < 2 or len(labels) != len(values) or not all(_is_fact(one, words) for one in labels):
        return []
    if not all(_is_value(label, value, words) for label, value in zip(labels, values, strict=True)):
        return []
    return [_line_of(line, label, value) for label, value in zip(labels, values, strict=True)]


def _is_fact(text: str, words: Vocabulary) -> bool:
    label = words.label_of(text)
    return label is not None and label.topic in _FACTS


def _is_value(written: str, value: str, words: Vocabulary) -> bool:
    """Whether *value* may be what the label *written* labels: days and hours have figures."""
    label = words.label_of(written)
    if not value or label is None or words.label_of(value) is not None or value.endswith(":"):
        return False
    return label.topic not in (Topic.DATE, Topic.TIME) or any(map(str.isdigit, value))


def _line_of(line: Line, label: str, value: str) -> Line:
    return attrs.evolve(line, text=f"{label.rstrip(' :')}: {value}", cells=(), gap=False, level=None)
