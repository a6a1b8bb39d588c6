"""The letters and figures of texts and of people: what reading must neither lose nor invent."""

from collections import Counter

from motesprotokoll.model import Participant
from motesprotokoll.model.text import canonical


def letters(text: str) -> Counter[str]:
    """How often each letter and figure stands in *text*, in the form that the model keeps."""
    return Counter(filter(str.isalnum, canonical(text)))


def letters_of(*people: Participant) -> Counter[str]:
    """The same of all that is said of *people*."""
    told = ((one.name, one.role, one.unit, one.organisation, one.note, one.group) for one in people)
    return letters(" ".join(text for texts in told for text in texts if text))
