"""Drawings keep what may be drawn; photographs are wrapped; nothing reaches outside."""

from __future__ import annotations

import base64

import pytest

from exports.page.document.pictures import drawing, photograph
from tests.exports.notebooks import a_png

_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def drawn(inside: str) -> str:
    picture = drawing(f"{_OPEN}{inside}</svg>", "x")
    assert picture
    return picture.svg


@pytest.mark.parametrize(
    "kept",
    [
        '<circle r="4" fill="#1d5f58"',
        '<path d="M0 0L9 9"',
        '<text x="1">Hi</text>',
        '<linearGradient id="g"',
        '<use href="#g"',
        '<rect fill="url(#g)"',
        '<image href="data:image/png;base64,AAAA"',
        "<style>.a { fill: red }</style>",
    ],
)
def test_what_draws_is_kept(kept: str) -> None:
    inside = kept if kept.endswith(">") else f"{kept}/>"
    assert kept in drawn(inside)


@pytest.mark.parametrize(
    ("gone", "trace"),
    [
        ("<script>alert(1)</script>", "alert"),
        ("<foreignObject><b>x</b></foreignObject>", "foreign"),
        ("<filter id='f'><feTurbulence numOctaves='100000'/></filter>", "feTurbulence"),
        ("<animate attributeName='x'/>", "animate"),
        ("<image href='file:///etc/passwd'/>", "passwd"),
        ("<image xlink:href='http://a.org/x.png'/>", "a.org"),
        ("<image href='data:image/svg+xml;base64,AAAA'/>", "svg+xml"),
        ("<use href='other.svg#g'/>", "other"),
        ("<rect fill='url(http://a.org/#g)'/>", "a.org"),
        ("<rect onload='x()'/>", "onload"),
        ("<style>@import 'http://a.org/x.css';</style>", "a.org"),
        ("<a href='javascript:x()'><text>t</text></a>", "javascript"),
    ],
)
def test_what_reaches_out_or_runs_is_taken_out(gone: str, trace: str) -> None:
    assert trace in gone
    assert trace not in drawn(f'<circle r="4"/>{gone}')


@pytest.mark.parametrize(
    "unreadable",
    [
        "",
        "not a drawing",
        "<svg",
        "<html/>",
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg>&b;</svg>',
        f"{_OPEN}{'<g>' * 300}{'</g>' * 300}</svg>",
    ],
)
def test_what_is_no_drawing_is_none(unreadable: str) -> None:
    assert drawing(unreadable, "x") is None


def test_a_drawing_without_a_description_says_its_own_title() -> None:
    picture = drawing(f"{_OPEN}<title>How far we came</title></svg>", "")
    assert picture
    assert picture.alt == "How far we came"


def test_a_photograph_keeps_its_size() -> None:
    picture = photograph(a_png(60, 30), "a dog")
    assert picture
    assert 'viewBox="0 0 60 30"' in picture.svg
    assert picture.alt == "a dog"


def test_a_jpeg_is_measured_by_its_frame_header() -> None:
    header = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x1e\x00\x3c\x03" + b"\0" * 12
    picture = photograph(base64.b64encode(header).decode(), "x")
    assert picture
    assert 'viewBox="0 0 60 30"' in picture.svg


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "####",
        base64.b64encode(b"GIF89a").decode(),
        base64.b64encode(b"\x89PNG\r\n\x1a\n").decode(),
        base64.b64encode(b"\xff\xd8\xff").decode(),
    ],
)
def test_what_is_no_photograph_is_none(damaged: str) -> None:
    assert photograph(damaged, "x") is None
