"""A consent is made step by step, signed by hand or by name, and taken back; until it is signed it permits nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import ipyvuetify
import pytest

import tests.widgets.seat
from planner.caseload.agency import Agency
from planner.consent import ConsentKind, EndReason, Signature, SignedHow
from planner.consent.signed import Standing, sign, standing
from planner.sessions.closing import HowMet
from planner.words.language import Language
from planner.words.reading import DayWords
from tests.invented import NOW, TODAY
from tests.widgets.agreed import SHAH, WHOLE, agree, take_back
from tests.widgets.seat import Seat, sit_down
from widgets.health import medications


def _consents(**parts: Any) -> Seat:
    seat = sit_down(**({"providers": (SHAH,), "agency": Agency(name="Tidewater", address="8 Harbor Road")} | parts))
    seat.draw(medications.TOPIC_CARDS, "medications.consents")
    return seat


def _open(seat: Seat, page: str) -> Seat:
    seat.press("Change: Dr. Shah")
    seat.press(page)
    return seat


def _signed(seat: Seat) -> list[tuple[str, Standing]]:
    return [(one.id, standing(one, TODAY)) for one in seat.store.agreements.consents(seat.editor.person.id)]


def test_a_consent_is_made_step_by_step_and_signed_with_a_typed_name() -> None:
    seat = _consents()
    seat.press("Make a consent")
    seat.press("My medicines: how I take them, pick-ups, what I react to")
    seat.press("Go on")
    seat.press("Dr. Shah")
    seat.press("Go on")
    seat.write("What for", "So that we know the same things")
    seat.write("Last day", "May 1, 2027")
    seat.press("Go on")
    assert seat.written("My name") == "Dana R."
    assert seat.written("Who may share") == "Tidewater"
    seat.press("Go on")
    assert "Sign this consent" not in seat.buttons()
    seat.write("Name of the one who signs", "Dana Reyes")
    seat.press("Sign this consent")

    ((_, now),) = _signed(seat)
    assert now is Standing.IN_FORCE
    assert "Valid today" in seat.text()
    (kept,) = seat.store.agreements.consents(seat.editor.person.id)
    assert "I authorize Tidewater to disclose the information named below." in kept.signature.signed_words
    assert any(words.endswith("I write to: Tidewater, 8 Harbor Road") for words in kept.signature.signed_words)


def test_plain_words_stand_beside_each_legal_sentence() -> None:
    seat = _open(_consents(consents=(WHOLE,)), "Read and sign")
    text = seat.text()
    assert "I may revoke this consent in writing at any time" in text
    assert "You can take it back on any day." in text


def test_what_is_open_is_said_with_the_way_to_it_and_there_is_no_place_to_sign() -> None:
    seat = _open(_consents(consents=(WHOLE.amended(purpose=""),)), "Read and sign")
    assert "What is it for?" in seat.text()
    assert "Name of the one who signs" not in seat.text()
    seat.press("Go there")
    seat.write("What for", "My care")
    seat.press("Read and sign")
    assert "Name of the one who signs" in seat.text()


@pytest.mark.parametrize("words", ["1/5/26", "yesterday"])
def test_a_last_day_that_is_over_is_asked_about_before_signing(words: str) -> None:
    seat = _open(_consents(consents=(WHOLE,)), "What for, until when")
    seat.write("Last day", words)
    assert "That day is over already:" in seat.text()
    seat.press("Read and sign")
    assert "That day is over already:" in seat.text()
    assert "Name of the one who signs" not in seat.text()

    seat.press("Go there")
    (coming,) = (name for name in seat.buttons() if name.endswith(", 2027"))
    seat.press(coming)

    assert "That day is over already:" not in seat.text()
    seat.press("Read and sign")
    assert "Name of the one who signs" in seat.text()
    (consent,) = seat.plan.consents
    assert consent.ends_on.reading is not None
    assert consent.ends_on.reading > TODAY


def test_a_last_day_that_is_over_at_midnight_is_not_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    today = DayWords(words="today", reading=TODAY)
    seat = _open(_consents(consents=(WHOLE.amended(ends_on=today),)), "Read and sign")
    seat.write("Name of the one who signs", "Dana Reyes")
    monkeypatch.setattr(tests.widgets.seat, "NOW", NOW + timedelta(days=1))

    seat.press("Sign this consent")

    assert _signed(seat) == []


def test_where_the_agency_has_no_address_it_is_asked_for_before_signing() -> None:
    seat = _consents(agency=Agency(name="Tidewater"), consents=(WHOLE.amended(revoke_how="Tidewater"),))
    _open(seat, "Read and sign")
    assert "Where can you write to take it back?" in seat.text()
    assert "Name of the one who signs" not in seat.text()

    seat.press("Go there")
    seat.write("How to take it back", "8 Harbor Road")
    seat.press("Read and sign")

    assert "Name of the one who signs" in seat.text()


def test_the_agencys_address_takes_one_press_in_a_consent_begun_before_there_was_one() -> None:
    seat = _open(_consents(consents=(WHOLE.amended(revoke_how=""),)), "Names")
    seat.press("Use Tidewater, 8 Harbor Road")
    assert seat.plan.consents[0].revoke_how == "Tidewater, 8 Harbor Road"


def test_what_hardly_is_an_address_is_asked_about_and_can_be_signed() -> None:
    seat = _open(_consents(consents=(WHOLE.amended(revoke_how="The front desk"),)), "Read and sign")
    assert "Would a letter get there? “The front desk”" in seat.text()
    assert "Name of the one who signs" in seat.text()


def test_a_drawn_signature_is_kept_as_lines_and_nothing_else() -> None:
    seat = _open(_consents(consents=(WHOLE,)), "Read and sign")
    seat.press("Drawn on the screen")
    seat.write("Name of the one who signs", "Dana Reyes")
    assert "Sign this consent" not in seat.buttons()

    behind = seat.rc.find(ipyvuetify.TextField).widgets
    next(one for one in behind if str(one.id).endswith("-drawn")).v_model = 'M1,2 L30,40"/><script>'
    seat.press("Sign this consent")

    (kept,) = seat.store.agreements.consents(seat.editor.person.id)
    assert kept.signature.how is SignedHow.DRAWN
    assert kept.signature.drawn.startswith("M1,2 L30,40")
    assert "script" not in kept.signature.drawn


def test_a_drawing_can_be_cleared() -> None:
    seat = _open(_consents(consents=(WHOLE,)), "Read and sign")
    seat.press("Drawn on the screen")
    before = seat.elements("canvas")[0]
    seat.press("Clear and draw again")
    assert seat.elements("canvas")[0] is not before


def test_somebody_who_signs_for_another_says_why() -> None:
    seat = _open(_consents(consents=(WHOLE,)), "Read and sign")
    seat.press("Somebody who may sign for me")
    seat.write("Name of the one who signs", "Carla Reyes")
    assert "Sign this consent" not in seat.buttons()
    seat.write("Why they may sign", "My guardian")
    assert "Sign this consent" in seat.buttons()


def test_a_day_to_come_is_asked_about_and_permits_nothing_yet() -> None:
    seat = _open(_consents(consents=(WHOLE,)), "Read and sign")
    seat.write("Name of the one who signs", "Dana Reyes")
    seat.write("Day of the signature", (TODAY + timedelta(days=1)).isoformat())
    assert "Is it this day?" in seat.text()
    seat.press(seat.context.t.day(TODAY + timedelta(days=1), "brief"))
    assert "This day is still to come. Is it right?" in seat.text()


def test_read_aloud_at_a_distance_it_stays_not_signed() -> None:
    seat = sit_down(providers=(SHAH,), consents=(WHOLE,))
    seat.editor.session = seat.editor.session.amended(how=HowMet.PHONE)
    seat.draw(medications.TOPIC_CARDS, "medications.consents")
    _open(seat, "Read and sign")
    assert seat.text().index("Not in the same room?") < seat.text().index("Name of the one who signs")
    seat.write("Read aloud on", "today")
    assert "Read aloud, not signed yet" in seat.text()
    assert _signed(seat) == []


@pytest.mark.parametrize("reason", list(EndReason))
def test_a_consent_is_taken_back_with_words_of_ones_own(reason: EndReason) -> None:
    seat = sit_down(providers=(SHAH,))
    agree(seat)
    seat.draw(medications.TOPIC_CARDS, "medications.consents")
    seat.press("Take it back: Dr. Shah")
    seat.write("In my own words", "I changed my mind")
    seat.press(str(reason.label))

    (kept,) = seat.store.agreements.consents(seat.editor.person.id)
    assert kept.ended is not None
    assert (kept.ended.reason, kept.ended.own_words) == (reason, "I changed my mind")
    assert "Valid today" not in seat.text()
    assert "Take it back: Dr. Shah" not in seat.buttons()


def test_an_ended_consent_leads_to_a_new_one_like_it_without_its_last_day() -> None:
    seat = sit_down(providers=(SHAH,))
    agree(seat)
    seat.draw(medications.TOPIC_CARDS, "medications.consents")
    seat.press("Take it back: Dr. Shah")
    seat.press("I took it back")
    seat.press("Make a new one like it: Dr. Shah")
    (prepared,) = seat.plan.consents
    assert (prepared.parts, prepared.ends_on) == (WHOLE.parts, DayWords())
    assert prepared.id != WHOLE.id


def test_what_was_signed_can_be_read_as_it_was_signed() -> None:
    seat = sit_down(providers=(SHAH,))
    agree(seat)
    seat.draw(medications.TOPIC_CARDS, "medications.consents")
    seat.press("Read it: Dr. Shah")
    assert "I, Dana Reyes, give this consent." in seat.text()
    assert "Signed by Dana Reyes on November 22, 2026" in seat.text()


def test_signed_in_another_window_meanwhile_it_stays_as_it_was_signed_there() -> None:
    seat = _open(_consents(consents=(WHOLE,)), "Read and sign")
    seat.write("Name of the one who signs", "Somebody later")
    agree(seat)
    seat.press("Sign this consent")
    (kept,) = seat.store.agreements.consents(seat.editor.person.id)
    assert kept.signature.name == "Dana Reyes"
    assert "Valid today" in seat.text()
    assert "Sign this consent" not in seat.buttons()


def test_taken_back_in_two_windows_it_stays_as_it_ended_first() -> None:
    seat = sit_down(providers=(SHAH,))
    signed = agree(seat)
    seat.draw(medications.TOPIC_CARDS, "medications.consents")
    seat.press("Take it back: Dr. Shah")
    take_back(seat, signed)
    seat.press("What it waited for has happened")
    assert _signed(seat) == [(signed.id, Standing.REVOKED)]
    assert "Taken back" in seat.text()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_words_that_count_stand_beside_plain_words_in_the_language_they_were_signed_in(language: str) -> None:
    seat = sit_down(providers=(SHAH,), language="en" if language == "es" else "es")
    mark = Signature(how=SignedHow.TYPED, name="Dana Reyes", on=TODAY, at=NOW)
    seat.store.agreements.sign(sign(WHOLE, seat.editor.person.id, mark, Language(language)))
    seat.draw(medications.TOPIC_CARDS, "medications.consents")
    seat.press("Read it: Dr. Shah" if language == "es" else f"{Language('es')('Read it')}: Dr. Shah")
    (words,) = (one for one in seat.elements("section") if (one.attributes or {}).get("lang"))
    assert words.attributes["lang"] == language
    assert Language(language)("This is your yes. It is up to you.") in seat.text()


def test_words_that_read_otherwise_by_now_stand_as_they_were_signed() -> None:
    seat = sit_down(providers=(SHAH,))
    signed = sign(
        WHOLE, seat.editor.person.id, Signature(how=SignedHow.TYPED, name="D", on=TODAY, at=NOW), Language("en")
    )
    older = signed.signature.amended(signed_words=("These were the words of an earlier year.",))
    seat.store.agreements.sign(signed.amended(signature=older))
    seat.draw(medications.TOPIC_CARDS, "medications.consents")
    seat.press("Read it: Dr. Shah")
    assert "These were the words of an earlier year." in seat.text()
    assert "This is your yes. It is up to you." not in seat.text()


def test_for_all_care_nobody_has_to_be_named() -> None:
    seat = _consents()
    seat.press("Make a consent")
    seat.press("One consent for all my care")
    seat.press("To whom")
    assert "My treating providers, health plans" in seat.text()
    assert seat.plan.consents[0].kind is ConsentKind.TPO


def test_a_consent_in_preparation_says_that_it_is_not_signed() -> None:
    assert "Not signed yet" in _consents(consents=(WHOLE,)).text()
