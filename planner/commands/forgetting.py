"""`planner forget`: a person leaves the store."""

import json
import sys
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from planner.commands.opening import JsonOption, PassphraseFileOption, StoreOption, default_store, opened
from planner.commands.outcome import Outcome, StoppedError
from planner.commands.people import the_one
from planner.commands.terminal import tell

if TYPE_CHECKING:
    from planner.store import Forgotten, Store
    from planner.store.file.backups.backups import Renewed


def forget(
    person: Annotated[str, typer.Argument(help="The person's id, as `planner people` shows it.")],
    store: StoreOption = None,
    passphrase_file: PassphraseFileOption = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again. There is no way back.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Remove a person from the store, and from its free pages. There is no way back.

    The accounting of what left the agency, and the consents for it, stay for the years your agency has set. The backups
    made by themselves beside the store are replaced by a new one. Paper, exported files and backups elsewhere are
    yours to destroy.
    """
    from planner.store import finish_forgetting
    from planner.store.file.backups.local_backups import folder_of

    path = (store or default_store()).resolve()
    with opened(path, passphrase_file) as kept:
        person_id = _id_of(kept, person)
        _ask(yes=yes)
        forgotten = kept.forget(person_id)
        backups = finish_forgetting(kept, folder_of(path))
    _tell(person_id, forgotten, backups, as_json=as_json)


def _id_of(kept: "Store", named: str) -> str:
    """Return the id of somebody on the caseload, or the id itself: of somebody forgotten, lines may still be kept."""
    try:
        return str(UUID(named))
    except ValueError:
        return the_one(kept, named).id


def _ask(*, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise StoppedError(
            Outcome.USAGE, "Nobody is here to say yes. Say --yes when you are sure: there is no way back."
        )
    typer.confirm("Everything about this person goes, and there is no way back. Go on?", abort=True, err=True)


def _tell(person_id: str, forgotten: "Forgotten", backups: "Renewed", *, as_json: bool) -> None:
    if as_json:
        answer = {
            "forgotten": person_id,
            "kept_lines": forgotten.kept_lines,
            "kept_consents": forgotten.kept_consents,
            "kept_years": forgotten.years,
            "backups_replaced": backups.replaced,
            "backups_left_alone": backups.left_alone,
        }
        tell(json.dumps(answer))
        return
    lines = ["The person is forgotten.", *_kept(forgotten)]
    if backups.replaced:
        lines.append(f"One new backup beside the store stands in the place of those from before ({backups.replaced}).")
    if backups.left_alone:
        names = ", ".join(backups.left_alone)
        lines.append(f"Other backups stand there, of another store or an earlier passphrase. They stay: {names}.")
    lines.append("Paper, exported files and backups on other drives are yours to destroy.")
    tell("\n".join(lines))


def _kept(forgotten: "Forgotten") -> list[str]:
    if not forgotten.kept_lines + forgotten.kept_consents:
        return []
    what = f"lines of accounting: {forgotten.kept_lines}, consents: {forgotten.kept_consents}"
    return [f"Kept for {forgotten.years} years, as the law asks: {what}."]
