"""`planner directory`: the community directory read from a feed."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.commands.opening import PassphraseFileOption, StoreOption, now, opened
from planner.commands.outcome import Outcome, StoppedError
from planner.commands.terminal import tell, visible

if TYPE_CHECKING:
    from planner.directory.feeds.report import ImportReport
    from planner.store.directory.directory import StoredDirectory

directory = typer.Typer(help="The community directory: services and meetings.", no_args_is_help=True)


@directory.callback()
def _directory() -> None: ...


class ReportForm(StrEnum):
    """How the report of an import is written."""

    TABLE = "table"
    JSON = "json"


@directory.command("import")
def import_feed(
    path: Annotated[
        Path, typer.Argument(help="A file, a folder or a zip: HSDS, Meeting Guide, BMLT, or a sheet (CSV).")
    ],
    name: Annotated[
        str, typer.Option("--name", help="What to call this feed. Under the same name it is read anew.")
    ] = "",
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column", metavar="FIELD=COLUMN", help="For a sheet: which column holds what, as in name=Agency."
        ),
    ] = None,
    report: Annotated[ReportForm, typer.Option("--report", help="How to write what was read.")] = ReportForm.TABLE,
    store: StoreOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> None:
    """Read a feed into the directory. Read again, it is brought up to date; what your agency added stays."""
    if not path.exists():
        raise StoppedError(Outcome.USAGE, f"There is nothing at {path}.")
    told = dict(map(_told, column or ()))
    with opened(store, passphrase_file) as kept:
        done = _read(kept.directory, path, name.strip() or path.stem, told, show=report is ReportForm.TABLE)
    if report is ReportForm.JSON:
        tell(json.dumps({**asdict(done), "read": done.read}, ensure_ascii=False, indent=2))
    else:
        _show(done)


def _told(option: str) -> tuple[str, str]:
    from planner.directory.feeds.spreadsheet import COLUMNS

    field, _, column = option.partition("=")
    if field not in COLUMNS or not column.strip():
        raise StoppedError(Outcome.USAGE, f"--column takes FIELD=COLUMN; the fields are {', '.join(COLUMNS)}.")
    return field, column.strip()


def _read(stored: "StoredDirectory", path: Path, name: str, told: dict[str, str], *, show: bool) -> "ImportReport":
    from rich.console import Console
    from rich.markup import escape

    from planner.directory.feeds.feed import opened_feed
    from planner.directory.feeds.report import NotAFeedError
    from planner.store.directory.feed_paths import files_at

    console = Console(stderr=True, quiet=not show or not sys.stderr.isatty())
    shown = escape(visible(name))
    with console.status(f"Reading {shown} …") as status:
        try:
            feed = opened_feed(files_at(path), name, now().date(), stored.mapping(name) | told)
            return stored.read_feed(
                feed, at=now(), progress=lambda rows: status.update(f"Reading {shown}: {rows:,} rows")
            )
        except NotAFeedError as refused:
            raise StoppedError(Outcome.NOT_A_FEED, refused.says) from refused


def _show(done: "ImportReport") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from planner.directory.feeds.report import LeftOutReason

    table = Table("", "rows", "which", box=None)
    for what in ("added", "changed", "unchanged", "gone"):
        table.add_row(what, f"{getattr(done, what):,}", "")
    for reason, count in done.left_out.items():
        rows = ", ".join(map(str, done.first_rows[reason]))
        more = " …" if count > len(done.first_rows[reason]) else ""
        table.add_row(Text(f"left out: {LeftOutReason(reason).label}"), f"{count:,}", f"row {rows}{more}")
    table.add_row("without hours (call first)", f"{done.without_hours:,}", "")
    table.add_row("without coordinates", f"{done.without_coordinates:,}", "")
    Console().print(Text(f"{visible(done.feed)} ({done.form}): {done.rows:,} rows, {done.read:,} read"))
    Console().print(table)
