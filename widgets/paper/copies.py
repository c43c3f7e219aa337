"""A copy of something that is kept beside the plan (a consent, the accounting), printed for the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.catalog import offer_async
from exports.page.edition import Edition
from planner.store.giving import Leaving
from planner.words.language import Language
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div
from widgets.paper.making import Outcome, use_making

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.catalog import DocumentSource, ExportedFile
    from planner.model.message import Message
    from planner.store.giving import Released
    from widgets.draft.context import SessionContext


@reacton.component
def Copy(label: Message, document: str, written: Callable[[Edition], DocumentSource]) -> Any:
    """One button, and below it the page. `written` makes it in the language of the person's papers."""
    context = use_session()
    made, start = use_making()
    button = Button(context.t(label), lambda: start(label, lambda: _printed(context, document, written)), kind="text")
    return div(button, Outcome(made), cls="rp-copy")


async def _printed(
    context: SessionContext, document: str, written: Callable[[Edition], DocumentSource]
) -> Released[ExportedFile]:
    editor = context.editor
    paper = Language(editor.person.language.value)
    edition = Edition(today=context.day_now, language=paper, agency=context.agency, practice=context.practice)
    leaving = Leaving("printed", editor.person.id, document, "pdf", editor.by)
    return await editor.record.giving.release_async(leaving, lambda: offer_async(written(edition), "pdf"))
