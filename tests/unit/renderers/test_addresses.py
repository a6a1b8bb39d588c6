"""Only harmless addresses become links."""

import pytest

from motesprotokoll.renderers.addresses import is_absolute_link, is_safe_address


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://x.se", True),
        ("HTTP://x.se", True),
        ("mailto:a@b.se", True),
        ("tel:+46", True),
        ("a/b:c", True),
        ("#a:b", True),
        ("?a:b", True),
        ("", True),
        ("javascript:x", False),
        ("data:text/html,x", False),
        ("ms-msdt:/id", False),
        ("//evil", False),
        ("/\\evil", False),
        ("\\\\evil", False),
        (":x", False),
    ],
)
def test_schemes(address: str, safe: bool) -> None:
    """Only what a browser follows harmlessly becomes a link."""
    assert is_safe_address(address) is safe


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://x.se", True),
        ("mailto:a@b.se", True),
        ("a/b", False),
        ("#a", False),
        ("javascript:x", False),
        ("//x", False),
    ],
)
def test_links_in_files(address: str, link: bool) -> None:
    """A file has no site that a relative address could belong to."""
    assert is_absolute_link(address) is link
