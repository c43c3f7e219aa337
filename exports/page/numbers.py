"""What stays on one line and reads from the left beside any script: telephone numbers, amounts with their unit, times.

The rule is written once, in what Python and the template of the printed page both read alike: no look to the sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PHONES = (
    r"\+\d[\d .\-()]{6,18}\d",
    r"(?:\+?1[ .\-])?(?:\(\d{3}\)|\d{3})[ .\-]*\d{3}[ .\-]\d{4}(?:[\d,;*#]{0,20}[\d#])?",
)
_UNITS = r"(?:mg|mcg|µg|μg|g|ml|mL|units?|unidades|[AaPp][Mm])(?:/[A-Za-z]+)?\b\.?|[ap]\.\xa0?m\.|%"
WHOLE = "|".join((*_PHONES, rf"\d[\d.,:/\-–]*[ \xa0]?(?:{_UNITS})", r"[+$#]?\d[\d.,:;/*()\-–]*[\d#%]"))
"""What is never broken over two lines, as a pattern."""

_WHOLE = re.compile(WHOLE)
_TO_CALL = re.compile(rf"{'|'.join(_PHONES)}|\d{{3}}-\d{{4}}|988|911")
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
        yield Piece(number, is_number=True, tel=_address(number) if _is_telephone(found) else "")
        at = found.end()
    if at < len(words):
        yield Piece(words[at:])


def _is_telephone(found: re.Match[str]) -> bool:
    """Whether it is one to call: all of it, and not a part of a word, of an amount or of another number."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:2]
    is_part = before.isalnum() or before in {"_", "$", "+"} or after[:1].isalnum() or after[:1] in {"_", "%"}
    return (
        not is_part
        and not (after[:1] in set(".,:/-–") and after[1:].isdigit())
        and _TO_CALL.fullmatch(found[0]) is not None
    )


def _address(phone: str) -> str:
    """Return where a telephone calls: the digits, with the pauses before a code (RFC 3966 knows no other sign)."""
    return "tel:" + re.sub(r"[^\d+,;*#]", "", phone).replace("#", "%23")
