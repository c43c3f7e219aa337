"""A real JupyterLab with the settings it comes with, for the tests that practice in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING
from urllib.request import urlopen

import psutil

from tests.playing import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "session.ipynb"
TOKEN = "for-this-test"


@dataclass(frozen=True)
class Lab:
    """A JupyterLab that answers, in a folder of its own."""

    folder: Path
    at: str

    def url(self, notebook: str) -> str:
        """The address of a notebook."""
        return f"{self.at}lab/tree/{notebook}?token={TOKEN}"

    def of(self, route: str) -> str:
        """The address of something the server has."""
        return f"{self.at}{route}?token={TOKEN}"


@contextmanager
def lab(folder: Path) -> Iterator[Lab]:
    """Run a JupyterLab over a copy of the session's notebook until the block ends."""
    work = folder / "work"
    work.mkdir()
    shutil.copy(NOTEBOOK, work / NOTEBOOK.name)
    homes = (
        "HOME",
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "JUPYTER_RUNTIME_DIR",
        "IPYTHONDIR",
        "JUPYTERLAB_SETTINGS_DIR",
    )
    env = {**os.environ, **{name: str(folder / name.lower()) for name in homes}}
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"]
    command += [f"--ServerApp.root_dir={work}", f"--IdentityProvider.token={TOKEN}", "--LabApp.news_url=None"]
    with (folder / "lab.log").open("w") as log:
        server = subprocess.Popen(command, env=env, stdout=log, stderr=log)
    try:
        yield Lab(work, _address(folder / "jupyter_runtime_dir", server))
    finally:
        _end(server)


def _address(runtime: Path, server: subprocess.Popen[bytes]) -> str:
    """Return where the server listens, once it does: it writes that down itself."""
    until = monotonic() + PATIENCE
    while monotonic() < until and server.poll() is None:
        for about in runtime.glob(f"jpserver-{server.pid}.json"):
            at = json.loads(about.read_text("utf-8") or "{}").get("url")
            if at and _answers(at):
                return at
        sleep(0.2)
    raise AssertionError((runtime.parent / "lab.log").read_text("utf-8"))


def _answers(at: str) -> bool:
    try:
        with urlopen(f"{at}api") as reply:  # noqa: S310 - a server on this computer
            return reply.status == 200
    except OSError:
        return False


def _end(server: subprocess.Popen[bytes]) -> None:
    """End the server and every kernel it started."""
    family = [psutil.Process(server.pid), *psutil.Process(server.pid).children(recursive=True)]
    server.terminate()
    _, alive = psutil.wait_procs(family, timeout=PATIENCE)
    for process in alive:
        process.kill()
    server.wait()
