"""Many who guess keep nobody out who knows."""

from __future__ import annotations

import json
from contextlib import closing
from http.client import HTTPConnection
from select import select
from socket import create_connection
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from planner.store import create_store
from tests.playing import served
from tests.serving.conftest import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from socket import socket

    from tests.playing import Served

MANY = 40


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Served]:
    """Serve a store that nobody has unlocked."""
    create_store(tmp_path / "plans.store", PASSPHRASE)
    with served(tmp_path / "plans.store") as app:
        yield app


def guess(app: Served, passphrase: str) -> socket:
    """Send a passphrase, and leave the answer for later."""
    body = urlencode({"passphrase": passphrase})
    head = f"POST /unlock HTTP/1.1\r\nHost: 127.0.0.1:{app.port}\r\nOrigin: http://127.0.0.1:{app.port}\r\n"
    form = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    line = create_connection(("127.0.0.1", app.port), timeout=60)
    line.sendall((head + form).encode())
    return line


def offered(app: Served, passphrase: str) -> dict[str, str]:
    """Send a passphrase, and return the answer."""
    with closing(HTTPConnection("127.0.0.1", app.port, timeout=60)) as line:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        line.request("POST", "/unlock", urlencode({"passphrase": passphrase}), headers)
        return json.loads(line.getresponse().read())


def test_the_right_one_is_answered_while_wrong_ones_still_wait(locked: Served) -> None:
    for number in range(MANY):
        guess(locked, f"hung up {number}").close()
    wrong = [guess(locked, f"wrong {number}") for number in range(MANY)]
    try:
        assert offered(locked, PASSPHRASE)["token"]

        answered, _, _ = select(wrong, [], [], 0)
        assert len(answered) < MANY
        for line in answered:
            assert b" 200 " not in line.recv(20)
    finally:
        for line in wrong:
            line.close()


def test_wrong_ones_before_do_not_slow_the_right_one_down(locked: Served) -> None:
    held = [guess(locked, f"wrong {number}") for number in range(3)]
    try:
        assert "does not open" in offered(locked, "wrong again")["note"]
        assert offered(locked, PASSPHRASE)["token"]
    finally:
        for line in held:
            line.close()
