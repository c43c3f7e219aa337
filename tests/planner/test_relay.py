"""A message to one provider holds what the consent covers, and nothing else."""

from __future__ import annotations

from planner.consent import Part
from planner.consent.sharing import share
from planner.language import Language
from planner.observation import Noticed, Observation, WhyMissed
from planner.relay import relay
from tests.planner.consent.agreeing import PLAN, asked, signed
from tests.planner.making import a_day, an_id

MISSED = Observation(
    id=an_id(20),
    on=a_day("2026-11-20", past=True),
    what=Noticed.MISSED_DOSE,
    own_words="I was at {n} <b>work</b>",
    how_strong=6,
    medication_id=PLAN.medications[0].id,
    why_missed=WhyMissed.NO_RIDE,
)
SLEEP = Observation(id=an_id(21), what=Noticed.SLEEP, own_words="Awake at four")
WHOLE = PLAN.amended(observations=(MISSED, SLEEP))


def _message(*parts: Part, only: str | None = None, language: str = "en") -> str:
    wish = asked(item_ids=frozenset({only, PLAN.medications[0].id}) if only else None)
    sharing = share(WHOLE, signed(parts=parts), wish, disclosure_id=an_id(99), part2_applies=True)
    return relay(sharing.shared, Language(language))


def test_it_says_what_was_noticed_in_the_person_s_own_words_with_scope_and_notice() -> None:
    message = _message(Part.OBSERVATIONS, Part.MEDICATIONS)
    for words in (
        "For Dr. Shah",
        "November 20, 2026 · A dose I missed",
        "“I was at {n} <b>work</b>”",
        "from 0 to 10: 6",
        "With: Buprenorphine",
        "No way to get there",
        "Awake at four",
        "42 CFR part 2 prohibits",
        "Shared with: Dr. Shah",
    ):
        assert words in message


def test_a_medicine_that_is_not_covered_is_not_named() -> None:
    assert "Buprenorphine" not in _message(Part.OBSERVATIONS)


def test_one_observation_goes_alone() -> None:
    message = _message(Part.OBSERVATIONS, Part.MEDICATIONS, only=MISSED.id)
    assert "No way to get there" in message
    assert "Awake at four" not in message
