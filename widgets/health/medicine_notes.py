"""What stands on a medicine's card in every view: whether it is for opioid use disorder, and what to ask today.

A card says all of it, folded or open: beside another medicine's graver question it would stay unsaid.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div
from widgets.elements.note import Note

if TYPE_CHECKING:
    from planner.model.finding import Finding

OPIOID_USE = "medication.opioid_use"
ON_THE_CARD = frozenset({OPIOID_USE, "medication.both", "medication.not_compared", "medication.reaction"})
"""The findings that are drawn here, and not among the suggestions of which a view chooses."""


@reacton.component
def MedicineNotes(medicine_id: str, findings: tuple[Finding, ...]) -> Any:
    """What one medicine's card says in every view, the gravest first."""
    mine = sorted((one for one in findings if one.where.item == medicine_id), key=lambda finding: -finding.weight)
    notes = (ForOpioidUse(medicine_id, one) if one.code == OPIOID_USE else Note(one) for one in mine)
    return div(*(note.key(one.code) for note, one in zip(notes, mine, strict=True)), cls="rp-notes")


@reacton.component
def ForOpioidUse(medicine_id: str, asks: Finding) -> Any:
    """The question whether it is a medicine for opioid use disorder, with both answers."""
    context = use_session()

    path = ("medications", medicine_id, "for_opioid_use")
    answers = ((True, say("Yes, it is")), (False, say("No, for something else")))
    return Note(
        asks,
        *(Button(context.t(words), partial(context.editor.put, path, is_so), kind="chip") for is_so, words in answers),
    )
