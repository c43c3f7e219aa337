"""The directory in the store: read, read again, broken off, found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from planner.directory.feeds.feed import Feed
from planner.directory.feeds.report import NotAFeedError
from planner.directory.search import Search, miles
from planner.directory.service import AgencyNote, Cost, OpenHours, Service, ServiceKind, Stance, service_id
from planner.model.daily_life import Area
from planner.store import Store, open_in_memory, open_store
from tests.planner.store.keeping import NOON, raw_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from planner.store import Key
    from planner.store.directory.directory import StoredDirectory
    from tests.planner.store.keeping import Clock


def service(name: str, **facts: Any) -> Service:
    return Service(id=service_id("harbor", name), feed="harbor", feed_id=name, name=name, **facts)


PANTRY = service(
    "Harbor Food Pantry", city="Norfolk", cost=Cost.FREE, areas=(Area.FOOD,), latitude=36.85, longitude=-76.29
)
CLINIC = service(
    "Quay Dental Clinic",
    about="Teeth cleaned and mended.",
    areas=(Area.HEALTH,),
    languages=("es",),
    accessible=True,
    hours=(OpenHours(day=1),),
    latitude=36.95,
    longitude=-76.10,
)
METHADONE = service("Bay Treatment", terms=("Methadone Maintenance",), medication_welcome=True, areas=(Area.HEALTH,))
NOONERS = service(
    "Nooners", terms=("meeting",), kind=ServiceKind.MEETING, stance=Stance.SECULAR, areas=(Area.RECOVERY,)
)
ALL = (PANTRY, CLINIC, METHADONE, NOONERS)


def feed(services: Iterable[Service], name: str = "harbor") -> Feed:
    return Feed(name, "invented", iter(services), {})


@pytest.fixture
def directory(store: Store) -> StoredDirectory:
    directory = store.directory
    directory.read_feed(feed(ALL), at=NOON)
    return directory


def names(directory: StoredDirectory, search: Search | str) -> list[str]:
    found = directory.find(Search(search) if isinstance(search, str) else search)
    return [listing.service.name for listing in found.listings]


def test_a_feed_is_kept_word_for_word_and_its_report_with_it(directory: StoredDirectory) -> None:
    kept = directory.listing(CLINIC.id)

    assert kept
    assert kept.service == CLINIC
    (known,) = directory.feeds()
    assert (known.report.added, known.report.read, known.imported) == (4, 4, NOON)


def test_reading_again_changes_what_changed_and_lets_go_of_what_is_gone(directory: StoredDirectory) -> None:
    moved = CLINIC.amended(city="Hampton")
    report = directory.read_feed(feed((PANTRY, moved, service("New Place"))), at=NOON)

    assert (report.added, report.changed, report.unchanged, report.gone) == (1, 1, 1, 2)
    assert names(directory, "dental hampton") == ["Quay Dental Clinic"]
    assert names(directory, "methadone") == []
    assert directory.listing(METHADONE.id) is None


def test_reading_the_same_again_changes_nothing(directory: StoredDirectory, store: Store) -> None:
    before = raw_of(store).execute("SELECT row, id FROM directory_entry").fetchall()
    report = directory.read_feed(feed(ALL), at=NOON)

    assert (report.unchanged, report.added, report.changed, report.gone) == (4, 0, 0, 0)
    assert raw_of(store).execute("SELECT row, id FROM directory_entry").fetchall() == before


def breaking_off(services: Iterable[Service], error: Exception) -> Iterator[Service]:
    yield from services
    raise error


@pytest.mark.parametrize("error", [NotAFeedError, KeyboardInterrupt])
def test_a_reading_that_breaks_off_leaves_the_old_directory_whole(
    directory: StoredDirectory, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.store.directory.directory.BATCH", 1)
    changed = (PANTRY.amended(name="Another Pantry"), CLINIC, service("New Place"))
    raised = error(PANTRY) if error is NotAFeedError else error()
    with pytest.raises(error):
        directory.read_feed(feed(breaking_off(changed, raised)), at=NOON)

    for listed in ALL:
        kept = directory.listing(listed.id)
        assert kept
        assert kept.service == listed
    assert names(directory, "another") == names(directory, "new place") == []

    directory.read_feed(feed(changed), at=NOON)
    assert names(directory, "another pantry") == ["Another Pantry"]
    assert sorted(names(directory, Search())) == ["Another Pantry", "New Place", "Quay Dental Clinic"]


def test_a_reader_that_goes_on_while_a_feed_is_read_sees_the_old_one(
    directory: StoredDirectory, path: Path, key: Key, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.store.directory.directory.BATCH", 1)
    with open_store(path, key, now=clock) as other:
        seen: list[list[str]] = []
        changed = (service("New Place"), CLINIC)
        directory.read_feed(
            feed(changed), at=NOON, progress=lambda _rows: seen.append(names(other.directory, Search()))
        )

        assert all(len(one) == len(ALL) and "New Place" not in one for one in seen)
        assert sorted(names(other.directory, Search())) == ["New Place", "Quay Dental Clinic"]


def test_a_feed_without_an_entry_is_refused(directory: StoredDirectory) -> None:
    with pytest.raises(NotAFeedError):
        directory.read_feed(feed(()), at=NOON)

    assert len(names(directory, Search())) == len(ALL)


def test_two_feeds_stand_beside_each_other(directory: StoredDirectory) -> None:
    other = Service(id=service_id("other", "x"), feed="other", name="Other Pantry")
    directory.read_feed(feed((other,), "other"), at=NOON)

    assert sorted(names(directory, "pantry")) == ["Harbor Food Pantry", "Other Pantry"]


def test_what_the_agency_knows_stays_over_a_reading_and_is_found(directory: StoredDirectory) -> None:
    note = AgencyNote(service_id=CLINIC.id, words="Ask for Pat on Tuesdays", medication_welcome=True)
    directory.keep_note(note)
    directory.read_feed(feed((CLINIC.amended(city="Hampton"),)), at=NOON)
    kept = directory.listing(CLINIC.id)

    assert kept
    assert (kept.note, kept.service.city) == (note, "Hampton")
    assert names(directory, "pat tuesdays") == ["Quay Dental Clinic"]
    assert names(directory, Search(medication_welcome=True)) == ["Quay Dental Clinic"]


def test_a_note_waits_for_an_entry_that_is_gone_for_a_while(directory: StoredDirectory) -> None:
    directory.keep_note(AgencyNote(service_id=PANTRY.id, ask_for="Pat"))
    directory.read_feed(feed((CLINIC,)), at=NOON)
    directory.read_feed(feed((PANTRY,)), at=NOON)
    kept = directory.listing(PANTRY.id)

    assert kept
    assert kept.note
    assert kept.note.ask_for == "Pat"


def test_where_the_agency_sends_nobody_is_not_found(directory: StoredDirectory) -> None:
    directory.keep_note(AgencyNote(service_id=PANTRY.id, hidden=True))

    assert names(directory, "pantry") == []


def test_a_place_written_down_once_is_there_and_outlives_every_feed(directory: StoredDirectory) -> None:
    own = Service(id=service_id("agency", "1"), feed="agency", name="Sofa of Mrs. Lee")
    directory.keep_own(own, at=NOON)
    directory.keep_own(own.amended(city="Norfolk"), at=NOON)
    directory.read_feed(feed((CLINIC,)), at=NOON)

    assert names(directory, "sofa norfolk") == ["Sofa of Mrs. Lee"]


@dataclass(frozen=True)
class Asked:
    """What somebody types or ticks, and what comes."""

    name: str
    search: Search
    found: list[str]


ASKED = [
    Asked("a word", Search("pantry"), ["Harbor Food Pantry"]),
    Asked("the beginning of a word", Search("metha"), ["Bay Treatment"]),
    Asked("a plural", Search("clinics"), ["Quay Dental Clinic"]),
    Asked("a Spanish word", Search("despensa"), ["Harbor Food Pantry"]),
    Asked("a Spanish word without its accent", Search("clinica"), ["Quay Dental Clinic"]),
    Asked("a Spanish sentence", Search("necesito un dentista"), ["Quay Dental Clinic"]),
    Asked("a slip", Search("dentl"), ["Quay Dental Clinic"]),
    Asked("two letters changed round", Search("panrty"), ["Harbor Food Pantry"]),
    Asked("capitals and marks", Search("“PANTRY”!"), ["Harbor Food Pantry"]),
    Asked("a place", Search("norfolk"), ["Harbor Food Pantry"]),
    Asked("free", Search(free=True), ["Harbor Food Pantry"]),
    Asked("a language", Search(language="es"), ["Quay Dental Clinic"]),
    Asked("accessible", Search(accessible=True), ["Quay Dental Clinic"]),
    Asked("medication welcome", Search(medication_welcome=True), ["Bay Treatment"]),
    Asked("open on a day", Search(open_on=frozenset({1, 6})), ["Quay Dental Clinic"]),
    Asked("an area", Search(area=Area.FOOD), ["Harbor Food Pantry"]),
    Asked("a meeting", Search(kind=ServiceKind.MEETING), ["Nooners"]),
    Asked("secular", Search(stance=Stance.SECULAR), ["Nooners"]),
    Asked("within miles", Search(near=(36.85, -76.28), within_miles=3), ["Harbor Food Pantry"]),
    Asked("nearest first", Search("clinic pantry", near=(36.95, -76.1)), ["Quay Dental Clinic", "Harbor Food Pantry"]),
    Asked("a filter and no match", Search("pantry", accessible=True), []),
    Asked("words of no language", Search("zzzqqq xxyyx"), []),
]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.name)
def test_a_search_finds(directory: StoredDirectory, asked: Asked) -> None:
    assert names(directory, asked.search) == asked.found


@pytest.mark.parametrize(
    "words", ['"', "*", "NEAR(", "a AND", "kinds:", "'; DROP TABLE plan; --", "\x00", "(" * 300, "🙂", "-"]
)
def test_no_words_of_a_search_are_taken_for_the_index_s_own(directory: StoredDirectory, words: str) -> None:
    names(directory, words)
    assert names(directory, "pantry") == ["Harbor Food Pantry"]


def test_what_a_slip_was_taken_for_is_told(directory: StoredDirectory) -> None:
    assert directory.find(Search("dentl")).corrected == (("dentl", "dental"),)


def test_a_degree_of_latitude_is_sixty_nine_miles() -> None:
    assert miles((36, -76), (37, -76)) == pytest.approx(69.1, abs=0.1)


def test_an_empty_directory_says_so(store: Store) -> None:
    assert store.directory.is_empty()
    assert store.directory.find(Search("pantry")).listings == ()


def test_a_practice_store_has_a_directory_too(clock: Clock) -> None:
    with open_in_memory(now=clock) as practice:
        practice.directory.read_feed(feed(ALL), at=NOON)
        assert names(practice.directory, "pantry") == ["Harbor Food Pantry"]


def test_forgetting_and_verifying_pass_over_the_directory(directory: StoredDirectory, store: Store) -> None:
    assert store.verify() == ()
    assert replace(directory.feeds()[0].report, added=0).read == 0
