"""Print one notebook to PDF or HTML, in this process; `exports.press.press` does it in a process of its own.

`python -m exports.press.printing FORMAT` is that process: notebook JSON in, one line and the result out.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from exports.page.document import remarks
from exports.page.document.document import EPOCH, EVERYTHING, document
from exports.page.document.prose import Paragraph, Picture, Span
from exports.page.document.rewriting import rewritten
from exports.page.numbers import WHOLE
from exports.page.untrusted_json import mapping

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from typst import Fonts, PDFStandard

    from exports.page.document.document import Document, Shown
    from exports.page.document.remarks import Remark

Format = Literal["pdf", "html"]
STANDARDS: list[PDFStandard] = ["ua-1", "a-2a"]
_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "templates" / "typst" / "plan.typ"
_MOST_MEMORY = 4 * 1024**3
"""Bytes of address space; fonts and engine are mapped into it, a page itself needs a fraction."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished document, and what came out otherwise than it was written."""

    data: bytes
    remarks: tuple[Remark, ...]


def printed(notebook: Mapping[str, object], form: Format, *, name: str = "", shown: Shown = EVERYTHING) -> Printed:
    """Print a notebook; `name` is its title when it has none."""
    page = document(notebook, name=name, shown=shown)
    return _html(page) if form == "html" else _pdf(page)


def _html(page: Document) -> Printed:
    from exports.page.html import page_of

    return Printed(page_of(page).encode(), page.remarks)


def _pdf(page: Document) -> Printed:
    """Print to the strict standards; where a picture or a letter stands in the way, print all the same and say so."""
    from typst import TypstError

    try:
        return Printed(_compiled(page, STANDARDS), page.remarks)
    except TypstError:
        drawable, remarks_on_pictures = _with_pictures_that_draw(page)
    try:
        return Printed(_compiled(drawable, STANDARDS), (*page.remarks, *remarks_on_pictures))
    except TypstError:
        return Printed(_compiled(drawable, []), (*page.remarks, *remarks_on_pictures, remarks.STRUCTURE))


def _compiled(page: Document, standards: list[PDFStandard]) -> bytes:
    from typst import compile as typst_compile

    return typst_compile(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(as_data(page))},
        pdf_standards=standards,
        timestamp=int(_instant(page.day or EPOCH).timestamp()),
    )


def as_data(page: Document) -> dict[str, object]:
    """Write a document as the template reads it."""
    return {**asdict(replace(page, remarks=())), "day": page.day.isoformat() if page.day else "", "whole": WHOLE}


def _instant(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


@cache
def _fonts() -> Fonts:
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(_HERE.parent / "fonts")])


def _with_pictures_that_draw(page: Document) -> tuple[Document, tuple[Remark, ...]]:
    """Put the description of a picture in its place when it can not be drawn."""
    undrawn: list[Picture] = []

    def drawable(part: object) -> object:
        if not isinstance(part, Picture) or _draws(page, part):
            return part
        undrawn.append(part)
        return Paragraph((Span(part.alt, emph=True),))

    drawn = replace(page, blocks=rewritten(page.blocks, drawable))
    return drawn, (remarks.PICTURE,) if undrawn else ()


def _draws(page: Document, picture: Picture) -> bool:
    from typst import TypstError

    try:
        _compiled(replace(page, blocks=(picture,)), STANDARDS)
    except TypstError:
        return False
    return True


def main(form: Format, seconds: int) -> None:
    """Be the printing process: read a notebook, write one line about the document and the document."""
    _limit_itself(seconds)
    result = printed(mapping(json.loads(sys.stdin.buffer.read())), form)
    about = json.dumps({"remarks": [remarks.as_json(remark) for remark in result.remarks]})
    sys.stdout.buffer.write(about.encode() + b"\n" + result.data)


def _limit_itself(seconds: int) -> None:
    """Cap processor time and memory where the system can: a runaway page ends itself, even without its parent."""
    try:
        import resource
    except ImportError:  # Windows; there the parent's clock is the only one
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main("html" if sys.argv[1] == "html" else "pdf", int(sys.argv[2]))
