"""A consent on paper: each element in the words that count, beside it plain words, and the signature."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.documents.consent_copy import consent_copy, consent_sections
from exports.documents.signature import drawn_signature
from exports.page.document.pictures import drawing
from exports.page.notebook import notebook
from exports.press.printing import printed
from planner.consent import ConsentKind, Ended, EndReason, SignedHow, Signer
from planner.consent.signed import ended
from planner.consent.text import clauses
from planner.words.language import Language
from tests.exports.making_plans import edition
from tests.exports.reading_back import closed_up, pages_of, promises_of, words_of
from tests.planner.consent.agreeing import CONSENT, ENGLISH, NOON, TYPED, signed

if TYPE_CHECKING:
    from planner.consent import Consent, SignedConsent

SPANISH = Language("es")
DRAWN = TYPED.amended(how=SignedHow.DRAWN, drawn="M10 60L30 10L50 60M140 40l160 2")


def copied(consent: Consent | SignedConsent, language: Language = ENGLISH) -> Any:
    return notebook(consent_copy(consent, edition(language=language)))


def told(consent: Consent | SignedConsent, language: Language = ENGLISH) -> str:
    return "\n".join(line for part in consent_sections(consent, language) for line in part.lines)


@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=["en", "es"])
@pytest.mark.parametrize("kind", ConsentKind)
def test_every_element_is_on_paper_in_both_kinds_of_words(kind: ConsentKind, language: Language) -> None:
    consent = signed(kind=kind, described="Notes of May")
    read = closed_up(words_of(printed(copied(consent, language), "pdf").data)).replace("•", "")
    for clause in clauses(consent.consent):
        for line in clause.lines(language):
            assert closed_up(line) in read


def test_the_signature_says_who_when_and_how() -> None:
    said = told(signed(DRAWN.amended(signer=Signer.REPRESENTATIVE, authority="Her guardian")))
    assert "Day of the signature: November 22, 2026" in said
    assert "Drawn on the screen" in said
    assert "Her guardian" in said


def test_a_drawn_signature_is_drawn_and_told() -> None:
    parts = {part.id: part for part in consent_sections(signed(DRAWN), ENGLISH)}
    (picture,) = [one.picture for one in parts["signed"].drawings]
    assert "<path" in picture.svg
    assert "Dana Reyes" in picture.alt
    assert drawing(picture.svg, picture.alt) is not None
    assert not {part.id: part for part in consent_sections(signed(), ENGLISH)}["signed"].drawings


@given(st.text("MLml0123456789 .,-", max_size=60))
def test_any_drawing_stays_in_its_frame_or_is_none(strokes: str) -> None:
    picture = drawn_signature(strokes, "Drawn")
    if picture:
        assert drawing(picture.svg, picture.alt) is not None
        places = picture.svg.partition('d="')[2].partition('"')[0].replace("M", "").replace("L", "").split()
        assert all(0 <= float(place) <= 360 for place in places)


def test_one_that_nobody_signed_says_so_and_has_room_to_sign() -> None:
    notebook = json.dumps(copied(CONSENT))
    assert "Not signed yet" in notebook
    assert "My signature" in notebook
    assert '"kind": "room"' in notebook
    assert '"kind": "room"' not in json.dumps(copied(signed()))


def test_one_that_was_taken_back_says_so_and_when() -> None:
    over = ended(signed(), Ended(reason=EndReason.REVOKED, at=NOON, own_words="I changed my mind"))
    assert "Taken back" in json.dumps(copied(over))
    assert "I took it back · November 22, 2026" in told(over)
    assert "You can take it back" in json.dumps(copied(signed()))


def test_in_another_language_the_words_that_were_signed_stand_there_too() -> None:
    parts = [part.id for part in consent_sections(signed(), SPANISH)]
    assert parts == ["words", "signed", "as-signed"]
    assert "I, Dana Reyes, give this consent." in told(signed(), SPANISH)
    assert [part.id for part in consent_sections(signed(), ENGLISH)] == ["words", "signed"]


def test_it_is_a_notebook_and_a_page_that_keeps_its_promises() -> None:
    nbformat.validate(nbformat.from_dict(json.loads(json.dumps(copied(signed(DRAWN))))))
    page = printed(copied(signed(DRAWN)), "pdf").data
    assert promises_of(page) == {"title": "My consent", "language": "en", "ua": "1", "a": "2a"}
    assert pages_of(printed(copied(signed()), "pdf").data) == 1
    assert promises_of(printed(copied(CONSENT), "pdf").data)["ua"] == "1"
