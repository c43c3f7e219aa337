"""The commands by name, and the one place where a command's end is turned into a number and a sentence."""

import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from planner.commands.desktop import desktop
from planner.commands.directory import directory
from planner.commands.exporting import export
from planner.commands.forgetting import forget
from planner.commands.keeping import backup, restore, verify
from planner.commands.outcome import Outcome, StoppedError, meanings, report, understood
from planner.commands.passphrase import passphrase, recovery_key
from planner.commands.people import people
from planner.commands.read_goal import read_goal
from planner.commands.serving import serve
from planner.commands.terminal import tell

app = typer.Typer(
    name="planner",
    help="Make a recovery plan together, keep it private, hand it over on paper.",
    epilog=meanings(),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # it would print the person's words with the traceback
    rich_markup_mode="markdown",
)
for command in (serve, desktop, people, export, read_goal, verify, backup, restore, passphrase, recovery_key, forget):
    app.command()(command)
app.add_typer(directory, name="directory")


def _show_version(*, wanted: bool) -> None:
    if wanted:
        tell(version("recovery-planner"))
        raise typer.Exit


@app.callback()
def _planner(
    *,
    _version: Annotated[
        bool, typer.Option("--version", help="Show the version.", is_eager=True, callback=_show_version)
    ] = False,
) -> None: ...


def run(words: list[str]) -> int:
    """Do what the words say, and return the exit code."""
    as_json = "--json" in words or words[-2:] == ["--report", "json"] or "--report=json" in words
    try:
        outcome = int(app(words, prog_name="planner", standalone_mode=False) or Outcome.DONE)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # the second is typer's, for the first: whoever read along has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Outcome.DONE)
    except typer.TyperException as unclear:
        hint = "" if as_json else "\nplanner --help shows what is there."
        return report(StoppedError(Outcome.USAGE, _plainly(unclear) + hint), as_json=as_json)
    except (typer.Abort, KeyboardInterrupt):
        return report(StoppedError(Outcome.INTERRUPTED, "Stopped."), as_json=as_json)
    except Exception as error:  # noqa: BLE001 (the last door: every end gets its number and one sentence)
        return report(understood(error), as_json=as_json)
    return outcome


def _plainly(unclear: typer.TyperException) -> str:
    text = unclear.format_message()
    for opening in ("Invalid value for ", "Invalid value: "):
        text = text.removeprefix(opening)
    return text
