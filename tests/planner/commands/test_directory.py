"""`planner directory import` on a real store."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from planner.commands.front_door import run
from planner.commands.outcome import Outcome
from planner.store import create_store
from tests.planner.directory.small_feeds import HSDS_TABLES, MEETING

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "a long walk beside the river"


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    path, secret = tmp_path / "x.store", tmp_path / "secret"
    create_store(path, PASSPHRASE)
    secret.write_text(PASSPHRASE)
    secret.chmod(0o600)
    return ["--store", str(path), "--passphrase-file", str(secret)]


def test_a_list_of_meetings_is_read_and_reported(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = tmp_path / "norfolk.json"
    feed.write_text(json.dumps([MEETING, {**MEETING, "slug": "b", "day": "7"}]))

    assert run(["directory", "import", str(feed), *store, "--report", "json"]) == Outcome.DONE
    report = json.loads(capsys.readouterr().out)
    assert (report["feed"], report["form"], report["rows"], report["read"]) == ("norfolk", "Meeting Guide", 2, 1)
    assert report["left_out"] == {"unreadable day or time": 1}

    assert run(["directory", "import", str(feed), *store]) == Outcome.DONE
    shown = capsys.readouterr().out
    assert "1 read" in shown
    assert "left out: Its day or time can not be read" in shown
    assert "row 2" in shown


def test_a_folder_and_its_zip_are_the_same_feed(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, archive = tmp_path / "harbor", tmp_path / "harbor.zip"
    folder.mkdir()
    with zipfile.ZipFile(archive, "w") as packed:
        for name, text in HSDS_TABLES.items():
            (folder / name).write_text(text)
            packed.writestr(f"data/{name}", text)
    run(["directory", "import", str(folder), *store])
    capsys.readouterr()

    assert run(["directory", "import", str(archive), *store, "--report", "json"]) == Outcome.DONE
    assert json.loads(capsys.readouterr().out)["unchanged"] == 3


def test_a_sheet_is_asked_about_once(store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("ID,CITY\nHarbor Clinic,Norfolk\n")

    assert run(["directory", "import", str(sheet), *store]) == Outcome.NOT_A_FEED
    assert "ID, CITY" in capsys.readouterr().err
    assert run(["directory", "import", str(sheet), *store, "--column", "name=ID"]) == Outcome.DONE
    assert run(["directory", "import", str(sheet), *store]) == Outcome.DONE


@pytest.mark.parametrize("content", ["", "<html>", "{}"])
def test_what_is_no_feed_ends_with_its_number_and_a_sentence(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    feed = tmp_path / "page.json"
    feed.write_text(content)

    assert run(["directory", "import", str(feed), *store, "--report", "json"]) == Outcome.NOT_A_FEED
    told = json.loads(capsys.readouterr().err)
    assert (told["stopped"], told["exit_code"]) == ("not_a_feed", 14)
    assert run(["directory", "import", str(tmp_path / "nowhere"), *store]) == Outcome.USAGE
