"""What others on the same computer get who are not our page: a page at another port, and a program of another user."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from playwright.sync_api import expect
from websocket import WebSocketBadStatusException, create_connection

from tests.serving.conftest import PASSPHRASE
from tests.serving.elsewhere import Elsewhere, elsewhere
from tests.serving.test_walls import ask
from widgets.serving.listening import is_of_another_user

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.playing import Playing, Served

TRIES = """async ({ url, kernel, here }) => {
  const open = (name, about) => Object.assign(document.createElement(name), about);
  for (let number = 0; number < 30; number += 1) document.body.append(open("img", { src: `${url}?${number}` }));
  document.body.append(open("iframe", { src: url }), open("script", { src: url }));
  const addresses = [url, `${url}unlock`, `${url}page/${kernel}/alive`, `${here}here`, `${url}here`];
  const fetched = addresses.map(async (address) => {
    const answer = await fetch(address, { credentials: "include" }).catch(() => null);
    return answer && (await answer.text());
  });
  const body = new URLSearchParams({ kernel: crypto.randomUUID(), passphrase: "x" });
  const posted = ["page", "lock", "unlock", `page/${kernel}/closed`].map((path) =>
    fetch(url + path, { method: "POST", mode: "no-cors", credentials: "include", body }).catch(() => null));
  const line = new WebSocket(`${url.replace("http", "ws")}api/kernels/${kernel}/channels`);
  const spoke = await new Promise((settle) => {
    line.onopen = () => settle(true);
    line.onerror = () => settle(false);
  });
  await Promise.all(posted);
  return { read: (await Promise.all(fetched)).filter(Boolean), spoke };
}"""


@pytest.fixture
def other() -> Iterator[Elsewhere]:
    """Serve a page of somebody else."""
    with elsewhere() as about:
        yield about


@pytest.mark.browser
def test_a_page_at_another_port_gets_our_cookie_and_nothing_more(stage: Playing, app: Served, other: Elsewhere) -> None:
    kernel = stage.page.locator("body").get_attribute("data-kernel")
    before = app.kernels
    theirs = stage.context.new_page()

    theirs.goto(f"http://{app.name}:{other.port}/")
    got = theirs.evaluate(TRIES, {"url": app.url, "here": app.here, "kernel": kernel})

    (cookies,) = {cookie for cookie in other.cookies if cookie}
    assert f"planner-{app.port}=" in cookies
    assert got == {"read": [], "spoke": False}
    assert app.kernels == before
    assert ask(app, f"/page/{kernel}/alive", Cookie=cookies).status == 302
    assert ask(app, "/page", method="POST", form={"kernel": str(uuid4())}, Cookie=cookies).status == 403
    with pytest.raises(WebSocketBadStatusException):
        create_connection(f"ws://127.0.0.1:{app.port}/api/kernels/{kernel}/channels", header={"Cookie": cookies})
    theirs.close()
    stage.page.get_by_role("button", name="Count").click()
    expect(stage.page.get_by_text("1 pressed")).to_be_visible()
    assert app.kernels == before


@pytest.mark.browser
def test_a_page_elsewhere_that_opens_ours_starts_no_kernel(stage: Playing, app: Served, other: Elsewhere) -> None:
    before = app.kernels
    theirs = stage.context.new_page()
    theirs.goto(f"http://127.0.0.1:{other.port}/")

    with theirs.expect_popup() as opened:
        theirs.evaluate("url => { window.open(url) }", app.url)

    opened.value.get_by_role("heading", name="There is nothing here").wait_for()
    assert app.kernels == before
    opened.value.close()
    theirs.close()


@pytest.mark.browser
def test_cookies_tossed_beside_ours_hurt_nothing(stage: Playing, app: Served, other: Elsewhere) -> None:
    mine = f"planner-{app.port}"
    other.tosses = [f"{mine}=tossed; Path={path}" for path in ("/page", "/api", "/unlock")] + ["_xsrf=tossed; Path=/"]
    theirs = stage.context.new_page()
    theirs.goto(f"http://{app.name}:{other.port}/")
    theirs.close()

    stage.page.reload()

    stage.page.get_by_label("Words").wait_for()
    stage.context.clear_cookies(path="/page")
    stage.context.clear_cookies(path="/api")
    stage.context.clear_cookies(path="/unlock")


@pytest.mark.browser
def test_a_cookie_in_place_of_ours_opens_nothing_and_the_passphrase_does(own_stage: Playing, own_app: Served) -> None:
    mine = f"planner-{own_app.port}"
    with elsewhere() as other:
        other.tosses = [f"{mine}=tossed; Path=/"]
        theirs = own_stage.context.new_page()
        theirs.goto(f"http://{own_app.name}:{other.port}/")
        theirs.close()

    own_stage.page.reload()

    asked = own_stage.page.get_by_label("Passphrase or recovery key")
    asked.fill(PASSPHRASE)
    own_stage.page.get_by_role("button", name="Open").click()
    own_stage.page.get_by_label("Words").wait_for()


ASKS = """
import encodings.idna, os, sys  # what is needed later may be out of the other user's sight
from http.client import HTTPConnection, RemoteDisconnected
if uid := int(sys.argv[4]):
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)
line = HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=30)
try:
    line.request("GET", sys.argv[2], headers={"Cookie": sys.argv[3]})
    print(line.getresponse().status)
except (RemoteDisconnected, ConnectionError):
    print("closed")
"""


def asked_as(uid: int, *what: object) -> str:
    """Ask as a program of a user of this computer."""
    command = [sys.executable, "-I", "-c", ASKS, *map(str, (*what, uid))]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root of a Linux can ask as user nobody")
@pytest.mark.browser
def test_a_program_of_another_user_is_not_even_answered(stage: Playing, app: Served) -> None:
    from pwd import getpwnam

    cookie = "; ".join(f"{one['name']}={one['value']}" for one in stage.context.cookies())

    for path in ("/", "/unlock", "/arrive"):
        assert asked_as(0, app.port, path, cookie) in {"200", "405"}
        assert asked_as(getpwnam("nobody").pw_uid, app.port, path, cookie) == "closed"


CONNECTIONS = """\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:20EB 00000000:0000 0A 00000000:00000000 00:00000000 00000000  {ours}        0 1 1 0 100 0 0 10 0
   1: 0100007F:C001 0100007F:20EB 01 00000000:00000000 00:00000000 00000000  {uid}        0 2 1 0 100 0 0 10 0
   2: 0100007F:20EB 0100007F:C001 01 00000000:00000000 00:00000000 00000000  {ours}        0 3 1 0 100 0 0 10 0
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose a connection is")
@pytest.mark.parametrize(("uid", "is_another"), [("{ours}", False), ("0", False), ("65534", True), ("nonsense", False)])
def test_whose_a_connection_is_stands_at_the_callers_end(uid: str, *, is_another: bool, tmp_path: Path) -> None:
    table = tmp_path / "tcp"
    table.write_text(CONNECTIONS.format(ours=os.getuid(), uid=uid.format(ours=os.getuid())))

    assert is_of_another_user(("127.0.0.1", 0xC001), ("127.0.0.1", 0x20EB), table) == is_another
    assert not is_of_another_user(("127.0.0.1", 0xC002), ("127.0.0.1", 0x20EB), table)
    assert not is_of_another_user(("127.0.0.1", 0xC001), ("127.0.0.1", 0x20EB), tmp_path / "none")
