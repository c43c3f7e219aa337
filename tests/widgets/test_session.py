"""The notebook's one call, where no server handed in a ticket: practice, in JupyterLab or plain Voila."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from widgets import notebook_page, session

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def shown(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Keep what the notebook would show, and end the practice afterwards."""
    kept: list[object] = []
    monkeypatch.setattr(session, "display", kept.append)
    yield kept
    while session._practice:
        session._practice.pop().close()


def kept_words() -> str:
    return session._practice[0].store.caseload(today=session._practice[0].store.today()).rows[0].person.note_to_find


def test_a_cell_that_runs_again_goes_on_with_the_same_people() -> None:
    session.open()
    store = session._practice[0].store
    person = store.caseload(today=store.today()).rows[0].person
    store.keep_person(person.amended(note_to_find="written in practice"))
    first_page = session._practice[0].page

    session.open()

    assert session._practice[0].store is store
    assert kept_words() == "written in practice"
    assert session._practice[0].page is not first_page


def test_fresh_begins_anew_with_the_invented_people() -> None:
    session.open()
    store = session._practice[0].store
    person = store.caseload(today=store.today()).rows[0].person
    store.keep_person(person.amended(note_to_find="written in practice"))

    session.open(fresh=True)

    assert len(session._practice) == 1
    assert kept_words() != "written in practice"


def test_a_cell_that_runs_again_comes_back_to_the_person_at_the_table() -> None:
    session.open()
    session._practice[0].stay_at("somebody's id")

    session.open()

    assert session._practice[0].place == ""  # nobody of this id has a session: the page shows the caseload


def test_the_fonts_and_the_script_ask_for_nothing_outside() -> None:
    faces, script = notebook_page.font_faces(), notebook_page.script()

    assert faces.count("data:font/woff2;base64,") == faces.count("@font-face") > 0
    assert 'url("fonts/' not in faces
    assert "http" not in script.replace("http://www.w3.org", "")


def test_each_module_of_the_script_stands_after_those_it_imports() -> None:
    order = notebook_page._in_order("notebook")

    assert order[-1] == "notebook"
    assert set(order) >= {"afresh", "arrows", "focus", "sheet", "keys"}
    assert order.index("afresh") < order.index("focus")
