"""`planner export`."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import nbformat
import pytest

from exports import catalog as offers
from planner.commands.exporting import FormatName, LanguageName
from planner.commands.outcome import Outcome
from planner.commands.papers import DocumentName
from planner.consent import Ended, EndReason
from planner.store import Store, open_store, unlock
from planner.words.language import LANGUAGES
from tests.invented import an_id
from tests.planner.commands.conftest import DANA, PASSPHRASE, SOL, WREN
from tests.planner.consent.agreeing import CONSENT, NOON, signed

if TYPE_CHECKING:
    from planner.consent import Consent
    from tests.planner.commands.conftest import Answer, Desk


def events(desk: Desk) -> list[tuple[str, str]]:
    with open_store(desk.store, unlock(desk.store, PASSPHRASE), now=lambda: datetime.now(UTC)) as store:
        return [(event.kind, event.detail) for event in store.events(DANA.id)]


def test_the_choices_are_the_ones_that_can_be_made() -> None:
    assert get_args(DocumentName) == (*offers.DOCUMENTS, "consent-copy", "accounting")
    assert not set(get_args(DocumentName)) & set(offers.SHARED)
    assert get_args(FormatName) == (*offers.FORMATS, "ics")
    assert set(get_args(LanguageName)) == set(LANGUAGES)


def test_one_person_named_by_id_gets_my_plan_as_pdf(desk: Desk) -> None:
    answer = desk.planner("export", DANA.id, "--to", desk.folder / "papers")

    (paper,) = (desk.folder / "papers").iterdir()
    assert answer.code == 0
    assert answer.out.strip() == str(paper)
    assert paper.read_bytes().startswith(b"%PDF")
    assert "Dana" not in paper.name


def _answered(desk: Desk, *, found: bool) -> None:
    with _kept(desk) as store:
        draft = store.drafts.current(DANA.id)
        assert draft is not None
        plan = draft.plan.amended(paper_may_be_found=found)
        store.drafts.keep(DANA.id, plan, sequence=draft.sequence, base_revision=0, place="goals", visit="")


@pytest.mark.parametrize(
    "document", ["lapse-page", "pill-schedule", "pill-list", "question-sheet", "my-week", "my-week-neutral"]
)
def test_the_papers_for_a_visit_and_for_the_week_are_made_here_too(desk: Desk, document: str) -> None:
    _answered(desk, found=False)
    answer = desk.planner("export", DANA.id, "--document", document, "--to", desk.folder / "papers")
    assert answer.code == 0
    assert Path(answer.out.strip()).read_bytes().startswith(b"%PDF")


def test_where_nobody_was_asked_who_could_find_a_paper_it_tells_less_and_says_so(desk: Desk) -> None:
    answer = desk.planner("export", DANA.id, "--to", desk.folder / "papers")
    assert answer.code == 0
    assert "Nobody was asked yet whether someone could find this paper." in answer.err
    alone = desk.planner("export", DANA.id, "--document", "lapse-page", "--to", desk.folder / "papers")
    assert alone.code != 0
    assert "Nobody was asked yet who could find this paper, so it stays unprinted." in alone.err


def test_what_was_given_to_others_is_there_even_without_a_plan(desk: Desk) -> None:
    answer = desk.planner("export", WREN.id, "--document", "accounting", "--format", "html", "--to", desk.folder)
    assert answer.code == 0
    assert "Nothing was given in this time." in Path(answer.out.strip()).read_text("utf-8")


def _kept(desk: Desk) -> Store:
    return open_store(desk.store, unlock(desk.store, PASSPHRASE), now=lambda: NOON)


def _copies(desk: Desk) -> Answer:
    return desk.planner("export", DANA.id, "--document", "consent-copy", "--format", "html", "--to", desk.folder / "c")


def _prepare(store: Store, *consents: Consent) -> None:
    draft = store.drafts.current(DANA.id)
    assert draft is not None
    plan = draft.plan.amended(consents=consents)
    store.drafts.keep(DANA.id, plan, sequence=draft.sequence, base_revision=0, place="goals", visit="")


def test_a_consent_that_was_signed_prints_its_copy_whatever_came_of_it(desk: Desk) -> None:
    with _kept(desk) as store:
        store.agreements.sign(signed(person_id=DANA.id))
        store.agreements.end_consent(CONSENT.id, Ended(reason=EndReason.REVOKED, at=NOON))
    answer = _copies(desk)
    assert answer.code == 0
    text = Path(answer.out.strip()).read_text("utf-8")
    assert "I, Dana Reyes, give this consent." in text
    assert "Taken back" in text
    assert ("exported", "consent-copy html") in events(desk)


def test_each_consent_has_a_file_of_its_own_and_one_that_is_still_open_is_not_printed(desk: Desk) -> None:
    open_one = CONSENT.amended(id=an_id(51), purpose="")
    ready = CONSENT.amended(id="51515151-0000-4000-8000-000000000000")
    with _kept(desk) as store:
        _prepare(store, open_one)
    answer = _copies(desk)
    assert (answer.code, "still open" in answer.err) == (Outcome.NOTHING_FOUND, True)
    with _kept(desk) as store:
        store.agreements.sign(signed(person_id=DANA.id))
        _prepare(store, CONSENT, open_one, ready)
    files = [Path(line) for line in _copies(desk).out.splitlines()]
    assert len(files) == 2
    assert [("Valid today" in one.read_text("utf-8"), "Not signed yet" in one.read_text("utf-8")) for one in files] == [
        (True, False),
        (False, True),
    ]
    assert files[1].stem.endswith(" 51515151")


def test_without_a_consent_there_is_no_copy(desk: Desk) -> None:
    answer = _copies(desk)
    assert (answer.code, "no consent yet" in answer.err) == (Outcome.NOTHING_FOUND, True)
    assert desk.planner("export", WREN.id, "--document", "consent-copy").code == Outcome.NOTHING_FOUND


def test_what_takes_a_consent_is_not_made_from_the_command_line(desk: Desk) -> None:
    answer = desk.planner("export", DANA.id, "--document", "care-team-sheet", "--to", desk.folder / "papers")
    assert answer.code == Outcome.USAGE
    assert not (desk.folder / "papers").exists()


def test_enough_of_a_name_is_as_good_as_an_id(desk: Desk) -> None:
    assert desk.planner("export", "rios", "--to", desk.folder / "papers").code == 0


def test_a_name_that_fits_two_people_prints_nothing_and_says_so(desk: Desk) -> None:
    answer = desk.planner("export", "dana", "--to", desk.folder / "papers")

    assert answer.code == Outcome.NOTHING_FOUND
    assert "2 people" in answer.err
    assert not (desk.folder / "papers").exists()


@pytest.mark.parametrize("named", ["nobody at all", "99999999-9999-4999-8999-999999999999"])
def test_a_name_or_an_id_of_nobody_says_so(desk: Desk, named: str) -> None:
    assert desk.planner("export", named).code == Outcome.NOTHING_FOUND


def test_somebody_without_a_plan_is_told_apart(desk: Desk) -> None:
    answer = desk.planner("export", WREN.id)

    assert answer.code == Outcome.NOTHING_FOUND
    assert "no plan yet" in answer.err


@pytest.mark.parametrize("words", [(), (DANA.id, "--all")])
def test_it_is_either_one_person_or_everybody(desk: Desk, words: tuple[str, ...]) -> None:
    assert desk.planner("export", *words).code == Outcome.USAGE


def test_everybody_gets_a_file_of_their_own_and_who_has_no_plan_is_named(desk: Desk) -> None:
    answer = desk.planner("export", "--all", "--format", "html", "--to", desk.folder / "papers", "--json")

    assert answer.code == 0
    assert {each["person"] for each in answer.json["written"]} == {DANA.id, SOL.id}
    assert [each["person"] for each in answer.json["left_out"]] == [WREN.id]
    assert len(list((desk.folder / "papers").iterdir())) == 2


def test_the_paper_speaks_the_persons_language_unless_another_is_asked_for(desk: Desk) -> None:
    own = desk.planner("export", SOL.id, "--format", "ipynb", "--to", desk.folder / "own", "--json")
    other = desk.planner(
        "export", SOL.id, "--format", "ipynb", "--language", "en", "--to", desk.folder / "en", "--json"
    )

    languages = []
    for answer in (own, other):
        notebook = nbformat.read(answer.json["written"][0]["file"], as_version=4)
        languages.append(json.dumps(notebook.metadata, sort_keys=True))
    assert '"es"' in languages[0]
    assert '"en"' in languages[1]


def test_a_file_that_is_there_stays_until_it_may_be_replaced(desk: Desk) -> None:
    (paper,) = desk.planner("export", DANA.id, "--to", desk.folder / "papers").out.splitlines()
    written = Path(paper).stat().st_mtime_ns

    again = desk.planner("export", DANA.id, "--to", desk.folder / "papers")

    assert again.code == Outcome.ALREADY_THERE
    assert Path(paper).stat().st_mtime_ns == written
    assert desk.planner("export", DANA.id, "--to", desk.folder / "papers", "--replace").code == 0
    assert Path(paper).stat().st_mtime_ns > written


@pytest.mark.skipif(os.name != "posix", reason="other systems keep rights in another way")
def test_what_is_written_is_for_its_owner_only(desk: Desk) -> None:
    (paper,) = desk.planner("export", DANA.id, "--to", desk.folder / "papers").out.splitlines()

    assert stat.S_IMODE(Path(paper).stat().st_mode) == 0o600


def test_the_store_notes_what_was_exported(desk: Desk) -> None:
    desk.planner("export", DANA.id, "--document", "session-summary", "--to", desk.folder / "papers")

    assert ("exported", "session-summary pdf") in events(desk)


def test_a_folder_that_can_not_be_made_is_one_sentence(desk: Desk) -> None:
    (desk.folder / "papers").write_text("a file", "utf-8")

    answer = desk.planner("export", DANA.id, "--to", desk.folder / "papers" / "inside")

    assert answer.code == Outcome.NOT_WRITABLE
    assert "Traceback" not in answer.err


def test_the_week_leaves_as_a_calendar_for_a_phone_and_nothing_else_does(desk: Desk) -> None:
    _answered(desk, found=True)
    answer = desk.planner("export", DANA.id, "--document", "my-week", "--format", "ics", "--to", desk.folder)
    assert answer.code == 0
    made = Path(answer.out.strip())
    assert made.suffix == ".ics"
    assert made.read_bytes().startswith(b"BEGIN:VCALENDAR")
    other = desk.planner("export", DANA.id, "--format", "ics", "--to", desk.folder)
    assert other.code != 0
    assert "Say --document my-week." in other.err
