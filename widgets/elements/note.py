"""A finding on the screen: a suggestion with a question, and ways on where there are some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.finding import Audience, Weight
from planner.review.destination import is_in
from widgets.draft.context import use_session
from widgets.elements.markup import Button, Icon, div, para

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.model.finding import Finding


def shown(findings: Iterable[Finding], *, staff: bool) -> tuple[Finding, ...]:
    """Return what a view may show: in the together view the one that helps most, in the staff view all."""
    if staff:
        return tuple(findings)
    both = [finding for finding in findings if finding.audience is Audience.BOTH]
    return tuple(sorted(both, key=lambda finding: -finding.weight)[:1])


def one_voice(findings: Iterable[Finding], ids: Iterable[str], *, staff: bool) -> tuple[Finding, ...]:
    """Return what the cards of a list may say: in the together view, where health could suffer, only the gravest."""
    known = frozenset(ids)
    mine = tuple(finding for finding in findings if finding.where.item in known)
    grave = () if staff else shown((one for one in mine if is_grave(one)), staff=False)
    return grave or mine


def is_grave(finding: Finding) -> bool:
    """Whether health could suffer: such a finding is shown without opening its card."""
    return finding.weight >= Weight.SAFETY


@reacton.component
def Note(finding: Finding, *ways: Any, leads: bool = False) -> Any:
    """One suggestion; where it `leads`, its sentence is the way to the field it means."""
    t = use_session().t
    return div(
        Icon("think"),
        div(
            Says(finding) if leads else para(t(finding.says), cls="rp-note-says"),
            para(t(finding.try_this), cls="rp-note-try") if finding.try_this else None,
            div(*ways, cls="rp-chips") if ways else None,
            cls="rp-note-body",
        ),
        cls="rp-note",
        role="note",
        data_code=finding.code,
    )


@reacton.component
def Says(finding: Finding) -> Any:
    """What a finding says as the way to the field it means; as plain words where that is no place of the plan."""
    context = use_session()
    says, where = context.t(finding.says), finding.where
    if not is_in(context.editor.plan, where):
        return para(says, cls="rp-note-says")
    return Button(says, lambda: context.editor.go_to(where), kind="says", icon="more")


def note_key(finding: Finding) -> str:
    """Return what tells a suggestion from the others beside it."""
    return f"{finding.code}/{finding.where.item}/{finding.where.field}"


@reacton.component
def Notes(findings: tuple[Finding, ...]) -> Any:
    """What this view may show of some findings; nothing where there is none."""
    staff = use_session().staff
    return div(*(Note(one, leads=True).key(note_key(one)) for one in shown(findings, staff=staff)), cls="rp-notes")


def about(findings: Iterable[Finding], *fields: str) -> tuple[Finding, ...]:
    """Return the findings about a part of the plan as a whole ("supports", "budget"), not about one item of it."""
    return tuple(finding for finding in findings if not finding.where.item and finding.where.field in fields)


def grave_notes(findings: Iterable[Finding], item_id: str) -> Any:
    """Return what a folded card says all the same."""
    return Notes(tuple(finding for finding in findings if finding.where.item == item_id and is_grave(finding)))
