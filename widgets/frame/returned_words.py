"""Words that waited on the page while nothing answered: a new kernel takes them, and puts each into its place again.

The page tells what its field held on the way. Where the plan still holds one of these, the words go in as if they had
just been typed; where it holds something else by now, both are kept and laid side by side; where the place is gone, the
words are shown, to be copied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import reacton
import reacton.ipyvuetify as v
from pydantic import BaseModel, ConfigDict, ValidationError

from planner.model.entry import side_of
from planner.model.path import NoSuchPlaceError, put, value_at
from planner.words.reading import Typed
from widgets.elements.markup import Button, div, para, tag
from widgets.forms.words import read, replace_lone_surrogates

if TYPE_CHECKING:
    from datetime import date

    from planner.words.language import Language
    from planner.words.reading import DayWords
    from widgets.draft.draft_editor import DraftEditor


class Word(BaseModel):
    """What stood in one field. `seen` is what it held before, the first of it what the kernel is known to have had."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    path: str
    seen: tuple[str, ...]
    text: str


class Words(BaseModel):
    """What a page kept of one person's plan."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    person: str
    words: tuple[Word, ...]


@reacton.component
def Returned(t: Language, editor: DraftEditor, today: date) -> Any:
    """The field into which the page puts them, out of sight, and what became of them where that is to be known."""
    said, say_again = reacton.use_state("")
    (filled, homeless), tell = reacton.use_state(cast("tuple[int, tuple[str, ...]]", (0, ())))

    def take(told: str | None) -> None:
        words = _read(told or "", editor.person.id)
        if words:
            left = tuple(word.text for word in words if not _taken(editor, word, today, t.code))
            tell((len(words) - len(left), left))
        say_again("")

    field = v.TextField(v_model=said, on_v_model=take, attributes={"tabindex": "-1", "aria-hidden": "true"})
    return div(
        div(field, cls="rp-none", data_returned=""),
        _told(t, filled, homeless, lambda: tell((0, ()))) if filled or homeless else div(cls="rp-none"),
    )


def _read(told: str, person_id: str) -> tuple[Word, ...]:
    try:
        words = Words.model_validate_json(replace_lone_surrogates(told)) if told else None
    except ValidationError:
        return ()
    return words.words if words and words.person == person_id else ()


def _taken(editor: DraftEditor, word: Word, today: date, language: str) -> bool:
    """Put words into their place, or beside what stands there now; false where the place is gone."""
    path = tuple(word.path.split("/"))
    try:
        entry, there = value_at(editor.plan, path[:-1]), value_at(editor.plan, path)
    except NoSuchPlaceError:
        return False
    if not isinstance(there, str | Typed):
        return False

    def value(text: str) -> Any:
        if isinstance(there, str):
            return replace_lone_surrogates(text)
        return read(
            cast("type[DayWords]", type(there)),
            replace_lone_surrogates(text),
            today,
            language,
            side=side_of(type(entry), path[-1]),
        )

    stands = there if isinstance(there, str) else there.words
    if stands in (word.text, *word.seen):
        editor.put(path, value(word.text))
    else:
        before = value(word.seen[0] if word.seen else "")
        editor.keep_beside(put(editor.plan, path, before), put(editor.plan, path, value(word.text)))
    return True


def _told(t: Language, filled: int, homeless: tuple[str, ...], close: Any) -> Any:
    return tag(
        "section",
        para(t("What you typed last is in its place again."), role="status") if filled else None,
        *(
            (
                para(t("These words are not in the plan: their place is gone. You can copy them from here.")),
                *(tag("blockquote", text, cls="rp-own") for text in homeless),
            )
            if homeless
            else ()
        ),
        Button(t("Close"), close, kind="text"),
        cls="rp-returned",
        aria_label=t("What you typed last"),
    )
