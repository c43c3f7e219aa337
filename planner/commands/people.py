"""`planner people`: who is on the caseload."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from planner.commands.opening import JsonOption, PassphraseFileOption, StoreOption, opened
from planner.commands.outcome import Outcome, StoppedError
from planner.commands.terminal import tell, visible

if TYPE_CHECKING:
    from planner.caseload.person import Person
    from planner.store import CaseloadRow, Store

PAGE = 500
"""People read from the store at a time."""


def people(
    search: Annotated[str, typer.Argument(help="Part of a name. Without it, everybody.")] = "",
    store: StoreOption = None,
    passphrase_file: PassphraseFileOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the people on the caseload, each with the id that other commands take."""
    with opened(store, passphrase_file) as kept:
        found = list(caseload_rows(kept, search))
    if as_json:
        facts = json.dumps([_facts(row) for row in found], ensure_ascii=False, indent=2)
        tell(facts)
    else:
        _show(found)


def caseload_rows(kept: "Store", search: str = "") -> Iterator["CaseloadRow"]:
    """Go through the whole caseload, a page at a time."""
    offset, total = 0, 1
    while offset < total:
        page = kept.caseload(search, today=kept.today(), limit=PAGE, offset=offset)
        yield from page.rows
        offset, total = offset + PAGE, page.total


def the_one(kept: "Store", named: str) -> "Person":
    """Return the one person a name or an id stands for.

    Raises:
        StoppedError: nobody fits, or more than one person does.
    """
    with suppress(ValueError):
        return kept.person(str(UUID(named)))
    page = kept.caseload(named, today=kept.today(), limit=2)
    if page.total == 1:
        return page.rows[0].person
    says = (
        f"{page.total} people fit that name. Name one by the id that `planner people` shows."
        if page.total
        else "Nobody on the caseload fits that name. `planner people` lists everybody."
    )
    raise StoppedError(Outcome.NOTHING_FOUND, says)


def _facts(row: "CaseloadRow") -> dict[str, object]:
    return {
        "id": row.person.id,
        "called": row.person.called,
        "full_name": row.person.full_name,
        "last_seen": row.last_seen.isoformat() if row.last_seen else None,
        "next_on": row.next_on.isoformat() if row.next_on else None,
        "sessions": row.sessions,
        "has_draft": row.has_draft,
        "ready_to_look_again": row.ready_to_look_again,
    }


def _show(rows: list["CaseloadRow"]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from planner.caseload.person import shown_name

    table = Table("name", "last seen", "next", "id", box=None)
    for row in rows:
        days = [day.isoformat() if day else "" for day in (row.last_seen, row.next_on)]
        table.add_row(Text(visible(shown_name(row.person))), *days, row.person.id)
    Console().print(table if rows else "Nobody fits.")
