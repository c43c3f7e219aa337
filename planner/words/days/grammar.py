"""A small grammar: templates of words and slots over folded text. A phrase is read whole, or it is not read.

A template is written as one would say it: `the? {rank} {weekday} of|in {month} {year?}`. A word stands for itself,
`of|in` for either, `?` lets it be left out, and `{month}` stands for whatever the rules of that name can read there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_TOKEN = re.compile(
    r"(?<![\w/.-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])"
    r"|(?<![\w/.-])[0-9]{1,2}(?P<sign>[/.-])[0-9]{1,2}(?:(?P=sign)[0-9]{2,4})?(?![\w/-]|\.[0-9])"
    r"|[0-9]{1,2}:[0-9]{2}|'?[0-9]+(?:(?:st|nd|rd|th|r?o|er|ero)\b|[°º])?"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*|[^\s,.()\"“”']"
)
"""A day in figures, a clock, a number with its ending, a word, or a sign. Commas, points and brackets say nothing."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign with its place."""

    text: str
    start: int
    end: int


def tokens_of(text: str, contractions: Mapping[str, tuple[str, ...]]) -> tuple[Token, ...]:
    """Return the words of a folded text; a hyphen between two words parts them, and "del" is "de el"."""
    found = (token for one in _TOKEN.finditer(text) for token in _parted(one, contractions.get(one[0])))
    return tuple(one for one in found if not _is_hyphen(one, text))


def _parted(found: re.Match[str], words: tuple[str, ...] | None) -> Iterator[Token]:
    """Yield the word, or the two that were drawn together: "d" and "el" of "del" each in its place."""
    if not words:
        yield Token(_bare(found[0]), found.start(), found.end())
        return
    yield Token(words[0], found.start(), found.start() + 1)
    yield Token(words[1], found.start() + 1, found.end())


def _bare(word: str) -> str:
    """Return a word without its apostrophe; before a number it says something."""
    return word if word[0] == "'" else word.replace("'", "")


def _is_hyphen(token: Token, text: str) -> bool:
    return (
        token.text == "-"
        and text[token.start - 1 : token.start].isalpha()
        and text[token.end : token.end + 1].isalpha()
    )


@dataclass(frozen=True, slots=True)
class _Element:
    """One place in a template: words, or the name of what stands there."""

    words: frozenset[str]
    slot: str
    is_optional: bool


def _elements(template: str) -> tuple[_Element, ...]:
    return tuple(_element(one) for one in template.split())


def _element(text: str) -> _Element:
    bare = text.replace("?", "")
    is_slot = bare.startswith("{")
    return _Element(
        frozenset() if is_slot else frozenset(bare.split("|")), bare.strip("{}") if is_slot else "", "?" in text
    )


Found = tuple[int, Any]
"""Where the next word stands, and what was read."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A template, and the function that is given what its slots read."""

    elements: tuple[_Element, ...]
    meaning: Callable[..., Any]

    @classmethod
    def of(cls, template: str, meaning: Callable[..., Any]) -> Rule:
        """Return the rule for a template."""
        return cls(_elements(template), meaning)


@dataclass(frozen=True)
class Grammar:
    """Rules by the name of what they read, and lists of names with what each stands for."""

    rules: Mapping[str, tuple[Rule, ...]]
    names: Mapping[str, Mapping[tuple[str, ...], Any]]
    shapes: Mapping[str, Callable[[str], Any]]
    """Single words that are read by their look: a number, a day in figures. None where they are none."""

    contractions: Mapping[str, tuple[str, ...]]

    def reader(self, text: str, seen: Any) -> Reader:
        """Return a reader of one text; `seen` is handed to every meaning."""
        return Reader(self, tokens_of(text, self.contractions), seen)

    @cached_property
    def longest_names(self) -> Mapping[str, int]:
        """The number of words in the longest name of each list."""
        return {name: max(map(len, names), default=0) for name, names in self.names.items()}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one text, each place of it once."""

    grammar: Grammar
    tokens: tuple[Token, ...]
    seen: Any
    _known: dict[tuple[str, int], tuple[Found, ...]] = field(default_factory=dict[tuple[str, int], tuple[Found, ...]])

    def whole(self, name: str) -> tuple[Any, ...]:
        """Return every way to read the text from its first word to its last."""
        return tuple(value for end, value in self.at(name, 0) if end == len(self.tokens)) if self.tokens else ()

    def at(self, name: str, start: int) -> tuple[Found, ...]:
        """Return every way to read what begins at a word."""
        if (name, start) not in self._known:
            self._known[name, start] = tuple(self._read(name, start))
        return self._known[name, start]

    def _read(self, name: str, start: int) -> Iterable[Found]:
        if start >= len(self.tokens):
            return
        if (shape := self.grammar.shapes.get(name)) and (value := shape(self.tokens[start].text)) is not None:
            yield start + 1, value
        yield from self._named(name, start)
        for rule in self.grammar.rules.get(name, ()):
            for end, slots in self._matched(rule.elements, start):
                yield end, rule.meaning(self.seen, **slots)

    def _named(self, name: str, start: int) -> Iterator[Found]:
        names = self.grammar.names.get(name, {})
        for length in range(1, self.grammar.longest_names.get(name, 0) + 1):
            words = tuple(token.text for token in self.tokens[start : start + length])
            if len(words) == length and words in names:
                yield start + length, names[words]

    def _matched(self, elements: tuple[_Element, ...], start: int) -> Iterator[tuple[int, dict[str, Any]]]:
        if not elements:
            yield start, {}
            return
        first, rest = elements[0], elements[1:]
        if first.is_optional:
            yield from self._matched(rest, start)
        for end, slots in self._first(first, start):
            for last, more in self._matched(rest, end):
                yield last, slots | more

    def _first(self, element: _Element, start: int) -> Iterator[tuple[int, dict[str, Any]]]:
        if element.slot:
            for end, value in self.at(element.slot, start):
                yield end, {element.slot: value}
        elif start < len(self.tokens) and self.tokens[start].text in element.words:
            yield start + 1, {}
