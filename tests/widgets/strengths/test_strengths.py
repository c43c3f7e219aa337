"""Strengths on the screen: what is pressed and typed stands in the plan."""

from __future__ import annotations

from planner.strengths.strength import HeardBy, Strength, StrengthKind
from tests.invented import an_id
from tests.widgets.seat import sit_down
from widgets.strengths import strengths


def test_a_coping_skill_begins_with_a_word_from_the_library_and_becomes_the_persons_own() -> None:
    seat = sit_down()
    seat.draw(strengths.TOPIC_CARDS, "strengths.coping")
    seat.press("Music")
    seat.write("In my own words", "Music in the car")
    seat.press("8")
    (kept,) = seat.plan.strengths
    assert (kept.kind, kept.own_words, kept.how_much) == (StrengthKind.COPING, "Music in the car", 8)


def test_what_was_named_is_not_offered_again() -> None:
    seat = sit_down()
    seat.draw(strengths.TOPIC_CARDS, "strengths.trait")
    assert "Honest" in seat.buttons()
    seat.press("Honest")
    assert "Honest" not in seat.buttons()


def test_each_kind_shows_only_its_own() -> None:
    seat = sit_down(
        strengths=(
            Strength(id=an_id(11), kind=StrengthKind.SUCCESS, own_words="Forty days in spring"),
            Strength(id=an_id(12), kind=StrengthKind.RESPONSIBILITY, own_words="I paid the rent"),
        )
    )
    seat.draw(strengths.TOPIC_CARDS, "strengths.success")
    assert "Forty days in spring" in seat.text()
    assert "I paid the rent" not in seat.text()


def test_the_person_says_whether_what_the_counselor_hears_fits() -> None:
    seat = sit_down()
    seat.draw(strengths.TOPIC_CARDS, "strengths.heard")
    seat.press("Brave")
    (heard,) = seat.plan.strengths
    assert (heard.heard_by, heard.fits) == (HeardBy.COUNSELOR, None)
    seat.press("Close")
    seat.press("Yes")
    assert seat.plan.strengths[0].fits is True


def test_what_does_not_fit_is_kept_but_leaves_the_line() -> None:
    heard = Strength(id=an_id(11), kind=StrengthKind.TRAIT, own_words="Patient", heard_by=HeardBy.COUNSELOR, fits=True)
    leaf = next(one for one in strengths.TOPIC_CARDS if one.topic == "strengths.heard")
    assert leaf.line(sit_down(strengths=(heard,)).plan) == "Patient"
    assert leaf.line(sit_down(strengths=(heard.amended(fits=False),)).plan) == ""


def test_words_to_start_from_are_spanish_on_a_spanish_screen() -> None:
    seat = sit_down(language="es")
    seat.draw(strengths.TOPIC_CARDS, "strengths.coping")
    assert "Música" in seat.buttons()


def test_what_was_heard_stands_with_its_kind_too_unless_it_was_turned_down() -> None:
    heard = Strength(id=an_id(11), kind=StrengthKind.TRAIT, own_words="Patient", heard_by=HeardBy.COUNSELOR)
    leaf = next(one for one in strengths.TOPIC_CARDS if one.topic == "strengths.trait")
    assert leaf.line(sit_down(strengths=(heard,)).plan) == "Patient"
    assert leaf.line(sit_down(strengths=(heard.amended(fits=False),)).plan) == ""
