"""The pages before the session: choose a passphrase, keep the recovery key, unlock, lock.

Each page is the same for everybody. What is secret comes and goes by its script, which keeps a half of the pass.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError, authenticated

from planner.model.message import say
from planner.store import StoreError, WrongPassphraseError, create_store, unlock
from planner.store.file.backups.copies import head_of
from planner.store.file.keys.passphrase import chosen, is_short
from widgets.serving.backups import begin_backup
from widgets.serving.guesses import TurnedAwayError
from widgets.serving.handlers import Handler
from widgets.serving.identity import give_pass, take_pass

if TYPE_CHECKING:
    from planner.model.message import Message
    from planner.store import Key

NOTHING_TYPED = say("Please type a passphrase.")
DIFFERENT = say("These two are not the same. Please type it twice again.")
SHORT = say("Longer is safer: four or five words that you can keep in mind. You can also go on with this short one.")
MANY = say("Many are trying at once. Please type it once more.")


class Unlock(Handler):
    """One page, one prompt. On the first run it asks for a new passphrase instead."""

    _pending: asyncio.Future[None] | None = None

    @allow_unauthenticated
    def get(self) -> None:
        """Show the prompt."""
        if self.server.door.practice:
            self.show("link-used")
        else:
            self.show("unlock" if self.server.door.path.exists() else "choose")

    @allow_unauthenticated
    async def post(self) -> None:
        """Try what was typed, and answer with a token, or with what to say."""
        if self.server.door.practice:
            raise HTTPError(403)
        if self.server.starts_anew:  # it would open a door that is just being taken away
            raise HTTPError(HTTPStatus.MISDIRECTED_REQUEST)
        typed = self._typed("passphrase")
        if not typed:
            self._say(NOTHING_TYPED)
        elif self.server.door.path.exists():
            # whoever hung up, or was let go after too many others, gets no answer
            with suppress(asyncio.CancelledError):
                await self._unlock(typed)
        else:
            await self._choose(typed)

    def on_connection_close(self) -> None:
        """Forget about somebody who hung up."""
        super().on_connection_close()
        if self._pending:
            self._pending.cancel()

    async def _unlock(self, typed: str) -> None:
        guesses = self.server.guesses
        try:
            await self._until(guesses.turn())
            key = await self._checked(typed)
        except TurnedAwayError:
            self.set_status(429)
            self._say(MANY)
        except WrongPassphraseError as wrong:
            await self._until(guesses.hold())
            self._say(wrong.says)
        except StoreError as other:
            self._say(other.says)
        else:
            guesses.forget()
            begin_backup(self.server.door.path, key)
            self._go_on(key)

    async def _until(self, pending: asyncio.Future[None]) -> None:
        self._pending = pending
        await pending

    async def _checked(self, typed: str) -> Key:
        try:
            return await asyncio.to_thread(unlock, self.server.door.path, typed)
        finally:
            self.server.guesses.end_turn()

    async def _choose(self, typed: str) -> None:
        try:
            new = chosen(typed)
        except StoreError as refused:
            self._say(refused.says)
            return
        if typed != self._typed("again"):
            self._say(DIFFERENT)
        elif is_short(new) and not self.get_body_argument("short", ""):
            self._say(SHORT, short=True)
        else:
            await self._create(new)

    async def _create(self, new: str) -> None:
        try:
            key = await asyncio.to_thread(create_store, self.server.door.path, new)
        except StoreError as other:
            self._say(other.says)
        else:
            self._go_on(key, first_time=True)

    def _go_on(self, key: Key, *, first_time: bool = False) -> None:
        self.server.begin_idle(key)
        token = give_pass(self, self.server.door.open(key, first_time=first_time))
        self.server.note_unlocked()
        self.finish({"token": token, "go": "/recovery-key" if first_time else "/"})

    def _say(self, note: Message, *, short: bool = False) -> None:
        self.finish({"note": self.language(note), "short": short})

    def _typed(self, field: str) -> str:
        # a passphrase is taken as it was typed, spaces included
        return self.get_body_argument(field, "", strip=False)


class RecoveryKey(Handler):
    """The recovery key, shown after the first passphrase until somebody says that it is kept."""

    @allow_unauthenticated
    def get(self) -> None:
        """Show the page; its script asks for the key."""
        self.show("recovery-key")

    @authenticated
    def post(self) -> None:
        """Go on to the session; the key is not shown again."""
        self.server.door.recovery_unseen = False
        self.finish({"go": "/"})


class RecoveryGroups(Handler):
    """The key itself, as the page prints it."""

    @authenticated
    async def get(self) -> None:
        """Give it, until it was said to be kept, with the mark of the record where it has begun."""
        key = self.server.door.key
        if key is None or not self.server.door.recovery_unseen:
            raise HTTPError(404)
        head = await asyncio.to_thread(head_of, self.server.door.path, key)
        self.finish({"groups": key.recovery.split("-"), "mark": str(head) if head and head.position else ""})


class Lock(Handler):
    """Locks for everybody: the key is dropped and every kernel ends."""

    @allow_unauthenticated
    def post(self) -> None:
        """Lock; a page that has lost its pass is only led to the prompt."""
        if self.current_user:
            self.server.lock()
        take_pass(self)
        self.finish({"go": "/unlock"})


class PracticeLink(Handler):
    """The link that `planner serve --practice` prints. It lets one browser in, once."""

    @allow_unauthenticated
    def get(self, _link: str) -> None:
        """Show a page whose script hands the link in: a program that only looks at it does not use it up."""
        self.show("practice")

    @allow_unauthenticated
    def post(self, link: str) -> None:
        """Let the browser in."""
        given = self.server.take_practice_pass(link)
        self.finish({"token": give_pass(self, given)} if given else {})
