"""Where the passphrase, the key and a person's words must not be found while a session runs."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
import zmq
from jupyter_client.blocking.client import BlockingKernelClient
from playwright.sync_api import expect

from planner.store import unlock
from tests.playing import served
from tests.serving.conftest import PASSPHRASE, let_in
from tests.serving.stage import stage_notebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.playing import Playing, Served

pytestmark = pytest.mark.browser

WORDS = "marigold lighthouse"
HISTORY = """
import json
from tests.serving.stage import trace
shell = get_ipython()
history = {
    "in": [one for one in shell.user_ns["In"] if one],
    "enabled": shell.history_manager.enabled,
    "file": str(shell.history_manager.hist_file),
}
trace("history.json").write_text(json.dumps(history))
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, window: Playing) -> Iterator[Served]:
    """Serve a store, unlock it, and type a few words; the server's environment holds a secret of its own."""
    from planner.store import create_store

    folder = tmp_path_factory.mktemp("secrets")
    create_store(folder / "plans.store", PASSPHRASE)
    notebook = stage_notebook(folder / "stage.ipynb", HISTORY)
    with served(folder / "plans.store", notebook=notebook, env={"SOME_SECRET": "of the server"}) as app:
        window.fresh()
        let_in(window, app)
        window.page.get_by_label("Words").press_sequentially(WORDS)
        expect(window.page.get_by_text(f"Saved {len(WORDS)}")).to_be_visible()
        (folder / "heard.txt").unlink()
        yield app
        window.close_page()


@pytest.fixture(scope="module")
def secrets(running: Served) -> list[str]:
    """Return everything that must not be seen, in the ways it could be written."""
    key = unlock(running.store, PASSPHRASE)
    return [PASSPHRASE, key.raw.hex(), key.raw[:32].hex(), b64encode(key.raw).decode(), key.recovery, WORDS]


def processes(app: Served) -> list[psutil.Process]:
    """Return the server and everything it started."""
    server = psutil.Process(app.process.pid)
    return [server, *server.children(recursive=True)]


def test_no_process_shows_them_to_others(running: Served, secrets: list[str]) -> None:
    assert len(processes(running)) >= 2
    for process in processes(running):
        shown = json.dumps([process.cmdline(), process.environ()])
        assert [secret for secret in secrets if secret in shown] == []


def test_the_log_holds_neither_them_nor_the_notebooks_source(running: Served, secrets: list[str]) -> None:
    log = running.log.read_text("utf-8")

    assert [secret for secret in [*secrets, "redeem", "import"] if secret in log] == []


def test_no_file_of_the_server_holds_them(running: Served, secrets: list[str]) -> None:
    (kernel,) = running.kernels
    private = Path(kernel.cwd()).parent
    files = [path for folder in (private, running.store.parent) for path in folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".json" for path in files)
    assert running.store in files

    for path in files:
        written = path.read_bytes()
        assert [secret for secret in secrets if secret.encode() in written] == [], path


def test_the_address_and_the_page_hold_neither_key_nor_ticket(window: Playing, running: Served, secrets: list) -> None:
    page = window.page.content()

    assert window.page.url == running.url
    assert [secret for secret in secrets[:-1] if secret in page] == []
    assert "redeem(" not in page


def test_the_kernels_history_is_empty_and_goes_to_no_file(running: Served) -> None:
    history = json.loads((running.store.parent / "history.json").read_text())

    assert history["in"] == []
    assert not history["enabled"] or history["file"] == ":memory:"


def test_a_kernel_knows_only_what_it_needs_of_the_environment(running: Served) -> None:
    (kernel,) = running.kernels
    server = psutil.Process(running.process.pid)
    assert "SOME_SECRET" in server.environ()

    known = set(kernel.environ())

    assert "SOME_SECRET" not in known
    ours = {"IPYTHONDIR", "JUPYTER_NO_CONFIG", "JUPYTER_RUNTIME_DIR", "PYTHONSAFEPATH", "JPY_PARENT_PID"}
    system = {"HOME", "PATH", "TMPDIR", "TZ", "LANG", "LC_ALL", "LC_CTYPE"}
    assert known - ours <= system


def test_a_kernel_listens_at_no_port_and_its_lines_are_in_a_folder_for_one_user(running: Served) -> None:
    (kernel,) = running.kernels
    lines = Path(kernel.cwd()).parent / "lines"

    assert psutil.Process(running.process.pid).net_connections(kind="tcp")
    assert kernel.net_connections(kind="tcp") == []
    assert [*lines.iterdir()]
    assert lines.stat().st_mode & 0o077 == lines.parent.stat().st_mode & 0o077 == 0


def test_a_program_that_listens_at_the_kernels_lines_hears_nothing(running: Served, window: Playing) -> None:
    (kernel,) = running.kernels
    (connection,) = (Path(kernel.cwd()).parent / "connections").glob("*.json")
    about = json.loads(connection.read_text())
    assert connection.stat().st_mode & 0o077 == 0
    local = about["transport"] == "ipc"
    assert local == (os.name == "posix")
    iopub = f"{about['transport']}://{about['ip']}{'-' if local else ':'}{about['iopub_port']}"
    context = zmq.Context()
    stranger = context.socket(zmq.SUB)
    friend = BlockingKernelClient(connection_file=str(connection))
    friend.load_connection_file()
    friend.start_channels(shell=False, stdin=False, hb=False, control=False)
    try:
        stranger.connect(iopub)
        stranger.subscribe(b"")
        field = window.page.get_by_label("Words")
        heard = None
        for letter in "abcdefghij":
            field.press_sequentially(letter)
            expect(window.page.locator("[data-save-state] > span")).to_be_visible()
            if friend.iopub_channel.msg_ready():
                heard = friend.get_iopub_msg(timeout=5)

        assert heard is not None
        assert stranger.poll(500) == 0
    finally:
        friend.stop_channels()
        stranger.close(0)
        context.term()
