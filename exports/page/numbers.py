"""What stays on one line and reads from the left beside any script: telephone numbers, amounts with their unit, times.

`templates/typst/plan.typ` keeps the same ones whole on paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PHONE = (
    r"\+\d[\d .\-()]{6,18}\d"
    r"|(?:\+?1[ .\-])?(?:\(\d{3}\)|\d{3})[ .\-]*\d{3}[ .\-]\d{4}(?:[\d,;*#]{0,20}[\d#])?"
    r"|\d{3}-\d{4}(?![\-\d])"
    r"|(?:988|911)(?![\d.,:/\-–]\d|%)"
)
_NUMBER = (
    r"\d[\d.,:/\-–]*[ \u00a0]?(?:mg|mcg|µg|μg|g|ml|mL|units?|unidades|%|a\.\u00a0?m\.|p\.\u00a0?m\.|[AaPp][Mm])"
    r"(?:/[A-Za-z]+)?(?![A-Za-z])\.?"
    r"|[+$#]?\d[\d.,:;/*()\-–]*[\d#%]"
)
_WHOLE = re.compile(rf"(?<![\w$+])(?P<phone>{_PHONE})(?![\w])|(?P<number>{_NUMBER})")
_LONGEST = 28
"""Longer than any telephone number with its code: what is longer may break, or a narrow page would scroll sideways."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text; a number stays whole, and one to call has its address."""

    text: str
    is_number: bool = False
    tel: str = ""


def pieces(words: str) -> Iterator[Piece]:
    """Yield words in their order, the numbers among them apart."""
    at = 0
    for found in _WHOLE.finditer(words):
        number = found[0]
        if len(number) > _LONGEST:
            continue
        if found.start() > at:
            yield Piece(words[at : found.start()])
        yield Piece(number, is_number=True, tel=_address(number) if found["phone"] else "")
        at = found.end()
    if at < len(words):
        yield Piece(words[at:])


def _address(phone: str) -> str:
    """Return where a telephone calls: the digits, with the pauses before a code (RFC 3966 knows no other sign)."""
    return "tel:" + re.sub(r"[^\d+,;*#]", "", phone).replace("#", "%23")
