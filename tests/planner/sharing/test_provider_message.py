"""A message to one provider holds what the consent covers, and nothing else."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from planner.consent import Part
from planner.health.observation import Noticed, Observation
from planner.model.missed_dose import WhyMissed
from planner.plan.sections import SECTIONS, SECTIONS_OF
from planner.sharing.provider_message import relay
from planner.sharing.sharing import share
from planner.words.language import Language
from tests.exports.making_plans import saying
from tests.invented import an_id
from tests.planner.consent.agreeing import PLAN, asked, signed
from tests.planner.making import a_day, plans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan


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


@given(plans(), st.lists(st.sampled_from(Part), min_size=1, unique=True).map(tuple))
def test_no_word_of_another_section_is_in_a_message(plan: Plan, parts: tuple[Part, ...]) -> None:
    places: dict[str, str] = {}

    def marks(name: str) -> Iterator[str]:
        for number in count(len(places)):
            places[f"mark{number:05}x"] = name
            yield f"mark{number:05}x"

    names = [section.name for section in SECTIONS if section.part]
    plan = plan.amended(**{name: saying(getattr(plan, name), marks(name)) for name in names})
    plan = plan.amended(person_id=PLAN.person_id)
    sharing = share(plan, signed(parts=parts), asked(), disclosure_id=an_id(99), part2_applies=True)
    found = {places[mark] for mark in places if mark in relay(sharing.shared, Language("en"))}
    covered = {name for part in parts for name in SECTIONS_OF[part]}
    assert found <= covered & {"observations", "medications"}
