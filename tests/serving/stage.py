"""A small page for the tests of the page's own script: it runs in a real kernel, and leaves traces beside the store."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import nbformat
import reacton
import reacton.ipyvuetify as v
from reacton.ipyvue import use_event

from widgets.elements.error_log import logged
from widgets.handshake import arrival

HOUSE = Path(__file__).parents[2]
PULSE = {
    "data-lost": "The line is cut.",
    "data-last-saved": "Kept last",
    "data-reload": "Open again",
    "data-paste-note": "That is too much for one field.",
}


def stage_notebook(path: Path, *more: str) -> Path:
    """Write the notebook that shows the stage; `more` are cells that run after it."""
    show = f"import sys\nsys.path.insert(0, {str(HOUSE)!r})\nfrom tests.serving.stage import Stage\nStage()"
    cells = [nbformat.v4.new_code_cell(source) for source in (show, *more)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


def trace(name: str) -> Path:
    """Return the file a kernel leaves word in."""
    came = arrival()
    assert came is not None
    return came.path.parent / name


def html(tag: str, *children: Any, **attributes: str) -> Any:
    """Return an element."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return v.Html(tag=tag, children=list(children), attributes=named)


@reacton.component
def Press(label: str, on_click: Any, **attributes: str) -> Any:  # noqa: N802 - a component
    """Draw a button."""
    button = html("button", label, type="button", **attributes)
    use_event(button, "click", lambda *_: on_click())
    return button


@reacton.component
def Pulse(place: str) -> Any:  # noqa: N802 - a component
    """Answer the page, and count how often the person was there."""
    beat, count = reacton.use_state(0)
    active, count_active = reacton.use_state(0)

    def answer_active(*_: Any) -> None:
        count_active(lambda n: n + 1)
        count(lambda n: n + 1)

    element = v.Html(
        tag="div", attributes={"data-pulse": str(beat), "data-active": str(active), "data-place": place, **PULSE}
    )
    use_event(element, "ping", lambda *_: count(lambda n: n + 1))
    use_event(element, "ping-active", answer_active)
    return element


def stumbled() -> str:
    """Fail as a callback of the app may, with what somebody wrote in the exception, and return the note's number."""
    try:
        raise ValueError("words of a person")  # noqa: EM101, TRY003, TRY301
    except ValueError as problem:
        return logged(problem)


def returned(told: str) -> str:
    """Return the words a page kept while nothing answered, and leave word of all it said."""
    trace("returned.txt").write_text(told, "utf-8")
    return json.loads(told)["words"][0]["text"]


@reacton.component
def Stage() -> Any:  # noqa: N802 - a component
    """Draw everything the page's script knows about."""
    words, write = reacton.use_state("")
    cards, lay = reacton.use_state(0)
    pressed, press = reacton.use_state(0)
    leaves, leave = reacton.use_state(0)
    slow, wait = reacton.use_state(0)
    noted, note = reacton.use_state("none")
    came = arrival()

    def heard(text: str) -> None:
        write(text)
        if slow:
            time.sleep(slow)
        trace("heard.txt").write_text(text, "utf-8")

    with v.Html(tag="div"):  # one root: each root is a Vue app of its own, with ids that repeat
        v.TextField(label="Words", v_model=words, on_v_model=heard, attributes={"data-path": "words"})
        with html("div", data_returned="", style="display: none"):
            v.TextField(v_model="", on_v_model=lambda told: write(returned(told)))
        html(
            "p",
            html("span", f"Saved {len(words)}"),
            data_save_state="saved",
            data_saving="Saving",
            data_last_saved="10:42",
        )
        html("p", f"{cards} cards, {pressed} pressed")
        Press("Lay a card", lambda: lay(cards + 1))
        Press("Take a card", lambda: lay(cards - 1))
        for number in range(cards):
            with v.Html(tag="section", attributes={"data-focus": f"card-{number}"}):
                html("p", "A new card")
                v.TextField(label=f"Card {number + 1}", v_model="")
        Press("Count", lambda: press(pressed + 1), data_shortcut="alt+n")
        Press("Never", lambda: press(100), data_shortcut="alt+x", disabled="disabled")
        Press("Cover", lambda: None, data_cover="")
        Press("Slow", lambda: wait(3))
        Press("Stop for long", lambda: time.sleep(18))
        Press("Stumble", lambda: note(stumbled()))
        html("p", f"number {noted}")
        html("a", "Download", href="data:text/plain,plan", download="plan.txt")
        html("a", "Write a mail", href="mailto:nobody@example.org")
        Press("Larger type", lambda: None, data_toggle="large")
        Press("Lock", lambda: leave(1), data_lock="")
        Press("Lock from here", came.leave if came else lambda: None)
        if leaves:
            html("div", data_leave="/lock")
        Pulse("2f1c7a4e-0000-4000-8000-000000000001")
        html("p", f"came to {came.place or 'the start'}" if came else "nobody came")
