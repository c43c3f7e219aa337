"""What a notebook cell put out, as blocks: the richest kind that a page can carry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exports.page.block_json import MIME, blocks_from
from exports.page.blocks import Table
from exports.page.document.html_tables import blocks_of_html
from exports.page.document.markdown import markdown
from exports.page.document.pictures import drawing, photograph
from exports.page.document.prose import Code
from exports.page.untrusted_json import flag, mapping, mappings, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from exports.page.blocks import Block
    from exports.page.document.prose import Picture, Prose

_TERMINAL = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_TABLE_DATA = "application/vnd.dataresource+json"


def blocks_of_output(output: Mapping[str, object]) -> tuple[Block | Prose, ...]:
    """Return what one output says."""
    match text(output.get("output_type")):
        case "stream":
            return _code(text(output.get("text")))
        case "error":
            return _code(f"{text(output.get('ename'))}: {text(output.get('evalue'))}")
        case _:
            return _richest(mapping(output.get("data")), mapping(output.get("metadata")))


def _richest(data: Mapping[str, object], metadata: Mapping[str, object]) -> tuple[Block | Prose, ...]:
    for mime, read in _READERS.items():
        blocks = tuple(read(data[mime], mapping(metadata.get(mime)))) if mime in data else ()
        if blocks:
            return blocks
    return ()


def _code(shown: str) -> tuple[Prose, ...]:
    clean = _TERMINAL.sub("", shown).rstrip()
    return (Code(clean),) if clean else ()


def _data_table(data: object, metadata: Mapping[str, object]) -> Iterable[Table]:
    """Read a data frame; the index that pandas adds to it is left out when it only counts."""
    resource = mapping(data)
    names = [text(column.get("name")) for column in mappings(mapping(resource.get("schema")).get("fields"))]
    rows = mappings(resource.get("data"))
    counted = all(row.get("index") == number for number, row in enumerate(rows))
    names = [name for name in names if not (name == "index" and counted)]
    if names:
        yield Table(tuple(names), tuple(tuple(_cell(row.get(name)) for name in names) for row in rows), _alt(metadata))


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "✓" if flag(value) else "–"
    return text(value)


def _alt(metadata: Mapping[str, object]) -> str:
    return text(metadata.get("alt"))


def _one(picture: Picture | None) -> tuple[Picture, ...]:
    return (picture,) if picture else ()


_READERS: dict[str, Callable[[object, Mapping[str, object]], Iterable[Block | Prose]]] = {
    MIME: lambda data, _: blocks_from(data),
    _TABLE_DATA: _data_table,
    "image/svg+xml": lambda data, metadata: _one(drawing(text(data), _alt(metadata))),
    "image/png": lambda data, metadata: _one(photograph(text(data), _alt(metadata))),
    "image/jpeg": lambda data, metadata: _one(photograph(text(data), _alt(metadata))),
    "text/markdown": lambda data, _: markdown(text(data)),
    "text/html": lambda data, _: blocks_of_html(text(data)),
    "text/latex": lambda data, _: _code(text(data)),
    "text/plain": lambda data, _: _code(text(data)),
}
