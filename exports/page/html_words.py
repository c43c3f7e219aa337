"""Words in a tree of HTML: text as it stands, with its own direction, and numbers that stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from exports.page.numbers import pieces

if TYPE_CHECKING:
    from exports.page.document.prose import Spans


def add_words(parent: Element, tag: str, words: str, style: str = "") -> Element:
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


def add_spans(parent: Element, spans: Spans) -> None:
    """Add pieces of a paragraph, each with its own weight and link."""
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
