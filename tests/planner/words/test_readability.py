"""Counting and the published formulas, on texts counted by hand."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.words.readability import Counts, counted, ease, fernandez_huerta, flesch_kincaid, smog, szigriszt


@dataclass(frozen=True)
class Read:
    name: str
    text: str
    counts: Counts
    language: str = "en"


READ = (
    Read("two sentences", "Call Anna first. Then take a walk.", Counts(2, 7, 8, 0)),
    Read("a list without full stops", "a walk\n\nmusic\n", Counts(2, 3, 4, 0)),
    Read("a long word", "Take your medicine.", Counts(1, 3, 5, 1)),
    Read("a number is one beat", "Call 988.", Counts(1, 2, 2, 0)),
    Read("an apostrophe and a hyphen hold a word together", "Don’t skip self-care.", Counts(1, 3, 4, 0)),
    Read("nothing", " … ", Counts(0, 0, 0, 0)),
    Read("vowels that part and vowels that stay", "El país de la guía: día y aire.", Counts(2, 8, 12, 0), "es"),
    Read("a silent u", "¿Quién me sigue aquí?", Counts(1, 4, 6, 0), "es"),
    Read("a u that speaks", "Vergüenza no.", Counts(1, 2, 4, 1), "es"),
)


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_a_text_is_counted_as_by_hand(case: Read) -> None:
    assert counted(case.text, case.language) == case.counts


SPANISH_SYLLABLES = (
    *(
        ("muy", 1),
        ("hoy", 1),
        ("quién", 1),
        ("buey", 1),
        ("leer", 2),
        ("río", 2),
        ("maíz", 2),
        ("baúl", 2),
        ("agua", 2),
    ),
    *(("guerra", 2), ("ciudad", 2), ("tuyo", 2), ("oír", 2), ("ahora", 3), ("teatro", 3), ("reúne", 3), ("prohíbe", 3)),
    *(
        ("pingüino", 3),
        ("familia", 3),
        ("línea", 3),
        ("ansiedad", 3),
        ("ayúdame", 4),
        ("medicamento", 5),
        ("aeropuerto", 5),
    ),
)


@pytest.mark.parametrize(("word", "syllables"), SPANISH_SYLLABLES)
def test_spanish_syllables_are_counted_by_the_rules(word: str, syllables: int) -> None:
    assert counted(word, "es").syllables == syllables


def test_the_formulas_give_what_their_papers_give() -> None:
    counts = Counts(sentences=30, words=300, syllables=420, long_words=25)
    assert flesch_kincaid(counts) == pytest.approx(0.39 * 10 + 11.8 * 1.4 - 15.59)
    assert smog(counts) == pytest.approx(3.1291 + 1.0430 * 5)
    assert fernandez_huerta(counts) == pytest.approx(206.84 - 60 * 1.4 - 1.02 * 10)
    assert szigriszt(counts) == pytest.approx(206.835 - 62.3 * 1.4 - 10)


def test_a_short_text_is_reckoned_up_to_thirty_sentences() -> None:
    assert smog(Counts(10, 80, 100, 3)) == pytest.approx(smog(Counts(30, 240, 300, 9)))


PLAIN = "You call Luis. He comes by. You two take a walk. Then you eat."
HARD = "Comprehensive rehabilitation necessitates multidisciplinary coordination of pharmacological interventions."


def test_plain_words_are_plain_and_hard_ones_are_not() -> None:
    assert ease(PLAIN).plain
    assert not ease(HARD).plain
    assert [name for name, _ in ease(PLAIN).by] == ["Flesch-Kincaid", "SMOG"]


def test_spanish_is_read_by_spanish_formulas() -> None:
    assert ease("Llama a Luis. Él viene. Los dos caminan. Luego comes algo.", "es").plain
    assert not ease(
        "La rehabilitación interdisciplinaria requiere intervenciones farmacológicas coordinadas.", "es"
    ).plain
    assert [name for name, _ in ease("Hola.", "es").by] == ["Fernández Huerta", "INFLESZ"]


@given(st.text(), st.sampled_from(["en", "es", "xx"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    counts = counted(text, language)
    assert counts.sentences <= counts.words <= counts.syllables
    assert len(ease(text, language).by) == 2


def test_a_text_without_words_is_plain() -> None:
    assert ease("").plain
    assert ease(" \n…", "es").plain


def test_no_word_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("test").debug("this one is seen")
    ease("Xylophonia troubles Dana.")
    assert [record.name for record in caplog.records] == ["test"]
