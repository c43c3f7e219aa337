"""What is always in reach: undo, the lapse page, covering the screen, locking; and "not safe right now" on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.page.edition import PRACTICE
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para, tag
from widgets.elements.spoken import other_languages, use_spoken

if TYPE_CHECKING:
    from collections.abc import Callable


@reacton.component
def Toolbar(
    can_undo: bool, can_redo: bool, open_lapse_page: Callable[[], None], lock: Callable[[], None] | None
) -> Any:
    """The small row under the save state. `lock` is none where nothing was unlocked."""
    context = use_session()
    t, editor = context.t, context.editor
    return div(
        Button(t("Lapse page"), open_lapse_page, kind="text", attributes={"data-shortcut": "alt+p"}),
        Button(t("Undo"), editor.undo, kind="text", attributes={"data-shortcut": "alt+z", **_off(can_undo)}),
        Button(t("Redo"), editor.redo, kind="text", attributes={"data-shortcut": "alt+y", **_off(can_redo)}),
        tag(
            "button",
            t("Cover"),
            cls="rp-button rp-text",
            type="button",
            data_cover="",
            title=t("Cover the screen (F9)"),
        ),
        LockButton(lock) if lock else None,
        cls="rp-reach",
    )


@reacton.component
def LockButton(lock: Callable[[], None]) -> Any:
    """The lock. The page's own script covers the screen in the moment of the press, and the lock falls behind."""
    t = use_session().t
    return Button(t("Lock"), lock, kind="text", attributes={"data-shortcut": "alt+l", "data-lock": ""})


def _off(can: bool) -> dict[str, str]:
    return {} if can else {"disabled": "disabled"}


@reacton.component
def Top(
    staff: bool,
    show_staff: Callable[[bool], None],
    leave: Callable[[], None],
    not_safe: Callable[[], None],
    show_plan: Callable[[], None],
) -> Any:
    """The row above the work: back, the two views, how it looks, and help when somebody is not safe."""
    t = use_session().t
    return div(
        Button(t("Caseload"), leave, kind="text", icon="back"),
        Button(
            t("Staff view"),
            lambda: show_staff(not staff),
            kind="text rp-view rp-on" if staff else "text rp-view",
            attributes={"aria-pressed": str(staff).lower(), "data-shortcut": "alt+v"},
        ),
        Button(t("The plan so far"), show_plan, kind="text rp-plan-shown"),
        Appearance(),
        NotSafeButton(not_safe),
        cls="rp-top",
    )


@reacton.component
def NotSafeButton(not_safe: Callable[[], None]) -> Any:
    """The way to help when somebody is not safe. The look keeps it in sight at every size and scroll."""
    t = use_session().t
    return Button(t("Not safe right now"), not_safe, kind="warmly rp-not-safe", attributes={"data-shortcut": "alt+n"})


@reacton.component
def PracticeMark() -> Any:
    """What stands on every step of a session with somebody invented."""
    return para(use_session().t(PRACTICE), cls="rp-practice-mark")


@reacton.component
def Appearance() -> Any:
    """The ways to see it better; the page's own script keeps them on this machine."""
    t = use_session().t
    ways = (("large", t("Larger type")), ("dark", t("Dark")), ("contrast", t("High contrast")))
    return tag(
        "details",
        tag("summary", t("Look"), cls="rp-button rp-text"),
        div(
            *(
                tag("button", text, type="button", cls="rp-button rp-text", data_toggle=name, aria_pressed="false")
                for name, text in ways
            ),
            *other_languages(use_spoken()),
            cls="rp-appearance",
        ),
        cls="rp-look",
    )
