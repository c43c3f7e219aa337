"""What the server gives to whom: asked by hand, as a program on this machine or a page from elsewhere would ask."""

from __future__ import annotations

import json
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_binary_message,
    serialize_msg_to_ws_v1,
)
from websocket import ABNF, WebSocketBadStatusException, create_connection

from tests.serving.conftest import let_in
from widgets.serving.pages import UUID
from widgets.serving.routes import ROUTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websocket import WebSocket

    from tests.playing import Playing, Served

pytestmark = pytest.mark.browser

NOBODY = "00000000-0000-4000-8000-00000000dead"
BEHIND_THE_DOOR = [
    "/recovery-key/groups",
    f"/page/{NOBODY}/outputs",
    f"/page/{NOBODY}/alive",
    f"/api/kernels/{NOBODY}",
    f"/api/kernels/{NOBODY}/channels",
]
NOT_HERE = [
    "/api/kernels",
    "/api/contents",
    "/api/terminals",
    "/api/sessions",
    "/lab",
    "/login",
    "/logout",
    "/tree",
    "/voila/files/plans.store",
    "/voila/files/secret.png",
    "/voila/static/voila.js",
    "/voila/templates/lab/static/index.css",
    "/voila/api/themes/light",
    f"/voila/query/{NOBODY}",
    "/stage.ipynb",
    "/assets/none/own/page.css",
    "/page/none/outputs",
    "/unlock/../../etc/passwd",
]


THE_SAME_FOR_ALL = ("/", "/unlock", "/recovery-key", "/practice/guess")
"""Pages without anything in them; their scripts ask."""

METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
V1 = "v1.kernel.websocket.jupyter.org"
WIRES = ["text", "binary", "v1"]
"""How a message can be written on the line: the two old ways, and the newer one."""

FORBIDDEN = [
    "execute_request",
    "complete_request",
    "inspect_request",
    "history_request",
    "is_complete_request",
    "debug_request",
    "interrupt_request",
    "shutdown_request",
]


def ask(
    app: Served, path: str, *, method: str = "GET", form: dict[str, str] | None = None, **headers: str
) -> HTTPResponse:
    """Ask one thing, following nothing; header names are written with underscores."""
    with closing(HTTPConnection("127.0.0.1", app.port, timeout=60)) as line:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if form is not None:
            named["Content-Type"] = "application/x-www-form-urlencoded"
        line.request(method, path, urlencode(form) if form is not None else None, named)
        answer = line.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")
        return answer


def passed(inside: dict[str, str]) -> dict[str, str]:
    """Return what a page of ours sends along with a question."""
    return {"Cookie": inside["cookie"], "X_Planner_Token": inside["token"], "Sec_Fetch_Site": "same-origin"}


@pytest.fixture(scope="module")
def inside(app: Served, window: Playing) -> Iterator[dict[str, str]]:
    """Unlock in a browser and return both halves of its pass and the id of its kernel."""
    window.fresh()
    let_in(window, app)
    yield {
        "cookie": "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in window.context.cookies()),
        "token": window.page.evaluate("sessionStorage.getItem('planner-token')"),
        "kernel": window.page.locator("body").get_attribute("data-kernel") or "",
    }
    window.close_page()


@pytest.mark.parametrize("path", BEHIND_THE_DOOR)
def test_without_a_pass_nothing_is_given(path: str, app: Served) -> None:
    answer = ask(app, path)

    assert answer.status in {302, 403}
    assert answer.status == 403 or (answer.getheader("Location") or "").startswith("/unlock")


def every_path(kernel: str) -> list[str]:
    """Return an address for every route there is, those of a kernel with its true id."""
    stands_for = {UUID: kernel, "([A-Za-z0-9_-]+)": "guess", "/.*": "/anything"}
    paths = [pattern for pattern, _ in ROUTES]
    for part, words in stands_for.items():
        paths = [path.replace(part, words) for path in paths]
    assert not [path for path in paths if "(" in path]
    return paths


def test_no_route_does_anything_for_somebody_without_a_pass(app: Served, inside: dict[str, str]) -> None:
    kernels = app.kernels
    for path in every_path(inside["kernel"]):
        for method in METHODS:
            answer = ask(app, path, method=method, form={} if method == "POST" else None)
            assert answer.status >= 300 or path in THE_SAME_FOR_ALL, (method, path)
            assert inside["kernel"] not in answer.text.replace(path, "")
    assert app.kernels == kernels


@pytest.mark.parametrize("path", ["/lock", "/unlock", "/recovery-key", f"/page/{NOBODY}/closed"])
def test_a_form_from_elsewhere_is_refused(path: str, app: Served, inside: dict[str, str]) -> None:
    foreign = [{"Sec_Fetch_Site": site} for site in ("cross-site", "same-site", "none")]
    foreign += [{"Origin": origin} for origin in ("null", "http://127.0.0.1:1", "http://evil.example")]
    for headers in ({}, *foreign):
        given = {**passed(inside), **headers} if headers else {"Cookie": inside["cookie"]}
        assert ask(app, path, method="POST", form={"passphrase": "x"}, **given).status == 403
        assert ask(app, path, method="POST", form={"passphrase": "x"}, **headers).status == 403
    assert app.kernels


@pytest.mark.parametrize("path", NOT_HERE)
def test_what_is_not_the_app_is_not_here(path: str, app: Served, inside: dict[str, str]) -> None:
    assert ask(app, path, **passed(inside)).status == 404
    assert ask(app, path).status == 404


@pytest.mark.parametrize("path", ["/", "/unlock", "/arrive", "/lock", "/anything", "{assets}"])
def test_a_foreign_host_name_is_refused(path: str, app: Served, inside: dict[str, str], window: Playing) -> None:
    style = window.page.locator("link[rel=stylesheet]").first.get_attribute("href") or ""
    asked = style if path == "{assets}" else path
    assert ask(app, style).status == 200

    assert ask(app, style, Host=f"{app.name}:{app.port}").status == 200
    for host in ("evil.example", f"evil.example:{app.port}", "192.168.0.7", "planner-000000000000.localhost"):
        assert ask(app, asked, Host=host, **passed(inside)).status == 403


ALIVE = "/page/{kernel}/alive"


def test_a_token_in_the_address_opens_nothing(app: Served, inside: dict[str, str]) -> None:
    path = ALIVE.format(**inside)
    assert ask(app, path, **passed(inside)).status == 204

    assert ask(app, f"{path}?token={inside['token']}", Cookie=inside["cookie"]).status == 302
    assert ask(app, f"{path}?token=x", Authorization="token x", Cookie=inside["cookie"]).status == 302


def test_neither_half_of_a_pass_opens_anything(app: Served, inside: dict[str, str]) -> None:
    path, whole = ALIVE.format(**inside), passed(inside)
    for half in ("Cookie", "X_Planner_Token"):
        assert ask(app, path, **{**whole, half: ""}).status == 302
        assert ask(app, path, **{**whole, half: f"planner-{app.port}=guess"}).status == 302
        started = ask(app, "/page", method="POST", form={"kernel": str(uuid4())}, **{**whole, half: ""})
        assert started.status == 403


def test_cookies_that_others_add_do_not_hide_ours(app: Served, inside: dict[str, str]) -> None:
    tossed = "; ".join([f"planner-{app.port}=tossed", "_xsrf=tossed", inside["cookie"], f"planner-{app.port}=again"])

    assert ask(app, ALIVE.format(**inside), **{**passed(inside), "Cookie": tossed}).status == 204


def test_a_page_that_is_asked_for_from_elsewhere_is_refused_and_starts_nothing(
    app: Served, inside: dict[str, str]
) -> None:
    kernels = app.kernels
    for site in ("cross-site", "same-site"):
        for path in ("/", "/unlock", "/recovery-key", "/recovery-key/groups", ALIVE.format(**inside)):
            assert ask(app, path, **{**passed(inside), "Sec_Fetch_Site": site}).status == 403
    assert ask(app, "/?arrive=guess", Sec_Fetch_Site="cross-site").status == 403
    assert ask(app, "/").status == ask(app, "/", Sec_Fetch_Site="none").status == 200
    assert app.kernels == kernels


def test_only_our_own_page_at_another_name_gets_a_ticket_to_arrive_with(app: Served) -> None:
    assert ask(app, "/here").status == 403
    for origin in ("null", "http://evil.example", "http://127.0.0.1", f"http://127.0.0.1:{app.port + 1}"):
        assert ask(app, "/here", Origin=origin).status == 403

    answer = ask(app, "/here", Origin=f"http://127.0.0.1:{app.port}", Sec_Fetch_Site="cross-site")
    arrive = json.loads(answer.text)["arrive"]

    assert answer.getheader("Access-Control-Allow-Origin") == f"http://127.0.0.1:{app.port}"
    assert ask(app, f"/?arrive={arrive}", Sec_Fetch_Site="cross-site").status == 200
    assert ask(app, f"/?arrive={arrive}", Sec_Fetch_Site="cross-site").status == 403


def test_every_page_forbids_the_cache_and_everything_from_elsewhere(app: Served, inside: dict[str, str]) -> None:
    for path in ("/unlock", "/", "/nothing-here", "/recovery-key", "/arrive", f"/api/kernels/{inside['kernel']}"):
        answer = ask(app, path, **passed(inside))
        assert answer.getheader("Server") is None
        assert answer.getheader("Cache-Control") == "no-store"
        assert "script-src 'self';" in (answer.getheader("Content-Security-Policy") or "")
        assert answer.getheader("Referrer-Policy") == "same-origin"
        assert answer.getheader("X-Content-Type-Options") == "nosniff"


def test_a_pass_can_not_be_read_by_scripts_or_sent_by_other_sites(app: Served, window: Playing, inside: dict) -> None:
    cookies = {cookie["name"]: cookie for cookie in window.context.cookies()}

    assert inside
    assert cookies[f"planner-{app.port}"]["httpOnly"]
    assert cookies[f"planner-{app.port}"]["sameSite"] == "Strict"
    assert "_xsrf" not in cookies
    assert inside["token"] not in {cookie["value"] for cookie in cookies.values()}


def test_a_used_ticket_and_a_guessed_one_are_refused(app: Served) -> None:
    for ticket in ("", "guess", "x" * 10_000):
        assert ask(app, "/arrive", method="POST", form={"ticket": ticket}).status == 403
        assert ask(app, "/leave", method="POST", form={"ticket": ticket}).status == 403
        note = {"ticket": ticket, "number": "abc123", "kind": "ValueError", "places": "app.py:1"}
        assert ask(app, "/note", method="POST", form=note).status == 403
    assert ask(app, "/arrive").status == 405
    assert ask(app, "/arrive", method="POST", form={"ticket": "x"}, Sec_Fetch_Site="same-origin").text == ""


def test_a_kernel_can_not_be_ended_or_changed_by_the_stock_interface(app: Served, inside: dict[str, str]) -> None:
    path = f"/api/kernels/{inside['kernel']}"
    assert ask(app, path, **passed(inside)).status == 200

    for method in ("DELETE", "POST", "PATCH"):
        assert ask(app, path, method=method, **passed(inside)).status in {403, 405}
    for verb in ("restart", "interrupt"):
        assert ask(app, f"{path}/{verb}", method="POST", **passed(inside)).status in {403, 404, 405}
    assert app.kernels


def test_a_line_to_the_kernel_needs_a_pass_and_its_own_origin(app: Served, inside: dict[str, str]) -> None:
    url = f"ws://127.0.0.1:{app.port}/api/kernels/{inside['kernel']}/channels"
    whole = {"Cookie": inside["cookie"], "X-Planner-Token": inside["token"]}
    refusals = [({}, None), (whole, "http://evil.example"), (whole, "http://127.0.0.1:1")]
    for headers, origin in [*refusals, *(({name: whole[name]}, None) for name in whole)]:
        with pytest.raises(WebSocketBadStatusException) as refused:
            create_connection(url, header=headers, origin=origin, timeout=30)
        assert refused.value.status_code in {302, 403}


@pytest.mark.parametrize("wire", WIRES)
def test_the_page_can_not_run_code_or_end_its_kernel(wire: str, app: Served, inside: dict[str, str]) -> None:
    victim = app.store.parent / f"written-by-{wire}"
    code = f"open({str(victim)!r}, 'w').close()"
    content = {"code": code, "silent": False, "cursor_pos": 0, "detail_level": 0, "restart": False, "command": "x"}
    forbidden = [message(kind, content, channel) for kind in FORBIDDEN for channel in ("shell", "control")]

    replies = spoken(app, inside, wire, *forbidden, message("kernel_info_request", {}, "shell"))

    assert "kernel_info_reply" in replies
    assert not {kind.replace("request", "reply") for kind in FORBIDDEN} & set(replies)
    assert not victim.exists()
    assert ask(app, f"/page/{inside['kernel']}/alive", **passed(inside)).status == 204


@pytest.mark.parametrize(
    "garbage", [b"", b"\xff" * 40, (2**62).to_bytes(8, "little"), "[]", "{", '{"channel": "shell"}']
)
@pytest.mark.parametrize("wire", WIRES)
def test_garbage_on_the_line_ends_the_line_at_most(
    wire: str, garbage: str | bytes, app: Served, inside: dict[str, str]
) -> None:
    with closing(line(app, inside, wire)) as broken:
        broken.send(garbage, opcode=ABNF.OPCODE_TEXT if isinstance(garbage, str) else ABNF.OPCODE_BINARY)

    assert "kernel_info_reply" in spoken(app, inside, wire, message("kernel_info_request", {}, "shell"))


def test_the_page_can_not_read_its_own_source(app: Served, inside: dict[str, str]) -> None:
    page = ask(app, "/", **passed(inside)).text

    assert "redeem" not in page
    assert "import" not in page.replace("important", "")


def message(kind: str, content: dict[str, object], channel: str) -> dict[str, object]:
    """Return a kernel message as a page sends it."""
    header = {"msg_id": str(uuid4()), "msg_type": kind, "session": "test", "username": "", "version": "5.3", "date": ""}
    return {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": channel}


def line(app: Served, inside: dict[str, str], wire: str) -> WebSocket:
    """Open a line to the kernel."""
    url = f"ws://127.0.0.1:{app.port}/api/kernels/{inside['kernel']}/channels?session_id={uuid4()}"
    header = {"Cookie": inside["cookie"]}
    if wire == "v1":  # as a page shows it, which can set no header there
        return create_connection(url, header=header, subprotocols=[V1, f"planner-token.{inside['token']}"], timeout=60)
    return create_connection(url, header={**header, "X-Planner-Token": inside["token"]}, timeout=60)


def spoken(app: Served, inside: dict[str, str], wire: str, *messages: dict[str, object]) -> list[str]:
    """Say something to the kernel and return the kinds of its answers, up to its word about itself."""
    with closing(line(app, inside, wire)) as open_line:
        for one in messages:
            if wire == "text":
                open_line.send(json.dumps(one))
            else:
                open_line.send_binary(
                    _packed(one) if wire == "v1" else serialize_binary_message({**one, "buffers": []})
                )
        kinds: list[str] = []
        while "kernel_info_reply" not in kinds:
            kinds.append(_header(open_line.recv(), wire)["msg_type"])
        return kinds


def _packed(one: dict[str, object]) -> bytes:
    return serialize_msg_to_ws_v1(one, one["channel"], lambda part: json.dumps(part).encode())


def _header(answer: str | bytes, wire: str) -> dict[str, str]:
    if wire == "v1":
        _, (header, *_rest) = deserialize_msg_from_ws_v1(answer)
        return json.loads(header)
    return json.loads(answer)["header"]
