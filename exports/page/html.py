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
    WeekTable,
    Words,
)
from exports.page.document.prose import Code, Heading, Listing, Paragraph, Picture, Quotation, Rule
from exports.page.numbers import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.page.blocks import Slot, Tick
    from exports.page.document.document import Anything, Document
    from exports.page.document.prose import Prose, Spans

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
        _words(main, "h1", document.title)
    for block in document.blocks:
        add_block(main, block, 2 if document.titled else 1)
    if document.footer:
        _words(SubElement(body, "footer"), "p", document.footer)
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
            _words(parent, "p", block.text, "lead")
        case Part():
            _words(parent, "h4" if block.inner else "h3", block.text)
        case Words():
            _quoted(parent, block)
        case Sayings():
            _sayings(parent, block)
        case Line():
            _words(parent, "p", block.text, "quiet" if block.quiet else "")
        case Callout():
            _callout(parent, block)
        case Checklist():
            _ticks(parent, block.ticks)
        case GoalCard():
            _goal(parent, block)
        case NextSteps():
            _next_steps(parent, block)
        case Cards():
            _cards(parent, block)
        case WeekTable():
            _week(parent, block)
        case Facts():
            _facts(parent, block)
        case Room():
            _room(parent, block)
        case _:
            _add_prose(parent, block, lowest)


def _add_prose(parent: Element, block: Prose, lowest: int) -> None:
    match block:
        case Heading():
            _spans(SubElement(parent, f"h{min(_DEEPEST_HEADING, block.level + lowest - 1)}"), block.spans)
        case Paragraph():
            _spans(SubElement(parent, "p"), block.spans)
        case Table():
            _table(parent, block)
        case Code():
            SubElement(parent, "pre", {"dir": "auto"}).text = block.text
        case Listing():
            _list(parent, block)
        case Quotation():
            _add_all(SubElement(parent, "blockquote", {"class": "cited"}), block.blocks)
        case Picture():
            _picture(parent, block)
        case Rule():
            SubElement(parent, "hr")


def _add_all(parent: Element, blocks: Iterable[Anything]) -> None:
    for block in blocks:
        add_block(parent, block, 2)


def _words(parent: Element, tag: str, words: str, style: str = "") -> Element:
    """Add words as they are; line ends are kept by the style sheet, the direction is theirs."""
    element = SubElement(parent, tag, {"class": style, "dir": "auto"} if style else {"dir": "auto"})
    _fill(element, words)
    return element


def _fill(element: Element, words: str) -> None:
    """Put words in; a number among them stays whole, reads from the left, and can be called where it is a telephone."""
    for piece in pieces(words):
        if not piece.is_number:
            _append(element, piece.text)
        elif piece.tel:
            SubElement(element, "a", {"href": piece.tel, "dir": "ltr"}).text = piece.text
        else:
            SubElement(element, "span", {"class": "number", "dir": "ltr"}).text = piece.text


def _spans(parent: Element, spans: Spans) -> None:
    parent.set("dir", "auto")
    for span in spans:
        inner = parent
        for tag, wanted in (("strong", span.strong), ("em", span.emph), ("s", span.struck), ("code", span.code)):
            inner = SubElement(inner, tag) if wanted else inner
        if span.link:
            inner = SubElement(inner, "a", href=span.link, rel="noreferrer")
        if span.code or span.link:
            _append(inner, span.text)
        else:
            _fill(inner, span.text)


def _append(element: Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _quoted(parent: Element, quoted: Words) -> None:
    paragraph = _words(SubElement(parent, "blockquote"), "p", f"“{quoted.text}”")
    if quoted.about:
        _words(paragraph, "small", " " + quoted.about)


def _sayings(parent: Element, sayings: Sayings) -> None:
    quotation = SubElement(parent, "blockquote", {"class": "sayings"})
    for said in sayings.texts:
        _words(quotation, "p", f"“{said}”")


def _callout(parent: Element, callout: Callout) -> None:
    box = SubElement(parent, "section", {"class": "callout"})
    for style, words in (("label", callout.label), ("text", callout.text), ("note", callout.note)):
        if words:
            _words(box, "p", words, style)


def _ticks(parent: Element, ticks: tuple[Tick, ...]) -> None:
    if not ticks:
        return
    listing = SubElement(parent, "ul", {"class": "ticks"})
    for tick in ticks:
        entry = _words(listing, "li", tick.text, "done" if tick.done else "open")
        if tick.note:
            _words(entry, "small", " " + tick.note)


def _goal(parent: Element, card: GoalCard) -> None:
    goal = SubElement(parent, "section", {"class": "goal"})
    _words(goal, "h3", card.title)
    for words in card.strong:
        _words(goal, "p", words, "strong")
    for note in card.notes:
        _words(goal, "p", note, "quiet")
    _ticks(goal, card.ticks)


def _next_steps(parent: Element, next_steps: NextSteps) -> None:
    listing = SubElement(parent, "ul", {"class": "ticks next-steps"})
    for step in next_steps.steps:
        entry = SubElement(listing, "li", {"class": "open"})
        _words(entry, "strong", step.goal)
        if step.when:
            _words(entry, "span", step.when, "when")
        if step.step:
            _words(entry, "p", step.step)


def _cards(parent: Element, cards: Cards) -> None:
    row = SubElement(parent, "div", {"class": "cards"})
    for card in cards.cards:
        shown = SubElement(row, "section")
        _words(shown, "h3", card.title)
        if card.calls:
            _facts(shown, Facts(card.calls))
        for entry in card.entries:
            _words(shown, "p", entry)


def _table(parent: Element, table: Table) -> None:
    element = SubElement(parent, "table")
    if table.caption:
        _words(element, "caption", table.caption)
    head = SubElement(SubElement(element, "thead"), "tr")
    for name in table.columns:
        _words(head, "th", name).set("scope", "col")
    body = SubElement(element, "tbody")
    for row in table.rows:
        line = SubElement(body, "tr")
        for cell in row:
            _words(line, "td", cell)


def _week(parent: Element, week: WeekTable) -> None:
    """Add a week as a table with both heads; a style sheet makes a list of it where the page is narrow."""
    element = SubElement(parent, "table", {"class": "week"})
    head = SubElement(SubElement(element, "thead"), "tr")
    SubElement(head, "td")
    for name in week.days:
        _words(head, "th", name).set("scope", "col")
    body = SubElement(element, "tbody")
    for row in week.rows:
        line = SubElement(body, "tr")
        _words(line, "th", row.head).set("scope", "row")
        for day, cell in zip(week.days, row.cells, strict=False):
            _week_cell(SubElement(line, "td", {"data-day": day}), cell, row.rules)


def _week_cell(cell: Element, slots: tuple[Slot, ...], rules: int) -> None:
    for slot in slots:
        entry = _words(cell, "p", f"{slot.time} ".lstrip() + slot.text, "slot strong" if slot.strong else "slot")
        if slot.note:
            _words(entry, "small", slot.note)
    for _ in range(rules):
        SubElement(cell, "hr")


def _facts(parent: Element, facts: Facts) -> None:
    listing = SubElement(parent, "dl")
    for fact in facts.facts:
        pair = SubElement(listing, "div")
        _words(pair, "dt", fact.label)
        _words(pair, "dd", fact.text)


def _room(parent: Element, room: Room) -> None:
    division = SubElement(parent, "div", {"class": "room"})
    _words(division, "p", room.label)
    if room.filled:
        _words(division, "p", room.filled, "filled")
        return
    for _ in range(room.rules):
        SubElement(division, "hr")


def _list(parent: Element, listing: Listing) -> None:
    is_numbered = listing.start is not None
    element = SubElement(parent, "ol", start=str(listing.start)) if is_numbered else SubElement(parent, "ul")
    for entry in listing.entries:
        _add_all(SubElement(element, "li"), entry)


def _picture(parent: Element, picture: Picture) -> None:
    data = base64.b64encode(picture.svg.encode()).decode()
    image = {"src": f"data:image/svg+xml;base64,{data}", "alt": picture.alt}
    SubElement(SubElement(parent, "figure"), "img", image)
