"""The file of what people have settled."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.errors import DataError, MinutesError, UnsupportedVersionError, WrongTypeError
from motesprotokoll.register.followup import Followup, Settled, Verdict

texts = st.text(min_size=1, max_size=10)
settled = st.builds(
    Settled,
    number=st.none() | texts,
    verdict=st.none() | st.sampled_from(Verdict),
    closed_on=st.none() | st.dates(),
    note=st.none() | texts,
    reopened_on=st.none() | st.dates(),
)


class TestFollowup:
    def test_each_change_is_a_new_value(self) -> None:
        """What is settled adds up, and the value before is untouched."""
        nothing = Followup()
        some = nothing.numbered({"a-1": "Å27-1"}).close("a-1", date(2027, 5, 1), "per mejl").confirm("b-1")
        assert some.of("a-1") == Settled("Å27-1", None, date(2027, 5, 1), "per mejl")
        assert some.of("b-1").verdict is Verdict.CONFIRMED
        assert some.reopen("a-1").of("a-1") == Settled("Å27-1")
        assert some.reject("b-1").of("b-1").verdict is Verdict.REJECTED
        assert nothing.of("a-1") == Settled()

    def test_a_day_is_a_date(self) -> None:
        """No clock is read, so the day has to be told."""
        with pytest.raises(WrongTypeError, match=r"^on: expected a date"):
            Followup().close("a-1", "2027-05-01")  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match=r"^on: expected a date"):
            Followup().reopen("a-1", "2027-05-01")  # type: ignore[arg-type]

    @given(st.dictionaries(texts, settled.filter(lambda one: one != Settled())))
    def test_reads_back_what_it_wrote(self, rows: dict[str, Settled]) -> None:
        """The file is exact."""
        assert Followup.load(Followup(rows).to_json().encode("utf-8", "surrogatepass")) == Followup(rows)

    def test_saves_in_place(self, tmp_path: Path) -> None:
        """The file takes the place of the old one, in an order that makes changes easy to see."""
        place = tmp_path / "uppfoljning.json"
        Followup({"b": Settled("Å1-1")}).save(place)
        Followup({"b": Settled("Å1-1"), "a": Settled(note="x")}).save(place)
        text = place.read_text("utf-8")
        assert text.index('"a"') < text.index('"b"')
        assert Followup.load(place).of("a").note == "x"

    @pytest.mark.parametrize(
        ("text", "error"),
        [
            ("", DataError),
            ("[]", DataError),
            ('{"settled": {}}', DataError),
            ('{"version": 2, "settled": {}}', UnsupportedVersionError),
            ('{"version": true, "settled": {}}', DataError),
            ('{"version": 1, "settled": {"a": 3}}', DataError),
            ('{"version": 1, "settled": {"a": {"number": 3}}}', DataError),
            ('{"version": 1, "settled": {"a": {"owner": "Ida"}}}', DataError),
            ('{"version": 1, "settled": {"a": {"verdict": "maybe"}}}', DataError),
            ('{"version": 1, "settled": {"a": {"closed_on": "i går"}}}', DataError),
            ("[" * 100_000, DataError),
        ],
    )
    def test_refuses_what_is_none(self, text: str, error: type[MinutesError]) -> None:
        """A broken file is told as such."""
        with pytest.raises(error):
            Followup.load(text.encode())

    def test_says_which_file(self, tmp_path: Path) -> None:
        """The error names the file."""
        place = tmp_path / "fel.json"
        place.write_text('{"version": 1, "settled": {"a": 3}}')
        with pytest.raises(DataError, match="settled"):
            Followup.load(place)
        place.write_text("x")
        with pytest.raises(DataError, match=r"fel\.json"):
            Followup.load(place)
