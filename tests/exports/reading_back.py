"""What a finished document says: its words, its structure, its promises."""

from __future__ import annotations

import io
import re
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pikepdf
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACES_TO_BREAK = "\N{ZERO WIDTH SPACE}"


def words_of(pdf: bytes) -> str:
    """Return all words of a PDF in one line, without the places where a long word may break."""
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(text.replace(_PLACES_TO_BREAK, "").split())


def closed_up(text: str) -> str:
    """Return text without any space: a line end inside a word or a sentence makes no difference."""
    return re.sub(r"[\s\u200b\xa0]+", "", text)


def logical_words_of(pdf: bytes) -> str:
    """Return the words in the order they are read, also from the right, as poppler finds them."""
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace(_PLACES_TO_BREAK, "").split())


def pages_of(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)


def tags_of(pdf: bytes) -> list[str]:
    """Return the structure elements of a tagged PDF in reading order, by their standard names."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return list(_tags(opened.Root.StructTreeRoot.K))


def _tags(node: pikepdf.Object) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:  # pyright: ignore[reportGeneralTypeIssues]
            yield from _tags(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S).removeprefix("/")
        if "/K" in node:
            yield from _tags(node.K)


def promises_of(pdf: bytes) -> dict[str, str]:
    """Return title, language, and the standards that a PDF says it keeps."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        metadata = opened.open_metadata()
        return {
            "title": str(metadata["dc:title"]),
            "language": str(opened.Root.Lang),
            "ua": str(metadata.get("pdfuaid:part", "")),
            "a": f"{metadata.get('pdfaid:part', '')}{metadata.get('pdfaid:conformance', '').lower()}",
        }


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._unseen += tag in {"style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in {"style", "title"}

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.text.append(data)


def read_html(html: str) -> tuple[str, list[tuple[str, dict[str, str | None]]]]:
    """Return the words of a page, and its tags with their attributes."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.text).split()), parser.tags


def smallest_letters(pdf: bytes) -> float:
    """Return the size of the smallest letters of a document, in points."""
    sizes: list[float] = []

    def see(text: str, ours: list[float], its: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.append(abs(size * its[3] * ours[3]))

    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=see)
    return min(sizes)
