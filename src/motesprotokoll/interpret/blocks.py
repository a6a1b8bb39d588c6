"""Joined lines become the blocks of a body: paragraphs, lists, sections, decisions, actions, schedules,
tables."""

from collections.abc import Sequence
from itertools import takewhile

import attrs

from motesprotokoll.interpret.actions import owners_in, stated_action, stated_owners, tabled_action
from motesprotokoll.interpret.cells import cells_of, is_separator
from motesprotokoll.interpret.decisions import is_own, leads_clauses, stated_decision
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import at, last_word
from motesprotokoll.interpret.linear import rows_of_lines
from motesprotokoll.interpret.marked import marked_blocks
from motesprotokoll.interpret.paragraphs import Shape, Unit
from motesprotokoll.interpret.sayings import linked, sayings_in
from motesprotokoll.interpret.schedules import (
    begins_schedule,
    dates_in_sentence,
    may_begin_schedule,
    schedule_at,
)
from motesprotokoll.model import (
    ActionItem,
    Block,
    BulletList,
    Cell,
    Decision,
    Link,
    ListItem,
    Paragraph,
    PartialDate,
    Section,
    Table,
)
from motesprotokoll.swedish import split_sentences
from motesprotokoll.vocabulary import Topic, label_key

_LONGEST_LEAD = 200


@attrs.define(eq=False)
class _Node:
    entry: Unit
    more: list[Unit] = attrs.Factory(list)
    children: "list[_Node]" = attrs.Factory(list)


class BlockBuilder:
    """Builds the blocks of one body. *heading* is the title above it, which may name a year."""

    def __init__(
        self, units: Sequence[Unit], desk: Desk, heading: str = "", *, decisions: bool = True
    ) -> None:
        self._units = units
        self._desk = desk
        self._heading = heading
        self._decisions = decisions

    def actions(self) -> list[Block]:
        """All blocks, each an action: what stands below ``Att göra``."""
        tabled = rows_of_lines(self._units, self._desk)
        return tabled if tabled is not None else self._actions(self._units)

    def blocks(self) -> list[Block]:
        """All blocks, in order."""
        found: list[Block] = []
        place = 0
        while place < len(self._units):
            place += self._take(place, found)
        return found

    def _take(self, place: int, found: list[Block]) -> int:
        unit = self._units[place]
        if unit.shape is Shape.LABEL:
            return self._label(place, unit, found)
        if unit.shape is Shape.LINK:
            found.append(Paragraph(Link(unit.text, unit.text)))
            return 1
        if unit.shape is Shape.ROWS:
            found.extend(self._table(unit))
            return 1
        if unit.shape is Shape.MARKED:
            found.extend(marked_blocks(unit.rows, self._desk))
            return 1
        if may_begin_schedule(unit, self._desk):
            planned = schedule_at(self._units, place, self._desk, self._year_words(found))
            if planned is not None:
                found.append(planned[0])
                return planned[1]
        if unit.shape is Shape.ENTRY:
            return self._list(place, found)
        if (
            self._decisions
            and self._leads(place)
            and (clauses := self._clauses(place + 1, any_entry=self._is_led_list(place)))
        ):
            found.append(stated_decision(unit.text, [one.text for one in clauses], self._desk))
            self._label_markers(clauses)
            return 1 + len(clauses)
        if owned := self._owns(place, found):
            return owned
        found.extend(self._text(unit.text, unit.line))
        return 1

    def _owns(self, place: int, found: list[Block]) -> int:
        """Read ``Ansvarig: Ida`` and perhaps ``Klart: 3 mars``: the sentence before is what she is to do; how
        many lines that was."""
        unit = self._units[place]
        label, colon, names = unit.text.partition(": ")
        last = found[-1] if found else None
        if not colon or label.casefold() not in self._desk.words.owner_labels or not self._decisions:
            return 0
        if not isinstance(last, Paragraph) or not owners_in(names, self._desk):
            return 0
        due = self._due_below(place)
        *before, said = split_sentences(last.text)
        found[-1:] = [Paragraph(linked(" ".join(before)))] if before else []
        until = due.partition(": ")[2]
        action = tabled_action(said, names, until, self._desk, unit.line)
        if action.due is None and self._desk.words.until.fullmatch(f"till {until}") is not None:
            action = attrs.evolve(action, due=PartialDate(until))  # "nästa möte"
        found.append(action)
        self._desk.label(unit.text, unit.line)
        self._desk.label(due, unit.line)
        return 2 if due else 1

    def _due_below(self, place: int) -> str:
        """The line below an owner that says when it is to be done: ``Klart: 3 mars``."""
        below = at(self._units, place + 1)
        if below is None or ": " not in below.text:
            return ""
        label = below.text.partition(": ")[0]
        return below.text if self._desk.words.columns_of([label]) == ["due"] else ""

    def _leads(self, place: int) -> bool:
        """Whether a short line that ends in a verb of deciding stands above an att-sats."""
        following = at(self._units, place + 1)
        text = self._units[place].text
        return (
            following is not None
            and len(text) < _LONGEST_LEAD
            and (following.text.casefold().startswith("att ") or self._is_led_list(place))
            and leads_clauses(text, self._desk)
        )

    def _is_led_list(self, place: int) -> bool:
        """Whether a list follows that completes the words: ``Styrelsen beslutar att`` / ``1. måla``."""
        open_end = self._units[place].text.casefold().endswith((" att", ":"))
        following = at(self._units, place + 1)
        return open_end and following is not None and following.shape is Shape.ENTRY

    def _year_words(self, found: list[Block]) -> str:
        """The words in which the year of a schedule may stand: the heading, else the decision just before."""
        if any(sign.isdigit() for sign in self._heading) or not found:
            return self._heading
        before = [block for block in found[-2:] if isinstance(block, Decision | Paragraph | ActionItem)]
        return " ".join(block.text for block in before if len(block.text) < 300)

    # -------------------------------------------------------------------------------------------- labels

    def _label(self, place: int, unit: Unit, found: list[Block]) -> int:
        topic = unit.label.topic if unit.label is not None else None
        if topic is Topic.DECISION and self._is_own_label(unit.text):
            return self._stated_decision(place, unit, found)
        end = self._end_of_section(place, unit)
        inner = self._units[place + 1 : end]
        if topic is Topic.ACTIONS:
            found.append(Section(unit.text, self._actions(inner)))
        elif (
            topic in (Topic.SCHEDULE, Topic.NEXT_MEETING)
            and (planned := self._planned(unit, inner)) is not None
        ):
            found.append(Section(unit.text, planned))
        else:
            allowed = (
                self._decisions
                and topic is not Topic.DECISION
                and not unit.text.casefold().startswith(self._desk.words.no_decisions)
            )
            builder = BlockBuilder(inner, self._desk, self._heading, decisions=allowed)
            found.append(Section(unit.text, builder.blocks()))
        return end - place

    def _is_own_label(self, text: str) -> bool:
        """Whether ``Kommunstyrelsens beslut`` is of the body that meets."""
        body = text.casefold().removesuffix(" beslut")
        return body == text.casefold() or is_own(last_word(body.removesuffix("s")), self._desk)

    def _end_of_section(self, place: int, unit: Unit) -> int:
        """Where what a label labels ends: at the next label; behind one paragraph and its list if it
        runs in."""
        end = place + 1
        while end < len(self._units) and self._units[end].shape not in (Shape.LABEL, Shape.MARKED):
            if unit.run_in and end > place + 1 and not self._leads_list(end, unit):
                break
            end += 1
        return end

    def _leads_list(self, place: int, label: Unit) -> bool:
        """Whether the entry at *place* still belongs to words that run into their label."""
        if self._units[place].shape is not Shape.ENTRY:
            return False
        is_task = label.label is not None and label.label.topic is Topic.ACTIONS
        return (
            not is_task
            or self._units[place - 1].shape is Shape.ENTRY
            or self._units[place - 1].text.endswith(":")
        )

    def _stated_decision(self, place: int, unit: Unit, found: list[Block]) -> int:
        first = at(self._units, place + 1)
        if first is None or first.shape not in (Shape.PARAGRAPH, Shape.ENTRY) or not first.text:
            self._desk.label(unit.text, unit.line)
            return 1
        if not unit.run_in and self._only_tells(first.text):
            self._desk.label(unit.text, unit.line)  # a form whose room for a decision stands empty
            return 1
        if not any(map(str.isalnum, first.text)) or label_key(first.text) in self._desk.words.nothing:
            found.append(Section(unit.text, [Paragraph(first.text)]))
            return 2
        self._desk.label(unit.text, unit.line)
        listed = self._listed(place + 1)
        if listed and not any(one.text.casefold().startswith("att ") for one in listed) and len(listed) > 1:
            found.append(self.decided_list(listed))
            return 1 + len(listed)
        clauses = self._clauses(place + 1, any_entry=True)
        if clauses:
            self._label_markers(clauses)
            found.append(stated_decision("", [one.text for one in clauses], self._desk))
            return 1 + len(clauses)
        open_end = first.text.casefold().endswith((" att", ":"))
        leads = open_end or leads_clauses(first.text, self._desk)
        clauses = self._clauses(place + 2, any_entry=open_end) if leads else []
        self._label_markers(clauses)
        found.append(stated_decision(first.text, [one.text for one in clauses], self._desk))
        return 2 + len(clauses)

    def _only_tells(self, text: str) -> bool:
        """Whether the sentence below an empty *Beslut:* tells what was said, and decides nothing."""
        words, folded = self._desk.words, text.casefold()
        if words.sayings.hint(folded) or not text.endswith("."):
            return False
        first = split_sentences(text)[0].casefold()
        return words.telling.search(first) is not None or any(stem in first for stem in words.discussing)

    def _clauses(self, place: int, *, any_entry: bool = False) -> list[Unit]:
        """The att-satser from *place* on; below ``Beslut`` every entry of a list is one."""
        clauses: list[Unit] = []
        for unit in self._units[place:]:
            is_clause = unit.text.casefold().startswith("att ") and unit.shape in (
                Shape.PARAGRAPH,
                Shape.ENTRY,
            )
            if not is_clause and not (any_entry and unit.shape is Shape.ENTRY):
                break
            clauses.append(unit)
        return clauses

    def _listed(self, place: int) -> list[Unit]:
        """The entries of the list at *place*."""
        return list(takewhile(lambda unit: unit.shape is Shape.ENTRY and unit.text, self._units[place:]))

    def decided_list(self, entries: Sequence[Unit]) -> BulletList:
        """A list below ``Beslut`` whose entries are sentences: each is a decision of its own."""
        return BulletList(
            [ListItem([stated_decision(one.text, [], self._desk)], marker=one.marker) for one in entries]
        )

    def decisions(self) -> list[Block]:
        """All blocks, each entry of a list a decision: what stands below the title ``Beslut``."""
        entries = self._listed(0)
        if not entries and self._units and self._units[0].shape is Shape.PARAGRAPH:
            first = self._units[0]
            told = stated_decision(first.text, [], self._desk)
            return [told, *BlockBuilder(self._units[1:], self._desk, self._heading).blocks()]
        rest = BlockBuilder(self._units[len(entries) :], self._desk, self._heading).blocks()
        return [self.decided_list(entries), *rest] if entries else rest

    def _label_markers(self, units: Sequence[Unit]) -> None:
        for unit in units:
            self._desk.label(unit.marker, unit.line)

    def _actions(self, units: Sequence[Unit]) -> list[Block]:
        found: list[Block] = []
        entries: list[ListItem] = []
        for unit in units:
            if unit.shape is Shape.ENTRY and unit.text:
                entries.append(
                    ListItem([stated_action(unit.text, self._desk, unit.line)], marker=unit.marker)
                )
                continue
            if entries:
                found.append(BulletList(entries))
                entries = []
            if unit.shape is Shape.PARAGRAPH and unit.text and not self._describes(unit.text):
                found.append(stated_action(unit.text, self._desk, unit.line))
            else:
                found.extend(BlockBuilder([unit], self._desk, self._heading).blocks())
        return [*found, BulletList(entries)] if entries else found

    def _describes(self, text: str) -> bool:
        """Whether a sentence below ``Att göra`` only tells how things are: a common verb, and nobody acts."""
        words = text.casefold().rstrip(".").split(" ")
        if not text.endswith(".") or self._desk.words.finite.isdisjoint(words):
            return False
        return words[0] not in self._desk.words.infinitives and not stated_owners(text, self._desk)

    def _planned(self, unit: Unit, inner: Sequence[Unit]) -> list[Block] | None:
        """The schedule below a label, if all that stands there is one."""
        if len(inner) == 1 and inner[0].shape is Shape.PARAGRAPH:
            planned = dates_in_sentence(inner[0].text, self._desk, inner[0].line, unit.text)
            return [planned] if planned is not None else None
        return None

    def _text(self, text: str, line: int) -> list[Block]:
        """Running text, with what it decides or puts on somebody, where that may stand here."""
        if not text:
            return []
        return sayings_in(text, self._desk, line) if self._decisions else [Paragraph(linked(text))]

    # --------------------------------------------------------------------------------------------- lists

    def _list(self, place: int, found: list[Block]) -> int:
        """A list from *place* on: entries nested by indent and sign, and further paragraphs of an entry."""
        roots: list[_Node] = []
        stack: list[_Node] = []
        end = place
        while end < len(self._units):
            unit = self._units[end]
            if unit.shape is Shape.ENTRY:
                if end > place and begins_schedule(self._units, end, self._desk, self._heading):
                    break
                self._nest(_Node(unit), roots, stack)
            elif unit.shape is Shape.PARAGRAPH and stack and unit.indent > stack[-1].entry.indent + 1:
                stack[-1].more.append(unit)
            else:
                break
            end += 1
        found.append(self._frozen(roots))
        return end - place

    def _nest(self, node: _Node, roots: list[_Node], stack: list[_Node]) -> None:
        """Put *node* on its level: by indent where the document has any, else by the sign of its marker."""
        indent, sign = node.entry.indent, _sign(node.entry.marker)
        if stack and abs(indent - stack[-1].entry.indent) > 1:
            while stack and stack[-1].entry.indent > indent + 1:
                stack.pop()
            if stack and stack[-1].entry.indent >= indent - 1:
                stack.pop()
        else:
            same = (level for level, above in enumerate(stack) if _sign(above.entry.marker) == sign)
            level = max(same, default=None)
            if level is not None:
                del stack[level:]
        if len(stack) >= self._desk.limits.nesting:
            del stack[self._desk.limits.nesting - 1 :]
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)

    def _frozen(self, nodes: list[_Node]) -> BulletList:
        return BulletList([self._item(node) for node in nodes])

    def _item(self, node: _Node) -> ListItem:
        body = self._text(node.entry.text, node.entry.line)
        for unit in node.more:
            body.extend(self._text(unit.text, unit.line))
        if node.children:
            body.append(self._frozen(node.children))
        return ListItem(body, marker=node.entry.marker)

    # -------------------------------------------------------------------------------------------- tables

    def _table(self, unit: Unit) -> list[Block]:
        rows = [cells_of(piece) for piece in unit.rows if not is_separator(piece.line)]
        if not rows:
            return []
        width = max(map(len, rows))
        header = 1 if len(unit.rows) > 1 and is_separator(unit.rows[1].line) and len(rows) > 1 else 0
        padded = [(*row, *[""] * (width - len(row))) for row in rows]
        columns = self._desk.words.columns_of(padded[0])
        if self._decisions and len(rows) > 1 and ("decision" in columns or {"what", "owner"} <= {*columns}):
            told = [self._task_row(row, columns, unit.rows[0].number) for row in padded[1:]]
            return [Table([list(map(Cell, padded[0])), *told], header_rows=1)]
        return [Table([list(map(Cell, row)) for row in padded], header_rows=header)]

    def _task_row(self, row: Sequence[str], columns: Sequence[str | None], line: int) -> list[Cell]:
        """A row of a table of things to do or decisions: the cell that tells one holds it."""
        named = {column: text for column, text in zip(columns, row, strict=True) if column}
        cells = []
        for column, text in zip(columns, row, strict=True):
            block: str | Block = text
            if column == "decision" and _is_word(text):
                block = stated_decision(text, [], self._desk)
            elif text and column == "what" and "decision" not in columns and _is_word(named.get("owner")):
                block = tabled_action(text, named["owner"], named.get("due", ""), self._desk, line)
            cells.append(Cell([block]) if isinstance(block, Block) else Cell(block))
        return cells


def _is_word(text: str | None) -> bool:
    return text is not None and any(map(str.isalnum, text))


def _sign(marker: str) -> str:
    """The kind of a marker: the bullet itself, or what all numbers and letters of one list share."""
    if marker[:1].isdigit():
        return "1" + marker[-1]
    return "a" + marker[-1] if marker[:1].isalpha() and len(marker) > 1 else marker
