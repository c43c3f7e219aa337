"""Words as a search compares them: without case and without accents."""

from __future__ import annotations

from unicodedata import category, normalize

_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŧ": "t"}
)
"""Letters that Unicode does not take apart into a plain one and its accent."""


def folded(words: str) -> str:
    """Return the words as they compare: "Ángela Muñoz" becomes "angela munoz"."""
    apart = normalize("NFKD", normalize("NFKD", words).casefold())
    return "".join(_compared(sign) for sign in apart).translate(_PLAIN)


def _compared(sign: str) -> str:
    kind = category(sign)
    if kind == "Cc":
        return " "
    return "" if kind in {"Mn", "Cf", "Cs"} else sign  # accents, marks nobody sees, half an emoji
