"""Everything shown is there in Spanish, and fits."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog

from planner.caseload.agency import Agency
from planner.goals.goal import Goal
from planner.health.medication import Medication
from planner.library import catalogues
from planner.library.catalogues import Gap, catalogue_files, gaps, read, updated, write
from planner.library.extraction import Literal
from planner.words.language import LANGUAGES, _catalogue
from planner.words.readability import ease
from tests.shown import literals

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("file", catalogue_files(), ids=lambda file: file.parts[-3])
def test_everything_shown_is_translated(file: Path) -> None:
    assert gaps(read(file), literals()) == ()


@pytest.mark.parametrize("file", catalogue_files(), ids=lambda file: file.parts[-3])
def test_a_catalogue_holds_nothing_that_is_not_shown(file: Path) -> None:
    held = {message.id if isinstance(message.id, str) else message.id[0] for message in read(file) if message.id}
    assert held - {literal.one for literal in literals()} == set()


WORDED_BY_LAW = {"planner/consent/text.py", "planner/sharing/notice.py"}
"""Here a rule gives the sentence, and plain words stand beside it."""


@pytest.mark.parametrize("room", catalogues.ROOMS)
def test_what_a_room_shows_is_plain(room: str) -> None:
    found = literals().items()
    texts = [one.one for one, files in found if files[0].startswith(f"{room}/") and files[0] not in WORDED_BY_LAW]
    assert texts
    assert ease("\n".join(texts)).plain


@pytest.mark.parametrize("file", catalogue_files(), ids=lambda file: file.parts[-3])
def test_what_is_shown_in_another_language_is_plain(file: Path) -> None:
    texts = [message.string for message in read(file) if message.id and isinstance(message.string, str)]
    assert ease("\n".join(texts), file.parts[-3]).plain


SCOLDING = re.compile(r"\b(invalid|failed|must|error|patient|client|user|addict)\b", re.IGNORECASE)


def test_nothing_that_is_shown_scolds() -> None:
    assert SCOLDING.search("This field must be filled")
    assert [literal.one for literal in literals() if SCOLDING.search(literal.one)] == []


def test_every_language_besides_english_has_a_catalogue() -> None:
    assert {file.parts[-3] for file in catalogue_files()} == set(LANGUAGES) - {"en"}


@pytest.mark.parametrize("file", catalogue_files(), ids=lambda file: file.parts[-3])
def test_the_compiled_catalogue_says_what_its_source_says(file: Path) -> None:
    compiled = _catalogue(file.parts[-3])
    assert isinstance(compiled, GNUTranslations), "run `make catalogues` to compile the translations"
    translated = [message for message in read(file) if message.id and message.string]
    single = {message.id: message.string for message in translated if isinstance(message.id, str)}
    stale = {literal for literal, text in single.items() if compiled.gettext(literal) != text}
    assert stale == set(), "run `make catalogues` to compile the translations"


def _catalogue_of(*entries: tuple[str | tuple[str, str], str | tuple[str, str]], fuzzy: bool = False) -> Catalog:
    catalogue = Catalog("es")
    for literal, text in entries:
        catalogue.add(literal, text, flags={"fuzzy"} if fuzzy else ())
    return catalogue


def test_a_gap_is_named() -> None:
    hello, goals = Literal("Hello {name}"), Literal("{n} goal", "{n} goals")
    assert gaps(_catalogue_of(("Hello {name}", "Hola {name}")), [hello]) == ()
    assert gaps(_catalogue_of(), [hello]) == (Gap("Hello {name}", "not translated"),)
    assert gaps(_catalogue_of(("Hello {name}", "")), [hello]) == (Gap("Hello {name}", "not translated"),)
    assert gaps(_catalogue_of(("Hello {name}", "Hola {nombre}")), [hello]) == (
        Gap("Hello {name}", "its {names} differ"),
    )
    assert gaps(_catalogue_of(("Hello {name}", "Hola {name}"), fuzzy=True), [hello]) == (Gap("Hello {name}", "fuzzy"),)
    assert gaps(_catalogue_of((("{n} goal", "{n} goals"), ("{n} meta", ""))), [goals]) == (
        Gap("{n} goal", "not translated"),
    )
    assert gaps(_catalogue_of((("{n} goal", "{n} goals"), ("una meta", "{n} metas"))), [goals]) == ()
    assert gaps(_catalogue_of((("{n} goal", "{n} goals"), ("{n} meta", "metas"))), [goals]) == (
        Gap("{n} goal", "its {names} differ"),
    )


def test_an_update_keeps_what_is_translated_and_drops_what_is_gone() -> None:
    kept = _catalogue_of(("Save", "Guardar"), ("Gone", "Ido"))
    fresh = updated(kept, {Literal("Save"): ("a.py",), Literal("New"): ("b.py",)})
    assert {message.id: message.string for message in fresh if message.id} == {"Save": "Guardar", "New": ""}


def test_an_update_without_news_changes_no_byte(tmp_path: Path) -> None:
    for file in catalogue_files():
        once, twice = (tmp_path / name / file.parts[-3] / "LC_MESSAGES" / "planner.po" for name in ("once", "twice"))
        for path, before in ((once, file), (twice, once)):
            path.parent.mkdir(parents=True)
            write(updated(read(before), literals()), path)
        assert twice.read_bytes() == once.read_bytes()


def test_the_command_says_what_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "es" / "LC_MESSAGES" / "planner.po"
    file.parent.mkdir(parents=True)
    write(_catalogue_of(), file)
    monkeypatch.setattr(catalogues, "LANGUAGES", tmp_path)
    monkeypatch.setattr(catalogues, "literals", lambda: {Literal("Save"): ("a.py",)})
    assert catalogues.main() == 1
    assert "es: 1 texts, 1 open\n  not translated: Save" in capsys.readouterr().out


def test_every_title_of_a_field_is_among_what_is_shown() -> None:
    """A field factory that the extraction does not know would leave its titles in English."""
    titles = {field.title for kind in (Goal, Medication, Agency) for field in kind.model_fields.values() if field.title}
    assert len(titles) > 30
    assert titles - {literal.one for literal in literals()} == set()
