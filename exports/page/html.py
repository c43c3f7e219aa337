"""A document as one HTML file. It is built as a tree, so that words are text in it and can be nothing else."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from exports.page.blocks import (
    Callout,
    Cards,
    Checklist,
    Facts,
    GoalCard,
    Lead,
    Line,
    NextSteps,
    Part,
    Room,
    Sayings,
    Table,
    Words,
)
from exports.page.document.prose import Code, Heading, Listing, Paragraph, Picture, Quotation, Rule
from exports.page.html_blocks import (
    add_callout,
    add_cards,
    add_facts,
    add_goal,
    add_next_steps,
    add_picture,
    add_quoted,
    add_room,
    add_sayings,
    add_table,
    add_ticks,
    add_week,
)
from exports.page.html_words import add_spans, add_words
from exports.page.week_table import WeekTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.page.document.document import Anything, Document
    from exports.page.document.prose import Prose

_HERE = Path(__file__).with_name("templates") / "html"
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)
_FACES = (
    ("Source Serif 4", "normal", 400, "source-serif-4-latin-400-normal"),
    ("Source Serif 4", "italic", 400, "source-serif-4-latin-400-italic"),
    ("Source Serif 4", "normal", 600, "source-serif-4-latin-600-normal"),
    ("Atkinson Hyperlegible", "normal", 400, "atkinson-hyperlegible-latin-400-normal"),
    ("Atkinson Hyperlegible", "normal", 700, "atkinson-hyperlegible-latin-700-normal"),
)
_DEEPEST_HEADING = 6
LANDSCAPE = frozenset({"my-week", "my-week-neutral"})
"""The documents that lie on their side."""


def page_of(document: Document) -> str:
    """Return a whole page that asks for nothing outside itself."""
    page = Element("html", lang=document.language)
    _head(page, document)
    body = SubElement(page, "body", {"class": document.style or "notebook"})
    main = SubElement(body, "main")
    if document.titled:
        add_words(main, "h1", document.title)
    for block in document.blocks:
        add_block(main, block, 2 if document.titled else 1)
    if document.footer:
        add_words(SubElement(body, "footer"), "p", document.footer)
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html") + "\n"


def _head(page: Element, document: Document) -> None:
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = document.title
    paper = "A4" if document.paper == "a4" else "letter"
    style = SubElement(head, "style")
    turned = " landscape" if document.style in LANDSCAPE else ""
    style.text = "".join(
        (*map(_face, _FACES), f"@page {{ size: {paper}{turned} }}\n", (_HERE / "page.css").read_text("utf-8"))
    )


def _face(face: tuple[str, str, int, str]) -> str:
    family, style, weight, file = face
    data = base64.b64encode((_HERE / "fonts" / f"{file}.woff2").read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face {{ font-family: '{family}'; font-style: {style}; font-weight: {weight}; src: {source} }}\n"


def fragment_of(blocks: Iterable[Anything]) -> str:
    """Return blocks as a piece of HTML, for a notebook that is read on a screen."""
    division = Element("div")
    for block in blocks:
        add_block(division, block, 2)
    return tostring(division, encoding="unicode", method="html")


def add_block(parent: Element, block: Anything, lowest: int) -> None:  # noqa: C901, PLR0912 (an arm for each kind)
    """Add a block; `lowest` is the level of the page's first headings."""
    match block:
        case Lead():
            add_words(parent, "p", block.text, "lead")
        case Part():
            add_words(parent, "h4" if block.inner else "h3", block.text)
        case Words():
            add_quoted(parent, block)
        case Sayings():
            add_sayings(parent, block)
        case Line():
            add_words(parent, "p", block.text, "quiet" if block.quiet else "")
        case Callout():
            add_callout(parent, block)
        case Checklist():
            add_ticks(parent, block.ticks)
        case GoalCard():
            add_goal(parent, block)
        case NextSteps():
            add_next_steps(parent, block)
        case Cards():
            add_cards(parent, block)
        case WeekTable():
            add_week(parent, block)
        case Facts():
            add_facts(parent, block)
        case Room():
            add_room(parent, block)
        case _:
            _add_prose(parent, block, lowest)


def _add_prose(parent: Element, block: Prose, lowest: int) -> None:
    match block:
        case Heading():
            add_spans(SubElement(parent, f"h{min(_DEEPEST_HEADING, block.level + lowest - 1)}"), block.spans)
        case Paragraph():
            add_spans(SubElement(parent, "p"), block.spans)
        case Table():
            add_table(parent, block)
        case Code():
            SubElement(parent, "pre", {"dir": "auto"}).text = block.text
        case Listing():
            _list(parent, block)
        case Quotation():
            _add_all(SubElement(parent, "blockquote", {"class": "cited"}), block.blocks)
        case Picture():
            add_picture(parent, block)
        case Rule():
            SubElement(parent, "hr")


def _add_all(parent: Element, blocks: Iterable[Anything]) -> None:
    for block in blocks:
        add_block(parent, block, 2)


def _list(parent: Element, listing: Listing) -> None:
    is_numbered = listing.start is not None
    element = SubElement(parent, "ol", start=str(listing.start)) if is_numbered else SubElement(parent, "ul")
    for entry in listing.entries:
        _add_all(SubElement(element, "li"), entry)
