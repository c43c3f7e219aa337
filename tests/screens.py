"""Pictures of every screen and paper, of the invented people: `make screens` writes them to docs/screens."""

from __future__ import annotations

import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from exports.catalog import of_plan, offer
from exports.documents.occasion import Occasion
from planner.teaching.people import practice_person
from planner.words.language import Language
from tests.journeys.counselor import Counselor
from tests.playing import browser, served

SCREENS = Path(__file__).parents[1] / "docs" / "screens"
DESKTOP = {"width": 1440, "height": 1000}
TABLET = {"width": 820, "height": 1180}
STEPS = {
    "check-in": "Check-in",
    "goals": "Goals",
    "strengths": "Strengths",
    "resources": "Resources",
    "medications": "Medications and health",
    "skills": "Skills",
    "safety": "Safety",
    "review": "Review and finish",
}
PAPERS = ("my-plan", "session-summary", "pill-schedule", "question-sheet")
DOTS_PER_INCH = "70"


def main() -> None:
    """Make every picture anew."""
    SCREENS.mkdir(exist_ok=True)
    _screens(DESKTOP, "")
    _screens(TABLET, "-tablet", only=("goals",))
    _papers()


def _screens(size: dict[str, int], ending: str, *, only: tuple[str, ...] = ()) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "plans.db", practice=True) as app,
        browser(viewport=size) as window,
    ):
        counselor = Counselor(window.page)
        window.page.goto(app.first_url)
        window.page.get_by_role("heading", level=1, name="Caseload").wait_for()
        if not only:
            _picture(counselor, "caseload")
        window.page.get_by_role("button", name="Dana").first.click()
        counselor.press("Start a session")
        for name, step in STEPS.items():
            if only and name not in only:
                continue
            counselor.go(step)
            if name == "goals":
                _open_a_goal(counselor)
            _picture(counselor, name + ending)
        if not only:
            counselor.press("Not safe right now")
            _picture(counselor, "not-safe")


def _open_a_goal(counselor: Counselor) -> None:
    will = counselor.turn_to("What you will do")
    will.get_by_role("button", name="Change:").first.click()
    counselor.press("How sure", within=will, role="tab")
    counselor.page.evaluate("scrollTo(0, 0)")


def _picture(counselor: Counselor, name: str) -> None:
    counselor.page.wait_for_timeout(400)  # what was pressed last comes to rest
    counselor.page.screenshot(path=SCREENS / f"{name}.png")


def _papers() -> None:
    today = datetime.now(UTC).date()
    dana = practice_person("dana", today)
    occasion = Occasion(plan=dana.plan, person=dana.person, today=today, language=Language("en"))
    for paper in PAPERS:
        made = offer(of_plan(paper, occasion), "pdf")
        command = ["pdftoppm", "-r", DOTS_PER_INCH, "-png", "-f", "1", "-singlefile", "-", str(SCREENS / paper)]
        subprocess.run(command, input=made.data, check=True)


if __name__ == "__main__":
    main()
