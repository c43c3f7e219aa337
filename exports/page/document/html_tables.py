"""The tables and the text of an HTML output; nothing else of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.blocks import Table
from exports.page.document.prose import Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from exports.page.document.prose import Prose

_UNSEEN = ["script", "style", "head", "template", "noscript", "iframe", "object"]


def blocks_of_html(source: str) -> Iterator[Prose]:
    """Yield the tables of some HTML, then the paragraphs of its other text."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(source, "html.parser")
    for unseen in soup.find_all(_UNSEEN):
        unseen.decompose()
    for table in soup.find_all("table"):
        if not table.find_parent("table"):
            yield from _table(table)
    for table in soup.find_all("table"):
        table.extract()
    yield from (Paragraph((Span(line),)) for line in soup.get_text("\n", strip=True).split("\n") if line)


def _table(table: Tag) -> Iterator[Prose]:
    """Yield one table; its first row names the columns, as the data frames of pandas do."""
    caption = table.find("caption")
    rows = [tuple(_text(cell) for cell in row.find_all(["th", "td"])) for row in table.find_all("tr")]
    rows = [row for row in rows if row]
    if rows:
        width = max(len(row) for row in rows)
        head = (*rows[0], *("",) * (width - len(rows[0])))
        yield Table(head, tuple(rows[1:]), _text(caption) if caption else "")


def _text(tag: Tag) -> str:
    return tag.get_text(" ", strip=True)
