"""A document as the screen and the command line hand it over: a neutral name, its kind, its bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from exports.my_plan import my_plan
from exports.press import press, press_async
from exports.session_summary import session_summary
from planner.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from exports.printing import Format, Printed
    from exports.remarks import Remark
    from planner.language import Language
    from planner.person import Person
    from planner.plan import Plan

Kind = Literal["my-plan", "session-summary"]
As = Literal["pdf", "html", "ipynb"]

_MAKERS: dict[Kind, Callable[..., dict[str, object]]] = {"my-plan": my_plan, "session-summary": session_summary}
_NAMES: dict[Kind, Message] = {"my-plan": say("My plan"), "session-summary": say("Session summary")}
_MIMES: dict[As, str] = {"pdf": "application/pdf", "html": "text/html", "ipynb": "application/x-ipynb+json"}

DOCUMENTS: tuple[Kind, ...] = tuple(_MAKERS)
FORMATS: tuple[As, ...] = tuple(_MIMES)


@dataclass(frozen=True, slots=True)
class Offer:
    """A finished document; its file name tells no more than what it is and from when."""

    filename: str
    mime: str
    data: bytes
    remarks: tuple[Remark, ...] = ()


def offer(
    plan: Plan, person: Person, document: Kind, format: As, *, today: date, language: Language, paper: str = "us-letter"
) -> Offer:
    """Make a document.

    Raises:
        exports.press.PressError: it did not come out.
    """
    notebook = _MAKERS[document](plan, person, today=today, language=language, paper=paper)
    printed = None if format == "ipynb" else press(notebook, format=format)
    return _offer(notebook, printed, document, format, today, language)


async def offer_async(
    plan: Plan, person: Person, document: Kind, format: As, *, today: date, language: Language, paper: str = "us-letter"
) -> Offer:
    """Make a document without holding up the screen.

    Raises:
        exports.press.PressError: it did not come out.
    """
    notebook = _MAKERS[document](plan, person, today=today, language=language, paper=paper)
    printed = None if format == "ipynb" else await press_async(notebook, format=format)
    return _offer(notebook, printed, document, format, today, language)


def _offer(
    notebook: dict[str, object], printed: Printed | None, document: Kind, format: As, today: date, language: Language
) -> Offer:
    filename = f"{language(_NAMES[document])} {today.isoformat()}.{format}"
    if printed is None:
        return Offer(filename, _MIMES[format], (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode())
    return Offer(filename, _MIMES[format], printed.data, printed.remarks)
