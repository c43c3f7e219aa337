"""`planner desktop`: an icon that starts the app, for somebody who never opens a terminal."""

import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from planner.commands.opening import StoreOption
from planner.commands.outcome import Outcome, StoppedError
from planner.commands.terminal import tell

NAME = "Recovery Planner"
MARK = "made by: planner desktop"
"""Stands in every file this command writes: no other file is ever written over or taken away."""


@dataclass(frozen=True, slots=True)
class Launcher:
    """A file that starts the app when it is opened, and how a system wants it kept."""

    name: str
    text: str
    mode: int = 0o755


def desktop(
    store: StoreOption = None,
    *,
    practice: Annotated[bool, typer.Option("--practice", help="An icon that opens on invented people.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take the icon away again.")] = False,
) -> None:
    """Put an icon on the desktop that starts the planner and opens its page.

    A small window stays open beside the browser; closing it closes the planner.
    """
    launcher = launcher_for(sys.platform, start_command(store, practice=practice), practice=practice)
    places = [folder / launcher.name for folder in folders(sys.platform)]
    if not places:
        raise StoppedError(Outcome.NOTHING_FOUND, "There is no desktop on this computer to put an icon on.")
    for place in places:
        if remove:
            _take_away(place)
        else:
            _put(launcher, place)
    tell(_told(places, remove=remove))


def start_command(store: Path | None, *, practice: bool) -> tuple[str, ...]:
    """Return the words that start the app with the Python that runs now."""
    which = ("--store", str(store.absolute())) if store else ()
    return (sys.executable, "-P", "-m", "planner", "serve", *which, *(("--practice",) if practice else ()))


def launcher_for(platform: str, command: Sequence[str], *, practice: bool = False) -> Launcher:
    """Return the file that starts a command from the desktop of a platform, as `sys.platform` names it."""
    name = f"{NAME} (practice)" if practice else NAME
    match platform:
        case "win32":
            return Launcher(f"{name}.cmd", _batch(name, command))
        case "darwin":
            return Launcher(f"{name}.command", f"#!/bin/sh\n# {MARK}\nexec {shlex.join(command)}\n")
        case _:
            id_ = "recovery-planner-practice" if practice else "recovery-planner"
            return Launcher(f"{id_}.desktop", _entry(name, command))


def _batch(name: str, command: Sequence[str]) -> str:
    """Return a batch file: its letters are UTF-8, and a percent sign in a path is no variable."""
    quoted = " ".join('"' + word.replace("%", "%%") + '"' for word in command)
    return "\r\n".join(("@echo off", f"rem {MARK}", "chcp 65001 >nul", f"title {name}", quoted, ""))


def _entry(name: str, command: Sequence[str]) -> str:
    """Return a desktop entry (freedesktop.org, Desktop Entry Specification 1.5); its Exec line has its own quoting."""
    lines = (
        "[Desktop Entry]",
        f"# {MARK}",
        "Type=Application",
        "Version=1.5",
        f"Name={name}",
        "Comment=Make a recovery plan together",
        f"Exec={' '.join(map(_exec_word, command))}",
        "Terminal=true",
        "Categories=Office;",
        "",
    )
    return "\n".join(lines)


def _exec_word(word: str) -> str:
    """Quote a word of an Exec line; the backslashes are doubled once more, for the file's own strings."""
    quoted = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'


def folders(platform: str) -> list[Path]:
    """Return where an icon of this user goes: the desktop where there is one, and on Linux the menu of programs."""
    from platformdirs import user_applications_path, user_desktop_path

    on_desktop = [folder for folder in (user_desktop_path(),) if folder.is_dir()]
    return on_desktop if platform in {"win32", "darwin"} else [*on_desktop, user_applications_path()]


def _put(launcher: Launcher, place: Path) -> None:
    _refuse_another(place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(launcher.text.encode("utf-8"))
        place.chmod(launcher.mode)
    except OSError as refused:
        raise StoppedError(Outcome.NOT_WRITABLE, f"The icon could not be written to {place.parent}.") from refused


def _take_away(place: Path) -> None:
    _refuse_another(place)
    place.unlink(missing_ok=True)


def _refuse_another(place: Path) -> None:
    """Stop before a file of this name that this command did not make.

    Raises:
        StoppedError: there is one.
    """
    if place.is_symlink() or (place.exists() and MARK.encode() not in place.read_bytes()):
        raise StoppedError(Outcome.ALREADY_THERE, f"{place} is there already, and is not ours. Please move it first.")


def _told(places: Sequence[Path], *, remove: bool) -> str:
    what = "The icon is gone from" if remove else "The icon is in"
    return f"{what} {' and '.join(str(place.parent) for place in places)}."
