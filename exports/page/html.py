"""A document as one HTML file. It is built as a tree, so that words are text in it and can be nothing else."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from exports.page.untrusted_json import flag, items, mappings, text, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Data = Mapping[str, object]

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


def page_of(document: Data) -> str:
    """Return a whole page that asks for nothing outside itself."""
    page = Element("html", lang=text(document.get("language")))
    _head(page, document)
    body = SubElement(page, "body", {"class": text(document.get("style")) or "notebook"})
    main = SubElement(body, "main")
    if flag(document.get("titled")):
        _words(main, "h1", text(document.get("title")))
    lowest = 2 if flag(document.get("titled")) else 1
    for block in mappings(document.get("blocks")):
        add_block(main, block, lowest)
    if text(document.get("footer")):
        _words(SubElement(body, "footer"), "p", text(document.get("footer")))
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html") + "\n"


def _head(page: Element, document: Data) -> None:
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = text(document.get("title"))
    paper = "A4" if document.get("paper") == "a4" else "letter"
    style = SubElement(head, "style")
    style.text = "".join((*map(_face, _FACES), f"@page {{ size: {paper} }}\n", (_HERE / "page.css").read_text("utf-8")))


def _face(face: tuple[str, str, int, str]) -> str:
    family, style, weight, file = face
    data = base64.b64encode((_HERE / "fonts" / f"{file}.woff2").read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face {{ font-family: '{family}'; font-style: {style}; font-weight: {weight}; src: {source} }}\n"


def fragment_of(blocks: list[dict[str, object]]) -> str:
    """Return blocks as a piece of HTML, for a notebook that is read on a screen."""
    division = Element("div")
    for block in blocks:
        add_block(division, block, 2)
    return tostring(division, encoding="unicode", method="html")


def add_block(parent: Element, block: Data, lowest: int) -> None:
    """Add a block; `lowest` is the level of the page's first headings."""
    if text(block.get("kind")) == "heading":
        level = block.get("level")
        _spans(SubElement(parent, f"h{min(6, (level if isinstance(level, int) else 1) + lowest - 1)}"), block)
        return
    add = _BLOCKS.get(text(block.get("kind")))
    if add:
        add(parent, block)


def _words(parent: Element, tag: str, words: str, style: str = "") -> Element:
    """Add words as they are; line ends are kept by the style sheet, the direction is theirs."""
    element = SubElement(parent, tag, {"class": style, "dir": "auto"} if style else {"dir": "auto"})
    element.text = words
    return element


def _spans(parent: Element, block: Data) -> None:
    parent.set("dir", "auto")
    for piece in mappings(block.get("spans")):
        inner = parent
        for tag, wanted in (("strong", "strong"), ("em", "emph"), ("s", "struck"), ("code", "code")):
            inner = SubElement(inner, tag) if flag(piece.get(wanted)) else inner
        if text(piece.get("link")):
            inner = SubElement(inner, "a", href=text(piece.get("link")), rel="noreferrer")
        _append(inner, parent, text(piece.get("text")))


def _append(inner: Element, parent: Element, words: str) -> None:
    if inner is not parent:
        inner.text = words
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def _paragraph(parent: Element, block: Data) -> None:
    _spans(SubElement(parent, "p"), block)


def _level(part: Data) -> str:
    return "h4" if flag(part.get("inner")) else "h3"


def _quoted(parent: Element, block: Data) -> None:
    paragraph = _words(SubElement(parent, "blockquote"), "p", f"“{text(block.get('text'))}”")
    if text(block.get("about")):
        _words(paragraph, "small", " " + text(block.get("about")))


def _sayings(parent: Element, block: Data) -> None:
    quotation = SubElement(parent, "blockquote", {"class": "sayings"})
    for said in texts(block.get("texts")):
        _words(quotation, "p", f"“{said}”")


def _line(parent: Element, block: Data) -> None:
    _words(parent, "p", text(block.get("text")), "quiet" if flag(block.get("quiet")) else "")


def _callout(parent: Element, block: Data) -> None:
    box = SubElement(parent, "section", {"class": "callout"})
    for style, tag in (("label", "p"), ("text", "p"), ("note", "p")):
        if text(block.get(style)):
            _words(box, tag, text(block.get(style)), style)


def _ticks(parent: Element, block: Data) -> None:
    if not items(block.get("ticks")):
        return
    listing = SubElement(parent, "ul", {"class": "ticks"})
    for tick in mappings(block.get("ticks")):
        entry = _words(listing, "li", text(tick.get("text")), "done" if flag(tick.get("done")) else "open")
        if text(tick.get("note")):
            _words(entry, "small", " " + text(tick.get("note")))


def _goal(parent: Element, block: Data) -> None:
    goal = SubElement(parent, "section", {"class": "goal"})
    _words(goal, "h3", text(block.get("title")))
    for note in texts(block.get("notes")):
        _words(goal, "p", note, "quiet")
    _ticks(goal, block)


def _cards(parent: Element, block: Data) -> None:
    row = SubElement(parent, "div", {"class": "cards"})
    for card in mappings(block.get("cards")):
        shown = SubElement(row, "section")
        _words(shown, "h3", text(card.get("title")))
        for entry in texts(card.get("entries")):
            _words(shown, "p", entry)


def _table(parent: Element, block: Data) -> None:
    table = SubElement(parent, "table")
    if text(block.get("caption")):
        _words(table, "caption", text(block.get("caption")))
    head = SubElement(SubElement(table, "thead"), "tr")
    for name in texts(block.get("columns")):
        _words(head, "th", name).set("scope", "col")
    body = SubElement(table, "tbody")
    for row in items(block.get("rows")):
        line = SubElement(body, "tr")
        for cell in texts(row):
            _words(line, "td", cell)


def _facts(parent: Element, block: Data) -> None:
    facts = SubElement(parent, "dl")
    for fact in mappings(block.get("facts")):
        pair = SubElement(facts, "div")
        _words(pair, "dt", text(fact.get("label")))
        _words(pair, "dd", text(fact.get("text")))


def _room(parent: Element, block: Data) -> None:
    rules = block.get("rules")
    division = SubElement(parent, "div", {"class": "room"})
    _words(division, "p", text(block.get("label")))
    if text(block.get("filled")):
        _words(division, "p", text(block.get("filled")), "filled")
        return
    for _ in range(rules if isinstance(rules, int) else 1):
        SubElement(division, "hr")


def _list(parent: Element, block: Data) -> None:
    start = block.get("start")
    listing = SubElement(parent, "ul") if start is None else SubElement(parent, "ol", start=str(start))
    for entry in items(block.get("entries")):
        item = SubElement(listing, "li")
        for inner in mappings(entry):
            add_block(item, inner, 2)


def _quotation(parent: Element, block: Data) -> None:
    quotation = SubElement(parent, "blockquote", {"class": "cited"})
    for inner in mappings(block.get("blocks")):
        add_block(quotation, inner, 2)


def _picture(parent: Element, block: Data) -> None:
    data = base64.b64encode(text(block.get("svg")).encode()).decode()
    image = {"src": f"data:image/svg+xml;base64,{data}", "alt": text(block.get("alt"))}
    SubElement(SubElement(parent, "figure"), "img", image)


_BLOCKS: Mapping[str, Callable[[Element, Data], object]] = {
    "paragraph": _paragraph,
    "lead": lambda parent, block: _words(parent, "p", text(block.get("text")), "lead"),
    "part": lambda parent, block: _words(parent, _level(block), text(block.get("text"))),
    "words": _quoted,
    "sayings": _sayings,
    "line": _line,
    "callout": _callout,
    "checklist": _ticks,
    "goal": _goal,
    "cards": _cards,
    "table": _table,
    "facts": _facts,
    "room": _room,
    "code": lambda parent, block: _words(parent, "pre", text(block.get("text"))),
    "list": _list,
    "quotation": _quotation,
    "picture": _picture,
    "rule": lambda parent, _: SubElement(parent, "hr"),
}
"""Which function adds which kind of block."""
