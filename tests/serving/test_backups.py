"""Unlocking makes the backup of the day; where it can not be made, nobody is kept out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from planner.store import create_store, unlock
from planner.store.file.backups.local_backups import folder_of, found_in
from tests.playing import served
from tests.serving.conftest import PASSPHRASE, let_in
from tests.serving.stage import stage_notebook
from widgets.serving.backups import back_up

if TYPE_CHECKING:
    from pathlib import Path

    from tests.playing import Playing


@pytest.mark.browser
def test_unlocking_makes_a_backup_that_opens_with_the_same_passphrase(tmp_path: Path, window: Playing) -> None:
    store = tmp_path / "plans.store"
    create_store(store, PASSPHRASE)
    with served(store, notebook=stage_notebook(tmp_path / "stage.ipynb")) as app:
        window.fresh()
        let_in(window, app)
        window.close_page()
        assert app.stop() == 0

    (backup,) = found_in(folder_of(store))
    assert unlock(backup, PASSPHRASE) == unlock(store, PASSPHRASE)


@pytest.mark.skipif(os.name != "posix", reason="a file in the place of the folder is told apart elsewhere")
def test_where_no_backup_can_be_made_the_log_says_so_and_nothing_stops(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = tmp_path / "plans.store"
    key = create_store(store, PASSPHRASE)
    folder_of(store).write_text("in the way")

    back_up(store, key)

    assert "backup of the day was not made" in caplog.text
    assert PASSPHRASE not in caplog.text
