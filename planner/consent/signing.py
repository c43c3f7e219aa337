"""A signature while it is being given. Nothing is signed yet; what is still open in it is a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.consent.signed import Signature, SignedHow, Signer
from planner.model.entry import Entry, has_text, labelled, words
from planner.model.finding import Finding, Place
from planner.model.message import Message, say
from planner.model.side import Side
from planner.words.reading import DayWords

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

_NOT_A_LINE = re.compile(r"[^MLml0-9 .,\-]")
_LONGEST_DRAWING = 100_000


class Signing(Entry):
    """What somebody has put under a consent so far."""

    signer: Signer = labelled("Who signs", Signer.SELF)
    authority: str = words("Why they may sign", limit=160)
    """A parent, a guardian, a power of attorney."""

    how: SignedHow = labelled("How you sign", SignedHow.TYPED)
    name: str = words("Name of the one who signs", limit=120)
    drawn: str = labelled("Signature", "")
    on: DayWords = labelled("Day of the signature", DayWords(), side=Side.BACK)


def strokes(drawn: str) -> str:
    """Return a drawing as the path of its lines; whatever else came along is left out."""
    return _NOT_A_LINE.sub("", drawn)[:_LONGEST_DRAWING]


def signature(signing: Signing, *, at: datetime, taken_by: str) -> Signature | None:
    """Return the signature, or nothing while a part of it is open."""
    if signing.on.reading is None or any(True for _ in signing_findings(signing)):
        return None
    is_drawn = signing.how is SignedHow.DRAWN
    return Signature(
        how=signing.how,
        name=signing.name,
        drawn=strokes(signing.drawn) if is_drawn else "",
        signer=signing.signer,
        authority=signing.authority if signing.signer is Signer.REPRESENTATIVE else "",
        on=signing.on.reading,
        at=at,
        taken_by=taken_by,
    )


def signing_findings(signing: Signing, today: date | None = None) -> Iterator[Finding]:
    """Yield what is still open; with today also a day to come, from which on the consent counts."""
    if signing.signer is Signer.REPRESENTATIVE and not has_text(signing.authority):
        yield _open("authority", say("Why may they sign for you?"))
    if signing.how is SignedHow.DRAWN and not strokes(signing.drawn).strip():
        yield _open("drawn", say("Where is the signature? Draw it in the box."))
    if not has_text(signing.name):
        yield _open("name", say("Who signs? Write the name."))
    if signing.on.reading is None:
        yield _open("on", say("On which day is it signed?"))
    elif today and signing.on.reading > today:
        yield Finding(
            "signing.later",
            Place("medications", field="on"),
            say("This day is still to come. Is it right?"),
            say("Nothing is shared before it."),
        )


def _open(field: str, says: Message) -> Finding:
    return Finding(f"signing.{field}", Place("medications", field=field), says)
