"""Where printed Swedish keeps two words on one line: a no-break space instead of an ordinary one.

Only renderers use this. The model holds ordinary spaces, and reading gives them back.
"""

import re

# The space comes first, so that the search runs from space to space.
_KEPT_TOGETHER = re.compile(
    r"""
    [ ](?:(?=[0-9]) (?: (?<=\b[Kk]l\.[ ]) | (?<=\b[Vv]\.[ ]) | (?<=\b[Vv]ecka[ ]) | (?<=§[ ]) )
      | (?<=[0-9][ ]) (?=[%§]|(?:kap|kr|kronor|tkr|kkr|mkr|mnkr|mdkr)\b) )
    """,
    re.VERBOSE,
)


def typeset(text: str) -> str:
    """*text* with no-break spaces: ``kl. 9``, ``v. 7``, ``vecka 7``, ``§ 12``, ``65 §``, ``5 %``, ``100 kr``.

    Source: Svenska skrivregler (Språkrådet), on line breaks in expressions with figures.

    >>> typeset("Fredag kl. 9, v. 7 (§ 12)")
    'Fredag kl.\\xa09, v.\\xa07 (§\\xa012)'
    """
    return _KEPT_TOGETHER.sub("\N{NO-BREAK SPACE}", text)
