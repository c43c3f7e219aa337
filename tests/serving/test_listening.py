"""The listening socket: what is begun and not finished, and a system that has no more files to give."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from http.client import HTTPConnection
from socket import create_connection
from typing import TYPE_CHECKING

import pytest
from tornado.web import Application

from widgets.serving import listening
from widgets.serving.listening import Door, Listener

if TYPE_CHECKING:
    from collections.abc import Iterator

HALF_SENT = [b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf"]
FULL = """
import asyncio, os, resource, sys
from tornado.web import Application
from widgets.serving.listening import Door, Listener
from widgets.serving.log import keep_words_out

async def main():
    keep_words_out()
    door = Door.at("127.0.0.1", 0)
    Listener.over(Application([])).add_socket(door)
    print(door.getsockname()[1], flush=True)
    limit = len(os.listdir("/proc/self/fd")) + 20
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    held = []
    try:
        while True:
            held.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        print("full", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    for one in held:
        os.close(one)
    print("free", flush=True)
    await asyncio.to_thread(sys.stdin.readline)

asyncio.run(main())
"""


@pytest.mark.parametrize("sent", HALF_SENT, ids=["nothing", "half a head", "half a body"])
def test_what_is_half_sent_is_closed(sent: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "SPEAKS_WITHIN", 0.2)
    monkeypatch.setattr(listening, "WHOLE_WITHIN", 0.2)

    async def wait_for_the_end() -> bytes:
        with Door.at("127.0.0.1", 0) as door:
            http = Listener.over(Application([]))
            http.add_socket(door)
            reader, writer = await asyncio.open_connection(*door.getsockname())
            writer.write(sent)
            try:
                return await asyncio.wait_for(reader.read(), 60)
            finally:
                writer.close()
                http.stop()

    assert asyncio.run(wait_for_the_end()).partition(b"\r\n")[0] in {b"", b"HTTP/1.1 400 Bad Request"}


@pytest.fixture
def full() -> Iterator[subprocess.Popen[str]]:
    """Listen in a process that has no file left."""
    line = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", FULL], stdin=line, stdout=line, stderr=line, text=True) as process:
        yield process
        process.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="counts its open files as Linux tells them")
def test_without_files_callers_are_turned_away_and_nothing_is_written(full: subprocess.Popen[str]) -> None:
    port = int(full.stdout.readline())
    assert full.stdout.readline() == "full\n"

    for _ in range(50):
        with create_connection(("127.0.0.1", port), timeout=60) as caller:
            assert caller.recv(1) == b""

    full.stdin.write("\n")
    full.stdin.flush()
    assert full.stdout.readline() == "free\n"
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", "/")
    assert line.getresponse().status == 404
    line.close()
    _, written = full.communicate("\n", timeout=60)
    assert len(written.splitlines()) == 1  # the 404
