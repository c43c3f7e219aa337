"""Everything the page loads: our own style and script, Voila's scripts, and the four extensions that show widgets.

Every address carries a fingerprint of what is installed, so a browser keeps a file for good and asks no second time.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_core.paths import ENV_JUPYTER_PATH, jupyter_path
from tornado.web import HTTPError, StaticFileHandler

from widgets.serving.headers import is_asked_from_here, is_local, put_headers

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = Path(__file__).parent / "static"
LOOK = Path(__file__).parents[1] / "elements" / "look"
EXTENSIONS = (
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "jupyter-vue",
    "jupyter-vuetify",
)
"""What draws a widget, and nothing else: the first two stand on each other, the last two draw ours."""


@dataclass(frozen=True)
class Extension:
    """One JupyterLab extension as installed: its folder, and the two files it begins with."""

    name: str
    folder: Path
    load: str
    extension: str


@dataclass(frozen=True)
class Assets:
    """Where the files are, and the addresses the page knows them by."""

    voila: Path
    extensions: tuple[Extension, ...]

    @cached_property
    def root(self) -> str:
        """The path every address begins with: it changes with the files."""
        known = [_stamp(path) for folder in self._folders().values() for path in _files(folder)]
        return f"/assets/{sha256(repr(known).encode()).hexdigest()[:16]}"

    def url(self, name: str) -> str:
        """Return the address of a file of our own."""
        return f"{self.root}/own/{name}"

    @cached_property
    def styles(self) -> list[str]:
        """The addresses of the pages' style sheets."""
        return [self.url("fonts.css"), self.url("page.css")]

    @cached_property
    def look(self) -> list[str]:
        """The addresses of the session's own style sheets."""
        return [f"{self.root}/look/{path.name}" for path in _files(LOOK) if path.suffix == ".css"]

    @cached_property
    def modules(self) -> list[str]:
        """The addresses of the parts of the page's own script."""
        return [self.url(f"page/{path.name}") for path in _files(OWN / "page")]

    @cached_property
    def scripts(self) -> list[str]:
        """The addresses of the scripts a session begins with, for a page with time on its hands to fetch."""
        entries = [f"{self.root}/extensions/{extension.name}/{extension.load}" for extension in self.extensions]
        return [f"{self.root}/voila/voila.js", *entries]

    def page_config(self) -> dict[str, Any]:
        """Return what Voila's script reads about itself and its extensions.

        It asks for the kernel by a name of its own; the page's script knows by then which one that is.
        """
        loaded = [{"name": x.name, "load": x.load, "extension": x.extension} for x in self.extensions]
        return {
            "appUrl": "/",
            "baseUrl": "/",
            "extensionConfig": {},
            "federated_extensions": loaded,
            "fullLabextensionsUrl": f"{self.root}/extensions",
            "fullMathjaxUrl": self.url("before.js"),
            "fullStaticUrl": f"{self.root}/voila",
            "jupyterLabTheme": "light",
            "kernelId": "of-this-page",
            "mathjaxConfig": "",
            "progressiveRendering": False,
        }

    def handlers(self) -> list[tuple[str, type[AssetHandler], dict[str, str]]]:
        """Return the routes, one for each folder."""
        return [(f"{self.root}/{part}/(.*)", AssetHandler, {"path": str(at)}) for part, at in self._folders().items()]

    def _folders(self) -> dict[str, Path]:
        extensions = {f"extensions/{extension.name}": extension.folder for extension in self.extensions}
        return {"own": OWN, "look": LOOK, "voila": self.voila, **extensions}


class AssetHandler(StaticFileHandler):
    """Serves a file to be kept for good: another version has another address."""

    def prepare(self) -> None:
        """Refuse a foreign host name, and a page from elsewhere, here too."""
        if not is_local(self.request.host, self.settings["planner"].name) or not is_asked_from_here(self.request):
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        """Say what every answer says."""
        put_headers(self)

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 - every file alike
        """Let the browser keep it."""
        self.set_header("Cache-Control", "private, max-age=31536000, immutable")


def installed_assets() -> Assets:
    """Find what is installed in this Python.

    Raises:
        FileNotFoundError: a part of the app is missing.
    """
    voila = _first("voila", "templates", "base", "static")
    return Assets(voila=voila, extensions=tuple(_extension(name) for name in EXTENSIONS))


def _extension(name: str) -> Extension:
    parent = ("voila", "labextensions") if name.startswith("@voila-") else ("labextensions",)
    folder = _first(*parent, *name.split("/"))
    build = json.loads((folder / "package.json").read_text("utf-8"))["jupyterlab"]["_build"]
    return Extension(name, folder, build["load"], build["extension"])


def _first(*parts: str) -> Path:
    # this environment before the user's own folders: what is shown is what was installed together
    places = dict.fromkeys([*ENV_JUPYTER_PATH, *jupyter_path()])
    found = next((path for place in places if (path := Path(place, *parts)).is_dir()), None)
    if found is None:
        raise FileNotFoundError("/".join(parts))
    return found


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file()) if folder.is_dir() else iter(())


def _stamp(path: Path) -> tuple[str, int, int]:
    about = path.stat()
    return (path.name, about.st_size, about.st_mtime_ns)
