"""The page's own script, in a real browser before a real kernel."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.serving.conftest import PASSPHRASE

if TYPE_CHECKING:
    from tests.playing import Playing, Served

pytestmark = pytest.mark.browser

MUCH = "a" * 100_001
SET_CLIPBOARD = """([field, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const init = { bubbles: true, cancelable: true };
  const paste = new ClipboardEvent("paste", { ...init, clipboardData: data });
  return field.dispatchEvent(paste);
}"""


def heard(app: Served) -> str:
    """Return what the kernel wrote down last."""
    path = app.store.parent / "heard.txt"
    return path.read_text("utf-8") if path.exists() else ""


def test_the_kernel_answers_and_nothing_leaves_the_machine(stage: Playing) -> None:
    beat = stage.page.locator("[data-pulse]")
    first = int(beat.get_attribute("data-pulse") or 0)

    stage.page.get_by_label("Words").press_sequentially("hello")

    expect(beat).not_to_have_attribute("data-pulse", str(first))
    assert stage.elsewhere == []
    assert stage.broken_rules == []
    assert stage.errors == []


def test_saved_is_shown_only_when_the_kernel_has_everything(stage: Playing, app: Served) -> None:
    words = "one two three four five six seven eight nine ten"
    stage.page.get_by_label("Words").press_sequentially(words)
    expect(stage.page.get_by_text("Saved", exact=False)).to_be_visible()

    assert heard(app) == words


def test_while_the_kernel_is_busy_the_page_says_saving(stage: Playing, app: Served) -> None:
    stage.page.get_by_role("button", name="Slow").click()
    saved = stage.page.locator("[data-save-state] > span")
    expect(saved).to_be_visible()

    stage.page.get_by_label("Words").press_sequentially("slow")

    expect(saved).to_be_hidden()
    shown = saved.locator("xpath=..").evaluate("element => getComputedStyle(element, '::after').content")
    assert shown == '"Saving"'
    expect(saved).to_be_visible(timeout=30_000)
    assert heard(app) == "slow"


def test_doing_nothing_is_told_apart_from_being_there(stage: Playing) -> None:
    beat = stage.page.locator("[data-pulse]")
    stage.page.get_by_role("button", name="Count").click()
    expect(beat).not_to_have_attribute("data-active", "0")
    expect(stage.page.get_by_text("Saved", exact=False)).to_be_visible()
    active = beat.get_attribute("data-active") or ""
    pings = int(beat.get_attribute("data-pulse") or 0)

    stage.page.wait_for_function(
        "pings => Number(document.querySelector('[data-pulse]').dataset.pulse) > pings", arg=pings
    )

    expect(beat).to_have_attribute("data-active", active)


def test_a_kernel_that_ends_is_noticed_and_the_words_come_back(stage: Playing, app: Served) -> None:
    stage.page.get_by_label("Words").press_sequentially("kept")
    expect(stage.page.get_by_text("Saved 4")).to_be_visible()
    (kernel,) = app.kernels
    kernel.kill()

    stage.page.get_by_label("Words").press_sequentially(" and this")

    sheet = stage.page.get_by_role("alertdialog", name="The line is cut.")
    sheet.wait_for()
    expect(sheet).to_contain_text("Kept last: 10:42")
    expect(sheet.get_by_text("kept and this")).to_be_hidden()
    expect(stage.page.get_by_role("button", name="Open again")).to_be_focused()
    sheet.get_by_text("Show these words").click()
    expect(sheet.locator("blockquote")).to_have_text("kept and this")
    document = stage.page.evaluate_handle("document")
    stage.page.get_by_role("button", name="Open again").click()
    expect(sheet).to_be_hidden(timeout=60_000)

    expect(stage.page.get_by_label("Words")).to_have_value("kept and this")
    expect(stage.page.get_by_text("came to 2f1c7a4e-0000-4000-8000-000000000001")).to_be_visible()
    assert stage.page.evaluate("before => before === document", document)
    (word,) = json.loads((app.store.parent / "returned.txt").read_text("utf-8"))["words"]
    assert word["seen"][0] == "kept"


def test_nothing_can_be_read_of_a_page_whose_kernel_is_gone(stage: Playing, app: Served) -> None:
    stage.page.get_by_label("Words").press_sequentially("private")
    expect(stage.page.get_by_text("Saved 7")).to_be_visible()
    (kernel,) = app.kernels
    kernel.kill()
    stage.page.get_by_role("button", name="Count").click()

    sheet = stage.page.get_by_role("alertdialog")
    sheet.wait_for()

    colour = sheet.evaluate("sheet => getComputedStyle(sheet).backgroundColor")
    assert re.fullmatch(r"rgb\(\d+, \d+, \d+\)", colour), colour
    box = sheet.bounding_box()
    size = stage.page.viewport_size
    assert (box["width"], box["height"]) == (size["width"], size["height"])


def test_a_server_that_ends_is_noticed_and_the_page_stays(own_stage: Playing, own_app: Served) -> None:
    own_stage.page.get_by_label("Words").wait_for()
    own_app.stop()

    sheet = own_stage.page.get_by_role("alertdialog")
    sheet.wait_for(timeout=60_000)
    own_stage.page.get_by_role("button", name="Open again").click()

    expect(sheet).to_be_visible()
    assert own_stage.page.url == own_app.url


def test_an_answer_that_comes_late_takes_the_notice_away(stage: Playing) -> None:
    stage.page.get_by_role("button", name="Stop for long").click()

    sheet = stage.page.get_by_role("alertdialog")
    sheet.wait_for(timeout=40_000)
    expect(sheet).to_be_hidden(timeout=40_000)
    stage.page.get_by_role("button", name="Count").click()
    expect(stage.page.get_by_text("1 pressed")).to_be_visible()


def test_a_new_token_takes_the_focus_to_its_first_field(stage: Playing) -> None:
    stage.page.get_by_role("button", name="Lay a card").click()
    expect(stage.page.get_by_label("Card 1", exact=True)).to_be_focused()

    stage.page.get_by_role("button", name="Lay a card").click()
    expect(stage.page.get_by_label("Card 2", exact=True)).to_be_focused()
    expect(stage.page.get_by_label("Card 2", exact=True)).to_be_in_viewport()


def test_the_focus_is_kept_when_what_had_it_leaves(stage: Playing) -> None:
    stage.page.get_by_role("button", name="Lay a card").click()
    stage.page.get_by_role("button", name="Lay a card").click()
    expect(stage.page.get_by_label("Card 2", exact=True)).to_be_focused()

    stage.page.get_by_role("button", name="Take a card").evaluate("button => button.click()")

    expect(stage.page.get_by_text("1 cards")).to_be_visible()
    stage.page.wait_for_function("() => document.activeElement !== document.body")


def test_a_paste_that_is_too_large_is_declined_and_said(stage: Playing) -> None:
    field = stage.page.get_by_label("Words")
    field.focus()

    went_on = stage.page.evaluate(SET_CLIPBOARD, [field.element_handle(), MUCH])

    assert not went_on
    expect(stage.page.get_by_role("status").filter(has_text="too much")).to_have_text("That is too much for one field.")
    assert stage.page.evaluate(SET_CLIPBOARD, [field.element_handle(), "b" * 1000])
    field.press_sequentially("fine")
    expect(stage.page.get_by_text("Saved 4")).to_be_visible()
    expect(stage.page.get_by_text("too much")).to_be_hidden()


def test_a_shortcut_presses_its_button_unless_it_is_off(stage: Playing) -> None:
    stage.page.keyboard.press("Alt+x")
    stage.page.keyboard.press("Alt+n")

    expect(stage.page.get_by_text("1 pressed")).to_be_visible()


def test_f9_covers_the_screen_and_takes_the_cover_off(stage: Playing) -> None:
    field = stage.page.get_by_label("Words")
    field.focus()
    stage.page.keyboard.press("F9")

    cover = stage.page.get_by_role("dialog", name="Go on")
    expect(cover).to_be_visible()
    box = field.bounding_box()
    on_top = "([x, y]) => document.elementFromPoint(x, y).id"
    assert stage.page.evaluate(on_top, [box["x"] + 5, box["y"] + 5]) == "page-cover"
    assert stage.page.title() == "Go on"
    stage.page.keyboard.press("Alt+n")
    stage.page.keyboard.press("Escape")

    expect(cover).to_be_hidden()
    expect(field).to_be_focused()
    expect(stage.page.get_by_text("0 pressed")).to_be_visible()


def test_the_cover_comes_and_goes_by_touch_too(stage: Playing) -> None:
    stage.page.get_by_role("button", name="Cover").click()
    stage.page.get_by_role("button", name="Go on").click()

    expect(stage.page.get_by_role("dialog")).to_be_hidden()


def test_printing_the_screen_prints_no_words(stage: Playing) -> None:
    stage.page.get_by_label("Words").fill("private")
    stage.page.emulate_media(media="print")

    expect(stage.page.get_by_label("Words")).to_be_hidden()


def test_a_press_waits_until_the_words_before_it_have_arrived(stage: Playing, app: Served) -> None:
    stage.page.get_by_role("button", name="Slow").click()
    stage.page.get_by_label("Words").press_sequentially("before the press")

    stage.page.get_by_role("button", name="Count").click()

    expect(stage.page.get_by_text("1 pressed")).to_be_visible(timeout=30_000)
    assert heard(app) == "before the press"


def test_a_download_or_a_mail_does_not_end_the_kernel(stage: Playing) -> None:
    with stage.page.expect_download() as download:
        stage.page.get_by_role("link", name="Download").click()
    assert download.value.path().read_text() == "plan"
    stage.page.get_by_role("link", name="Write a mail").click()

    stage.page.get_by_role("button", name="Count").click()

    expect(stage.page.get_by_text("1 pressed")).to_be_visible()


def test_how_it_looks_is_remembered(stage: Playing, app: Served) -> None:
    button = stage.page.get_by_role("button", name="Larger type")
    expect(button).to_have_attribute("aria-pressed", "false")

    button.click()

    expect(button).to_have_attribute("aria-pressed", "true")
    stage.page.goto(app.url)
    expect(stage.page.locator("html")).to_have_class(re.compile("large"))
    button.wait_for()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_lock_covers_the_screen_in_the_moment_of_the_press(own_stage: Playing) -> None:
    other = own_stage.new_page()
    other.goto(own_stage.page.url)
    other.get_by_label("Words").wait_for()
    other.get_by_label("Words").press_sequentially("private")
    expect(other.get_by_text("Saved 7")).to_be_visible()

    covered = own_stage.page.get_by_role("button", name="Lock", exact=True).evaluate(
        """button => {
          button.click();
          const cover = document.getElementById("page-locking");
          const spots = [[5, 5], [innerWidth / 2, innerHeight / 2], [innerWidth - 5, innerHeight - 5]];
          return spots.every(([x, y]) => cover?.contains(document.elementFromPoint(x, y)))
            && !getComputedStyle(cover).backgroundColor.startsWith("rgba");
        }"""
    )

    assert covered
    other.get_by_role("dialog", name="Locking…").or_(other.get_by_label("Passphrase")).first.wait_for()
    own_stage.page.wait_for_url("**/unlock**")
    other.wait_for_url("**/unlock**")
    other.close()


def test_a_lock_covers_also_while_the_kernel_is_busy_and_the_words_on_their_way_come_back(
    own_stage: Playing, own_app: Served
) -> None:
    page = own_stage.page
    page.get_by_role("button", name="Stop for long").click()
    page.get_by_label("Words").press_sequentially("typed before the lock")

    page.get_by_role("button", name="Lock", exact=True).click()

    expect(page.get_by_role("dialog", name="Locking…")).to_be_visible()
    asked = page.get_by_label("Passphrase or recovery key")
    asked.wait_for(timeout=60_000)
    assert page.url == own_app.url
    assert "typed before the lock" not in page.content()
    asked.fill(PASSPHRASE)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_label("Words")).to_have_value("typed before the lock", timeout=60_000)


def test_leaving_locks(own_stage: Playing, own_app: Served) -> None:
    own_stage.page.get_by_role("button", name="Lock", exact=True).click()

    own_stage.page.wait_for_url("**/unlock")
    own_stage.page.goto(own_app.url)
    expect(own_stage.page.get_by_label("Passphrase or recovery key")).to_be_visible()


def test_a_kernel_whose_time_is_up_locks_its_page(own_stage: Playing) -> None:
    own_stage.page.get_by_role("button", name="Lock from here").click()

    own_stage.page.wait_for_url("**/unlock**", timeout=30_000)


def test_text_is_never_changed_while_it_is_typed(stage: Playing, app: Served) -> None:
    words = "  ¿Qué?  <b>&amp;</b> 🙂 مرحبا  "
    stage.page.get_by_label("Words").press_sequentially(words)
    expect(stage.page.get_by_text(f"Saved {len(words)}")).to_be_visible()

    expect(stage.page.get_by_label("Words")).to_have_value(words)
    assert heard(app) == words


def test_a_page_with_words_on_their_way_asks_before_it_goes_and_a_page_at_rest_does_not(
    stage: Playing, app: Served
) -> None:
    page = stage.context.new_page()
    page.goto(app.url)
    page.get_by_role("button", name="Slow").click()
    page.get_by_label("Words").press_sequentially("to the last letter")

    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    asked.value.dismiss()

    assert asked.value.type == "beforeunload"
    expect(page.get_by_text("Saved 18")).to_be_visible(timeout=30_000)
    assert heard(app) == "to the last letter"
    expect(page.locator("[data-save-state][data-waiting]")).to_have_count(0, timeout=30_000)
    with page.expect_event("close"):
        page.close(run_before_unload=True)


def test_the_number_of_what_stopped_is_found_in_the_servers_log_and_no_words_are(stage: Playing, app: Served) -> None:
    stage.page.get_by_role("button", name="Stumble").click()
    shown = stage.page.get_by_text(re.compile("number [0-9a-f]{6}"))
    shown.wait_for()
    number = shown.inner_text().removeprefix("number ")

    log = app.log.read_text("utf-8")

    assert re.search(rf"note {number}\): ValueError at stage.py:\d+", log)
    assert "words of a person" not in log
