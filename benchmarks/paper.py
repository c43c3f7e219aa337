"""Paper: a summary in this process, in a process of its own, and from a cold command line."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import count
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import nbformat
import typst
from nbconvert.exporters import PDFExporter, TemplateExporter, WebPDFExporter
from playwright.async_api import BrowserType

from benchmarks.invented import AT, person, plan_with_goals
from benchmarks.measuring import Measured, in_turns
from exports.documents.occasion import Occasion
from exports.documents.session_summary import session_summary
from exports.page.document.document import document
from exports.page.notebook import notebook
from exports.press import printing
from exports.press.press import press
from exports.press.printing import as_data, printed
from planner.words.language import Language
from tests.conftest import chromium
from tests.playing import BROWSER_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.async_api import Browser

ROUNDS = 15
SLOW_ROUNDS = 3
COLD_ROUNDS = 7
NUMBERS = count()


def measure() -> list[Measured]:
    """Return the rows on printing. Every summary differs by a word, since Typst remembers what it has seen."""
    return [_against_bare_typst(), *_against_other_routes(), _cold()]


def summary() -> dict[str, Any]:
    """Return a summary like no other."""
    dana = person(0)
    plan = plan_with_goals(4, person_id=dana.id, words=f"Walk with my sister, week {next(NUMBERS)}")
    return notebook(session_summary(Occasion(plan=plan, person=dana, today=AT.date(), language=Language())))


def _against_bare_typst() -> Measured:
    summaries = iter([summary() for _ in range(ROUNDS + 1)])
    ready = iter([as_data(document(summary())) for _ in range(ROUNDS + 1)])
    ours, theirs = in_turns(ROUNDS, lambda: printed(next(summaries), "pdf"), lambda: _bare(next(ready)))
    return Measured("PDF in process", ours, "bare Typst compile", theirs, at_most=1.5)


def _bare(data: Mapping[str, object]) -> bytes:
    """Compile the same template, with the same fonts, with nothing around it."""
    return typst.compile(
        str(printing._TEMPLATE),
        root=str(printing._TEMPLATE.parent),
        font_paths=printing._fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(data)},
        pdf_standards=printing.STANDARDS,
        timestamp=0,
    )


class ChromiumPDFExporter(WebPDFExporter):
    """nbconvert's browser route as it is, waits and all, with the browser of this machine."""

    def run_playwright(self, html: str) -> bytes:
        """Print a page with Chromium."""
        launch = BrowserType.launch

        async def with_ours(of_type: BrowserType, *, args: list[str], **given: Any) -> Browser:
            return await launch(of_type, executable_path=chromium(), args=[*args, *BROWSER_OPTIONS], **given)

        with patch.object(BrowserType, "launch", with_ours):
            return super().run_playwright(html)


def _against_other_routes() -> list[Measured]:
    rows = []
    for name, is_there, route, in_process in (
        ("webpdf", chromium(), ChromiumPDFExporter, 25),
        ("xelatex", which("xelatex") and which("pandoc"), PDFExporter, 40),
    ):
        if is_there:
            rows += _against(name, route, in_process)
    return rows


def _against(name: str, route: Callable[[], TemplateExporter], in_process: float) -> list[Measured]:
    exporter = route()
    tasks = (
        lambda: printed(summary(), "pdf"),
        lambda: press(summary()),
        lambda: exporter.from_notebook_node(nbformat.from_dict(summary())),
    )
    within, child, theirs = in_turns(SLOW_ROUNDS, *tasks)
    return [
        Measured("PDF in process", within, f"nbconvert, {name}", theirs, times_faster=in_process),
        Measured("PDF from the app's button", child, f"nbconvert, {name}", theirs, times_faster=15),
    ]


def _cold() -> Measured:
    with TemporaryDirectory() as folder:
        notebook = Path(folder) / "summary.ipynb"
        nbformat.write(nbformat.from_dict(summary()), notebook)

        def convert(to: str) -> Callable[[], object]:
            command = [sys.executable, "-m", "nbconvert", "--log-level=ERROR", "--to", to, str(notebook)]
            return lambda: subprocess.run(command, check=True, cwd=folder)

        ours, theirs = in_turns(COLD_ROUNDS, convert("recovery-plan-pdf"), convert("html"))
    return Measured("PDF, cold command line", ours, "nbconvert --to html", theirs, at_most=1.0)
