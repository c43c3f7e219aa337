"""A list of things on the page: each a card that opens where it stands, one at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from widgets.draft.context import use_session
from widgets.elements.happened import Remove
from widgets.elements.long_list import use_long_list
from widgets.elements.markup import Button, div, para, tag
from widgets.elements.note import Notes
from widgets.forms import Fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planner.model.entry import Item
    from planner.model.finding import Finding
    from planner.model.message import Message
    from planner.model.path import FieldPath
    from widgets.draft.context import SessionContext
    from widgets.forms.form import Form

NO_NAME = say("Not named yet")
FIND = say("Find one by its words")

FIRST_OFFERS = 6
"""How many words to start from stand there at first: a long list reads like a test."""


@reacton.component
def Cards(
    items: tuple[Item, ...],
    path: FieldPath,
    shown: Form,
    *,
    title: Callable[[Any], str],
    new: Callable[[str], Item],
    add: Message,
    body: Callable[[Any, FieldPath], Any] | None = None,
    links: Mapping[str, Any] | None = None,
    findings: tuple[Finding, ...] = (),
    offers: tuple[tuple[str, Callable[[str], Item]], ...] = (),
    below: Callable[[Any], Any] | None = None,
) -> Any:
    """The items of the list at `path`, with a way to add one.

    `title` gives the words of a folded card, `new` makes an empty item from an id, `body` draws what follows the form
    of an open card, `below` what stands under a folded one; `offers` are words to start from with what each makes.
    """
    context = use_session()
    opened, added, open_card, add_one = _use_open_card(items, path)
    words = {item.id: title(item) for item in items}
    few = use_long_list(words, FIND, keep=opened, fold=lambda: open_card(""), name="-".join(path))

    def card(item: Item) -> Any:
        is_open = opened == item.id
        # a folded card is given only what it shows, so that it stays as it is while another one changes
        inside: dict[str, Any] = {"body": body, "links": links, "is_new": item.id == added} if is_open else {}
        inside["findings"] = tuple(finding for finding in findings if finding.where.item == item.id)
        return Card(item, path, shown, words[item.id], is_open, open_card, below=below, **inside).key(item.id)

    return div(
        few.find,
        *(card(item) for item in items if item.id in few.shown),
        few.more,
        _Offers(offers, add_one) if offers else None,
        Button(context.t(add), lambda: add_one(new), kind="add", icon="plus").key("add"),
        cls="rp-cards",
        data_focus=context.token_at(path),
    )


def _on_the_way(items: tuple[Item, ...], context: SessionContext) -> str:
    """Return the item that leads to where somebody just went."""
    opens = context.destination.opens if context.destination else ()
    return next((item.id for item in items if item.id in opens), "")


def _use_open_card(
    items: tuple[Item, ...], path: FieldPath
) -> tuple[str, str, Callable[[str], None], Callable[[Callable[[str], Item]], None]]:
    """Return the ids of the open card and of the one added last, what opens a card, and what adds an item."""
    context = use_session()
    opened, open_card = reacton.use_state(_on_the_way(items, context))
    added, note_added = reacton.use_state("")

    def add_one(make: Callable[[str], Item]) -> None:
        item = make(context.editor.new_id())
        note_added(item.id)
        open_card(item.id)  # it comes to the page open: a card that opens a moment later would let the hand fall
        context.editor.add(path, item)

    return opened, added, open_card, add_one


@reacton.component
def Card(
    item: Item,
    path: FieldPath,
    shown: Form,
    title: str,
    is_open: bool,
    open_card: Callable[[str], None],
    *,
    body: Callable[[Any, FieldPath], Any] | None = None,
    below: Callable[[Any], Any] | None = None,
    links: Mapping[str, Any] | None = None,
    findings: tuple[Finding, ...] = (),
    is_new: bool = False,
) -> Any:
    """One item: folded it shows its words, open its form; in a new one the hand goes on where nothing stands."""
    context = use_session()
    here = (*path, item.id)
    if not is_open:
        words = title.strip() or context.t(NO_NAME)
        under = below(item) if below else None
        return Folded(words, partial(open_card, item.id), Remove(path, item.id, title), under, item=item.id)
    return tag(
        "section",
        Fields(shown, item, here, links=links),
        body(item, here) if body else None,
        Notes(findings),
        div(
            Remove(path, item.id, title, named=True),
            Button(context.t("Close"), partial(open_card, ""), kind="text"),
            cls="rp-card-foot",
        ),
        cls="rp-card rp-card-open",
        aria_label=title or context.t(NO_NAME),
        data_focus=context.token_of(item.id),
        data_new="" if is_new else None,
        data_item=item.id,
    )


@reacton.component
def Folded(title: str, unfold: Callable[[], None], remove: Any, below: Any = None, *, item: str = "") -> Any:
    """A folded card: the words, a way to change them, and a way to take them out.

    A reload finds the card by its `item` and opens it again.
    """
    t = use_session().t
    return div(
        para(title, cls="rp-own"),
        div(
            Button(t("Change"), unfold, kind="text", attributes={"aria-label": t("Change: {what}", what=title)}),
            remove,
            cls="rp-folded-ways",
        ),
        below,
        cls="rp-card rp-folded",
        data_item=item or None,
    )


@reacton.component
def _Offers(
    offers: tuple[tuple[str, Callable[[str], Item]], ...], add_one: Callable[[Callable[[str], Item]], None]
) -> Any:
    """Words to start from, a few at first; pressing one adds it, and the person makes it their own."""
    t = use_session().t
    every_one, show_every_one = reacton.use_state(False)
    seen = offers if every_one else offers[:FIRST_OFFERS]
    chips = [Button(text, partial(add_one, make), kind="chip rp-offer", icon="plus").key(text) for text, make in seen]
    more = Button(t("More ideas"), lambda: show_every_one(True), kind="text", icon="more")
    return div(
        *chips,
        more if len(seen) < len(offers) else None,
        cls="rp-chips",
        role="group",
        aria_label=t("Words to start from"),
    )
