"""Keeps the translations in step with the code: `python -m planner.library.catalogues`.

A development tool. Nothing that runs for a person imports it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from planner.library.extraction import shown
from planner.model.message import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel.messages.catalog import Message

    from planner.library.extraction import Literal

HOUSE = Path(__file__).parents[2]
ROOMS = ("planner", "exports", "widgets")
KINDS = ("*.py", "*.html", "*.j2")
LANGUAGES = Path(__file__).parent / "languages"


@dataclass(frozen=True, slots=True)
class Gap:
    """A translation that is not there yet, or does not fit its literal."""

    literal: str
    why: str


def literals(house: Path = HOUSE) -> dict[Literal, tuple[str, ...]]:
    """Return every literal shown in the house, each with the files that show it."""
    files = sorted(path for room in ROOMS for kind in KINDS for path in (house / room).rglob(kind))
    return shown({path.relative_to(house).as_posix(): path.read_text(encoding="utf-8") for path in files})


def catalogue_files() -> list[Path]:
    """Return the catalogue of each language besides English, which is the code's own."""
    return sorted(LANGUAGES.glob("*/LC_MESSAGES/planner.po"))


def read(file: Path) -> Catalog:
    """Read a catalogue, without the entries nothing shows any more."""
    with file.open("rb") as source:
        return read_po(source, locale=file.parts[-3], ignore_obsolete=True)


def updated(kept: Catalog, found: dict[Literal, tuple[str, ...]]) -> Catalog:
    """Return a catalogue that holds exactly what is shown, with the translations there are."""
    fresh = Catalog(
        kept.locale,
        project="Recovery Planner",
        version="1",
        msgid_bugs_address="see CONTRIBUTING.md",
        header_comment=kept.header_comment,
        creation_date=kept.creation_date,
        revision_date=kept.revision_date,
        last_translator=kept.last_translator,
        language_team=kept.language_team,
        fuzzy=False,
    )
    for literal in sorted(found, key=lambda one: (found[one][0], one)):
        key = (literal.one, literal.many) if literal.many else literal.one
        entry = kept.get(key)
        fresh.add(
            key,
            entry.string if entry else "",
            locations=[(file, 0) for file in found[literal]],
            user_comments=entry.user_comments if entry else (),
        )
    return fresh


def gaps(catalogue: Catalog, found: Iterable[Literal]) -> tuple[Gap, ...]:
    """Return what a reader of this language would miss."""
    return tuple(
        Gap(literal.one, why)
        for literal in found
        if (why := _gap(catalogue.get((literal.one, literal.many) if literal.many else literal.one), literal))
    )


def _gap(entry: Message | None, literal: Literal) -> str:
    found = entry.string if entry else None
    strings = (found,) if isinstance(found, str) else tuple(found or ())
    if not strings or not all(strings):
        return "not translated"
    if entry and entry.fuzzy:
        return "fuzzy"
    asked = names(literal.many or literal.one)
    fits = names(strings[-1]) == asked and all(names(text) <= asked for text in strings)  # "one person" needs no {n}
    return "" if fits else "its {names} differ"


def write(catalogue: Catalog, file: Path) -> None:
    """Write a catalogue and, beside it, the compiled form that gettext reads."""
    with file.open("wb") as text:
        write_po(text, catalogue, width=120, include_lineno=False)
    with file.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)


def main() -> int:
    """Bring every catalogue up to date and say what is open; return 1 when something is."""
    found = literals()
    open_ones = 0
    for file in catalogue_files():
        catalogue = updated(read(file), found)
        write(catalogue, file)
        missing = gaps(catalogue, found)
        open_ones += len(missing)
        lines = [
            f"{file.parts[-3]}: {len(found)} texts, {len(missing)} open",
            *(f"  {gap.why}: {gap.literal}" for gap in missing),
        ]
        sys.stdout.write("\n".join(lines) + "\n")
    return 1 if open_ones else 0


if __name__ == "__main__":
    sys.exit(main())
