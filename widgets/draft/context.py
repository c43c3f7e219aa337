"""What every component at the table needs to know: the language, the day, and which of the two views is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import reacton

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from planner.caseload.agency import Agency
    from planner.model.path import FieldPath
    from planner.review.destination import Destination
    from planner.words.language import Language
    from widgets.draft.draft_editor import DraftEditor


class FieldEdits(Protocol):
    """Takes what the fields of a form are given."""

    def put(self, path: FieldPath, value: Any, *, typing: bool = False) -> None:
        """Change the value at a place; `typing` while the hand has not rested yet."""
        ...


def _keep_quiet(_happened: object) -> None:
    """Say nothing: nothing of this is kept yet, or there is nobody to hear it."""


@dataclass(frozen=True)
class SessionContext:
    """One session on the screen. It stays the same while the plan changes."""

    t: Language
    today: date
    editor: DraftEditor
    agency: Agency
    staff: bool = False
    """Staff view: also what is meant for the counselor alone."""
    practice: bool = False
    """The person is invented, and nothing is kept: every step and every paper says so."""
    destination: Destination | None = None
    """The place of the plan somebody just went to: what leads there is open, and the focus goes into the field."""
    announce: Callable[[Any], None] = _keep_quiet
    """Says what just happened (`widgets.elements.happened`)."""
    taken_by: FieldEdits | None = None
    """Who takes what fields are given, where it is not the draft: a form for what is not in the plan yet."""

    @property
    def edits(self) -> FieldEdits:
        """All that a field may do: to give its value away."""
        return self.taken_by or self.editor

    def token_at(self, path: FieldPath) -> str | None:
        """Return what takes the focus to a field or a list, where somebody went to just that one."""
        return self.destination.token if self.destination and self.destination.path == path else None

    def token_of(self, name: str) -> str:
        """Return what takes the focus to a card: on the way to a place the field inside comes first."""
        went_to = self.destination
        return went_to.within(name) if went_to and name in went_to.opens else name

    @property
    def day_now(self) -> date:
        """The day it is by now. `today` is the day this page was opened, and a page can stay open over midnight.

        Whatever a consent permits is asked of this one.
        """
        return self.local(self.editor.now).date()

    def local(self, at: datetime) -> datetime:
        """Return a moment as the clock on the agency's wall shows it; a zone nobody knows is read as UTC."""
        try:
            return at.astimezone(ZoneInfo(self.agency.zone))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return at.astimezone(UTC)


_session: Any = reacton.create_context(None)


def provide_session(context: SessionContext) -> None:
    """Make the session known to the components below."""
    reacton.provide_context(_session, context)


def use_session() -> SessionContext:
    """Return the session this component belongs to."""
    return reacton.use_context(_session)
