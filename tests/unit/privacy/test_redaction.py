"""A meeting without what is not to be published."""

import copy
import pickle
from typing import Any

import attrs
import pytest

import everything
from motesprotokoll.errors import LimitError, WrongTypeError
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    BulletList,
    Decision,
    Emphasis,
    Link,
    ListItem,
    Meeting,
    Member,
    Network,
    Occasion,
    Paragraph,
    Schedule,
)
from motesprotokoll.privacy import PUBLISH, FlaggedPerson, RedactionProfile, redact
from motesprotokoll.privacy.log import RULES, LogEntry, log_to_json
from planted import PERSONS, cores_in, planted, strings_of

NUMBER = "811218-9876"
MASK = "[borttaget: personnummer]"
WHOLE = next(value for value in vars(everything).values() if isinstance(value, Meeting))


def redacted(content: Any, **given: Any) -> Paragraph:
    [paragraph] = redact(Meeting(preamble=[Paragraph(content)]), **given).meeting.preamble
    assert isinstance(paragraph, Paragraph)
    return paragraph


class TestEveryString:
    def test_no_field_of_any_class_is_passed_over(self) -> None:
        """In a meeting that uses every class and every field, what is planted in each string goes."""
        plants = iter(range(10_000))

        def plant(text: str) -> str:
            return (
                f"{text} {(NUMBER, 'Ture Ahlkvist', 'ture.a@exempel.se', '070-174 06 12')[next(plants) % 4]}"
            )

        for _ in range(4):  # so that each string gets each plant
            next(plants)
            meeting = planted(WHOLE, plant)
            result = redact(meeting, PUBLISH.with_persons(*PERSONS))
            assert [text for text in strings_of(result.meeting) if cores_in(text)] == []
            assert result.count >= len(strings_of(meeting))

    def test_a_class_of_next_year_is_covered(self) -> None:
        """The walk knows no class: a field that nobody has thought of yet is searched."""
        from motesprotokoll.model.text import to_content, to_optional_url
        from motesprotokoll.privacy.masks import person_masks
        from motesprotokoll.privacy.names import Names
        from motesprotokoll.privacy.redaction import _Walk
        from motesprotokoll.privacy.strings import Masker

        @attrs.frozen
        class Coming:
            telephone: str | None
            remark: str
            words: tuple[Any, ...] = attrs.field(converter=to_content)
            home: str | None = attrs.field(converter=to_optional_url)

        assert person_masks(()) == ()
        walk = _Walk(Masker(PUBLISH, Names((), ()), "sv"))
        value = Coming("växeln", f"x {NUMBER}", ("a ", Emphasis(NUMBER)), f"https://exempel.se/{NUMBER}")
        assert walk.value(value, ("it",)) == Coming(None, f"x {MASK}", ("a ", Emphasis(MASK)), None)
        assert [entry.where for entry in walk.log] == [
            "$.it.telephone",
            "$.it.remark",
            "$.it.words",
            "$.it.home",
        ]

    def test_what_holds_nothing_is_the_same_object(self) -> None:
        """Nothing is copied, nothing is logged."""
        meeting = Meeting("HR", agenda=[AgendaItem("Budget", body=["Vi ses."])])
        result = redact(meeting, persons=["Ida Ek"])
        assert result.meeting is meeting
        assert (result.log, result.findings, result.count) == ((), (), 0)

    def test_masks_are_in_the_meetings_language(self) -> None:
        """English minutes get English words."""
        result = redact(Meeting(title=f"{NUMBER} och 701063-2391", language="en"))
        assert (
            result.meeting.title == "[removed: personal identity number] och [removed: coordination number]"
        )


class TestRunningText:
    def test_finds_what_is_split_over_pieces(self) -> None:
        """Half of a number in bold is a number; the mask stands where it began."""
        content = redacted(["nr 8112", Emphasis("18-98"), "76, ", Emphasis("76 kr")]).content
        assert content == (f"nr {MASK}, ", Emphasis("76 kr"))

    def test_finds_what_a_piece_says_alone(self) -> None:
        """A figure before a link does not hide the number in it."""
        assert redacted(["1", Link(NUMBER, "https://exempel.se")]).content == (
            "1",
            Link(MASK, "https://exempel.se"),
        )

    def test_spaces_go_beside_the_piece(self) -> None:
        """A piece is trimmed, so the space behind what went is kept outside."""
        content = redacted(["nr 811218", Emphasis("-9876 är hennes"), " nu"]).content
        assert content == (f"nr {MASK} ", Emphasis("är hennes"), " nu")

    def test_does_not_join_paragraphs(self) -> None:
        """What is split over paragraphs is two texts, as the documentation says."""
        meeting = Meeting(preamble=["811218-", "9876"])
        assert redact(meeting).meeting is meeting

    def test_numbers_without_an_end_go_as_a_whole(self) -> None:
        """Where each number that goes bares another, the text is not searched for ever."""
        numbers = "/".join(["070-174 06 12"] * 40)
        result = redact(Meeting(title=f"x {numbers}", preamble=[Paragraph(["x", Emphasis(numbers)])]))
        assert result.meeting.title == "[borttaget: telefonnummer]"
        assert result.meeting.preamble == (Paragraph("[borttaget: telefonnummer]"),)
        assert redact(result.meeting).meeting is result.meeting
        assert "whole" in {entry.rule for entry in result.log}


class TestAddresses:
    @pytest.mark.parametrize(
        ("url", "kind"),
        [
            ("mailto:ida@exempel.se", "email"),
            ("mailto:ida%40exempel.se?subject=x", "email"),
            ("mailto:växeln", "email"),
            ("tel:+46313900612", "telephone"),
            ("TEL:1234", "telephone"),
            ("https://exempel.se/811218%2D9876", "personal-number"),
            ("https://exempel.se/ture-ahlkvist", "person"),
        ],
    )
    def test_a_link_that_holds_it_becomes_its_words(self, url: str, kind: str) -> None:
        """An address with a hole leads nowhere."""
        result = redact(Meeting(preamble=[Paragraph(["se ", Link("här", url)])]), persons=PERSONS)
        assert result.meeting.preamble == (Paragraph("se här"),)
        assert result.log == (LogEntry(kind, "$.preamble[0].content[1].url", "address"),)

    def test_a_part_of_a_name_in_an_address_needs_no_capitals(self) -> None:
        """It is one behind the host, which may be a place; in the text it may be any word."""
        [first, second] = redact(
            Meeting(
                preamble=[
                    Paragraph([Link("här", "https://exempel.se/foto/ture.jpg")]),
                    Paragraph([Link("ture", "https://ture.se")]),
                ]
            ),
            persons=PERSONS,
        ).meeting.preamble
        assert first == Paragraph("här")
        assert second == Paragraph([Link("ture", "https://ture.se")])

    def test_an_attachment_keeps_its_title(self) -> None:
        """Its address is optional."""
        meeting = Meeting(attachments=[Attachment(f"Bilaga {NUMBER}", url=f"https://exempel.se/?q={NUMBER}")])
        assert redact(meeting).meeting.attachments == (Attachment(f"Bilaga {MASK}"),)

    def test_a_link_is_kept_where_its_kind_is(self) -> None:
        """keeping() keeps links, too."""
        meeting = Meeting(preamble=[Paragraph(Link("här", "mailto:ida@exempel.se"))])
        assert redact(meeting, PUBLISH.keeping("email")).meeting is meeting

    def test_where_a_body_meets_is_nobodys_home(self) -> None:
        """The address of the venue stays, also where the text repeats it; others go."""
        meeting = Meeting(
            occasion=Occasion(place="Huset, Storgatan 5, Ale"), preamble=["Storgatan 5 är nära Storgatan 7."]
        )
        result = redact(meeting)
        assert result.meeting.occasion == meeting.occasion
        assert result.meeting.preamble == (Paragraph("Storgatan 5 är nära [borttaget: adress]."),)


class TestFields:
    def test_fields_for_contact_are_emptied(self) -> None:
        """Of a body and of its members, whatever they say."""
        network = Network("HR", email="hr@exempel.se", members=[Member("Ida Ek", email="växeln")])
        result = redact(Meeting(network))
        assert result.meeting.network == Network("HR", members=[Member("Ida Ek")])
        assert {entry.rule for entry in result.log} == {"field"}
        assert redact(Meeting(network), PUBLISH.keeping("email")).meeting.network == network

    def test_a_kept_field_is_searched_for_the_rest(self) -> None:
        """An e-mail address that may stay may not hold a protected name."""
        network = Network("HR", email="ture.ahlkvist@exempel.se")
        result = redact(Meeting(network), PUBLISH.keeping("email"), persons=PERSONS)
        assert result.meeting.network == Network("HR", email="[person 1]@exempel.se")

    def test_identities_are_dropped(self) -> None:
        """A mask would be a false identity; an identity that says nothing stays."""
        schedule = Schedule(occasions=[Occasion(uid="ida@exempel.se"), Occasion(uid="5c670861-0dc0@x")])
        meeting = Meeting(id=NUMBER, language=NUMBER, preamble=[schedule, Decision("Ja", id=f"a{NUMBER}")])
        result = redact(meeting)
        assert (result.meeting.id, result.meeting.language) == (None, None)
        assert result.meeting.schedule is not None
        assert [one.uid for one in result.meeting.schedule.occasions] == [None, "5c670861-0dc0@x"]
        assert result.meeting.decisions == (Decision("Ja"),)
        assert {entry.rule for entry in result.log} == {"identity"}

    def test_officials_stay(self) -> None:
        """Who was there, who promised and who took notes is public."""
        meeting = Meeting(
            participants=["Ida Ek"], note_taker="Bo Ask", preamble=[ActionItem("x", owners=["Ida"])]
        )
        assert redact(meeting).meeting is meeting


class TestPeople:
    def test_goes_everywhere_under_one_mask(self) -> None:
        """Lists, text, owners and inflected forms: always the same number, in the profile's order."""
        meeting = Meeting(
            participants=["Ida Ek", "Bo Ask"],
            preamble=["Ida Eks förslag, som Ida bad Bo om.", ActionItem("Ida skriver", owners=["Ida Ek"])],
        )
        result = redact(meeting, persons=["Bo Ask", "Ida Ek"]).meeting
        assert [one.name for one in result.participants] == ["[person 2]", "[person 1]"]
        assert result.preamble == (
            Paragraph("[person 2]:s förslag, som [person 2] bad [person 1] om."),
            ActionItem("[person 2] skriver", owners=["[person 2]"]),
        )

    def test_a_role_may_stand_for_the_name(self) -> None:
        """Several people of one role are told apart."""
        people = [FlaggedPerson("Ida Ek", role="elev"), FlaggedPerson("Bo Ask", role="elev")]
        people.append(FlaggedPerson("Åsa Öst", role="mor"))
        assert redacted("Ida Ek, Bo Ask, Åsa Öst", persons=people).text == "[elev 1], [elev 2], [mor]"

    def test_nothing_is_found_in_a_mask(self) -> None:
        """Also where the role is a word by which the text calls the person."""
        person = FlaggedPerson("Kim Alm", role="sökande", aliases=["sökande"])
        once = redact(Meeting(title="Sökande Kim Alm"), persons=[person]).meeting
        assert once.title == "[sökande] [sökande]"
        assert redact(once, persons=[person]).meeting is once

    def test_a_doubt_is_told_and_left(self) -> None:
        """Two Idas mean no guess: a finding says where to look, without saying whom."""
        meeting = Meeting(participants=["Ida Ek", "Ida By"], preamble=["Ida bad om ordet."])
        result = redact(meeting, persons=["Ida Ek"])
        assert result.meeting.preamble == meeting.preamble
        [finding] = result.findings
        assert (finding.code, finding.where) == ("privacy.ambiguous-name", "$.preamble[0].content")
        assert "Ida" not in finding.message
        assert "person 1" in finding.message

    def test_a_name_that_shares_a_part_is_told(self) -> None:
        """Somebody of no list may be the person with another surname; who is listed is not."""
        meeting = Meeting(preamble=["Ida Berg kom.", "Ida HR-chef kom.", "Bo Ek kom."])
        result = redact(meeting, persons=["Ida Ek"])
        assert result.meeting is meeting
        assert len(result.findings) == 3
        listed = attrs.evolve(meeting, participants=["Ida Berg", "Bo Ek"], preamble=["Ida Berg, Bo Eks."])
        assert redact(listed, persons=["Ida Ek"]).findings == ()

    def test_the_proof_knows_who_else_has_the_name(self) -> None:
        """A part that goes in one place and is another's in the next is not said to remain."""
        meeting = Meeting(preamble=["Ek bad om ordet.", "Bo Ek svarade.", "Ida teg."])
        result = redact(meeting, persons=[FlaggedPerson("Ida Ek", aliases=["Lill Pigg"])])
        assert "Ek" not in {one.text for one in result.removed}
        assert "Ida" in {one.text for one in result.removed}

    def test_private_people_go_where_the_caller_says_so(self) -> None:
        """Each name that stands in no list is asked for once."""
        asked: list[str] = []

        def is_private(name: str) -> bool:
            asked.append(name)
            return name == "Kim Alm"

        meeting = Meeting(
            participants=["Ida Ek"],
            preamble=["Ida Ek hörde Kim Alm och Anna von Lund.", "Kim Alm gick."],
        )
        result = redact(meeting, RedactionProfile(is_private=is_private))
        assert asked == ["Kim Alm", "Anna von Lund"]
        assert result.meeting.preamble[0] == Paragraph("Ida Ek hörde [person 1] och Anna von Lund.")

    def test_the_doubtful_stay_if_asked(self) -> None:
        """A number with a wrong check digit is taken away as a rule."""
        assert redacted("811218-9875").text == MASK
        assert redacted("811218-9875", profile=RedactionProfile(doubtful=False)).text == "811218-9875"


class TestLog:
    def test_counts_without_repeating(self) -> None:
        """Kind, place, rule and number; no string that was taken away."""
        result = redact(Meeting(title=f"{NUMBER}, {NUMBER}", preamble=["Ida Ek"]), persons=["Ida Ek"])
        assert result.log == (
            LogEntry("personal-number", "$.title", "form", 2),
            LogEntry("person", "$.preamble[0].content", "full-name"),
        )
        told = [repr(result), repr(result.removed), repr(result.log), log_to_json(result.log)]
        told += [entry.message for entry in result.log] + [repr(list(result.removed))]
        assert all("9876" not in text and "Ida" not in text for text in told)
        assert result.log[0].message == "$.title: personnummer, 2 st (formen säger vad det är)"

    def test_speaks_english_too(self) -> None:
        """Each rule and each kind has its word."""
        for rule in RULES:
            message = LogEntry("person", "$.title", rule).message_in("en")
            assert message.startswith("$.title: name of a person, 1 (")
            assert not set(message) & set("åäö")

    def test_is_not_pickled_by_accident(self) -> None:
        """What was taken away stays in memory; a copy in this process shares it."""
        result = redact(Meeting(title=NUMBER))
        with pytest.raises(WrongTypeError, match="is not pickled"):
            pickle.dumps(result)
        assert copy.deepcopy(result).removed is copy.copy(result.removed) is result.removed
        assert len(result.removed) == 1
        assert pickle.loads(pickle.dumps(result.log)) == result.log


class TestArguments:
    def test_nests_as_deep_as_the_stack_allows(self) -> None:
        """Deeper is an error of ours."""
        block: Any = Paragraph(NUMBER)
        for _ in range(1_000):
            block = BulletList([ListItem([block])])
        with pytest.raises(LimitError, match="nested deeper than the stack allows"):
            redact(Meeting(preamble=[block]))

    def test_names_what_is_wrong(self) -> None:
        """A schedule, a profile of another kind, and one name for a list."""
        with pytest.raises(WrongTypeError, match="expected a Meeting"):
            redact(Schedule())  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match="expected a RedactionProfile"):
            redact(Meeting(), "x")  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match="expected a list of names"):
            redact(Meeting(), persons=None)  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match="expected a list of names"):
            redact(Meeting(), persons="Ida Ek")
