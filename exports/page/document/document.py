"""A notebook as a document: typed blocks, cleaned of all that a page can not carry, the same for PDF and HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from exports.page.blocks import Part
from exports.page.document import remarks
from exports.page.document.lettering import has_ink, printable
from exports.page.document.markdown import markdown
from exports.page.document.outputs import blocks_of_output
from exports.page.document.pictures import photograph
from exports.page.document.prose import Code, Heading, Listing, Paragraph, Quotation, plain
from exports.page.document.rewriting import rewritten
from exports.page.untrusted_json import flag, mapping, mappings, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from exports.page.blocks import Block
    from exports.page.document.prose import Picture, Prose

    Anything = Block | Prose

LETTER = "us-letter"
PAPERS = (LETTER, "a4")
ABOUT = "recovery_plan"
"""Where a notebook of ours keeps what its page needs to know about itself, among its metadata."""

EPOCH = date(1970, 1, 1)
"""The day of a page that carries none: the same page is the same file on any day."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LONGEST_TITLE = 200
_LONGEST_HEADING = 500
_DEEPEST_HEADING = 6
_NAMELESS = "–"
"""Stands where somebody's name for a thing leaves no ink; a heading without words would break the page's outline."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Which parts of a notebook go on the page."""

    code: bool = True
    source: bool = True
    output: bool = True
    markdown: bool = True


EVERYTHING = Shown()


@dataclass(frozen=True, slots=True)
class Document:
    """What is to be printed, and what was changed to make it printable."""

    title: str
    titled: bool
    """Whether the title stands on the page; else the page begins with a heading of its own."""

    language: str
    day: date | None
    style: str
    paper: str
    footer: str
    page: str
    fit: str
    blocks: tuple[Anything, ...]
    remarks: tuple[remarks.Remark, ...] = ()


def document(notebook: Mapping[str, object], *, name: str = "", shown: Shown = EVERYTHING) -> Document:
    """Turn a notebook into a document; `name` is its title when it has none."""
    metadata = mapping(notebook.get("metadata"))
    about = mapping(metadata.get(ABOUT))
    blocks = [block for cell in mappings(notebook.get("cells")) for block in _blocks_of(cell, shown)]
    title, rest = _title_apart(list(_levelled(blocks)), text(metadata.get("title")))
    missing: set[str] = set()
    found = Document(
        title=_first_with_ink(title, text(metadata.get("title")), name)[:_LONGEST_TITLE],
        titled=bool(title),
        language=_language(metadata, about),
        day=_day(text(about.get("date"))),
        style=text(about.get("document")),
        paper=text(about.get("paper")) if about.get("paper") in PAPERS else LETTER,
        footer=text(about.get("footer")),
        page=text(about.get("page")),
        fit=text(about.get("fit")),
        blocks=tuple(rest),
    )
    clean = rewritten(found, lambda part: printable(part, missing) if isinstance(part, str) else part)
    return replace(clean, remarks=remarks.letters(missing))


def _blocks_of(cell: Mapping[str, object], shown: Shown) -> Iterator[Anything]:
    match text(cell.get("cell_type")):
        case "markdown" if shown.markdown:
            yield from markdown(text(cell.get("source")), lambda name, alt: _attached(cell, name, alt))
        case "code" if shown.code:
            yield from _blocks_of_code(cell, shown)
        case _:
            return


def _blocks_of_code(cell: Mapping[str, object], shown: Shown) -> Iterator[Anything]:
    hidden = flag(mapping(mapping(cell.get("metadata")).get("transient")).get("remove_source"))
    source = text(cell.get("source")).strip("\n")
    if shown.source and source and not hidden:
        yield Code(source)
    if shown.output:
        for output in mappings(cell.get("outputs")):
            yield from blocks_of_output(output)


def _attached(cell: Mapping[str, object], address: str, alt: str) -> Picture | None:
    """Find a picture pasted into a cell, or written out in its address. No other address is ever opened."""
    if address.startswith("data:image/"):
        return photograph(address.partition("base64,")[2], alt)
    kinds = mapping(mapping(cell.get("attachments")).get(address.removeprefix("attachment:")))
    encoded = kinds.get("image/png") or kinds.get("image/jpeg")
    return photograph(text(encoded), alt) if encoded else None


def _levelled(blocks: Iterable[Anything]) -> Iterator[Anything]:
    """Number headings from 1 without a gap, and drop those with nothing in them."""
    open_levels: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            if not has_ink(printable(plain(block.spans), set())):
                continue
            open_levels = [level for level in open_levels if level < block.level] + [block.level]
            yield _heading(block, len(open_levels))
        elif isinstance(block, Part) and not has_ink(printable(block.text, set())):
            yield replace(block, text=_NAMELESS)
        else:
            yield _without_headings(block)


def _heading(block: Heading, level: int) -> Heading | Paragraph:
    """Return a heading, or a paragraph when it is as long as one."""
    if len(plain(block.spans)) > _LONGEST_HEADING:
        return Paragraph(block.spans)
    return replace(block, level=min(level, _DEEPEST_HEADING))


def _without_headings(block: Anything) -> Anything:
    """Turn headings inside lists and quotations into bold paragraphs: they would break the page's outline."""
    match block:
        case Heading():
            return Paragraph(tuple(replace(span, strong=True) for span in block.spans))
        case Quotation():
            return Quotation(tuple(_prose(inner) for inner in block.blocks))
        case Listing():
            return replace(block, entries=tuple(tuple(_prose(inner) for inner in entry) for entry in block.entries))
        case _:
            return block


def _prose(block: Prose) -> Prose:
    changed = _without_headings(block)
    return changed if isinstance(changed, Heading | Paragraph | Listing | Quotation) else block


def _title_apart(blocks: list[Anything], known_title: str) -> tuple[str, list[Anything]]:
    """Take the title off the top when the first heading is the only one of its level."""
    if not blocks or not isinstance(blocks[0], Heading):
        return "", blocks
    first, rest = blocks[0], blocks[1:]
    if any(isinstance(block, Heading) and block.level == 1 for block in rest):
        return "", blocks
    lifted = [replace(block, level=block.level - 1) if isinstance(block, Heading) else block for block in rest]
    return plain(first.spans) or known_title, lifted


def _first_with_ink(*texts: str) -> str:
    return next((words for words in texts if has_ink(printable(words, set()))), "–")


def _language(metadata: Mapping[str, object], about: Mapping[str, object]) -> str:
    found = (text(about.get("language")) or text(metadata.get("language"))).partition("-")[0].lower()
    return found if _LANGUAGE.fullmatch(found) else "en"


def _day(words: str) -> date | None:
    """Read the day a page carries; no file can be dated before the epoch."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    return day if day >= EPOCH else None
