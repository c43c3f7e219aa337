"""What stands on a page of any notebook: headings, paragraphs, lists, code, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exports.page.blocks import Table


@dataclass(frozen=True, slots=True)
class Span:
    """Some text in one hand."""

    text: str
    strong: bool = False
    emph: bool = False
    struck: bool = False
    code: bool = False
    link: str = ""


Spans = tuple[Span, ...]


def plain(spans: Spans) -> str:
    """Return the text alone."""
    return "".join(span.text for span in spans)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest."""

    kind: str = field(default="heading", init=False)
    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    kind: str = field(default="paragraph", init=False)
    spans: Spans


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, each entry with blocks of its own; `start` is none when it has no numbers."""

    kind: str = field(default="list", init=False)
    entries: tuple[tuple[Prose, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Blocks that are quoted."""

    kind: str = field(default="quotation", init=False)
    blocks: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text that keeps its spaces and lines."""

    kind: str = field(default="code", init=False)
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, as SVG, and what it shows in words."""

    kind: str = field(default="picture", init=False)
    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A quiet line across."""

    kind: str = field(default="rule", init=False)


if TYPE_CHECKING:
    Prose = Heading | Paragraph | Listing | Quotation | Code | Table | Picture | Rule
