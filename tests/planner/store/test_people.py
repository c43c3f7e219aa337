"""The caseload finds a person by any part of a name, and says who is ready to be looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.caseload.agency import Agency
from planner.caseload.person import Person, SpokenLanguage
from planner.sessions.session import ContactKind
from planner.store import AlreadyInStoreError, NotInStoreError, Store
from planner.words.fold import folded
from tests.invented import TODAY, new_id
from tests.planner.store.keeping import NOON, Clock, contact_with, plan_of, session_with, somebody

TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


def _called(store: Store, search: str = "", **how: object) -> list[str]:
    return [row.person.called for row in store.caseload(search, today=TODAY, **how).rows]  # type: ignore[arg-type]


def test_what_is_known_about_a_person_comes_back_as_it_was(store: Store) -> None:
    person = Person(
        id=new_id(),
        called="  Zoë 🌻 ",
        full_name="זואי <b>O'Neil</b>; DROP TABLE person --",
        pronouns="they",
        born="spring 1980?",
        may_leave_message=False,
        language=SpokenLanguage.SPANISH,
        added_on=TODAY,
        note_to_find="100% _of_ the “house”\n\x00",
    )

    store.add_person(person)

    assert store.person(person.id) == person


def test_half_an_emoji_in_a_name_stops_nobody(store: Store) -> None:
    """A browser that cuts words at a length may cut between the two halves."""
    person = somebody("Zo\ud83d")
    store.add_person(person)
    store.note_event("added", person.id, by="Jo\ud83d")

    assert store.person(person.id).called.startswith("Zo")
    assert _called(store, "zo\ud83d") == ["Zo\ufffd"]
    assert store.events()[0].by == "Jo?"


def test_a_person_is_added_once_and_changed_afterwards(store: Store, dana: Person) -> None:
    with pytest.raises(AlreadyInStoreError):
        store.add_person(dana.amended(called="Another"))
    store.keep_person(dana.amended(called="Dana R."))

    assert _called(store, "dana r") == ["Dana R."]
    with pytest.raises(NotInStoreError):
        store.keep_person(somebody())
    with pytest.raises(NotInStoreError):
        store.person(new_id())


@dataclass(frozen=True)
class Search:
    typed: str
    finds: tuple[str, ...]


PEOPLE = (
    somebody("Ángela", full_name="Ángela Muñoz Díaz"),
    somebody("Søren", full_name="Søren Łukasz Straße"),
    somebody("ana", full_name="Ana-María Ortiz", note_to_find="100% sure_thing"),
    somebody("Дана", full_name="Дана Жук"),
    somebody("", full_name="Munoz, Pedro"),
)


@pytest.mark.parametrize(
    "search",
    [
        Search("", ("ana", "Ángela", "", "Søren", "Дана")),
        Search("munoz", ("Ángela", "")),
        Search("MUÑOZ", ("Ángela", "")),
        Search("mun\u0303oz ange", ("Ángela",)),
        Search("ge", ("Ángela",)),
        Search("soren strasse", ("Søren",)),
        Search("lukasz", ("Søren",)),
        Search("maria", ("ana",)),
        Search("дана", ("Дана",)),
        Search("%", ("ana",)),
        Search("e_t", ("ana",)),
        Search("/", ()),
        Search("a b c d", ()),
        Search("  ", ("ana", "Ángela", "", "Søren", "Дана")),
        Search("x" * 100_000, ()),
        Search("' OR 1=1 --", ()),
        Search("so\u00adren\u200f\x00", ("Søren",)),
    ],
    ids=lambda search: ascii(search.typed[:20]),
)
def test_a_search_finds_any_part_of_any_word_whatever_case_and_accents(store: Store, search: Search) -> None:
    for person in PEOPLE:
        store.add_person(person)

    assert _called(store, search.typed) == list(search.finds)


ONE_NAME = (
    Search("O'Brien", ("O’Brien", "Siobhán O'Brien", "OBrien, Pat", "O Brien", "oʼbrien")),  # noqa: RUF001
    Search("Smith-Jones", ("Smith‑Jones", "Smith–Jones", "Smith Jones", "smithjones", "Lee, Smith-Jones")),  # noqa: RUF001
    Search("Kaahumanu", ("Kaʻahumanu", "Ka'ahumanu", "Ka`ahumanu", "Kaahumanu")),  # noqa: RUF001
    Search("José de la Cruz", ("de la Cruz, José", "Jose De La Cruz", "DELACRUZ, JOSÉ", "de la Cruz;José")),
    Search("cruz, jose", ("José de la Cruz",)),
    Search("MacDonald", ("Mac Donald", "Macdonald", "MAC-DONALD")),
    Search("Mary Ann", ("Maryann", "Mary-Ann", "Ann, Mary")),
    Search("J.R. Smith", ("JR Smith", "J. R. Smith", "Smith, J R")),
    Search("Dr. Shah", ("Dr Shah", "Shah, Dr.")),
    Search("Nguyen", ("Nguyễn", "Nguye\u0302\u0303n", "NGUYỄN")),
    Search("Đặng", ("Dang", "ĐẶNG")),
    Search("Ṣẹ́gun", ("Segun", "Ṣẹ́gun")),
    Search("יוסף", ("יוֹסֵף",)),
    Search("علی", ("عَلی",)),
    Search("Ｄａｎａ", ("Dana",)),  # noqa: RUF001
)


@pytest.mark.parametrize("case", ONE_NAME, ids=lambda case: ascii(case.typed))
def test_a_name_is_found_however_it_is_typed_and_in_whatever_order(store: Store, case: Search) -> None:
    store.add_person(somebody("Zed", full_name="Rosa Vega"))
    for name in case.finds:
        store.add_person(somebody(name))

    assert sorted(_called(store, case.typed)) == sorted(case.finds)


@pytest.mark.parametrize(("one", "other"), [("कुल", "कल"), ("か", "が"), ("กา", "กี")])
def test_letters_that_readers_tell_apart_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text(), st.text())
def test_folding_twice_changes_nothing_and_keeps_words_apart(words: str, more: str) -> None:
    assert folded(folded(words)) == folded(words)
    assert folded(f"{words} {more}").split() == [*folded(words).split(), *folded(more).split()]


def test_a_shorter_name_comes_before_a_longer_one(store: Store) -> None:
    for called, full_name in (("Ana María", "A"), ("Ana", "Zorro"), ("Ana", "Beck"), ("", "Ana Cruz")):
        store.add_person(somebody(called, full_name=full_name))

    rows = store.caseload(today=TODAY).rows

    assert [(row.person.called, row.person.full_name) for row in rows] == [
        ("Ana", "Beck"),
        ("Ana", "Zorro"),
        ("", "Ana Cruz"),
        ("Ana María", "A"),
    ]


def test_the_caseload_comes_in_pages_by_name(store: Store) -> None:
    names = [f"Person {n:03}" for n in range(25)]
    for name in reversed(names):
        store.add_person(somebody(name))

    pages = [store.caseload("person", today=TODAY, limit=10, offset=start) for start in (0, 10, 20, 30)]

    assert [row.person.called for page in pages for row in page.rows] == names
    assert [page.total for page in pages] == [25] * 4


def test_a_row_tells_how_far_the_two_are(store: Store, dana: Person, clock: Clock) -> None:
    first = store.begin(session_with(dana))
    store.finish(first.id, plan_of(dana, "walk"), at=clock())
    store.begin(session_with(dana))
    plan = plan_of(dana, "walk more", next_on=TOMORROW)
    store.drafts.keep(dana.id, plan, sequence=0, base_revision=1, place="goals", visit="goals")

    (row,) = store.caseload(today=TODAY).rows

    assert (row.person, row.sessions, row.has_draft) == (dana, 2, True)
    assert (row.last_seen, row.next_on, row.ready_to_look_again) == (TODAY, TOMORROW, False)


@dataclass(frozen=True)
class Standing:
    what: str
    next_on: date | None
    seen_on: date | None
    ready: bool


@pytest.mark.parametrize(
    "case",
    [
        Standing("no day agreed", None, YESTERDAY, ready=False),
        Standing("the day is still to come", TOMORROW, YESTERDAY, ready=False),
        Standing("the day is today", TODAY, YESTERDAY, ready=True),
        Standing("the day went by", YESTERDAY, YESTERDAY - timedelta(days=3), ready=True),
        Standing("they met on the day", YESTERDAY, YESTERDAY, ready=False),
        Standing("they met since", YESTERDAY, TODAY, ready=False),
    ],
    ids=lambda case: case.what,
)
def test_somebody_is_ready_to_look_again_when_the_agreed_day_has_come(
    store: Store, dana: Person, case: Standing
) -> None:
    plan = plan_of(dana, next_on=case.next_on)
    store.drafts.keep(dana.id, plan, sequence=0, base_revision=0, place="", visit="")
    if case.seen_on:
        store.note_contact(contact_with(dana, at=NOON + (case.seen_on - TODAY)))

    (row,) = store.caseload(today=TODAY).rows
    due = store.caseload(today=TODAY, due_only=True)

    assert row.ready_to_look_again == case.ready
    assert due.total == len(due.rows) == int(case.ready)


def test_those_who_are_due_come_by_their_day(store: Store) -> None:
    for days, name in ((1, "Ana"), (3, "Zoe"), (2, "Mei"), (-1, "Later")):
        person = somebody(name)
        store.add_person(person)
        plan = plan_of(person, next_on=TODAY - timedelta(days=days))
        store.drafts.keep(person.id, plan, sequence=0, base_revision=0, place="", visit="")

    assert _called(store, due_only=True) == ["Zoe", "Mei", "Ana"]
    assert _called(store, "e", due_only=True) == ["Zoe", "Mei"]


def test_a_contact_promised_after_treatment_comes_before_the_next_meeting(store: Store, dana: Person) -> None:
    plan = plan_of(dana, next_on=TODAY + timedelta(days=7))
    leaving = plan.leaving.amended(is_leaving=True, contact_on={"words": "tomorrow", "reading": TOMORROW})
    store.drafts.keep(dana.id, plan.amended(leaving=leaving), sequence=0, base_revision=0, place="", visit="")
    promised = store.caseload(today=TODAY).rows[0].next_on
    store.note_contact(contact_with(dana, ContactKind.NO_ANSWER, at=NOON + timedelta(days=1)))
    unanswered = store.caseload(today=TOMORROW).rows[0]
    store.note_contact(contact_with(dana, ContactKind.TEXT, at=NOON + timedelta(days=1)))
    reached = store.caseload(today=TOMORROW).rows[0]

    assert promised == TOMORROW
    assert (unanswered.next_on, unanswered.ready_to_look_again, unanswered.last_seen) == (TOMORROW, True, None)
    assert (reached.next_on, reached.ready_to_look_again) == (TODAY + timedelta(days=7), False)


def test_a_late_evening_counts_as_the_day_it_is_where_the_agency_is(store: Store, dana: Person) -> None:
    store.keep_agency(Agency(zone="America/Denver"))
    store.note_contact(contact_with(dana, at=NOON.replace(hour=3)))

    assert store.caseload(today=TODAY).rows[0].last_seen == YESTERDAY


def test_an_agency_begins_with_settings_and_keeps_its_own(store: Store) -> None:
    assert store.agency() == Agency()
    ours = Agency(name="Harbor House", zone="America/Denver", crisis_line="988", lock_after_minutes=5)

    store.keep_agency(ours)
    store.keep_agency(ours.amended(supervisor="Kim"))

    assert store.agency() == ours.amended(supervisor="Kim")


@pytest.mark.parametrize("zone", ["", "Nowhere/City", "../../etc/passwd", "UTC"])
def test_a_zone_nobody_knows_is_read_as_utc(store: Store, zone: str) -> None:
    store.keep_agency(Agency(zone=zone))

    assert store.today() == TODAY
