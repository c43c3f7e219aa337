"""A person's name in a sentence: read whole, or not at all.

    name_at("Walk with Nguyễn on Sundays", 10, rules)     where "Nguyễn" ends
    name_at("con el Dr. Pérez y Ana", 4, rules)           where "el Dr. Pérez" ends

Only a capital tells a name, or a letter of a script that has none. A name typed in small letters is not offered: no
offer is better than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import category

from planner.words.fold import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.goals.smart.sentence.rules import Rules

_INNER = frozenset("'’‘ʼʻ`´′-‐‑–·")  # noqa: RUF001 (apostrophes and hyphens as people type them)
_OWNED = re.compile(r".(?:['’ʼ]s|s['’])$", re.IGNORECASE)  # noqa: RUF001
_NUMBERED = re.compile(r"[IVX]{2,4}$")
_AFTER_A_NAME = frozenset({"jr", "sr"})
_SHORTENED = frozenset({"ma", "fco", "fca", "gpe", "hno", "hna", "sta", "sto", "wm", "jas", "chas", "geo", "thos"})
"""Names as they are shortened with a dot: "Ma. Elena", "Fco. Javier"; the name goes on behind it."""

_NOT_ALONE = frozenset("aeiouy")
"""One of these as a capital without a dot is a word: "tell Ana I came"."""


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a sentence, its place, and whether a dot follows it: "Dr.", "J."."""

    text: str
    start: int
    end: int
    dot: bool

    @property
    def plain(self) -> str:
        return folded(self.text)

    @property
    def is_capital(self) -> bool:
        """Whether it is written as a name is: a capital and small letters, or a script without capitals."""
        kinds = [category(sign) for sign in self.text if sign.isalpha() and sign not in _INNER]
        if not kinds or self.is_owned or any(sign.isdecimal() or sign in "_@" for sign in self.text):
            return False
        if kinds[0] == "Lo":
            return {*kinds} <= {"Lo", "Lm"}
        later = any(before in _INNER and category(sign) == "Lu" for before, sign in pairwise(self.text))
        return (kinds[0] in {"Lu", "Lt"} or later) and "Ll" in kinds

    @property
    def is_owned(self) -> bool:
        return _OWNED.search(self.text) is not None

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1 and self.text.isupper() and (self.dot or self.plain not in _NOT_ALONE)

    @property
    def begins_like_a_name(self) -> bool:
        return len(self.text) > 1 and category(self.text[0]) in {"Lu", "Lt", "Lo"}


def name_at(sentence: str, start: int, rules: Rules) -> int | None:
    """Return where the name ends that begins here; nothing where none does, or where it cannot be told whole."""
    if sentence.isupper():
        return None
    return _one_name(sentence, start, rules)


def is_begun(sentence: str, start: int, rules: Rules) -> bool:
    """Whether a name seems to begin here, though it cannot be told whole: "Tom's dad", "Mercy Hospital"."""
    word = next(_words(sentence, start), None)
    if word is None or _is_a_day(word.plain, rules) or word.plain in rules.kinds["stops"]:
        return False
    return word.begins_like_a_name or (word.is_owned and word.text[0].isupper())


def _one_name(sentence: str, start: int, rules: Rules) -> int | None:
    """Return where one name ends: title, given names, particles and family names, as many as there are."""
    end, is_led, goes_on, before = None, False, False, ""
    for word in _words(sentence, start):
        kind = _kind(word, rules, before)
        if end is None and (kind == "title" or (kind == "article" and not is_led)):
            is_led = kind == "title" or _is_titled(sentence, word.end, rules)
            if not is_led:
                return None
        elif kind == "name":
            end, goes_on = word.end, word.dot and word.plain in _SHORTENED
            if word.dot and not word.is_initial:
                break
        elif kind not in {"particle", "article"}:
            return None if kind == "unclear" or goes_on else end
        else:
            goes_on = end is not None and word.begins_like_a_name  # "Van" behind "Tran": more of the name is to come
        before = kind
    return None if goes_on else end


def _is_titled(sentence: str, end: int, rules: Rules) -> bool:
    after = next(_words(sentence, end + 1), None)
    return after is not None and after.plain in rules.kinds["titles"]


def _kind(word: _Word, rules: Rules, before: str) -> str:
    """Return what a word is to a name, behind a word of the kind `before`: unclear where the name may go on."""
    plain, kinds, may_go_on = word.plain, rules.kinds, before == "name" and word.is_capital
    if may_go_on and plain in _AFTER_A_NAME:
        return "name"
    for kind, words in (("title", "titles"), ("article", "name_articles"), ("particle", "particles")):
        if plain in kinds[words]:
            return kind
    is_a_day = _is_a_day(plain, rules)
    if is_a_day or plain in kinds["organizations"] | kinds["stops"] | kinds["prepositions"] | kinds["not_people"]:
        is_unclear = plain in kinds["organizations"] or (is_a_day and rules.code == "es")
        return "unclear" if may_go_on and is_unclear else "other"  # Mercy Hospital, Plácido Domingo
    if word.is_capital or word.is_initial or _NUMBERED.match(word.text):
        return "name"
    return "unclear" if word.begins_like_a_name or word.is_owned else "other"


def _is_a_day(plain: str, rules: Rules) -> bool:
    return any(name in rules.weekdays or name in rules.months for name in (plain, plain.removesuffix("s")))


def _words(sentence: str, start: int) -> Iterator[_Word]:
    """Yield the words from a place on, as long as only a blank, or a dot as of a title, stands between them."""
    place = start
    while place < len(sentence):
        end = place
        while end < len(sentence) and _is_of_a_word(sentence[end]):
            end += 1
        if end == place:
            return
        dot = sentence[end : end + 1] == "."
        yield _Word(sentence[place:end], place, end, dot)
        place = end + dot
        if sentence[place : place + 1] in {" ", "\u00a0"}:
            place += 1
        elif not dot:
            return


def _is_of_a_word(sign: str) -> bool:
    return sign.isalnum() or sign in _INNER or sign in "_@" or category(sign).startswith("M")
