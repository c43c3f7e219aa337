"""The numbers of a sentence, in digits and in words: "8,000", "twenty-five", "1/2", "2–3", "two or three"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from planner.goals.smart.sentence.masks import DAY, NAME, NUMBER, masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Protocol

    from planner.goals.smart.sentence.rules import Rules

    class _Found(Protocol):
        start: int
        end: int
        value: float
        is_ordinal: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A number at its place; `low` and `high` differ for a range."""

    start: int
    end: int
    low: Decimal
    high: Decimal


_DIGITS = re.compile(
    r"(?<![\w.,/-])(?P<whole>[0-9]{1,9})/(?P<part>[1-9][0-9]{0,2})(?![\w/])"  # a fraction
    r"|(?<![\w])(?P<digits>[0-9][0-9.,]{0,14}[0-9]|[0-9])(?![0-9])(?!(?:st|nd|rd|th)\b)"
    r"(?P<thousand>k(?= ?(?:steps?|words?|cal|dollars|bucks|meters|followers|points|extra|more)\b)| thousand\b| mil\b)?"
    r"(?P<k>k\b)?"
)
_GROUPED = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*")
_WORD = re.compile(r"[^\W\d_]+|[^\s\w]")
_LARGEST = Decimal(10**9)
_NEAR = 25
_FINEST = Decimal("0.0001")


def numbers_in(text: str, rules: Rules) -> list[Number]:
    """Return the numbers of a flat sentence, from left to right, ranges and halves put together."""
    found = _apart([*_written(text, rules), *_in_digits(text, rules), *_in_words(text, rules)])
    return _ranges(text, _with_halves(text, found, rules), rules)


def hidden(text: str, plain: str, numbers: Iterable[Number], rules: Rules) -> str:
    """Return the text with every number behind marks, and behind other marks where it is a name or a phrase."""
    for number in numbers:
        text = masked(text, number.start, number.end, NUMBER)
    for pattern in rules.names:
        for name in list(pattern.finditer(text)):
            text = text[: name.start()] + name[0].replace(NUMBER, NAME) + text[name.end() :]
    for phrase in rules.phrases:
        for name in phrase.finditer(plain):
            if DAY not in text[name.start() : name.end()]:
                text = masked(text, name.start(), name.end(), NAME)
    return text


def _in_digits(text: str, rules: Rules) -> Iterator[Number]:
    for found in _DIGITS.finditer(text):
        value = _fraction(found) if found["whole"] else _value(found["digits"], rules)
        if value is not None and value <= _LARGEST:
            is_money = found["k"] is not None and _is_money(text, found.start(), rules)
            value *= 1000 if found["thousand"] or is_money else 1
            yield Number(found.start(), found.start("k") if found["k"] and not is_money else found.end(), value, value)


def _is_money(text: str, start: int, rules: Rules) -> bool:
    """Whether so many "k" are thousands, and not the length of a race."""
    before = text[max(0, start - _NEAR) : start]
    return before.endswith(("$", "$ ", "€")) or rules.first("money", before) is not None


_OUT_OF_TEN = 10


_PARTS = (2, 3, 4, 5, 6, 8, 12, 16)
"""What people divide by; "4/20" is no fraction."""


def _fraction(found: re.Match[str]) -> Decimal | None:
    """Return a fraction; so many tenths are a rating: "from 8/10 to 5/10"."""
    if int(found["part"]) == _OUT_OF_TEN:
        return Decimal(found["whole"])
    if int(found["part"]) not in _PARTS:
        return None
    return round(Decimal(found["whole"]) / Decimal(found["part"]), 4).normalize()


def _value(digits: str, rules: Rules) -> Decimal | None:
    """Read "8,000", "8.000", "1.5" and "1,5": three digits behind one sign are a thousand in either language."""
    if _GROUPED.fullmatch(digits) and not digits.startswith("0"):
        return Decimal(re.sub("[.,]", "", digits))
    marks = [sign for sign in digits if sign in ".,"]
    if len(marks) > 1:
        digits = digits.replace("," if rules.decimal == "." else ".", "")
    try:
        return Decimal(digits.replace(",", "."))
    except ArithmeticError:
        return None


class _Token:
    """A word as the number reader wants it."""

    def __init__(self, found: re.Match[str], *, is_no_number: bool) -> None:
        self.found = found
        self.is_no_number = is_no_number

    def text(self) -> str:
        return self.found[0]

    def nt_separated(self, _previous: _Token) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return self.is_no_number


def _in_words(text: str, rules: Rules) -> Iterator[Number]:
    """Read number words. An article ("un grupo") is none, and "first" counts nothing."""
    # compiled, without type stubs; opened with the first goal that is read
    from text_to_num import find_numbers  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    articles = re.compile("|".join(rules.numbers["a"]))
    tokens = [_Token(word, is_no_number=bool(articles.fullmatch(word[0]))) for word in _WORD.finditer(text)]
    for found in cast("Sequence[_Found]", find_numbers(tokens, rules.code, 0)):
        words = tokens[found.start : found.end]
        value = Decimal(found.value).quantize(_FINEST) if abs(found.value) <= _LARGEST else _LARGEST + 1
        value = value.to_integral_value() if value == value.to_integral_value() else value.normalize()
        if words and not found.is_ordinal and value <= _LARGEST and not any(word.is_no_number for word in words):
            yield Number(words[0].found.start(), words[-1].found.end(), value, value)


def _written(text: str, rules: Rules) -> Iterator[Number]:
    """Read "a couple of", "a dozen", "½"."""
    for pattern, amount in rules.numbers["others"].items():
        for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
            value = Decimal(str(amount))
            yield Number(found.start(), found.end(), value, value)


def _apart(found: list[Number]) -> list[Number]:
    """Keep of numbers that overlap the one that was found first."""
    kept: list[Number] = []
    taken = bytearray()
    for number in found:
        if len(taken) < number.end:
            taken.extend(bytes(number.end - len(taken)))
        if not any(taken[number.start : number.end]):
            taken[number.start : number.end] = b"\1" * (number.end - number.start)
            kept.append(number)
    return sorted(kept, key=lambda number: number.start)


def _with_halves(text: str, numbers: list[Number], rules: Rules) -> list[Number]:
    """Add "half an" before a thing, and "one and a half"."""
    half = Decimal("0.5")
    more = re.compile(rf" ?(?:{'|'.join(rules.numbers['and_a_half'])})\b(?= \w)")
    wider = [
        Number(each.start, after.end(), each.low + half, each.high + half)
        if each.low == each.high and (after := more.match(text, each.end))
        else each
        for each in numbers
    ]
    alone = re.finditer(
        rf"(?<![\w-])(?<!\by )(?<!\band )(?<!\band a )(?:{'|'.join(rules.numbers['halves'])})(?=[ -][a-z])",
        text,
    )
    return _apart([*wider, *(Number(found.start(), found.end(), half, half) for found in alone)])


def _ranges(text: str, numbers: list[Number], rules: Rules) -> list[Number]:
    """Put "2-3", "two or three" together where the second follows the first and is larger."""
    between = re.compile(rf"\s*(?:{'|'.join(rules.numbers['between'])})\s*")
    kept: list[Number] = []
    for number in numbers:
        last = kept[-1] if kept else None
        is_pair = last and last.low == last.high and between.fullmatch(text, last.end, number.start)
        if last and is_pair and rules.patterns["from"][0].search(text, 0, last.start):
            kept[-1] = Number(last.start, number.end, number.low, number.high)  # what is reached
        elif last and is_pair and last.high < number.high:
            kept[-1] = Number(last.start, number.end, last.low, number.high)
        else:
            kept.append(number)
    return kept
