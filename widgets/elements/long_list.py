"""A long list: its first dozen, a way to find one by its words, and a press for the next dozen.

    words = {goal.id: goal.own_words for goal in goals}
    few = use_long_list(words, say("Find a goal"), keep=opened, fold=lambda: open_goal(""), name="goals")
    few.find, [Card(goal) for goal in goals if goal.id in few.shown], few.more

A list of a dozen or less stands there whole, with nothing around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v

from planner.model.message import say, say_count
from planner.words.fold import is_named_in, words_of
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para, tag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planner.model.message import Message

DOZEN = 12
"""As many as one can look over; a key press then looks at these alone."""


@dataclass(frozen=True)
class LongList:
    """Which items stand there now, what stands above them to find one, and what below to see more."""

    shown: frozenset[str]
    find: Any
    more: Any


def use_long_list(
    words: Mapping[str, str], find: Message, *, keep: str, fold: Callable[[], None], name: str
) -> LongList:
    """Return what of a long list is shown.

    `words` are those of each item by its id. The item `keep` is open and is shown in any case; `fold` folds it when
    somebody looks for another one. `name` tells this list from others on the page.
    """
    sought, look_for = reacton.use_state("")
    room, make_room = reacton.use_state(DOZEN)
    if len(words) <= DOZEN:
        return LongList(frozenset(words), div(cls="rp-none"), div(cls="rp-none"))

    def typed(text: str | None) -> None:
        fold()
        look_for(text or "")
        make_room(DOZEN)

    found = found_in(words, sought)
    shown = frozenset(found[:room])
    others = min(DOZEN, len(found) - len(shown))
    return LongList(
        shown | ({keep} & words.keys()),
        Find(find, sought, typed, len(found), len(words), f"find-{name}"),
        ShowMore(others, lambda: make_room(room + DOZEN)) if others else div(cls="rp-none"),
    )


def found_in(words: Mapping[str, str], sought: str) -> list[str]:
    """Return the ids of those whose words hold every word that is sought, in any spelling of its letters."""
    wanted = words_of(sought)
    return [item for item, text in words.items() if all(_holds(text, word) for word in wanted)]


def _holds(text: str, word: str) -> bool:
    return any(word in one for one in words_of(text)) or is_named_in(word, text)


@reacton.component
def Find(asks: Message, sought: str, typed: Callable[[str | None], None], found: int, of: int, name: str) -> Any:
    """A field to find one by its words, and how many there are."""
    t = use_session().t
    box = v.TextField(
        v_model=sought,
        on_v_model=typed,
        id=name,
        variant="plain",
        hide_details=True,
        density="compact",
        attributes={"autocomplete": "off", "type": "search"},
        class_="rp-input",
    )
    said = say("{n} of {all}", n=found, all=of) if found else say("None of them says that. Try fewer words.")
    return div(
        tag("label", t(asks), for_=name, cls="rp-label"),
        box,
        para(t(said) if sought.strip() else t("{n} in all", n=of), cls="rp-help", role="status"),
        cls="rp-field rp-find",
        role="search",
    )


@reacton.component
def ShowMore(others: int, show: Callable[[], None]) -> Any:
    """The press behind which the other cards wait."""
    words = use_session().t(say_count("Show {n} more", "Show {n} more", others))
    return Button(words, show, kind="text", icon="more")
