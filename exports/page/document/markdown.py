"""Markdown to blocks. Nothing of it is kept as markup: what is not understood prints as it was written."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from exports.page.blocks import Table
from exports.page.document.prose import Code, Heading, Listing, Paragraph, Picture, Quotation, Rule, Span, Spans, plain
from exports.page.untrusted_json import flag, mapping, mappings, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mistune import Markdown

    from exports.page.document.prose import Prose

    Node = Mapping[str, object]
    Attachment = Callable[[str, str], Picture | None]

_LINKS = ("http://", "https://", "mailto:", "tel:")
_CHECKED = {True: "☑ ", False: "☐ "}


@cache
def _reader() -> Markdown:
    from mistune import create_markdown

    return create_markdown(renderer="ast", plugins=["table", "strikethrough", "math", "task_lists", "url"])


def no_attachment(_name: str, _alt: str) -> Picture | None:
    """Find no picture under any name."""
    return None


def markdown(source: str, attachment: Attachment = no_attachment) -> tuple[Prose, ...]:
    """Read Markdown; `attachment` finds a picture that came along by its name and says what it shows."""
    return tuple(_blocks(mappings(_reader()(source)), attachment))


def _children(node: Node) -> list[Node]:
    return mappings(node.get("children"))


def _attribute(node: Node, name: str) -> object:
    return mapping(node.get("attrs")).get(name)


def _blocks(nodes: list[Node], attachment: Attachment) -> Iterator[Prose]:
    for node in nodes:
        yield from _block(node, attachment)


def _block(node: Node, attachment: Attachment) -> Iterator[Prose]:
    match text(node.get("type")):
        case "heading":
            level = _attribute(node, "level")
            yield Heading(level if isinstance(level, int) else 1, _inline(_children(node)))
        case "paragraph" | "block_text":
            yield from _paragraph(_children(node), attachment)
        case "list":
            yield _listing(node, attachment)
        case "table":
            yield _table(node)
        case "block_quote":
            yield Quotation(tuple(_blocks(_children(node), attachment)))
        case "block_code" | "block_math":
            yield Code(text(node.get("raw")).rstrip("\n"))
        case "block_html":
            yield from _hypertext(text(node.get("raw")))
        case "thematic_break":
            yield Rule()
        case _:
            yield from _blocks(_children(node), attachment)


def _hypertext(source: str) -> Iterator[Prose]:
    from exports.page.document.html_tables import blocks_of_html

    yield from blocks_of_html(source)


def _paragraph(nodes: list[Node], attachment: Attachment) -> Iterator[Prose]:
    """Yield a paragraph, and after it the pictures that stood in it, or what they show when they are not here."""
    spans = _inline(nodes)
    if plain(spans).strip():
        yield Paragraph(spans)
    for node in nodes:
        if node.get("type") == "image":
            shows = plain(_inline(_children(node)))
            yield attachment(text(_attribute(node, "url")), shows) or Paragraph((Span(shows, emph=True),))


def _listing(node: Node, attachment: Attachment) -> Listing:
    start = _attribute(node, "start")
    numbered = (start if isinstance(start, int) else 1) if flag(_attribute(node, "ordered")) else None
    return Listing(tuple(_entry(entry, attachment) for entry in _children(node)), numbered)


def _entry(node: Node, attachment: Attachment) -> tuple[Prose, ...]:
    blocks = tuple(_blocks(_children(node), attachment))
    if node.get("type") != "task_list_item" or not blocks or not isinstance(blocks[0], Paragraph):
        return blocks
    box = Span(_CHECKED[flag(_attribute(node, "checked"))])
    return (Paragraph((box, *blocks[0].spans)), *blocks[1:])


def _table(node: Node) -> Table:
    rows = [_cells(part) for part in _children(node) if part.get("type") == "table_head"]
    body = [part for part in _children(node) if part.get("type") == "table_body"]
    return Table(rows[0] if rows else (), tuple(_cells(row) for part in body for row in _children(part)))


def _cells(row: Node) -> tuple[str, ...]:
    return tuple(plain(_inline(_children(cell))) for cell in _children(row))


def _inline(nodes: list[Node]) -> Spans:
    return tuple(span for node in nodes for span in _spans(node))


def _spans(node: Node) -> Iterator[Span]:
    inner = _inline(_children(node))
    match text(node.get("type")):
        case "strong":
            yield from (replace(span, strong=True) for span in inner)
        case "emphasis":
            yield from (replace(span, emph=True) for span in inner)
        case "strikethrough":
            yield from (replace(span, struck=True) for span in inner)
        case "link":
            yield from (replace(span, link=safe_link(text(_attribute(node, "url")))) for span in inner)
        case "codespan" | "inline_math":
            yield Span(unescape(text(node.get("raw"))), code=True)
        case "linebreak":
            yield Span("\n")
        case "softbreak":
            yield Span(" ")
        case "inline_html" | "image":
            return
        case _:
            yield from inner or (Span(unescape(text(node.get("raw")))),)


def safe_link(address: str) -> str:
    """Return an address that may be followed from a page, or nothing."""
    return address if address.strip().lower().startswith(_LINKS) else ""
