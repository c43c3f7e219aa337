"""Opening the app: from a path to an address, or to one clear sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from http.cookiejar import CookieJar
from socket import socket
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener
from uuid import uuid4

import nbformat
import pytest

from tests.playing import served
from tests.serving.stage import HOUSE, stage_notebook
from widgets.serving import running, serve
from widgets.serving.address import new_address
from widgets.serving.errors import FolderNotReadyError, NotebookMissingError, PortTakenError, RoomTakenError
from widgets.serving.rooms import in_front
from widgets.serving.running import NOTEBOOK

if TYPE_CHECKING:
    from pathlib import Path


def never(line: str) -> None:
    """Stand for an announcement that must not come."""
    raise AssertionError(line)


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(PortTakenError, match=str(port)):
            serve(tmp_path / "plans.store", port=port, open_browser=False, announce=never)


def test_without_a_port_it_is_the_stores_own_and_a_free_one_where_that_is_taken() -> None:
    own = new_address().port
    with running._listen_at_own(own) as first, running._listen_at_own(own) as second:
        assert first.getsockname()[1] == own
        assert second.getsockname()[1] not in {0, own}


def test_a_missing_notebook_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotebookMissingError, match="install"):
        serve(tmp_path / "plans.store", open_browser=False, announce=never, notebook=tmp_path / "none.ipynb")


def test_a_folder_that_can_not_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FolderNotReadyError, match="can not be written"):
        serve(tmp_path / "file" / "plans.store", open_browser=False, announce=never)


@pytest.mark.parametrize("room", ["exports", "widgets"])
def test_another_package_in_front_is_one_sentence(room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_front() is None
    (tmp_path / room).mkdir()
    (tmp_path / room / "__init__.py").touch()
    for name in [name for name in sys.modules if name == room]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(RoomTakenError, match=f"named {room} stands in front"):
        serve(tmp_path / "plans.store", open_browser=False, announce=never)


def test_configuration_that_lies_around_has_no_say(tmp_path: Path) -> None:
    here, home = tmp_path / "here", tmp_path / "home"
    evil = f"open({str(tmp_path / 'ran')!r}, 'w').close()\n"
    for folder in (here, home / ".jupyter", home / ".ipython" / "profile_default" / "startup"):
        folder.mkdir(parents=True)
    for path in (
        here / "voila.py",
        here / "jupyter_server_config.py",
        here / "sitecustomize.py",
        here / "exports.py",
        home / ".jupyter" / "voila.py",
        home / ".jupyter" / "jupyter_server_config.py",
        home / ".ipython" / "profile_default" / "ipython_config.py",
        home / ".ipython" / "profile_default" / "startup" / "first.py",
    ):
        path.write_text(evil)
    (here / "voila.json").write_text(json.dumps({"Voila": {"ip": "192.0.2.1"}}))
    env = {"HOME": str(home), "JUPYTER_CONFIG_DIR": str(home / ".jupyter"), "PYTHONSTARTUP": str(here / "voila.py")}

    with served(tmp_path / "plans.store", practice=True, notebook=_stage(tmp_path), env=env, cwd=here) as app:
        _open(app.first_url)
        assert not (tmp_path / "ran").exists()


def test_a_session_kernel_brings_no_server_along() -> None:
    heavy = ("voila", "jupyter_server", "nbconvert", "nbformat", "tornado.web", "jinja2", "playwright")
    listing = f"import sys, widgets.handshake; print([m for m in {heavy!r} if m in sys.modules])"

    found = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True, cwd=HOUSE)

    assert found.stdout.strip() == "[]"


def test_the_notebook_is_a_thin_page_without_traces() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert notebook.cells[0].source.startswith("# ")
    assert [cell.source for cell in code] == ["from widgets import session\n\nsession.open()"]
    assert [(cell.outputs, cell.execution_count, dict(cell.metadata)) for cell in code] == [([], None, {})]
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


def _stage(folder: Path) -> Path:
    return stage_notebook(folder / "stage.ipynb")


def _open(address: str) -> None:
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    place = address.partition("/practice/")[0]

    def ask(url: str, form: dict[str, str] | None = None, token: str = "") -> dict[str, str]:
        headers = {"Sec-Fetch-Site": "same-origin", "X-Planner-Token": token}
        data = None if form is None else urlencode(form).encode()
        return json.load(browser.open(Request(url, data, headers), timeout=60))  # noqa: S310 (this machine's own server)

    token = ask(address, {})["token"]
    kernel = ask(f"{place}/page", {"kernel": str(uuid4())}, token)["kernel"]
    assert ask(f"{place}/page/{kernel}/outputs", None, token)["outputs"]
