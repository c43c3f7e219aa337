"""Sections as a notebook: our titles are Markdown, the person's words travel as outputs and as nothing else.

It is a plain nbformat 4.5 dictionary, so that making one asks for no Jupyter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.page.block_json import MIME, as_json
from exports.page.blocks import Part
from exports.page.document.document import ABOUT
from exports.page.html import fragment_of
from exports.page.line import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from exports.page.blocks import Block
    from exports.page.edition import Edition
    from exports.page.section import Drawing, Section

_MARKUP = re.compile(r"([\\`*_\[\]<>~$|#&])")


@dataclass(frozen=True, slots=True)
class About:
    """What a page needs to know about itself.

    `page` is our "page {page} of {pages}" in its language; `fit` is "one-page" or "whole-pages" where a little smaller
    type may keep stray lines off a page of their own.
    """

    document: str
    language: str
    day: date
    footer: str
    page: str
    paper: str
    fit: str = ""


def about_page(document: str, title: str, edition: Edition, *, fit: str = "", about: str = "") -> About:
    """Return what a page of ours knows about itself: its title, who it is `about`, and when it was printed."""
    t = edition.language
    printed = t("printed on {day}", day=edition.today)
    return About(
        document=document,
        language=t.known_code,
        day=edition.today,
        footer=joined(*edition.practice_words, title, about, printed),
        page=t("page {page} of {pages}"),
        paper=edition.paper,
        fit=fit,
    )


@dataclass(frozen=True, slots=True)
class PageContent:
    """All that stands on a page of ours, in its order: what a document is before it becomes any kind of file."""

    title: str
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    about: About


def notebook(content: PageContent, *, for_reading: bool = True) -> dict[str, object]:
    """Return a page as a notebook.

    `for_reading` adds what readers show that do not know our blocks; a press takes the blocks and never looks at it.
    """
    title = content.title
    cells = [_prose("title", f"# {_literal(title)}"), _words("lead", content.lead, for_reading=for_reading)]
    for section in content.sections:
        cells += [_prose(section.id, f"## {_literal(section.title)}"), *_said(section, for_reading=for_reading)]
    return {"cells": cells, "metadata": _metadata(title, content.about), "nbformat": 4, "nbformat_minor": 5}


def _said(section: Section, *, for_reading: bool) -> Iterator[dict[str, object]]:
    if section.blocks:
        yield _words(f"{section.id}-words", section.blocks, for_reading=for_reading)
    for number, drawing in enumerate(section.drawings, 1):
        yield _words(f"{section.id}-drawing-{number}-title", (Part(drawing.title),), for_reading=for_reading)
        yield _drawn(f"{section.id}-drawing-{number}", drawing)


def _literal(prose: str) -> str:
    """Keep a sign of our own prose from being read as Markdown."""
    return _MARKUP.sub(r"\\\1", prose)


def _prose(cell_id: str, source: str) -> dict[str, object]:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": source}


def _words(cell_id: str, blocks: tuple[Block, ...], *, for_reading: bool) -> dict[str, object]:
    """Return a cell whose output is the blocks as data, with a copy for readers that know no such data."""
    data: dict[str, object] = {MIME: {"blocks": [as_json(block) for block in blocks]}}
    if for_reading:
        data["text/html"] = fragment_of(blocks)
        data["text/plain"] = "\n".join(line for block in blocks for line in block.lines)
    return _showing(cell_id, data, {})


def _drawn(cell_id: str, drawing: Drawing) -> dict[str, object]:
    """Return a cell whose output is a drawing, told in words to whoever does not see it."""
    svg, alt = drawing.picture.svg, drawing.picture.alt
    return _showing(cell_id, {"image/svg+xml": svg, "text/plain": alt}, {"image/svg+xml": {"alt": alt}})


def _showing(cell_id: str, data: Mapping[str, object], metadata: Mapping[str, object]) -> dict[str, object]:
    return {
        "cell_type": "code",
        "id": cell_id,
        "metadata": {"jupyter": {"source_hidden": True}},
        "execution_count": None,
        "source": "",
        "outputs": [{"output_type": "display_data", "data": dict(data), "metadata": dict(metadata)}],
    }


def _metadata(title: str, about: About) -> dict[str, object]:
    return {
        "title": title,
        "language": about.language,
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        ABOUT: {
            "document": about.document,
            "language": about.language,
            "date": about.day.isoformat(),
            "footer": about.footer,
            "page": about.page,
            "paper": about.paper,
            "fit": about.fit,
        },
    }
