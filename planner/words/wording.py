"""Words in staff text that stigmatize, with a better one: the person's own words, quotations and names are left alone.

A term shapes how others treat a person (Kelly and Westerhoff 2010; NIDA, "Words Matter"). This looks only at what staff
wrote; the rules stand in `wording_rules/<language>.toml` beside this file, each list with its sources.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.model.finding import Audience, Finding, Weight
from planner.model.message import say
from planner.words.fold import plain_in_place
from planner.words.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.model.finding import Place

_RULES = Path(__file__).with_name("wording_rules")

_QUOTED = re.compile(r"“[^”“]*”|«[^»«]*»|\"[^\"]*\"|‘[^’‘]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
_NAMED = re.compile(
    r"\b[A-ZÁÉÍÓÚÑ][\w'’-]*(?:(?: (?:and|of|the|for|on|y|de|del|la|las|los|en|&)){0,3} [A-ZÁÉÍÓÚÑ][\w'’-]*)+"
)
"""Two or more words with a capital, small connecting ones between them."""

_PART = re.compile(r"<([a-z_]+)>")
"""A part of a rule that stands in a line of its own."""

_ORGANIZATION = re.compile(
    r"\b(?:anonymous|administration|institute|center|centre|services?|department|association|clinic|council|coalition"
    r"|foundation|society|screening test|network|alliance|court|act|grant"
    r"|anonimos|administracion|instituto|centro|servicios?|departamento|asociacion|clinica|consejo|fundacion|red|ley"
    r"|cero)\b"
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term that stigmatizes, where it stands, and what could be said instead."""

    start: int
    end: int
    words: str
    better: str


def stigmatizing_terms(text: str, names: Iterable[str] = ()) -> tuple[Term, ...]:
    """Return the terms in a staff member's text, in whichever language it is, in the order they stand.

    `names` are names of agencies and places that are known here: what stands inside one is no term.
    """
    plain = _without_names(plain_in_place(text), text, names)
    found: list[Term] = []
    for pattern, unless, better in _rules():
        exempt = [part.span() for part in unless.finditer(plain)] if unless else []
        for part in pattern.finditer(plain):
            start, end = part.span()
            if not any(start < until and since < end for since, until in exempt):
                found.append(Term(start, end, text[start:end].strip(), better))
    return tuple(_outermost(found))


def wording_findings(text: str, place: Place, names: Iterable[str] = ()) -> Iterator[Finding]:
    """Yield a better word for each term in a staff member's text; for staff alone."""
    for term in stigmatizing_terms(text, names):
        yield Finding(
            "wording.term",
            place,
            say("“{term}” can weigh on how others see the person.", term=term.words),
            say("You could say: {better}. The person's own words stay as they are.", better=term.better),
            audience=Audience.STAFF,
            weight=Weight.READING,
        )


@cache
def _rules() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None, str], ...]:
    """Return each rule of every language: what it sees, what makes it something else, and the better word."""
    return tuple(
        rule
        for code in LANGUAGES
        for rule in _rules_of(tomllib.loads((_RULES / f"{code}.toml").read_text(encoding="utf-8")))
    )


def _rules_of(kept: dict[str, Any]) -> Iterator[tuple[re.Pattern[str], re.Pattern[str] | None, str]]:
    def pattern(rule: str) -> re.Pattern[str]:
        return re.compile(_PART.sub(lambda part: kept["parts"][part[1]], rule))

    for term in kept["terms"]:
        yield pattern(term["pattern"]), pattern(term["unless"]) if "unless" in term else None, term["better"]


def _without_names(small: str, text: str, names: Iterable[str]) -> str:
    """Return the text with quotations and names blanked out."""
    spans = [part.span() for part in _QUOTED.finditer(text)]
    spans += [part.span() for part in _NAMED.finditer(text) if _ORGANIZATION.search(small[slice(*part.span())])]
    for name in filter(None, (plain_in_place(name.strip()) for name in names)):
        spans += [part.span() for part in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", small)]
    for start, end in spans:
        small = small[:start] + "\x00" * (end - start) + small[end:]
    return small


def _outermost(found: list[Term]) -> Iterator[Term]:
    """Yield each term once, in the order they stand: the longest where two rules see the same words."""
    seen_to = 0
    for term in sorted(found, key=lambda term: (term.start, -term.end)):
        if term.end > seen_to:
            yield term
            seen_to = term.end
