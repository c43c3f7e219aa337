"""Compiles the translations while the project is built or installed; only their sources are kept in the repository."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = "planner/library/languages/*/LC_MESSAGES/planner.po"


class CatalogueHook(BuildHookInterface[Any]):
    """Writes a `planner.mo` beside each `planner.po`, also for an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's own signature)
        """Compile before files are gathered, so that wheel and sdist carry what gettext reads."""
        for source in sorted(Path(self.root).glob(CATALOGUES)):
            compiled = source.with_suffix(".mo")
            with source.open("rb") as text, compiled.open("wb") as out:
                write_mo(out, read_po(text, locale=source.parts[-3]))
            build_data["artifacts"].append(f"/{compiled.relative_to(self.root).as_posix()}")
