"""The names of the package."""

import pytest

from motesprotokoll import privacy


class TestPackage:
    def test_each_name_is_had_when_it_is_asked_for(self) -> None:
        """What is listed is there, and shows in dir()."""
        assert sorted(name for names in privacy._MODULES.values() for name in names) == sorted(
            privacy.__all__
        )
        assert set(privacy.__all__) <= set(dir(privacy))
        assert all(getattr(privacy, name) is not None for name in privacy.__all__)

    def test_an_unknown_name_is_an_attribute_error(self) -> None:
        """As of any module."""
        with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
            _ = privacy.nonsense
