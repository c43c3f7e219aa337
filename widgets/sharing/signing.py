"""The place to sign: a typed name, a drawn line, or a paper kept here; and reading it aloud where the two are apart."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v

from planner.consent import Consent, SignedHow, Signer
from planner.consent.readiness import before_signing
from planner.consent.signed import prepared_standing, sign
from planner.consent.signing import Signing, signature, signing_findings, strokes
from planner.model.entry import label
from planner.model.message import say
from planner.sessions.closing import HowMet
from planner.words.language import Language
from planner.words.reading import DayWords
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.happened import Happened
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.forms import Fields, form
from widgets.forms.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.consent import Signature, SignedConsent
    from planner.model.path import FieldPath
    from planner.store.agreements import Agreements

HOW = form(Signing, "signer", "how")
AUTHORITY = form(Signing, "authority")
NAME = form(Signing, ("name", "on"))
ALOUD = form(Consent, ("read_aloud_on", "read_aloud_by"))
_WIDTH, _HEIGHT = 600, 160
"""The drawing's own measure; the box on the screen may be narrower."""


@reacton.component
def SignHere(consent: Consent, path: FieldPath, look_again: Callable[[], None]) -> Any:
    """Both ways; at a distance reading aloud comes first."""
    is_apart = use_session().editor.session.how is not HowMet.IN_PERSON
    parts = (Aloud(consent, path).key("aloud"), Sign(consent, look_again).key("sign"))
    return div(*(parts if is_apart else reversed(parts)), cls="rp-sign-here")


@reacton.component
def Aloud(consent: Consent, path: FieldPath) -> Any:
    """That it was read aloud. It stays not signed."""
    t = use_session().t
    return tag(
        "section",
        heading(3, t("Not in the same room?"), cls="rp-part-title"),
        para(t("Read it aloud and note it here. It is not signed by that, and nothing is shared yet."), cls="rp-soft"),
        Fields(ALOUD, consent, path),
        para(t(prepared_standing(consent).label), cls="rp-told", role="status"),
        cls="rp-fields rp-aloud",
        aria_label=t("Not in the same room?"),
    )


@reacton.component
def Sign(consent: Consent, look_again: Callable[[], None]) -> Any:
    """The fields of a signature, and the button that keeps it for good."""
    context = use_session()
    t, editor = context.t, context.editor
    today = context.day_now
    signing, keep = reacton.use_state(Signing(on=DayWords(words=t.day(today), reading=today)))
    why_not, attempt = use_attempt()
    open_ones = tuple(signing_findings(signing, today))

    def press() -> None:
        mark = signature(signing, at=editor.now, taken_by=editor.session.author)
        is_ready = not before_signing(consent, context.day_now)  # the page may have stayed open over midnight
        language = Language(editor.person.language.value)
        if (
            mark
            and is_ready
            and attempt(lambda: _kept(editor.record.agreements, sign(consent, editor.person.id, mark, language)))
        ):
            editor.put(("consents", consent.id, "read_aloud_on"), DayWords())  # in the plan it waits no longer
            context.announce(Happened(say("It is signed, and kept for good."), editor.plan))
        look_again()

    name = f"signing-{consent.id}"
    return tag(
        "section",
        heading(3, t("Sign"), cls="rp-part-title"),
        Sheet(HOW, signing, keep, name),
        Sheet(AUTHORITY, signing, keep, name) if signing.signer is Signer.REPRESENTATIVE else div(cls="rp-none"),
        SignatureBox(signing, keep, f"{name}-drawn") if signing.how is SignedHow.DRAWN else div(cls="rp-none"),
        Sheet(NAME, signing, keep, name),
        para(t(open_ones[0].says) if open_ones else "", cls="rp-soft", role="status"),
        Button(t("Sign this consent"), press, kind="main", icon="check")
        if signature(signing, at=editor.now, taken_by="")
        else None,
        WhyNot(why_not),
        cls="rp-fields rp-sign",
        aria_label=t("Sign"),
    )


def _kept(agreements: Agreements, signed: SignedConsent) -> bool:
    agreements.sign(signed)
    return True


@reacton.component
def SignatureBox(signing: Signing, keep: Callable[[Signing], None], uid: str) -> Any:
    """The box to sign in. The page's own script puts the lines into the field behind it (`data-draw`)."""
    t = use_session().t
    times, begin_anew = reacton.use_state(0)

    def drawn(path: str | None) -> None:
        keep(signing.amended(drawn=strokes(path or "")))

    def clear() -> None:
        drawn("")
        begin_anew(times + 1)

    box = tag(
        "canvas",
        cls="rp-draw",
        width=str(_WIDTH),
        height=str(_HEIGHT),
        data_draw=uid,
        role="img",
        aria_label=t("Box to sign in, with a finger, a pen or a mouse"),
    ).key(f"box-{times}")
    return div(
        tag("span", t(label(Signing, "drawn")), cls="rp-label"),
        box,
        v.TextField(v_model=signing.drawn, on_v_model=drawn, id=uid, class_="rp-none", hide_details=True),
        Button(t("Clear and draw again"), clear, kind="text"),
        cls="rp-field rp-drawing",
    )


@reacton.component
def SignatureMark(mark: Signature) -> Any:
    """A signature as it was given: the name, the line that was drawn, or that the paper is kept here."""
    t = use_session().t
    given = {
        SignedHow.TYPED: lambda: para(mark.name.strip(), cls="rp-own rp-typed"),
        SignedHow.DRAWN: lambda: tag("img", cls="rp-drawn", src=picture(mark.drawn), alt=mark.name.strip()),
        SignedHow.PAPER: lambda: para(t(mark.how.label), cls="rp-own"),
    }
    says = t("Signed by {name} on {day}", name=mark.name.strip(), day=mark.on)
    return div(given[mark.how](), para(says, cls="rp-soft"), cls="rp-mark-given")


def picture(drawn: str) -> str:
    """Return the lines of a signature as the address of a picture."""
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"><path d="{strokes(drawn)}" '
        'fill="none" stroke="#22302d" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(lines.encode()).decode()}"
