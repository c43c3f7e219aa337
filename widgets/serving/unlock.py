"""The pages before the session: choose a passphrase, keep the recovery key, unlock, lock."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError, authenticated

from planner.model.message import say
from planner.store import StoreError, WrongPassphraseError, create_store, unlock
from widgets.serving.backups import begin_backup
from widgets.serving.handlers import Handler
from widgets.serving.identity import give_pass, take_pass

if TYPE_CHECKING:
    from planner.model.message import Message
    from planner.store import Key

GOOD_LENGTH = 12
LONGEST = 1000

NOTHING_TYPED = say("Please type a passphrase.")
DIFFERENT = say("These two are not the same. Please type it twice again.")
SHORT = say("Longer is safer: four or five words that you can keep in mind. You can also go on with this short one.")


class Unlock(Handler):
    """One page, one prompt. On the first run it asks for a new passphrase instead."""

    @allow_unauthenticated
    def get(self) -> None:
        """Show the prompt, or go on where the store is open to this browser already."""
        if self.current_user:
            self.redirect("/")
        elif self.server.door.practice:
            self.show("link-used")
        else:
            self._ask()

    @allow_unauthenticated
    async def post(self) -> None:
        """Try what was typed."""
        if self.server.door.practice:
            raise HTTPError(403)
        typed = self._typed("passphrase")
        if not typed:
            self._ask(NOTHING_TYPED)
        elif self.server.door.path.exists():
            await self._unlock(typed)
        else:
            await self._choose(typed)

    async def _unlock(self, typed: str) -> None:
        # one at a time: many guesses at once would share one pause
        async with self.server.patience.turn:
            try:
                key = await asyncio.to_thread(unlock, self.server.door.path, typed)
            except WrongPassphraseError as wrong:
                await self.server.patience.after_a_wrong_one()
                self._ask(wrong.says)
            except StoreError as other:
                self._ask(other.says)
            else:
                self.server.patience.forget()
                begin_backup(self.server.door.path, key)
                self._go_on(key)

    async def _choose(self, typed: str) -> None:
        if typed != self._typed("again"):
            self._ask(DIFFERENT)
        elif len(typed) < GOOD_LENGTH and not self.get_body_argument("short", ""):
            self._ask(SHORT, short=True)
        else:
            await self._create(typed)

    async def _create(self, typed: str) -> None:
        try:
            key = await asyncio.to_thread(create_store, self.server.door.path, typed)
        except StoreError as other:
            self._ask(other.says)
        else:
            self._go_on(key, first_time=True)

    @property
    def _is_asked_by_a_page(self) -> bool:
        """Whether a page that stays asks, by its script, rather than the prompt of this address."""
        return self.request.headers.get("Accept") == "application/json"

    def _go_on(self, key: Key, *, first_time: bool = False) -> None:
        give_pass(self, self.server.door.open(key, first_time=first_time))
        if self._is_asked_by_a_page and not first_time:
            self.finish({})
            return
        self.redirect("/recovery-key" if first_time else "/", status=303)

    def _ask(self, note: Message | None = None, *, short: bool = False) -> None:
        if note and self._is_asked_by_a_page:
            self.finish({"note": self.language(note)})
            return
        template = "unlock" if self.server.door.path.exists() else "choose"
        self.show(template, note=note, short=short, csrf=self.csrf)

    def _typed(self, field: str) -> str:
        # a passphrase is taken as it was typed, spaces included
        return self.get_body_argument(field, "", strip=False)[:LONGEST]


class RecoveryKey(Handler):
    """The recovery key, shown after the first passphrase until somebody says that it is kept."""

    @authenticated
    def get(self) -> None:
        """Show it, ready for printing."""
        key = self.server.door.key
        if key is None or not self.server.door.recovery_unseen:
            self.redirect("/")
        else:
            self.show("recovery-key", groups=key.recovery.split("-"), csrf=self.csrf)

    @authenticated
    def post(self) -> None:
        """Go on to the session; the key is not shown again."""
        self.server.door.recovery_unseen = False
        self.redirect("/", status=303)


class Lock(Handler):
    """Locks for everybody: the key is dropped and every kernel ends."""

    @allow_unauthenticated
    def post(self) -> None:
        """Lock, and lead back to the prompt; a page that has lost its pass is only led there."""
        if self.current_user:
            self.server.lock()
        take_pass(self)
        self.redirect("/unlock", status=303)


class PracticeLink(Handler):
    """The link that `planner serve --practice` prints. It lets one browser in, once."""

    @allow_unauthenticated
    def get(self, link: str) -> None:
        """Let the browser in."""
        given = self.server.take_practice_pass(link)
        if given:
            give_pass(self, given)
        self.redirect("/")
