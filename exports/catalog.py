"""A document as the screen and the command line hand it over: a neutral name, its kind, its bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from exports.documents import accounting_copy, consent_copy, lapse_page, my_week, pill_schedule, places
from exports.documents.care_team_sheet import care_team_sheet
from exports.documents.my_plan import my_plan, whole_plan
from exports.documents.question_sheet import question_sheet
from exports.documents.session_summary import session_summary
from exports.interchange.calendar_file import NOTHING, calendar_file
from exports.page.notebook import notebook
from exports.press.press import press, press_async
from planner.model.message import Message, say
from planner.sharing.accounting import CARE_TEAM_SHEET

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.documents.occasion import Occasion
    from exports.interchange.calendar_file import Told
    from exports.page.document.remarks import Remark
    from exports.page.edition import Edition
    from exports.page.notebook import PageContent
    from exports.press.printing import Printed
    from planner.caseload.person import Person
    from planner.consent import Consent, SignedConsent
    from planner.sharing.accounting import Accounting
    from planner.sharing.shared_plan import SharedPlan

Kind = Literal[
    "my-plan",
    "whole-plan",
    "lapse-page",
    "session-summary",
    "pill-schedule",
    "pill-list",
    "question-sheet",
    "services-and-meetings",
    "my-week",
    "my-week-neutral",
]
SharedKind = Literal["care-team-sheet"]
As = Literal["pdf", "html", "ipynb"]


DOCUMENTS: dict[Kind, Message] = {
    "my-plan": say("My plan"),
    "whole-plan": say("My whole plan"),
    "lapse-page": lapse_page.TITLE,
    "session-summary": say("Session summary"),
    "pill-schedule": pill_schedule.TITLE,
    "pill-list": pill_schedule.LIST,
    "question-sheet": say("For my visit"),
    "services-and-meetings": places.TITLE,
    "my-week": my_week.TITLE,
    "my-week-neutral": my_week.NEUTRAL_TITLE,
}
"""The documents of a plan that stay with the person or in the agency, and what each is called on the screen."""

SHARED: dict[SharedKind, Message] = {"care-team-sheet": CARE_TEAM_SHEET}
"""The documents that leave the agency. They are made from a `SharedPlan` and from nothing else."""

CALENDAR = say("Calendar")
"""The week for a phone; its name says no more than that."""

FORMATS: dict[As, str] = {
    "pdf": "application/pdf",
    "html": "text/html",
    "ipynb": "application/x-ipynb+json",
}
"""The kinds of file there are, and how each is announced to a browser."""

_MAKERS: dict[Kind, Callable[[Occasion], PageContent]] = {
    "my-plan": my_plan,
    "whole-plan": whole_plan,
    "lapse-page": lapse_page.lapse_page,
    "session-summary": session_summary,
    "pill-schedule": pill_schedule.printed_schedule,
    "pill-list": pill_schedule.printed_list,
    "question-sheet": question_sheet,
    "services-and-meetings": places.services_and_meetings,
    "my-week": my_week.my_week,
    "my-week-neutral": my_week.my_week_neutral,
}


_SHARED_MAKERS: dict[SharedKind, Callable[[SharedPlan, Edition], PageContent]] = {"care-team-sheet": care_team_sheet}


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """A document of ours, ready to be made into any kind of file."""

    content: PageContent
    title: Message
    edition: Edition


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A finished document; its file name tells no more than what it is and from when."""

    filename: str
    mime: str
    data: bytes
    remarks: tuple[Remark, ...] = ()


def of_plan(document: Kind, occasion: Occasion) -> DocumentSource:
    """Return a document of a plan that stays with the person or in the agency."""
    return DocumentSource(_MAKERS[document](occasion), DOCUMENTS[document], occasion)


def of_consent(copied: Consent | SignedConsent, edition: Edition) -> DocumentSource:
    """Return the person's own copy of a consent."""
    return DocumentSource(consent_copy.consent_copy(copied, edition), consent_copy.TITLE, edition)


def of_accounting(found: Accounting, person: Person, edition: Edition, mark: str) -> DocumentSource:
    """Return one view of what was given to others, for the person it is about, with the record's mark of that day."""
    return DocumentSource(accounting_copy.accounting_copy(found, person, edition, mark), accounting_copy.TITLE, edition)


def of_shared(document: SharedKind, shared: SharedPlan, edition: Edition) -> DocumentSource:
    """Return a document that leaves the agency.

    Raises:
        exports.documents.care_team_sheet.NotSharedError: what is given was not made from a consent.
    """
    return DocumentSource(_SHARED_MAKERS[document](shared, edition), SHARED[document], edition)


def offer(written: DocumentSource, form: As) -> ExportedFile:
    """Make a document.

    Raises:
        exports.press.press.PressError: it did not come out.
    """
    return _offer(written, form, None if form == "ipynb" else press(_for_the_press(written), form=form))


async def offer_async(written: DocumentSource, form: As) -> ExportedFile:
    """Make a document without holding up the screen.

    Raises:
        exports.press.press.PressError: it did not come out.
    """
    return _offer(written, form, None if form == "ipynb" else await press_async(_for_the_press(written), form=form))


def phone_calendar(occasion: Occasion, told: Told = NOTHING) -> ExportedFile:
    """Return the week as a calendar file: in neutral words and without places, unless they were ticked."""
    filename = f"{occasion.language(CALENDAR)} {occasion.today.isoformat()}.ics"
    return ExportedFile(filename, "text/calendar", calendar_file(occasion, told))


def _for_the_press(written: DocumentSource) -> dict[str, object]:
    return notebook(written.content, for_reading=False)


def _offer(written: DocumentSource, form: As, printed: Printed | None) -> ExportedFile:
    """Return what was printed, or the notebook itself; no name of anybody is in the name of the file."""
    edition = written.edition
    filename = f"{edition.language(written.title)} {edition.today.isoformat()}.{form}"
    if printed is not None:
        return ExportedFile(filename, FORMATS[form], printed.data, printed.remarks)
    return ExportedFile(filename, FORMATS[form], (json.dumps(notebook(written.content), indent=1) + "\n").encode())
