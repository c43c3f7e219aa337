"""`planner serve`: the app, in the browser of this computer."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from planner.commands.opening import StoreOption, default_store
from planner.commands.outcome import Outcome, StoppedError
from planner.commands.terminal import tell

_ONE_OR_THE_OTHER = (
    "Practice opens on invented people, in a store of its own that is thrown away at the end; your store would stay "
    "closed. Leave out --store to practice, or --practice to open your store."
)


def serve(
    store: StoreOption = None,
    port: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=65535,
            help="The port to listen on, on this computer only. 0 takes a free one. Without it, the same one each "
            "time, so that a page left open finds the planner again, and a free one where that is taken.",
        ),
    ] = None,
    *,
    practice: Annotated[
        bool, typer.Option("--practice", help="Open on invented people, in a store that is thrown away at the end.")
    ] = False,
    browser: Annotated[bool, typer.Option(help="Open your browser at the page.")] = True,
) -> None:
    """Open the planner in your browser.

    The first time, you choose a passphrase and print a recovery key. Everything stays on this computer,
    in one encrypted file. Press Ctrl+C to close the planner.
    """
    if practice and store:
        raise StoppedError(Outcome.USAGE, _ONE_OR_THE_OTHER)
    from widgets.serving import serve as serve_app
    from widgets.serving.errors import ServingError

    try:
        serve_app(_place(store), port=port, open_browser=browser, practice=practice, announce=_announce)
    except ServingError as closed:
        raise StoppedError(Outcome.NOT_SERVED, closed.says) from closed


def _place(store: Path | None) -> Path:
    return (store or default_store()).resolve()


def _announce(line: str) -> None:
    """Say where the page is, at once, also to a program that reads along."""
    tell(line)
    sys.stdout.flush()
