"""Which addresses may become links, in every format that has links."""

import re

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([^/?#:]*+):")


def is_safe_address(address: str) -> bool:
    """Whether *address* may become a link: a harmless scheme, or a place on the same site.

    What a browser could read as another site or scheme (``//x``, ``\\\\x``) is none of them.
    """
    if address.startswith(("//", "/\\", "\\")):
        return False
    scheme = _SCHEME.match(address)
    return scheme is None or scheme[1].lower() in SAFE_SCHEMES


def is_absolute_link(address: str) -> bool:
    """Whether *address* may become a link in a file that stands on no site: harmless, and with a scheme."""
    return is_safe_address(address) and _SCHEME.match(address) is not None
