"""The tables of a vocabulary: which words there are room for, and what they mean to the reader."""

import attrs

from motesprotokoll.model import Kind, Mode, PartOfDay
from motesprotokoll.vocabulary.terms import Cue, Label


@attrs.frozen
class Tables:
    """Every table of words, by its name. The words themselves stand in lower case."""

    labels: tuple[Label, ...] = ()
    cues: tuple[Cue, ...] = ()
    kinds: tuple[tuple[str, Kind], ...] = ()
    """Words by which documents call themselves, the weightiest first."""
    parts_of_day: tuple[tuple[str, PartOfDay], ...] = ()
    own_words: tuple[str, ...] = ()
    """Subjects that always mean the body that meets: *vi*, *mötet*."""
    own_unnamed: frozenset[str] = frozenset()
    """Words that mean the body that meets where the document does not name it, or by a name that does not say
    what it is: *gruppen* in the notes of *HR-chefer i Dalen*."""
    bodies: tuple[str, ...] = ()
    """Endings of words that name a body: *nämnden*, *fullmäktige*."""
    modes: tuple[tuple[str, Mode], ...] = ()
    """Words by which the form of a meeting is told, and what they mean."""
    virtual_places: frozenset[str] = frozenset()
    """What stands as the place of a meeting that has none: *Teams*, *digitalt möte*."""
    same_places: frozenset[str] = frozenset()
    """What stands as the place of a meeting that is where this one was: *samma plats*."""
    place_words: tuple[str, ...] = ()
    """Endings of words that make a line below the date the place: *sammanträdesrum*, *bygdegården*."""
    video_links: tuple[str, ...] = ()
    """Parts of addresses that lead into a meeting."""
    blanks: frozenset[str] = frozenset()
    """What stands where a fact has not been written yet: *tbd*."""
    other_documents: tuple[str, ...] = ()
    """What documents call themselves that are no minutes, though they name a body: *stadgar*."""
    no_names: frozenset[str] = frozenset()
    """Stamps at the top of a document that are nobody's name: *utkast*."""
    genitives: tuple[str, ...] = ()
    """Endings of the name of a body whose last *s* can only be that of the genitive."""
    opens: tuple[str, ...] = ()
    """Parts of words that say that the meeting began."""
    ends: tuple[str, ...] = ()
    """Parts of words that say that the meeting was over."""
    hour_labels: tuple[tuple[str, str], ...] = ()
    """Labels of an hour that only say *start* or *slut*, and which of `opens` and `ends` they mean."""
    mail_labels: frozenset[str] = frozenset()
    """Labels in the head of a mail: *från*, *skickat*."""
    mail_subjects: frozenset[str] = frozenset()
    """Labels of what a mail is about, which need not be a meeting: *ämne*."""
    greetings: tuple[str, ...] = ()
    """How the line above the name ends at the end of a mail: *vänliga hälsningar*."""
    tentative: tuple[str, ...] = ()
    """Beginnings of words that say that something may change."""
    cancelled: tuple[str, ...] = ()
    """Beginnings of words that say that a meeting is off."""
    fillers: frozenset[str] = frozenset()
    """Words around a date that say nothing of their own: *är*, *den*, *möte*."""
    places: frozenset[str] = frozenset()
    """Names of places and bodies that could be taken for a person's name."""
    body_words: frozenset[str] = frozenset()
    """Words in the name of an organisation that no person's name holds."""
    serving_remarks: tuple[str, ...] = ()
    """Beginnings of remarks beside a substitute's name that mean one who took a seat."""
    vacant: frozenset[str] = frozenset()
    """What stands in the place of a name where a seat is empty."""
    before_names: frozenset[str] = frozenset()
    """Kinds of documents that say who wrote where a name follows: ``Anteckningar: Bo Ek``."""
    attributed: frozenset[str] = frozenset()
    """First words of labels that may have more words behind them: ``Närvarande föräldrar:``."""
    organisation_stems: tuple[str, ...] = ()
    """Endings of words, without the definite article, that make a line the name of a body."""
    only_like_bodies: tuple[str, ...] = ()
    """Endings of words that end as the name of a body does, and name none: *förslaget* as *laget*."""
    no_bodies: frozenset[str] = frozenset()
    """Words that only look as if they named a body, by their ending or in the genitive: *gårdagens möte*."""
    titles: frozenset[str] = frozenset()
    """Titles that stand before a name: ``VD Eva Al``."""
    absent_remarks: tuple[str, ...] = ()
    """Beginnings of remarks beside a name that mean *not* present: whole words, but for those with ``*``."""
    absent_sayings: tuple[str, ...] = ()
    """How a sentence about somebody ends that means the same: *kunde inte vara med*."""
    attended: frozenset[str] = frozenset()
    """What in the column for attendance says that a person came: *X*, *Ja*."""
    columns: tuple[tuple[str, str], ...] = ()
    """Headings of columns in a table of people, and the field that they mean."""
    task_columns: tuple[tuple[str, str], ...] = ()
    """Headings of columns in a table of things to do: ``what``, ``owner``, ``due``, ``decision``."""
    item_columns: frozenset[str] = frozenset()
    """Headings of the first column in a table whose rows are the items of the agenda: *punkt*."""
    owner_labels: frozenset[str] = frozenset()
    """Labels behind which stands who is to do what stands before them: *ansvarig*."""
    joining: frozenset[str] = frozenset()
    """Words that never end a heading, because something follows them: *och*, *på*."""

    # ------------------------------------------------------------------------------- decisions and actions

    conditions: frozenset[str] = frozenset()
    """Words that open a clause of which another verb is the main one: *om*, *innan*."""
    agents: frozenset[str] = frozenset()
    """Words before the body that does what a passive tells: *av*, *inom*."""
    no_subjects: frozenset[str] = frozenset()
    """Words that make what follows them anything but the subject: *från*, *inför*."""
    for_others: frozenset[str] = frozenset()
    """Words before another body that leave the deciding to the body that meets: *för*, *till*."""
    matters: frozenset[str] = frozenset()
    """Words behind which *om* names what a matter is about: ``Frågan om båten bordläggs``."""
    assuming: tuple[str, ...] = ()
    """Phrases in which *anta* means to suppose."""
    with_board: tuple[str, ...] = ()
    """Parts of a body's name that make *styrelsen* the one that meets: *förening*."""
    without_board: tuple[str, ...] = ()
    """Parts of the name of a body or a meeting at which *styrelsen* is another body: *årsmöte*."""
    definite: tuple[str, ...] = ()
    """Endings by which a word for a body says that it is known: *nämnden*, *nätverket*."""
    common: tuple[str, ...] = ()
    """Endings of words that are no first names though they begin a sentence: *Kommunerna*."""
    nothing: frozenset[str] = frozenset()
    """What stands behind *Beslut* or *Att göra* where there was none."""
    no_decisions: tuple[str, ...] = ()
    """Beginnings of sections in which a decision is talked about and not taken: *yrkande*."""
    discussing: tuple[str, ...] = ()
    """Parts of words that say that those who met only talked: *diskuterades*, *samtalade*."""
    adverbs: tuple[str, ...] = ()
    """Words between who acts and the verb: *också*."""
    acting: frozenset[str] = frozenset()
    """Parties that take something on without a name: *arbetsgivaren*."""
    pronouns: frozenset[str] = frozenset()
    """Words that name nobody who can be asked later: *vi*, *någon*."""
    questioning: frozenset[str] = frozenset()
    """Words behind *frågar* with which a question begins that was asked at the meeting itself."""
    no_tasks: frozenset[str] = frozenset()
    """Verbs that tell what happens to a person, until when or not: *slutar*."""
    before_dates: frozenset[str] = frozenset()
    """Words that make the date behind them the one until which something is to be done."""
    last_days: frozenset[str] = frozenset()
    """Those of them that can mean nothing else: *senast*."""

    # ------------------------------------------------------------------------------------------- meetings

    meetings: tuple[str, ...] = ()
    """Words for a meeting, the definite article left out; they may end a compound: *årsmöte*."""
    kinds_of_meeting: tuple[str, ...] = ()
    """Words before them that belong to the title: *ordinarie*, *extra*."""
    other_meetings: tuple[str, ...] = ()
    """Words for another meeting than this one: *Protokoll från föregående möte* is an item."""
    meets: frozenset[str] = frozenset()
    """Verbs between those who meet and *nästa gång*: *ses*."""
    seasonal: tuple[str, ...] = ()
    """Meetings that an association has once a year each, so that the minutes of one announce the other."""
    is_held: tuple[str, ...] = ()
    """Verbs that tell when such a meeting is."""
    breaks: tuple[str, ...] = ()
    """Beginnings of words for a pause: its hours are not those of the meeting."""
    of_whom: frozenset[str] = frozenset()
    """Words between what a document calls itself and whose it is: ``Protokoll fört vid …``."""
