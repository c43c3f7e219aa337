"""An icon for the desktop of each system, and no file of anybody else's touched for it."""

from __future__ import annotations

import configparser
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planner.commands import desktop as command
from planner.commands.desktop import MARK, launcher_for, start_command
from planner.commands.front_door import run
from planner.commands.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

ODD = ("/opt/a b/py$th`on", "-m", "planner", "--store", '/home/José/100% "mine"\\x')


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("XDG_DESKTOP_DIR", raising=False)
    (tmp_path / "Desktop").mkdir()
    return tmp_path


def test_on_linux_it_is_an_entry_whose_command_comes_back_whole() -> None:
    launcher = launcher_for("linux", ODD)
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[method-assign, assignment]
    entry.read_string(launcher.text)

    kept = entry["Desktop Entry"]
    assert launcher.name == "recovery-planner.desktop"
    assert (kept["Type"], kept["Name"]) == ("Application", "Recovery Planner")
    as_string = kept["Exec"].replace("\\\\", "\\")  # the file's own escape, undone first
    assert shlex.split(as_string.replace("%%", "%").replace("\\$", "$").replace("\\`", "`")) == list(ODD)


def test_on_a_mac_it_is_a_script_whose_command_comes_back_whole(tmp_path: Path) -> None:
    echoing = (sys.executable, "-c", "import sys; print(sys.argv[1:])", *ODD)
    script = tmp_path / launcher_for("darwin", echoing).name
    script.write_text(launcher_for("darwin", echoing).text, encoding="utf-8")
    script.chmod(0o755)

    assert script.name == "Recovery Planner.command"
    assert subprocess.run([script], capture_output=True, text=True, check=True).stdout.strip() == str(list(ODD))


def test_on_windows_it_is_a_batch_file_in_which_a_percent_sign_is_a_percent_sign() -> None:
    launcher = launcher_for("win32", (r"C:\Program Files\Python\python.exe", "-m", "planner", r"D:\100%\plans.store"))
    lines = launcher.text.split("\r\n")

    assert launcher.name == "Recovery Planner.cmd"
    assert lines[0] == "@echo off"
    assert "chcp 65001 >nul" in lines
    assert lines[-2] == r'"C:\Program Files\Python\python.exe" "-m" "planner" "D:\100%%\plans.store"'


def test_practice_has_an_icon_of_its_own() -> None:
    names = {launcher_for(system, ODD, practice=True).name for system in ("linux", "darwin", "win32")}
    assert names == {
        "recovery-planner-practice.desktop",
        "Recovery Planner (practice).command",
        "Recovery Planner (practice).cmd",
    }
    assert start_command(None, practice=True)[-2:] == ("serve", "--practice")
    assert start_command(Path("plans.store"), practice=False)[-1] == str(Path("plans.store").absolute())


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the folders of a Linux desktop")
def test_the_icon_is_put_and_taken_away_and_nothing_else_is(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    icons = [home / "Desktop/recovery-planner.desktop", home / "data/applications/recovery-planner.desktop"]

    assert run(["desktop"]) == Outcome.DONE
    assert all(MARK in icon.read_text("utf-8") and icon.stat().st_mode & 0o111 for icon in icons)
    assert run(["desktop"]) == Outcome.DONE  # once more writes it anew
    assert run(["desktop", "--remove"]) == Outcome.DONE
    assert not any(icon.exists() for icon in icons)
    assert str(home / "Desktop") in capsys.readouterr().out

    icons[0].write_text("somebody else's", encoding="utf-8")
    assert run(["desktop"]) == run(["desktop", "--remove"]) == Outcome.ALREADY_THERE
    assert icons[0].read_text("utf-8") == "somebody else's"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the folders of a Linux desktop")
def test_without_a_desktop_it_goes_to_the_menu_of_programs(home: Path) -> None:
    (home / "Desktop").rmdir()

    assert run(["desktop"]) == Outcome.DONE
    assert not (home / "Desktop").exists()
    assert [folder.name for folder in command.folders("linux")] == ["applications"]
    assert command.folders("darwin") == []
