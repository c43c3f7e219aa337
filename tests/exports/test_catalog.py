"""Documents as they are handed over, and what asking for them costs the session."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from typing import Any

import nbformat
import pytest

from exports import catalog
from exports.catalog import DOCUMENTS, FORMATS, SHARED, ExportedFile, of_plan, offer, offer_async
from exports.documents.accounting_copy import TITLE as ACCOUNTING
from exports.documents.consent_copy import TITLE as CONSENT
from exports.press.printing import Printed
from planner.caseload.agency import Agency
from planner.words.language import Language
from tests.exports.making_plans import DANA, occasion
from tests.exports.reading_back import words_of

ENGLISH, SPANISH = Language("en"), Language("es")


def made(document: Any = "my-plan", form: Any = "pdf", **more: Any) -> ExportedFile:
    language = more.pop("language", ENGLISH)
    return offer(of_plan(document, occasion(DANA.plan, DANA.person, language=language, **more)), form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_comes_as_every_kind_of_file(document: Any, form: Any) -> None:
    handed = made(document, form)
    assert handed.mime == FORMATS[form]
    start = {"pdf": b"%PDF-1.7", "html": b"<!DOCTYPE html>", "ipynb": b"{"}[form]
    assert handed.data.startswith(start)


def test_a_file_name_says_no_more_than_what_and_when() -> None:
    assert made().filename == "My plan 2026-11-22.pdf"
    assert made(language=SPANISH).filename == f"{SPANISH('My plan')} 2026-11-22.pdf"
    assert made("session-summary").filename == "Session summary 2026-11-22.pdf"
    assert "Dana" not in made("session-summary").filename


@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=lambda language: language.code)
def test_no_two_papers_share_a_name(language: Language) -> None:
    """Two papers of one day in one folder would be one file."""
    titles = [*DOCUMENTS.values(), *SHARED.values(), CONSENT, ACCOUNTING]
    assert len({language(title) for title in titles}) == len(titles)


def test_waiting_and_not_waiting_give_the_same() -> None:
    written = of_plan("my-plan", occasion(DANA.plan, DANA.person))
    assert asyncio.run(offer_async(written, "pdf")) == made()


def test_a_press_gets_no_copy_that_it_would_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict[str, object]] = []
    monkeypatch.setattr(catalog, "press", lambda notebook, **_: sent.append(notebook) or Printed(b"", ()))
    made()
    assert "text/html" not in json.dumps(sent)
    assert "text/html" in made(form="ipynb").data.decode()


def test_the_notebook_is_a_notebook() -> None:
    nbformat.validate(nbformat.reads(made(form="ipynb").data.decode(), as_version=4))
    assert json.loads(made(form="ipynb").data)["metadata"]["title"] == "Dana’s plan"


def test_the_agencys_own_crisis_line_and_telephone_are_printed() -> None:
    agency = Agency(name="Harbor Peers", phone="757-555-0100", crisis_line="757-555-0911")
    read = words_of(made(agency=agency).data)
    assert "Harbor Peers · 757-555-0100" in read
    assert "757-555-0911 any hour" in read
    assert "988" in read
    assert "757-555-0911" not in words_of(made().data)


HEAVY = ("nbconvert", "nbformat", "jsonschema", "typst", "mistune", "bs4", "jinja2", "pandas", "numpy", "defusedxml")


def test_the_session_carries_nothing_heavy_for_it() -> None:
    """The kernel of a session makes the notebook; what is heavy is in the process that prints."""
    asks = (
        "import sys, datetime\n"
        "from exports.preview import preview; from exports.catalog import of_plan, offer\n"
        "from exports.documents.occasion import Occasion\n"
        "from planner.teaching.people import practice_person; from planner.words.language import Language\n"
        "today = datetime.date(2026, 11, 22); dana = practice_person('dana', today)\n"
        "occasion = Occasion(plan=dana.plan, person=dana.person, today=today, language=Language())\n"
        "offer(of_plan('my-plan', occasion), 'pdf')\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "exports.press.press" in loaded
    assert not set(HEAVY) & set(loaded)
