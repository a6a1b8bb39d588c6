"""A text before and after, word by word."""

import random
from functools import partial

from motesprotokoll.comparing import Span, reworded
from timing import grows_at_most


def told(before: str, after: str) -> list[str]:
    return [f"{span.sign}{span.text}" for span in reworded(before, after)]


class TestReworded:
    def test_words_are_told_whole(self) -> None:
        """No letters of a word are told by themselves."""
        assert told("Vi sparar nu.", "Vi sparade nu.") == [" Vi", "- sparar", "+ sparade", "  nu."]

    def test_what_joins_a_word_belongs_to_it(self) -> None:
        """Hyphens, colons and full stops inside a word; other signs stand for themselves."""
        assert told("HR-chef, kl. 09.00", "HR-chef, kl. 10.00") == [" HR-chef, kl.", "- 09.00", "+ 10.00"]
        assert told("Ja.", "Ja!") == [" Ja", "-.", "+!"]
        assert told("09.00–12.00", "09.00–11.30") == [" 09.00–", "-12.00", "+11.30"]

    def test_words_that_came_and_went(self) -> None:
        """At the beginning, in the middle and at the end, each with its space."""
        assert told("Nätverket beslutar", "Hela Nätverket beslutar") == ["+Hela ", " Nätverket beslutar"]
        assert told("Vi ska spara pengar", "Vi ska pengar") == [" Vi ska", "- spara", "  pengar"]
        assert told("Vi sparar", "Vi sparar nu") == [" Vi sparar", "+ nu"]
        assert told("", "Nu") == ["+Nu"]
        assert told("Nu", "") == ["-Nu"]

    def test_spaces_alone(self) -> None:
        """Are told, too."""
        assert told("§4", "§ 4") == [" §", "+ ", " 4"]

    def test_a_little_word_amid_others_is_no_island(self) -> None:
        """Two texts that share one "att" are told as two texts, which can be read."""
        assert told("spara alla pengarna att vänta ett tag", "lägga ned allting att bygga någonting") == [
            "-spara alla pengarna att vänta ett tag",
            "+lägga ned allting att bygga någonting",
        ]
        assert told("en lång bisats", "en kort bisats") == [" en", "- lång", "+ kort", "  bisats"]

    def test_the_way_back_is_the_mirror(self) -> None:
        """What went comes back."""
        before, after = "a b c d e", "a c b e d f"
        back = {
            (span.sign.translate(str.maketrans("+-", "-+")), span.text) for span in reworded(after, before)
        }
        assert {(span.sign, span.text) for span in reworded(before, after)} == back

    def test_repr(self) -> None:
        """Short, however long the text."""
        assert repr(Span("+", "nu")) == "Span('+', 'nu')"
        assert len(repr(Span("+", "nu " * 1000))) < 100

    def test_long_texts(self) -> None:
        """Ten times as long, ten times the cost: of two words only, of all different ones, and of many."""
        for kinds in (2, 50, 100_000):
            small, large = (texts(kinds, count) for count in (1_000, 10_000))
            assert grows_at_most(partial(reworded, *small), partial(reworded, *large), 25)

    def test_long_texts_find_what_stayed(self) -> None:
        """Also where the gap is too large to weigh every word with every other."""
        shared = [f"gemensam{number}" for number in range(300)]
        old = " ".join(f"{word} förut" for word in shared)
        new = " ".join(f"{word} nu mera" for word in shared)
        kept = [span.text.strip() for span in reworded(old, new) if span.sign == " "]
        assert kept == shared


def texts(kinds: int, count: int) -> tuple[str, str]:
    chance = random.Random(count)
    words = [str(number) for number in range(kinds)]
    return " ".join(chance.choices(words, k=count)), " ".join(chance.choices(words, k=count))
