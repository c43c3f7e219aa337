"""The invented people: whole, consistent, and set around any day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.documents.my_plan import PARTS
from planner.consent import Standing
from planner.consent.signed import standing
from planner.library import coping_skills, skill_ideas, values
from planner.model.entry import Entry, Item
from planner.plan.plan import Plan, read_plan, write_plan
from planner.plan.topic import TOPICS
from planner.sharing.openings import openings
from planner.store import open_in_memory
from planner.store.practice import settle
from planner.teaching.people import PEOPLE, PracticePerson, practice_people, practice_person
from planner.teaching.people.notation import Notation
from planner.words.language import Language
from planner.words.reading import AmountWords, CountWords, DayWords, TimeWords, read_amount, read_count, read_time

if TYPE_CHECKING:
    from collections.abc import Iterator

SUNDAY = date(2026, 11, 22)
PLANS = [
    pytest.param(finished.plan, id=f"{name}-{finished.session.number}")
    for name, one in zip(PEOPLE, practice_people(SUNDAY), strict=True)
    for finished in one.finished
]


def _dana() -> PracticePerson:
    return practice_person("dana", SUNDAY)


def _inside(node: Any) -> Iterator[Any]:
    """Yield every entry and every bare value of a plan."""
    yield node
    if isinstance(node, Entry):
        for name in type(node).model_fields:
            yield from _inside(getattr(node, name))
    elif isinstance(node, tuple):
        for child in node:
            yield from _inside(child)


@pytest.mark.parametrize("plan", PLANS)
def test_every_link_leads_to_something_in_the_plan(plan: Plan) -> None:
    ids = {item.id for item in _inside(plan) if isinstance(item, Item)}
    linked = {
        link
        for entry in _inside(plan)
        if isinstance(entry, Entry)
        for name in type(entry).model_fields
        if name.endswith(("_id", "_ids", "relay_to")) and name != "person_id"
        for link in (getattr(entry, name) if name.endswith("_ids") else [getattr(entry, name)])
        if link
    }
    assert linked <= ids


@pytest.mark.parametrize("plan", PLANS)
def test_no_id_stands_twice(plan: Plan) -> None:
    ids = [item.id for item in _inside(plan) if isinstance(item, Item)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("plan", PLANS)
def test_every_reading_is_what_the_words_are_read_as(plan: Plan) -> None:
    readers = {TimeWords: read_time, CountWords: read_count, AmountWords: read_amount}
    typed = [entry for entry in _inside(plan) if type(entry) in readers and entry.words]
    assert [entry for entry in typed if readers[type(entry)](entry.words).reading != entry.reading] == []


@pytest.mark.parametrize("plan", PLANS)
def test_nothing_of_the_notation_is_left_in_the_words(plan: Plan) -> None:
    assert [text for text in _inside(plan) if isinstance(text, str) and re.search(r"[{}]|^@", text)] == []


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_comes_back_from_its_own_file(plan: Plan) -> None:
    assert read_plan(write_plan(plan)) == plan


def test_every_part_of_danas_plan_has_something_in_it() -> None:
    assert [name for name in Plan.model_fields if getattr(_dana().plan, name) in {None, "", ()}] == []
    assert all(
        _dana().plan.model_dump()[name] != Plan.model_fields[name].default for name in ("tonight", "leaving", "closing")
    )


def test_the_four_are_the_four_situations() -> None:
    dana, terrence, marisol, jo = practice_people(SUNDAY)
    assert len(dana.finished) == 2
    assert terrence.plan.leaving.is_leaving
    assert marisol.person.language == "es"
    assert len(jo.plan.goals) == 1
    assert [one.person.called for one in (dana, terrence, marisol, jo)] == ["Dana", "Terrence", "Marisol", "Jo"]


def test_days_are_said_in_the_persons_language() -> None:
    assert practice_person("marisol", SUNDAY).plan.goals[0].by_when == DayWords(
        words="18 de diciembre", reading=date(2026, 12, 18)
    )
    assert _dana().plan.goals[0].own_words == "Go to three meetings a week with Luis until the end of March"
    assert _dana().plan.goals[0].by_when.reading == date(2027, 3, 31)


def test_keys_of_the_plan_are_keys_of_the_library() -> None:
    for one in practice_people(SUNDAY):
        assert {value.key for value in one.plan.values if value.key} <= {value.key for value in values("en")}
        assert {skill.key for skill in one.plan.skills if skill.key} <= {skill.key for skill in skill_ideas("en")}
    assert coping_skills("en")


def test_what_is_left_off_the_paper_is_a_part_of_it() -> None:
    left_off = {part for one in practice_people(SUNDAY) for part in one.plan.left_off_paper}
    assert left_off
    assert left_off <= set(PARTS)


def test_what_is_left_open_is_a_topic_or_a_step() -> None:
    known = {topic.id for topics in TOPICS.values() for topic in topics} | set(TOPICS)
    assert {left.topic for one in practice_people(SUNDAY) for left in one.plan.left_open} <= known


def test_every_number_is_one_that_rings_nowhere() -> None:
    text = "\n".join(f"{one.person.phone}\n{one.plan.model_dump_json()}" for one in practice_people(SUNDAY))
    phones = re.findall(r"\b\d{3}-\d{4}\b", text)
    assert len(phones) > 10
    assert {phone for phone in phones if not phone.startswith("555-01")} == set()


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
@settings(max_examples=25, deadline=None)
def test_any_day_will_do(today: date) -> None:
    for one in practice_people(today):
        assert all(finished.session.started.date() < today for finished in one.finished)
        assert all(contact.at.date() < today for contact in one.contacts)
        assert all(visit.on.reading > today for visit in one.plan.visits if visit.on.reading)


def test_the_same_day_gives_the_same_people_with_the_same_ids() -> None:
    assert practice_people(SUNDAY) == practice_people(SUNDAY)
    assert practice_person("dana", SUNDAY + timedelta(days=9)).plan.goals[0].id == _dana().plan.goals[0].id


def test_people_settle_into_a_store_session_by_session() -> None:
    now = datetime.combine(SUNDAY, time(17), UTC)
    store = open_in_memory(now=lambda: now)
    settle(store, practice_people(SUNDAY))
    dana = _dana()
    assert [session.number for session in store.sessions(dana.person.id)] == [1, 2]
    assert store.revision(dana.person.id, 2) == dana.plan
    assert len(store.contacts(dana.person.id)) == 2
    assert (store.agreements.consents(dana.person.id), store.agreements.disclosures(dana.person.id)) == (
        dana.signed,
        dana.given,
    )
    caseload = store.caseload(today=SUNDAY)
    ready = {row.person.called for row in caseload.rows if row.ready_to_look_again}
    assert caseload.total == len(PEOPLE)
    assert ready == {"Dana", "Marisol"}
    store.close()


def test_one_of_them_has_signed_a_consent_and_a_sheet_was_given_under_it() -> None:
    dana = _dana()
    (signed,) = dana.signed
    (given,) = dana.given
    assert standing(signed, SUNDAY) is Standing.IN_FORCE
    assert [opening.recipient.name for opening in openings(dana.plan, dana.signed, SUNDAY, given.at)] == ["Dr. Shah"]
    assert (given.consent_id, given.purpose, set(given.parts)) == (
        signed.id,
        signed.consent.purpose,
        set(signed.consent.parts),
    )
    assert signed.signature.at < given.at
    assert any(consent.id != signed.id for consent in dana.plan.consents)


def test_the_notation_finds_the_next_weekday() -> None:
    notation = Notation("x", SUNDAY, Language("en"))
    assert notation.written(["{date:sun}", "{date:mon}", "{day:sat+7}", "{date-1}", "{date_end}", "{month+30}"]) == [
        "2026-11-29",
        "2026-11-23",
        "December 5",
        "2026-11-21",
        "2026-11-30",
        "December",
    ]
    assert notation.written("{name} stays") == "{name} stays"
