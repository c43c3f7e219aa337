"""A form for one entry that stands outside a plan, or is not in it yet: a person, a contact, the agency, a first goal.

The fields are the same as everywhere; a change goes to a function instead of the editor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import reacton

from planner.model.path import put
from widgets.draft.context import provide_session, use_session
from widgets.forms import Fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.entry import Entry
    from planner.model.path import FieldPath
    from widgets.forms.form import Form


@dataclass
class Hand:
    """Takes what the fields of one entry are given. It holds the newest entry, so that two quick letters both stay."""

    name: str
    entry: Entry
    changed: Callable[[Any], None]

    def put(self, path: FieldPath, value: Any, *, typing: bool = False) -> None:  # noqa: ARG002 - a sheet is all told at once
        """Change one field; the path begins with the name of the sheet."""
        self.entry = put(self.entry, path[1:], value)
        self.changed(self.entry)


@reacton.component
def Sheet(shown: Form, entry: Entry, changed: Callable[[Any], None], name: str) -> Any:
    """A form for `entry`; `changed` takes the entry after every change, `name` tells its fields from others."""
    context = use_session()
    hand = reacton.use_memo(lambda: Hand(name, entry, changed), [name])
    hand.entry, hand.changed = entry, changed
    provide_session(reacton.use_memo(lambda: replace(context, taken_by=hand), [context, hand]))
    return Fields(shown, entry, (name,))
