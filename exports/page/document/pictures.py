"""Pictures as SVG: a drawing keeps only what an allow-list names, a photograph is wrapped in one."""

from __future__ import annotations

import base64
import binascii
import re
import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from exports.page.document.prose import Picture

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SVG = "http://www.w3.org/2000/svg"
_HREFS = {"href", "{http://www.w3.org/1999/xlink}href"}
_ELEMENTS = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "style", "title", "desc", "text", "tspan", "image"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("clipPath", "mask", "marker", "pattern", "linearGradient", "radialGradient", "stop"),
    )
)
"""No filters (one of them can run for hours), no scripts, no foreign content, no movement."""

_DATA_IMAGE = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]+")
_OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression|javascript:", re.IGNORECASE)
_DEEPEST = 200
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_MARKS = 0xFF
_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def drawing(source: str, alt: str) -> Picture | None:
    """Return an SVG with only what may be drawn; none when it cannot be read."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(source)
    except (ET.ParseError, DefusedXmlException, ValueError):
        return None
    if root.tag not in {"svg", f"{{{_SVG}}}svg"} or not _keep_allowed(root, _DEEPEST):
        return None
    ET.register_namespace("", _SVG)
    return Picture(ET.tostring(root, encoding="unicode"), alt or _own_title(root))


def _keep_allowed(element: Element, depth: int) -> bool:
    """Take out what is not allowed; false when the drawing is nested too deeply to be one."""
    if depth == 0:
        return False
    _keep_allowed_attributes(element)
    for child in list(element):
        tag = child.tag.removeprefix(f"{{{_SVG}}}")
        if tag not in _ELEMENTS or (tag == "style" and _OUTSIDE.search(child.text or "")):
            element.remove(child)
        elif not _keep_allowed(child, depth - 1):
            return False
    return True


def _keep_allowed_attributes(element: Element) -> None:
    for name, value in list(element.attrib.items()):
        outside = name in _HREFS and not (value.startswith("#") or _DATA_IMAGE.fullmatch(value))
        if outside or name.lower().startswith("on") or _OUTSIDE.search(value):
            del element.attrib[name]


def _own_title(root: Element) -> str:
    return next((child.text or "" for child in root if child.tag in {"title", f"{{{_SVG}}}title"}), "").strip()


def photograph(encoded: str, alt: str) -> Picture | None:
    """Return a PNG or JPEG, given as base64, wrapped in an SVG of its own size; none when it is neither."""
    try:
        data = base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    size = _size(data)
    if not size or 0 in size:
        return None
    kind = "png" if data.startswith(_PNG) else "jpeg"
    image = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    width, height = size
    svg = f'<svg xmlns="{_SVG}" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    return Picture(f'{svg}<image width="{width}" height="{height}" href="{image}"/></svg>', alt)


def _size(data: bytes) -> tuple[int, int] | None:
    try:
        if data.startswith(_PNG):
            return struct.unpack(">II", data[16:24])
        return _jpeg_size(data) if data.startswith(_JPEG) else None
    except struct.error:
        return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Find the frame header, which holds height and width (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == _MARKS:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
