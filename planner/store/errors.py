"""What can stand between a counselor and the store: one class per case, each with its sentence, cause and then remedy.

None of them holds a word out of a plan, so that all of them may be logged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.message import Message, say, say_count

if TYPE_CHECKING:
    from pathlib import Path

    from planner.sessions.session import Session
    from planner.store.drafts.kept import KeptDraft


class StoreError(Exception):
    """A promise of the store that could not be kept; `says` is the sentence for the screen."""

    says: Message

    def __init__(self, says: Message) -> None:
        """Keep the sentence to be translated when it is shown."""
        self.says = says
        super().__init__(str(says))


class StoreExistsError(StoreError):
    """A file already stands where a store, a backup or a restored store was to be made."""

    def __init__(self, path: Path) -> None:
        """Name the file that stays as it is."""
        super().__init__(
            say("There is already a file at {path}. It stays as it is; choose another name.", path=str(path))
        )


class NoStoreError(StoreError):
    """Nothing is there to open."""

    def __init__(self, path: Path) -> None:
        """Name the place that was looked at."""
        super().__init__(say("There is no store at {path}. Look for its folder, or make a new store.", path=str(path)))


class NotAStoreError(StoreError):
    """The file is something else: too small, a plain database, or the store of another program."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(
            say(
                "The file at {path} is not a store of this program. Choose the right file, or bring back a backup.",
                path=str(path),
            )
        )


class WrongPassphraseError(StoreError):
    """The key does not fit.

    An encrypted file gives no sign by which a wrong key and a damaged first page could be told apart, so one
    sentence covers both.
    """

    def __init__(self, says: Message | None = None) -> None:
        """Say both causes: the passphrase first, because it is the usual one."""
        super().__init__(
            says
            or say(
                "This passphrase does not open this store. Try it once more. If you are sure of it, the file may be "
                "damaged: a backup opens with the passphrase it was made under."
            )
        )


class MistypedRecoveryKeyError(WrongPassphraseError):
    """A recovery key in which some groups do not add up; `groups` counts them from 1."""

    def __init__(self, groups: tuple[int, ...]) -> None:
        """Name the groups to look at again, which tells nothing about the key itself."""
        self.groups = groups
        if not groups:
            super().__init__(say("A recovery key has 13 groups of 5 letters and numbers. Look at the paper once more."))
            return
        super().__init__(
            say_count(
                "One group of the recovery key does not add up: group {groups}. Look at it once more.",
                "Some groups of the recovery key do not add up: groups {groups}. Look at them once more.",
                len(groups),
                groups=", ".join(map(str, groups)),
            )
        )


class EmptyPassphraseError(StoreError):
    """A store without a passphrase would protect nobody."""

    def __init__(self) -> None:
        """Ask for one."""
        super().__init__(say("A store needs a passphrase to keep its words private. Choose one you can remember."))


class LongPassphraseError(StoreError):
    """A passphrase longer than every way in would take."""

    def __init__(self, most: int) -> None:
        """Say how much room there is."""
        super().__init__(say("A passphrase has room for {most} characters. Choose a shorter one.", most=most))


class UntypablePassphraseError(StoreError):
    """A passphrase with a control sign, a line break or half a sign in it."""

    def __init__(self) -> None:
        """Say what would work."""
        super().__init__(
            say(
                "This passphrase holds a sign that can not be typed everywhere, such as a tab or a line break. "
                "Choose one of letters, numbers, spaces and signs from the keyboard."
            )
        )


class NewerStoreError(StoreError):
    """The store was written by a later version of this program."""

    def __init__(self, version: int) -> None:
        """Say which version wrote it."""
        super().__init__(
            say(
                "This store was kept by a newer version of this program ({version}). Update the program to open it.",
                version=version,
            )
        )


class DamagedStoreError(StoreError):
    """Part of the file is not what was written."""

    def __init__(self) -> None:
        """Point to the backup."""
        super().__init__(
            say("Part of the store is damaged and cannot be read. Keep the file, and bring back your latest backup.")
        )


class StoreFullError(StoreError):
    """There is no room left on the disk."""

    def __init__(self) -> None:
        """Say what makes room."""
        super().__init__(
            say("The disk is full, so nothing more can be saved on it. Make some room, and go on where you are.")
        )


class StoreNotWritableError(StoreError):
    """The file or its folder may be read but not written."""

    def __init__(self) -> None:
        """Say whose permission is needed."""
        super().__init__(
            say(
                "The store can be read but not written, so nothing can be saved in it. "
                "Ask whoever looks after this computer to let you write to its folder."
            )
        )


class StoreBusyError(StoreError):
    """Another process held the store for too long."""

    def __init__(self) -> None:
        """Say how to let it go."""
        super().__init__(
            say("Another program is using the store just now. Close it there, or wait a moment and go on.")
        )


class StoreUnreachableError(StoreError):
    """The disk, the drive or the network folder does not answer."""

    def __init__(self) -> None:
        """Say where to look."""
        super().__init__(
            say("The disk that holds the store does not answer. Look whether it is still connected, and go on.")
        )


class StoreMovedError(StoreUnreachableError):
    """The file was moved, taken away or replaced while it was open: what is written now would be found by nobody."""

    def __init__(self) -> None:
        """Say what to do with the words that still stand on the screen."""
        StoreError.__init__(
            self,
            say(
                "The store is not at its place any more, or another file stands there. Copy what you wrote last, "
                "look at the store's folder, and open the planner again."
            ),
        )


class StoreClosedError(StoreError):
    """The store was closed, by locking or at the end."""

    def __init__(self) -> None:
        """Say how to open it again."""
        super().__init__(say("The store is locked. Unlock it to go on."))


class OtherThreadError(StoreError):
    """A file was spoken to by another thread than the one that opened it; a store in memory lets every thread in."""

    def __init__(self) -> None:
        """Say where it is open."""
        super().__init__(say("This store is open in another part of the program. Open it here as well to go on."))


class PracticeStoreError(StoreError):
    """A store in memory has no passphrase, and nothing in it is anybody's."""

    def __init__(self) -> None:
        """Say where a backup can be made."""
        super().__init__(say("This is a practice store with invented people. Open your own store to back it up."))


class NotInStoreError(StoreError):
    """Nothing is kept under this id; `kind` says what was looked for."""

    def __init__(self, item_id: str, *, kind: str) -> None:
        """Keep what was looked for, for the log; the sentence names neither."""
        self.kind = kind
        self.item_id = item_id
        super().__init__(say("This is not in the store any more. Go back to the caseload and open it from there."))


class AlreadyInStoreError(StoreError):
    """Something is already kept under this id, and stays as it is."""

    def __init__(self, item_id: str, *, kind: str) -> None:
        """Keep what was to be added, for the log; the sentence names neither."""
        self.kind = kind
        self.item_id = item_id
        super().__init__(say("This is already in the store. Go back to the caseload and open it from there."))


class SessionAlreadyOpenError(StoreError):
    """A session with this person is under way; `session` is the one to go on with."""

    def __init__(self, session: Session) -> None:
        """Keep the open session, so that the screen can go on with it."""
        self.session = session
        super().__init__(say("A session with this person is already open. Go on with it."))


class SessionFinishedError(StoreError):
    """The session has ended, and its revision stands."""

    def __init__(self, session_id: str) -> None:
        """Keep which one, for the log."""
        self.session_id = session_id
        super().__init__(say("This session is already finished. Begin a new one to change the plan."))


class FinishStandsError(StoreError):
    """What was finished stands: another session has begun since."""

    def __init__(self, session_id: str) -> None:
        """Keep which one, for the log."""
        self.session_id = session_id
        super().__init__(say("The next session has begun, so this one stays finished. You can read and print it."))


class DraftMovedOnError(StoreError):
    """Another page changed the draft first; what was to be written is kept beside it.

    `current` is the draft as it stands now, or none when the session was finished in the meantime.
    """

    def __init__(self, current: KeptDraft | None) -> None:
        """Keep the draft as it stands, for the screen to go on from."""
        self.current = current
        super().__init__(
            say("This plan was changed on another page. Both are kept: go on here with the newer one, and compare.")
        )
