"""A form for something said today: the first word lays it into the plan, and the days before stay as they were."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import reacton

from planner.model.path import NoSuchPlaceError, put, value_at
from widgets.draft.context import provide_session, use_session
from widgets.elements.markup import div
from widgets.forms import Fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.model.entry import Item
    from planner.model.path import FieldPath
    from widgets.draft.draft_editor import DraftEditor
    from widgets.forms.form import Form


@dataclass(frozen=True)
class OfToday:
    """Takes what the fields of one entry are given. One that is not in its list yet goes in with its first word."""

    editor: DraftEditor
    section: FieldPath
    blank: Item

    def put(self, path: FieldPath, value: Any, *, typing: bool = False) -> None:
        """Change one field of the entry; the path begins with its list and its id."""
        try:
            value_at(self.editor.plan, (*self.section, self.blank.id))
        except NoSuchPlaceError:
            first = put(self.blank, path[len(self.section) + 1 :], value)
            self.editor.change(self.section, lambda known: (*known, first), visit="/".join(path))
        else:
            self.editor.put(path, value, typing=typing)


@reacton.component
def Today(entry: Item, section: FieldPath, *shown: Form, links: Mapping[str, Any] | None = None) -> Any:
    """Forms for `entry`, the one of today in the list at `section`, or a new one that is not in it yet."""
    context = use_session()
    hand = OfToday(context.editor, section, entry)
    provide_session(replace(context, taken_by=hand))
    return div(*(Fields(one, entry, (*section, entry.id), links=links) for one in shown), cls="rp-fields")
