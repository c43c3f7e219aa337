"""An editor for a copy: forms write to it as to the real one, and nothing of it is kept until somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.model.items import without_item
from planner.model.path import NoSuchPlaceError, put, value_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.entry import Item
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from widgets.draft.draft_editor import DraftEditor


class TrialEditor:
    """A copy of the plan while something is tried on it."""

    def __init__(self, editor: DraftEditor, plan: Plan, show: Callable[[Plan], None]) -> None:
        """Lay the copy beside the real editor, which gives the ids; `show` draws the copy as it stands."""
        self.new_id, self.person, self.record = editor.new_id, editor.person, editor.record
        self.plan, self._show = plan, show

    def put(self, path: FieldPath, value: Any, *, visit: str = "", typing: bool = False) -> None:  # noqa: ARG002 (as the real one is called)
        """Change one place of the copy; a place that is gone stays gone."""
        try:
            self._keep(put(self.plan, path, value))
        except NoSuchPlaceError:
            return

    def add(self, path: FieldPath, item: Item) -> None:
        """Add an item to a list of the copy."""
        self.put(path, (*value_at(self.plan, path), item))

    def remove(self, path: FieldPath, item_id: str) -> None:
        """Take an item out of a list of the copy."""
        self.put(path, without_item(value_at(self.plan, path), item_id))

    def _keep(self, plan: Plan) -> None:
        self.plan = plan
        self._show(plan)
