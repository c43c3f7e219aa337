"""Words as they are compared: what an eye cannot tell apart, or a keyboard cannot easily type, is one and the same.

    folded("Ángela O’Brien-Łukasz") == "angela obrienlukasz"
    words_of("de la Cruz, José") == ("de", "la", "cruz", "jose")
    is_named_in("Mary Ann", "Ask Mary-Ann for a ride")

For comparing only. What somebody wrote is kept and shown as it stands. Two more are for reading, and keep the signs a
grammar needs: `plain`, and `plain_in_place`, in which every letter stays at its place.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from unicodedata import category, combining, normalize

_APOSTROPHES = "'`´’‘‚‛′ʹʻʼʽʾʿˈˊˋ՚׳΄᾽᾿`´Ꞌꞌ＇｀"  # noqa: RUF001 (the very letters people type)
_HYPHENS = "-‐‑‒–−⁃֊־﹣－"  # noqa: RUF001
_DASHES = "—―⸺⸻"
_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŧ": "t"}  # noqa: RUF001
_SIGNS = str.maketrans({**dict.fromkeys(_APOSTROPHES + _HYPHENS, ""), **dict.fromkeys(_DASHES, " ")})
_PLAIN = str.maketrans(_LETTERS)
"""Letters that Unicode does not take apart into a plain one and its accent."""

_OVERLAY, _POINTS, _ACCENTS = 1, range(10, 37), 200
"""Combining classes: a stroke through a letter, Hebrew and Arabic points, and accents over and under.

Vowel signs of Indic and Southeast Asian scripts and the marks of Japanese kana are letters to their readers, and stay.
"""


def folded(words: str) -> str:
    """Return the words in plain small letters, without accents, apostrophes, hyphens, and signs nobody sees."""
    if words.isascii():
        return words.translate(_ascii_folded())
    return _folded(words)


@cache
def _ascii_folded() -> dict[int, str]:
    """Return how each sign of plain English compares: most texts are made of nothing else, and searches read many."""
    return {number: _folded(chr(number)) for number in range(128)}


def _folded(words: str) -> str:
    apart = normalize("NFKD", normalize("NFKD", words.translate(_SIGNS)).casefold())
    return "".join(map(_compared, apart)).translate(_PLAIN).translate(_SIGNS)


def _compared(sign: str) -> str:
    kind = category(sign)
    if kind == "Cc":
        return " "
    if kind in {"Cf", "Cs"} or _is_accent(sign) or (kind == "Mn" and not combining(sign) and sign < "\u0900"):
        return ""  # half an emoji, a joiner, an accent
    return "" if "\ufe00" <= sign <= "\ufe0f" else sign


def _is_accent(sign: str) -> bool:
    kind = combining(sign)
    return kind == _OVERLAY or kind in _POINTS or kind >= _ACCENTS


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded, without what stands between them."""
    known = folded(text)
    if known.isascii():
        return tuple(known.translate(_ascii_words()).split())
    return tuple("".join(sign if _is_of_a_word(sign) else " " for sign in known).split())


@cache
def _ascii_words() -> dict[int, str]:
    return {number: chr(number) if _is_of_a_word(chr(number)) else " " for number in range(128)}


def _is_of_a_word(sign: str) -> bool:
    return sign.isalnum() or category(sign).startswith("M")


def run_together(text: str) -> str:
    """Return the words of a text without any space: "Mac Donald", "MacDonald" and "Mac-Donald" are one."""
    return "".join(words_of(text))


def is_named_in(name: str, text: str) -> bool:
    """Whether a name stands in a text as whole words, however it is spaced: "Maryann" in "with Mary Ann"."""
    wanted, words = run_together(name), words_of(text)
    starts = (place for place, word in enumerate(words) if word and wanted.startswith(word))
    return any(wanted in accumulate(words[place : place + len(wanted)]) for place in starts)


def plain(words: str) -> str:
    """Return words in small letters, without accents and without doubled spaces, for reading."""
    letters = normalize("NFD", words.casefold())
    return " ".join("".join(letter for letter in letters if not combining(letter)).split())


_AS_TYPED = {"’": "'", "‘": "'", "`": "'", "´": "'", "‐": "-", "‑": "-"}  # noqa: RUF001 (the very letters people type)


def plain_in_place(sentence: str) -> str:
    """Return the sentence in small letters without accents, of the same length, for finding what stands where."""
    return "".join(map(_plain_letter, sentence))


def _plain_letter(letter: str) -> str:
    if letter.isspace() or category(letter) in {"Co", "Cs"}:
        return " "  # a letter of no script, and half an emoji, at which a reader of number words stops
    if letter in _AS_TYPED:
        return _AS_TYPED[letter]
    small = normalize("NFD", letter.lower())[0]
    return small if len(small) == 1 else letter
