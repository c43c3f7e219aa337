"""A document as the screen and the command line hand it over: a neutral name, its kind, its bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from exports.document import LETTER
from exports.my_plan import my_plan
from exports.press import press, press_async
from exports.reader import NO_AGENCY
from exports.session_summary import session_summary
from planner.message import Message, say

if TYPE_CHECKING:
    from datetime import date

    from exports.printing import Printed
    from exports.remarks import Remark
    from planner.agency import Agency
    from planner.language import Language
    from planner.person import Person
    from planner.plan import Plan

Kind = Literal["my-plan", "session-summary"]
As = Literal["pdf", "html", "ipynb"]


class Maker(Protocol):
    """Makes the notebook of a document."""

    def __call__(
        self, plan: Plan, person: Person, *, today: date, language: Language, agency: Agency, paper: str
    ) -> dict[str, object]: ...


DOCUMENTS: dict[Kind, Message] = {"my-plan": say("My plan"), "session-summary": say("Session summary")}
"""The documents there are, and what each is called on the screen."""

FORMATS: dict[As, str] = {
    "pdf": "application/pdf",
    "html": "text/html",
    "ipynb": "application/x-ipynb+json",
}
"""The kinds of file there are, and how each is announced to a browser."""

_MAKERS: dict[Kind, Maker] = {"my-plan": my_plan, "session-summary": session_summary}


@dataclass(frozen=True, slots=True)
class Offer:
    """A finished document; its file name tells no more than what it is and from when."""

    filename: str
    mime: str
    data: bytes
    remarks: tuple[Remark, ...] = ()


def offer(
    plan: Plan,
    person: Person,
    document: Kind,
    form: As,
    *,
    today: date,
    language: Language,
    agency: Agency = NO_AGENCY,
    paper: str = LETTER,
) -> Offer:
    """Make a document.

    Raises:
        exports.press.PressError: it did not come out.
    """
    notebook = _MAKERS[document](plan, person, today=today, language=language, agency=agency, paper=paper)
    printed = None if form == "ipynb" else press(notebook, form=form)
    return Offer(named(document, form, today, language), FORMATS[form], *_content(notebook, printed))


async def offer_async(
    plan: Plan,
    person: Person,
    document: Kind,
    form: As,
    *,
    today: date,
    language: Language,
    agency: Agency = NO_AGENCY,
    paper: str = LETTER,
) -> Offer:
    """Make a document without holding up the screen.

    Raises:
        exports.press.PressError: it did not come out.
    """
    notebook = _MAKERS[document](plan, person, today=today, language=language, agency=agency, paper=paper)
    printed = None if form == "ipynb" else await press_async(notebook, form=form)
    return Offer(named(document, form, today, language), FORMATS[form], *_content(notebook, printed))


def named(document: Kind, form: As, today: date, language: Language) -> str:
    """Return a file name for a document, without anybody's name in it."""
    return f"{language(DOCUMENTS[document])} {today.isoformat()}.{form}"


def _content(notebook: dict[str, object], printed: Printed | None) -> tuple[bytes, tuple[Remark, ...]]:
    """Return what was printed; the notebook itself when nothing was."""
    if printed is not None:
        return printed.data, printed.remarks
    return (json.dumps(notebook, indent=1) + "\n").encode(), ()
