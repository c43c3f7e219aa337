"""`planner export`: the documents of one person, or of everybody, into a folder."""

import json
import os
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planner.commands.opening import JsonOption, PassphraseFileOption, StoreOption, opened, who
from planner.commands.outcome import Outcome, StoppedError
from planner.commands.papers import DocumentName, Paper, Wanted, papers, phone_calendar_of
from planner.commands.people import caseload_rows, the_one
from planner.commands.terminal import tell, warn

if TYPE_CHECKING:
    from planner.caseload.person import Person
    from planner.store import Store
    from planner.store.giving import Released

FormatName = Literal["pdf", "html", "ipynb", "ics"]
"""`ics` is the week as a calendar file for a phone, and no other document."""

LanguageName = Literal["en", "es"]


@dataclass(frozen=True)
class Order:
    """What to print, how, and where to."""

    document: DocumentName
    format: FormatName
    language: LanguageName | None
    folder: Path
    replace: bool


@dataclass(frozen=True)
class Done:
    """One document that was written, and what came out of it otherwise than it was typed."""

    person: str
    file: Path
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """One person for whom no document was written, and why."""

    person: str
    stopped: StoppedError


@dataclass
class Written:
    """What came of it, person by person."""

    done: list[Done] = field(default_factory=list[Done])
    left_out: list[LeftOut] = field(default_factory=list[LeftOut])

    @property
    def outcome(self) -> Outcome:
        """Return how it ends: people without a plan are no reason to stop, unless nothing was written at all."""
        outcomes = {each.stopped.outcome for each in self.left_out}
        serious = outcomes - {Outcome.NOTHING_FOUND}
        if serious:
            return max(serious)
        return Outcome.DONE if self.done else Outcome.NOTHING_FOUND


def export(
    person: Annotated[
        str,
        typer.Argument(
            help="The person's id, or enough of the name. Your shell may remember a name; an id tells nobody."
        ),
    ] = "",
    document: Annotated[DocumentName, typer.Option(help="Which document.")] = "my-plan",
    as_format: Annotated[FormatName, typer.Option("--format", help="As which kind of file.")] = "pdf",
    to: Annotated[
        Path, typer.Option(metavar="FOLDER", help="The folder to write to; it is made when it is missing.")
    ] = Path(),
    language: Annotated[
        LanguageName | None, typer.Option(help="The language of the paper. Without it, the person's own.")
    ] = None,
    store: StoreOption = None,
    passphrase_file: PassphraseFileOption = None,
    *,
    everybody: Annotated[bool, typer.Option("--all", help="Export for everybody on the caseload.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is already there.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Write the plan of one person, or of everybody, as documents; or their consents, or what was given to others.

    A session under way is exported as it stands; otherwise the plan as it was last finished. What is written is
    no longer encrypted: keep the folder as you keep a paper chart.
    """
    if bool(person) == everybody:
        raise StoppedError(Outcome.USAGE, "Name one person, or say --all for everybody.")
    if as_format == "ics" and document != "my-week":
        raise StoppedError(Outcome.USAGE, "A calendar file holds the week. Say --document my-week.")
    order = Order(document, as_format, language, to, replace)
    with opened(store, passphrase_file) as kept:
        if not everybody:
            written = Written(_export_one(kept, the_one(kept, person), order))
        else:
            written = _export_all(kept, [row.person for row in caseload_rows(kept)], order)
    _tell(written, as_json=as_json)
    raise typer.Exit(written.outcome)


def _export_all(kept: "Store", people: Sequence["Person"], order: Order) -> Written:
    written = Written()
    for person in _with_progress(people):
        try:
            written.done += _export_one(kept, person, order, among_others=True)
        except StoppedError as stopped:
            written.left_out.append(LeftOut(person.id, stopped))
    return written


def _export_one(kept: "Store", person: "Person", order: Order, *, among_others: bool = False) -> list[Done]:
    """Write what was ordered for one person, and note in the store that it was written.

    Raises:
        StoppedError: there is nothing to print yet, it could not be printed, or the file can not be written.
    """
    from planner.words.language import Language

    language = Language(order.language or person.language)
    made = (
        (phone_calendar_of(kept, person, language),)
        if order.format == "ics"
        else papers(Wanted(kept, person, order.document, order.format, language))
    )
    whose = person.id[:8] if among_others else ""
    return [_written(kept, person, order, paper, whose) for paper in made]


def _written(kept: "Store", person: "Person", order: Order, paper: Paper, whose: str) -> Done:
    from planner.store.giving import Leaving

    path = order.folder / _named_apart(paper.offer.filename, whose, paper.apart)
    leaving = Leaving("exported", person.id, order.document, order.format, who())
    with _aside(path, replace=order.replace) as aside:
        _take_name(kept.giving.release(leaving, lambda: _write(aside, paper.offer.data)), path)
    return Done(person.id, path, tuple(str(remark.says) for remark in paper.offer.remarks))


def _with_progress(people: Sequence["Person"]) -> Iterator["Person"]:
    """Show how far it is, on a terminal."""
    if not sys.stderr.isatty():
        yield from people
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(people, "Printing …", console=Console(stderr=True), transient=True)


def _named_apart(filename: str, *parts: str) -> str:
    """Keep documents apart by parts of ids, which tell a passer-by nothing."""
    name, dot, ending = filename.rpartition(".")
    return f"{' '.join((name, *filter(None, parts)))}{dot}{ending}"


@contextmanager
def _aside(path: Path, *, replace: bool) -> Generator[Path]:
    """Give a place beside the one a file will have, and leave nothing there.

    Raises:
        StoppedError: a file of that name is there already.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not replace:
        raise StoppedError(Outcome.ALREADY_THERE, f"{path} is already there. Say --replace to write over it.")
    making = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield making
    finally:
        making.unlink(missing_ok=True)


def _write(place: Path, data: bytes) -> Path:
    """Write a new file, readable by its owner only."""
    with open(place, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(data)
    return place


def _take_name(released: "Released[Path]", path: Path) -> None:
    """Give a file its name, now that the store has noted that it leaves."""
    released.made.replace(path)


def _tell(written: Written, *, as_json: bool) -> None:
    if as_json:
        answer = {
            "written": [
                {"person": each.person, "file": str(each.file), "remarks": each.remarks} for each in written.done
            ],
            "left_out": [{"person": each.person, "says": str(each.stopped)} for each in written.left_out],
        }
        tell(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    for each in written.done:
        tell(str(each.file))
    for remark in dict.fromkeys(remark for each in written.done for remark in each.remarks):
        warn(remark)
    for each in written.left_out:
        warn(f"{each.person}: {each.stopped}")
