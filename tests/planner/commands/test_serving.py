"""`planner serve`: what it says when it can not, and how it ends. That it serves is shown by the house's own tests."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING

from planner.commands.outcome import Outcome

if TYPE_CHECKING:
    from tests.planner.commands.conftest import Desk


def test_a_port_in_use_is_one_sentence_with_a_way_on(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        answer = desk.apart("serve", "--no-browser", "--store", desk.store, "--port", str(port))

    assert answer.code == Outcome.NOT_SERVED == 13
    assert str(port) in answer.err
    assert "Traceback" not in answer.err


def test_a_store_in_a_place_that_can_not_be_a_folder_is_one_sentence(desk: Desk) -> None:
    answer = desk.apart("serve", "--no-browser", "--store", desk.passphrase_file / "inside" / "caseload.store")

    assert answer.code == Outcome.NOT_SERVED
    assert "can not be written" in answer.err


def test_serve_takes_no_passphrase_file_since_the_page_asks(desk: Desk) -> None:
    answer = desk.bare("serve", "--passphrase-file", desk.passphrase_file, "--json")

    assert answer.code == Outcome.USAGE
    assert json.loads(answer.err)["stopped"] == "usage"


def test_practice_and_a_store_of_ones_own_are_one_or_the_other(desk: Desk) -> None:
    answer = desk.apart("serve", "--no-browser", "--practice", "--store", desk.store)

    assert answer.code == Outcome.USAGE
    assert "Leave out --store to practice" in answer.err
    assert "Traceback" not in answer.err
