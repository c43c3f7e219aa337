"""The same plan open on another page: said quietly, and what both wrote in one place laid side by side to choose."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from planner.model.choice import Choice as Answer
from planner.model.entry import Entry, label
from planner.words.reading import Typed
from widgets.elements.markup import Button, div, heading, para, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.words.language import Language
    from widgets.draft.concurrent import ConflictChoice
    from widgets.draft.draft_editor import DraftEditor


@reacton.component
def OtherPage(t: Language, editor: DraftEditor) -> Any:
    """Nothing that is seen while this is the only page and nothing is to choose."""
    (elsewhere, open_choices), look = reacton.use_state((editor.elsewhere, editor.choices()))
    # what is seen already is not drawn again: a key press elsewhere costs nothing here
    reacton.use_effect(
        lambda: editor.subscribe(lambda: look((editor.elsewhere, editor.choices())), patient=True), [editor]
    )
    reacton.use_effect(lambda: editor.release_lease, [editor])
    if not elsewhere and not open_choices:
        return div(cls="rp-none")
    return tag(
        "section",
        para(_elsewhere(t, editor), cls="rp-other-open", role="status") if elsewhere else None,
        *(
            SideBySide(t, editor, choice).key("/".join(choice.conflict.path) + str(choice.beside.id))
            for choice in open_choices
        ),
        cls="rp-other",
        aria_label=t("Two pages"),
    )


def _elsewhere(t: Language, editor: DraftEditor) -> str:
    author = editor.elsewhere.author.strip() if editor.elsewhere else ""
    if author:
        return t("This plan is also open on another page, with {author}. Both are kept.", author=author)
    return t("This plan is also open on another page. Both are kept.")


@reacton.component
def SideBySide(t: Language, editor: DraftEditor, choice: ConflictChoice) -> Any:
    """Both versions of one place. Neither is lost, whichever is taken."""
    conflict = choice.conflict
    keep, use = partial(editor.choose, choice, ours=False), partial(editor.choose, choice, ours=True)

    return div(
        heading(2, t("Two versions of “{field}”", field=t(label(conflict.kind, conflict.field))), cls="rp-other-title"),
        para(t("Both pages wrote here at the same time. Which words should the plan carry?"), cls="rp-other-why"),
        div(
            _version(t, t("In the plan now"), conflict.theirs, t("Keep this one"), keep),
            _version(t, t("Written at the same time"), conflict.mine, t("Use this one"), use),
            cls="rp-other-two",
        ),
        cls="rp-other-place",
    )


def _version(t: Language, title: str, value: Any, action: str, take: Callable[[], None]) -> Any:
    return div(
        para(title, cls="rp-other-whence"),
        para(_shown(t, value), cls="rp-own"),
        Button(action, take, kind="quiet"),
        cls="rp-other-version",
    )


def _shown(t: Language, value: Any) -> str:
    """Return a value as it reads; the person's words stay as they are."""
    if isinstance(value, Typed):
        return value.words or t("Nothing")
    if isinstance(value, Entry):
        parts = (_shown(t, getattr(value, name)) for name in type(value).model_fields if name != "id")
        return " · ".join(part for part in parts if part != t("Nothing")) or t("Nothing")
    if isinstance(value, str) and not isinstance(value, Answer):
        return value or t("Nothing")
    return t("Nothing") if value in (None, ()) else t.show(value)
