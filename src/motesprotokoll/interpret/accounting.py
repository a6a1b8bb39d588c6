"""The account of law 3: which letters of a document a reading holds, each counted once.

What is derived is a copy and not counted: owners, presenters and deciding bodies, attachments, groups,
the year and dates
(their words are labels), and a person or a next meeting that also stands in the body.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from motesprotokoll.interpret.attachments import texts_in
from motesprotokoll.interpret.edges import first_word
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Block,
    BulletList,
    Content,
    Decision,
    Link,
    Meeting,
    Occasion,
    Paragraph,
    PartialDate,
    Participant,
    Section,
    Table,
    Unread,
)
from motesprotokoll.model.places import items_in
from motesprotokoll.swedish import split_sentences
from motesprotokoll.vocabulary import SWEDISH, Sign, Topic, Vocabulary

_OPENED = re.compile(
    r"(?:Mötesordförande|Ordförande)n? ([A-ZÅÄÖ][\w’'-]+(?: (?:[a-z]{2,3} )?[A-ZÅÄÖ][\w’'-]+){1,3}) "
    r"(?:hälsa|öppna|förklara|inled|välkomna)"
)
_WRITES = re.compile(
    r"([A-ZÅÄÖ][\w’'-]+(?: (?:[a-z]{2,3} )?[A-ZÅÄÖ][\w’'-]+){0,3}) "
    r"(?:skriver|skrev|för|förde|tar|tog|sköter) (?:dagens |mötets )?"
    r"(?:minnes|mötes)?(?:anteckningar(?:na)?|protokoll(?:et)?)\b"
)
_MOST_BEFORE = 4


def letters_of(meeting: Meeting, words: Vocabulary = SWEDISH) -> "Counter[str]":
    """The letters and figures of *meeting*, those of copies left out."""
    return count("".join(spoken(meeting, words)))


def letters_of_reading(reading: Reading, words: Vocabulary = SWEDISH) -> "Counter[str]":
    """The letters and figures of *reading*: its meeting, furniture and labels."""
    return letters_of(reading.meeting, words) + count("".join((*reading.furniture, *reading.labels)))


def count(text: str) -> "Counter[str]":
    """The letters and figures in *text*."""
    return Counter(filter(str.isalnum, text))


def spoken(meeting: Meeting, words: Vocabulary = SWEDISH) -> Iterator[str]:
    """The strings of *meeting* as they stood in the document, in the model's order, without copies."""
    network = meeting.network
    if network is not None:
        yield network.name
        if network.organisation is not None:
            yield network.organisation.name
    yield from _present(meeting.kind_label, meeting.title, meeting.number, meeting.case_number)
    yield from of_occasion(meeting.occasion)
    for one in meeting.participants:
        yield from of_person(one)
    yield from _of_body(meeting.preamble)
    yield from _of_items(meeting.agenda)
    if not tells_next_meeting(meeting, words):
        yield from of_occasion(meeting.next_meeting)
    signers = ((meeting.chair, Topic.CHAIR), (meeting.note_taker, Topic.NOTE_TAKER))
    for person, office in (*signers, *((one, Topic.VERIFIER) for one in meeting.verifiers)):
        if person is not None and not tells_office(meeting, person, office, words):
            yield from of_person(person)
    yield from _of_body(meeting.appendix)


def tells_next_meeting(meeting: Meeting, words: Vocabulary = SWEDISH) -> bool:
    """Whether an item or a sentence of the body tells when the next meeting is, so that the field is a
    copy."""
    return next(next_meeting_texts(meeting, words), None) is not None


def next_meeting_texts(meeting: Meeting, words: Vocabulary) -> Iterator[str]:
    """What the item on the next meeting says, then the sentences that announce it elsewhere."""
    for item, *_ in items_in(meeting.agenda):
        if is_next_meeting_item(item, words):
            told = [block for block in item.body if not isinstance(block, Section)] or item.body
            yield ", ".join(texts_in(told)) or item.title or ""
    for body in (meeting.preamble, *(item.body for item, *_ in items_in(meeting.agenda)), meeting.appendix):
        for text in texts_in(body):
            if words.signs(Sign.NEXT).find(text.casefold()) is not None:
                yield from filter(None, (_announced(text, words),))
    if meeting.agenda and _is_seasonal(meeting, words):
        for text in list(texts_in(meeting.agenda[-1].body))[-1:]:
            begins = words.season_begins
            yield from (one for one in split_sentences(text) if one.casefold().startswith(begins))


def _announced(text: str, words: Vocabulary) -> str | None:
    """*text* from the sentence on that announces the next meeting; ``None`` where none does."""
    start = 0
    for sentence in split_sentences(text):
        start = text.index(sentence, start)
        folded = sentence.casefold()
        found = words.signs(Sign.NEXT).find(folded)
        if found is None or not _tells_when(sentence[found.end() :], words):
            continue
        before = folded[: found.start()].split()
        if not before or (len(before) < _MOST_BEFORE and before[-1] in words.meets):
            return text[start:]
    return None


def _is_seasonal(meeting: Meeting, words: Vocabulary) -> bool:
    """Whether the meeting is one of those that an association has each spring and autumn."""
    named = (meeting.title, meeting.kind_label, meeting.body_name)
    return any(word in name.casefold() for name in named if name for word in words.seasonal)


def _tells_when(behind: str, words: Vocabulary) -> bool:
    """Whether what stands behind *nästa möte* goes on with a figure or with a word such as *är*, *blir*."""
    first = first_word(behind.strip(" :"))
    return any(map(str.isdigit, behind)) or (bool(first) and words.is_filler(first.casefold()))


def is_next_meeting_item(item: AgendaItem, words: Vocabulary) -> bool:
    """Whether *item* is the one on the next meeting, and says something."""
    title = item.title or ""
    found = words.signs(Sign.NEXT).find(title.casefold())
    label = words.label_of(title)
    if label is not None and label.topic is Topic.NEXT_MEETING and item.body:
        return True
    return found is not None and found.start() < 12 and (bool(item.body) or len(title) > found.end() + 3)


def tells_office(meeting: Meeting, person: Participant, office: Topic, words: Vocabulary = SWEDISH) -> bool:
    """Whether the attendance list says beside a name that *person* held *office*, so that the field is
    a copy."""
    if any(one.name == person.name and office_of(one, words) is office for one in meeting.participants):
        return True
    if office is Topic.CHAIR and any(person.name == name for name in openers(meeting)):
        return True
    named = (f"{name} " for name in writers(meeting)) if office is Topic.NOTE_TAKER else ()
    if any(f"{person.name} ".startswith(name) for name in named):
        return True
    return any(person.name in text for text, _ in elections(meeting, office, words))


def writer_in(sentence: str) -> str | None:
    """Who writes the minutes, by a sentence that says so: ``Ida skriver dagens anteckningar``."""
    found = _WRITES.match(sentence)
    return found[1] if found is not None else None


def writers(meeting: Meeting) -> Iterator[str]:
    """Who writes, as a sentence before the first item or in it tells."""
    for body in (meeting.preamble, *(item.body for item in meeting.agenda[:1])):
        for text in texts_in(body):
            yield from filter(None, map(writer_in, split_sentences(text)))


def openers(meeting: Meeting) -> Iterator[str]:
    """Who opened the meeting as its chair, by the first item: ``Ordföranden Ida Ek hälsade välkommen``."""
    for item in meeting.agenda[:1]:
        for block in item.body:
            if isinstance(block, Paragraph | Decision) and (found := _OPENED.match(block.text)) is not None:
                yield found[1]


def elections(meeting: Meeting, office: Topic, words: Vocabulary) -> Iterator[tuple[str, bool]]:
    """The texts of the items that elect somebody to *office*, and whether they elect to others, too."""
    for item, *_ in items_in(meeting.agenda):
        offices = words.elected_offices(item.title or "")
        if office in offices:
            texts = list(texts_in(item.body)) or [item.title or ""]
            yield from ((text, len(offices) > 1) for text in texts)


def office_of(person: Participant, words: Vocabulary) -> Topic | None:
    """The office that a remark or role beside a name tells: ``(protokoll)``, ``ordförande``."""
    offices = words.offices
    for remark in (person.note, person.role, person.group):
        if remark is not None:
            for part in remark.casefold().replace(";", ",").split(","):
                topic = offices.get(part.partition("§")[0].strip(" ."))
                if topic is not None:
                    return topic
    return None


def _present(*texts: str | None) -> Iterator[str]:
    return (text for text in texts if text is not None)


def of_person(person: Participant) -> Iterator[str]:
    """What stands in the fields of *person*, but for the group."""
    return _present(person.name, person.role, person.unit, person.organisation, person.note)


def of_occasion(occasion: Occasion | None) -> Iterator[str]:
    """What *occasion* keeps in the words of the document."""
    if occasion is None:
        return
    if isinstance(occasion.dates, PartialDate):
        yield occasion.dates.text
    yield from _present(occasion.place, occasion.label, occasion.note)


def _of_items(items: tuple[AgendaItem, ...]) -> Iterator[str]:
    for item, *_ in items_in(items):
        yield from _present(item.number, item.case_number, item.title)
        yield from _of_body(item.body)


def _of_body(body: Iterable[Block]) -> Iterator[str]:
    for block in body:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | Unread | ActionItem):
        yield from _of_content(block.content)
    elif isinstance(block, Decision):
        yield from _of_content(block.content)
        yield from block.clauses
    elif isinstance(block, BulletList):
        for item in block.items:
            yield from _present(item.marker)
            yield from _of_body(item.body)
    elif isinstance(block, Section):
        yield block.label
        yield from _of_body(block.body)
    elif isinstance(block, Table):
        yield from _present(block.title)
        for row in block.rows:
            for cell in row:
                yield from _of_body(cell.body)
    else:
        yield from _present(block.title)
        for occasion in block.occasions:
            yield from of_occasion(occasion)


def _of_content(content: Content) -> Iterator[str]:
    for piece in content:
        yield piece if isinstance(piece, str) else piece.text
        if isinstance(piece, Link) and piece.url != piece.text:
            yield piece.url
