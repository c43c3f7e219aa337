"""Notebooks made for one test."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import TYPE_CHECKING, Any

from exports.page.block_json import MIME, as_json

if TYPE_CHECKING:
    from exports.page.blocks import Block


def a_notebook(*cells: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    an_id = [{"id": f"cell-{number}", "metadata": {}, **cell} for number, cell in enumerate(cells)]
    return {"cells": an_id, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def prose(source: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": source, **more}


def code(source: str = "", *outputs: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "outputs": list(outputs), "execution_count": None, **more}


def shown(data: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    return {"output_type": "display_data", "data": data, "metadata": metadata}


def blocks(*written: Block | dict[str, Any]) -> dict[str, Any]:
    data = [one if isinstance(one, dict) else as_json(one) for one in written]
    return code("", shown({MIME: {"blocks": data}}))


def a_png(width: int, height: int) -> str:
    """Return a PNG of one color, as base64."""
    rows = b"".join(b"\0" + b"\x1d\x5f\x58" * width for _ in range(height))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    written = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(written)).decode()


HOSTILE = (
    '#read("/etc/passwd")',
    "#let x = 1; #x",
    '#import "@preview/x:1.0.0": *',
    "*bold* _under_ `code` $x^2$ <label> @cite ~ -- --- \\ // /* */",
    "= Heading",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&amp; &lt;b&gt; &#x41;",
    "{{ 7*7 }} {% raw %} {name} %s %(x)s",
    "[link](javascript:alert(1)) ![x](file:///etc/passwd)",
    "# Markdown\n- list\n> quote\n|a|b|\n|-|-|",
    "\\input{/etc/passwd} \\write18{ls} 50% & # _ ^",
    "José #1 * a@b.org 50$",
    "‘quotes’ “and” 'more' \"still\"",
)
"""Signs that are code somewhere. On a page they are signs."""
