"""Wording of staff text: terms that stigmatize are seen, near ones, quotations and names are left alone."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

import pytest

from planner.model.finding import Audience, Place
from planner.words.wording import stigmatizing_terms, wording_findings

SENTENCES = tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))
PLACE = Place("agency", field="protocol")


@dataclass(frozen=True)
class Agreement:
    """How the rules agree with the labels: shares from 0 to 1."""

    precision: float
    recall: float
    of: int


def agreement(half: int) -> Agreement:
    """Return the agreement on one half: 0 is the one the rules were tuned on, 1 is set aside."""
    parts = [SENTENCES[language] for language in SENTENCES]
    flag = [bool(stigmatizing_terms(text)) for text in chain(*(part["flag"][half::2] for part in parts))]
    leave = [bool(stigmatizing_terms(text)) for text in chain(*(part["leave"][half::2] for part in parts))]
    return Agreement(sum(flag) / (sum(flag) + sum(leave)), sum(flag) / len(flag), len(flag) + len(leave))


@pytest.mark.parametrize("half", [0, 1])
def test_the_rules_agree_with_the_labels(half: int) -> None:
    found = agreement(half)
    assert found.of > 90
    assert found.precision >= 0.95
    assert found.recall >= 0.9


def test_a_finding_names_the_term_and_a_better_word_for_staff_alone() -> None:
    (finding,) = wording_findings("Known junkie, be careful.", PLACE)
    assert str(finding.says) == "“Known junkie” can weigh on how others see the person."
    assert "a person who uses drugs" in str(finding.try_this)
    assert finding.audience is Audience.STAFF
    assert finding.where == PLACE


@pytest.mark.parametrize("quoted", ["“{}”", '"{}"', "«{}»", "‘{}’"])
def test_what_is_quoted_is_somebody_s_own(quoted: str) -> None:
    assert stigmatizing_terms("He is an addict.")
    assert stigmatizing_terms(f"He said: {quoted.format('I am an addict')}.") == ()


def test_a_name_that_is_known_here_is_left_alone() -> None:
    text = "Asked at the Dirty Screen Theater for work."
    assert stigmatizing_terms(text)
    assert stigmatizing_terms(text, ["dirty screen theater"]) == ()


def test_a_term_is_told_as_it_was_typed() -> None:
    (term,) = stigmatizing_terms("  Su mamá es ALCOHÓLICA.")
    assert term.words == "ALCOHÓLICA"


@pytest.mark.parametrize("text", ["", " ", "\u0301", "a" * 100_000, "known " * 10_000, '"' * 9_999, "ǆİß " * 100])
def test_any_text_can_be_read(text: str) -> None:
    assert stigmatizing_terms(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Pt failed treatment twice.",
        "She suffers from depression.",
        "Refuses her evening medication.",
        "He is a convicted felon.",
        "Buprenorphine is swapping one drug for another.",
        "Client remains in denial.",
        "A day room for the mentally ill.",
        "Se niega a tomar su medicina.",
        "Es un ex convicto.",
        "Fracasó en el programa.",
    ],
)
def test_words_that_blame_the_person_for_what_the_treatment_did_not_do_are_seen(text: str) -> None:
    assert stigmatizing_terms(text)


@pytest.mark.parametrize(
    "text",
    [
        "The insurance refused the medication.",
        "The pharmacy refuses to fill his dose.",
        "He refused a ride.",
        "He has a criminal record and a criminal justice case worker.",
        "The con artist took her rent.",
        "She failed the driving test and suffered from a cold.",
        "He traded one shift for another.",
        "La farmacia se negó a surtir la receta.",
    ],
)
def test_what_others_refuse_and_what_the_law_is_called_is_left_alone(text: str) -> None:
    assert stigmatizing_terms(text) == ()


@pytest.mark.parametrize("words", ["he claims the ", "admits to it. ", "an addict ", "niega consumir "])
def test_a_long_text_tells_each_term_once(words: str) -> None:
    terms = stigmatizing_terms(words * 2_000)
    assert len(terms) == 2_000
    assert all(before.end <= after.start for before, after in pairwise(terms))


@pytest.mark.parametrize(
    "text",
    [
        "Consumer admits to daily use.",
        "Pt denies wanting to use.",
        "Client claims he does not need a sponsor.",
        "Confesó que recayó.",
        "La clienta niega haber usado.",
    ],
)
def test_words_that_doubt_what_the_person_said_are_seen(text: str) -> None:
    assert stigmatizing_terms(text)


@pytest.mark.parametrize(
    "text",
    [
        "She was admitted to Mercy on Monday.",
        "Prior authorization denied; appeal sent.",
        "He claims two dependents on his taxes.",
        "The pharmacy denied having the fax.",
        "El dueño niega que haya moho.",
        "The house admits women with children.",
        "“I admit that I used,” he said.",
    ],
)
def test_what_a_hospital_an_office_or_a_landlord_does_is_left_alone(text: str) -> None:
    assert stigmatizing_terms(text) == ()
