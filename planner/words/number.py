"""One number as it is written: "1,250.50", "7.5", "½", "two and a half", "quince". It is read whole, or not at all."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

_HALF = Decimal("0.5")
_SIGNS = {"½": _HALF, "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_DIGITS = re.compile(r"[0-9.,]*[0-9][0-9.,]*")
_FRACTION = re.compile(r"(?:(?P<whole>[0-9]{1,3}) )?(?P<part>[0-9]{1,2})/(?P<of>[1-9][0-9]?)")
_WITH_SIGN = re.compile(rf"(?P<whole>[0-9]{{0,3}}) ?(?P<sign>[{''.join(_SIGNS)}])")
_AND_A_HALF = re.compile(r"(?P<whole>.+?) (?:and a half|y medi[ao])")
_NAMED = {"a": Decimal(1), "an": Decimal(1), "half": _HALF, "half a": _HALF, "half an": _HALF, "media": _HALF} | {
    "medio": _HALF,
    "1 half": _HALF,
    "one half": _HALF,
    "none": Decimal(0),
}
_ACCENTS = {
    "dieciseis": "dieciséis",
    "veintidos": "veintidós",
    "veintitres": "veintitrés",
    "veintiseis": "veintiséis",
}
LARGEST = 10**9
"""No number of everyday life is larger."""


def in_digits(digits: str) -> Decimal | None:
    """Return what digits stand for; "1.250" is a thousand in one country and one and a bit in another: nothing."""
    digits = f"0{digits}" if digits.startswith(".") else digits
    digits = digits.rstrip(".,")
    if not _DIGITS.fullmatch(digits) or digits.startswith(","):
        return None
    ways = ("en_US",) if _THOUSANDS.fullmatch(digits) else ("en_US", "es_AR")
    readings = {found for way in ways if (found := _written_in(way, digits)) is not None and found <= LARGEST}
    return readings.pop() if len(readings) == 1 else None


def _written_in(locale: str, digits: str) -> Decimal | None:
    from babel.numbers import NumberFormatError, parse_decimal  # CLDR's own signs, loaded when a number is typed

    try:
        return parse_decimal(digits, locale=locale, strict=True)
    except (NumberFormatError, InvalidOperation):  # no number, or one too long for reckoning
        return None


@lru_cache(maxsize=256)
def number_in(text: str) -> Decimal | None:
    """Return the number that plain text (small letters, no accents) is, and nothing where it holds anything more."""
    text = text.strip()
    if text in _NAMED:
        return _NAMED[text]
    if _DIGITS.fullmatch(text):
        return in_digits(text)
    if found := _FRACTION.fullmatch(text) or _WITH_SIGN.fullmatch(text):
        return _with_a_part(found)
    if (found := _AND_A_HALF.fullmatch(text)) and (whole := number_in(found["whole"])) is not None:
        return whole + _HALF
    return _in_words(text)


def _with_a_part(found: re.Match[str]) -> Decimal | None:
    whole, named = Decimal(found["whole"] or 0), found.groupdict()
    if named.get("sign"):
        return whole + _SIGNS[named["sign"]]
    part = Decimal(named["part"]) / Decimal(named["of"])
    return whole + part if part < 1 else None


def _in_words(text: str) -> Decimal | None:
    if text == "once" or not re.fullmatch(r"[a-z]+(?:[ -][a-z]+){0,4}", text):
        return None  # "once" is eleven to one reader and one time to the other
    # compiled, without type stubs; opened with the first number that is written out
    from text_to_num import text2num  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    spelled = " ".join(_ACCENTS.get(word, word) for word in text.split())
    for code in ("en", "es"):
        try:
            return Decimal(int(text2num(spelled, code)))  # pyright: ignore[reportUnknownArgumentType]
        except ValueError:
            continue
    return None
