"""A text as tokens, and a place among them: what all grammars of this package read with.

Tokens instead of patterns: reading is linear by construction, since every grammar looks a bounded number of
tokens ahead, and nothing has to be compiled when the package is imported. Only ASCII digits are digits.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Mapping
from typing import TypeVar

from motesprotokoll.errors import DateError, WrongTypeError, quoted
from motesprotokoll.model.text import canonical, stream_safe
from motesprotokoll.swedish.words import DASHES

# A letter may carry its marks behind it (NFD), and a space may have no width: running text is read as it is.
_TOKEN = re.compile(r"[0-9]+|(?:[^\W\d_][\u0300-\u036f]*+)++|[\s\u200b]+|.", re.DOTALL)
_FIGURE = re.compile("[0-9]")
_SIGNS = dict.fromkeys(DASHES, "-") | dict.fromkeys("'’ʼ′", "'") | {" ": " ", "\N{NO-BREAK SPACE}": " "}
_LONGEST_PHRASE = 200
_MOST_DIGITS = 8

Value = TypeVar("Value")


def _folded(token: str) -> str:
    if token.isspace() or token[0] == "\u200b":
        return " "
    return token.lower() if token.isascii() else unicodedata.normalize("NFC", stream_safe(token)).lower()


class Scanner:
    """Tokens of a text and a place among them. ``low`` holds them folded: lower case, one dash, one space."""

    __slots__ = ("low", "place", "tokens")

    def __init__(self, text: str) -> None:
        self.tokens: list[str] = _TOKEN.findall(text)
        self.low = [
            _SIGNS.get(token) or (token.lower() if token >= "!" and token.isascii() else _folded(token))
            for token in self.tokens
        ]
        self.low += [""] * 6  # nothing equals these, so looking ahead needs no bounds
        self.place = 0

    @property
    def at_end(self) -> bool:
        """Whether all tokens have been read."""
        return self.place >= len(self.tokens)

    def peek(self, ahead: int = 0) -> str:
        """The folded token *ahead* of the place; empty behind the end."""
        return self.low[self.place + ahead]

    def digits(self, ahead: int = 0) -> str:
        """The token *ahead* if it is a short number, else empty."""
        token = self.low[self.place + ahead]
        return token if "0" <= token[:1] <= "9" and len(token) <= _MOST_DIGITS else ""

    def take(self, *signs: str) -> bool:
        """Whether the next token is one of *signs*; if so it is read."""
        if self.low[self.place] in signs:
            self.place += 1
            return True
        return False

    def space(self) -> bool:
        """Read white space, if there is any."""
        return self.take(" ")

    def word(self, table: Mapping[str, Value]) -> Value | None:
        """What *table* says of the next token; it is read if the table has it."""
        value = table.get(self.low[self.place])
        if value is not None:
            self.place += 1
        return value

    def words(self, *expected: str) -> bool:
        """Read these words with white space between them, or nothing."""
        start = self.place
        for number, word in enumerate(expected):
            if number and not self.space():
                break
            if not self.take(word):
                break
        else:
            return True
        self.place = start
        return False

    def dotted(self, *letters: str) -> bool:
        """Read an abbreviation such as f.m. or t.o.m., with or without stops and spaces between them."""
        start = self.place
        for number, letter in enumerate(letters):
            if number:
                self.take(".")
                self.space()
            if not self.take(letter):
                self.place = start
                return False
        self.take(".")
        return True

    def dash(self) -> bool:
        """Read a dash of up to three signs, with or without white space around it."""
        start = self.place
        self.space()
        if not self.take("-"):
            self.place = start
            return False
        self.take("-")
        self.take("-")
        self.space()
        return True

    def between(self, start: int, end: int) -> str:
        """The text of the tokens from *start* to before *end*."""
        return "".join(self.tokens[start:end])


def phrase(text: str, what: str, *, longest: int = _LONGEST_PHRASE) -> str:
    """*text* in canonical form, if it may be a phrase at all.

    Raises:
        DateError: Empty, or longer than any phrase.
        WrongTypeError: Not a string.
    """
    if not isinstance(text, str):
        raise WrongTypeError(f"expected str, got {quoted(text)}")
    if len(text) > longest:
        raise DateError(f"{quoted(text)} is not {what}", None, "it is too long")
    found = canonical(text)
    if not found:
        raise DateError(f"{quoted(text)} is not {what}", None, "it is empty")
    return found


def may_begin(text: str, words: Container[str]) -> bool:
    """Whether *text* begins with a figure, a bracket or one of *words*: the cheap test before any other."""
    first = _TOKEN.match(text)
    token = first.group() if first else ""
    return "0" <= token[:1] <= "9" or token == "(" or token.lower() in words


def whole(text: str, what: str, read: Callable[[Scanner], Value | None]) -> Value:
    """What *read* makes of all of *text*, which holds a figure and may end with a full stop.

    Raises:
        DateError: Nothing, or something else stands there, too.
        WrongTypeError: Not a string.
    """
    found = phrase(text, what)
    if _FIGURE.search(found) is not None:
        scanner = Scanner(found)
        written = read(scanner)
        scanner.take(".")
        if written is not None and scanner.at_end:
            return written
    raise DateError(f"{quoted(text)} is not {what}")
