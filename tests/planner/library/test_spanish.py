"""Spanish that says what is meant: renderings that were read as something else do not come back.

Each rule is a pattern and what a reader takes it for. It is tried on a sentence it was made for and on one near it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planner import library
from planner.library.catalogues import catalogue_files, read
from planner.safety.crisis_line import crisis_line
from planner.words.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

SPANISH = Language("es")


@dataclass(frozen=True)
class Rule:
    """A rendering, what it is taken for, one sentence it stands in, and one that is well said."""

    pattern: str
    taken_for: str
    hit: str
    well_said: str

    def found_in(self, text: str) -> bool:
        return re.search(self.pattern, text, re.IGNORECASE) is not None


RULES = [
    Rule(
        r"\bson segur[oa]s\b|no es segur[oa]\b(?! que)",
        "dangerous",
        "La cama no es segura.",
        "No es seguro que llegue.",
    ),
    Rule(r"\brecaídas?\b", "a relapse, where a slip is meant", "después de una recaída", "después de un tropiezo"),
    Rule(
        r"faltaron dosis|dosis que falt|te faltaron días",
        "we ran short",
        "Me faltaron dosis.",
        "Faltaron dos.",
    ),
    Rule(r"\bentregas?\b(?! de la casa)", "a delivery", "la última entrega", "se entregó el plan"),
    Rule(r"\baguantar\b", "putting up with it", "lo que me ayuda a aguantar", "el cuerpo aguanta menos"),
    Rule(r"¿te queda\?|que te quede\b|lo que te quede|día le queda", "what is left", "¿Te queda?", "¿Te queda una?"),
    Rule(r"se pone en medio|puso en medio|poner en medio", "standing between", "¿Qué se puso en medio?", "el medio"),
    Rule(r"consejer[oa]/[ao]", "the word “barra”, read aloud", "tu consejero/a", "tu consejero o consejera"),
    Rule(
        r"\balmacén\b|\bplanificador\b",
        "a warehouse, a planning clerk",
        "El almacén está cerrado.",
        "El archivo está cerrado.",
    ),
    Rule(r"\b(?:lápiz|ratón)\b", "Spain", "un lápiz o un ratón", "una pluma o el mouse"),
    Rule(r"^Plegar\b", "a bookish word", "Plegar", "Cerrar"),
    Rule(r"\bsurtidos?\b", "an assortment", "Surtidos que quedan", "Resurtidos que quedan"),
    Rule(r"\bopriman\b", "ustedes beside tú", "opriman 1", "oprime 1"),
    Rule(r"^Para(?: aquí|,)", "the word “for”", "Para aquí", "Detente aquí"),
    Rule(r"\bpermiso (?:escrito|por escrito|vence)|^Con permiso$", "excuse me", "Con permiso", "Con consentimiento"),
]


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list | dict):
        for part in node.values() if isinstance(node, dict) else node:
            yield from _texts(part)


def shown() -> Iterator[str]:
    """Yield every Spanish text: of the catalogue, and of the library's own files."""
    (file,) = (file for file in catalogue_files() if file.parts[-3] == "es")
    for entry in read(file):
        if entry.id:
            yield from (entry.string,) if isinstance(entry.string, str) else entry.string
    for path in sorted((Path(library.__file__).parent / "es").glob("*.toml")):
        yield from _texts(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.taken_for)
def test_a_rule_sees_what_it_was_made_for_and_no_more(rule: Rule) -> None:
    assert rule.found_in(rule.hit)
    assert not rule.found_in(rule.well_said)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.taken_for)
def test_no_text_is_taken_for_something_else(rule: Rule) -> None:
    assert [text for text in shown() if rule.found_in(text)] == []


def test_988_is_named_with_its_way_into_spanish() -> None:
    """A bare call or text to 988 is answered in English."""
    named = [text for text in shown() if "988" in text]
    assert len(named) > 3
    assert [text for text in named if "oprime 2" not in text or "AYUDA" not in text] == []


@pytest.mark.parametrize("line", ["", "988", " 988 ", "988 Lifeline", "1-800-555-0100", "988, 212-555-0100"])
def test_every_crisis_line_brings_988_along(line: str) -> None:
    assert "988" in SPANISH(crisis_line(line))
    assert "oprime 2" in SPANISH(crisis_line(line))
    assert line.strip() in SPANISH(crisis_line(line)) or line == "988 Lifeline"
