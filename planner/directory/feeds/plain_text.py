"""Text of a feed as plain text: no markup, no signs that turn the line around, no field as long as a book."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from unicodedata import category
from urllib.parse import urlsplit

from planner.model.entry import replace_lone_surrogates

LONGEST = 1200
"""Signs of a description that are kept: three times what anybody reads on a card."""

_LONGEST_READ = 20_000
"""Beyond it nothing is looked at: markup in front of the words could be long, but not that long."""

_HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_LINE_TAGS = re.compile(r"<\s*/?\s*(?:br|p|div|li|ul|ol|tr|h[1-6])\b[^>]*>", re.IGNORECASE)
_TAGS = re.compile(r"<!--.*?(?:-->|$)|</?[a-zA-Z!][^<>]*>", re.DOTALL)
_MARKERS = re.compile(r"(?<!#)#{2,6}[A-Z]{2,5}#{2,6}|\{\{[^{}\n]{0,200}\}\}|\[/?(?:b|i|u|url)(?:=[^\[\]\n]{0,200})?\]")
"""Each is bounded: a long row of its first sign is looked at once, not once for each sign."""

_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")


def plain_text(value: Any, most: int = LONGEST) -> str:
    """Return a value of a feed as plain words, cut at a space where there are too many."""
    if value is None or isinstance(value, dict | list | bool):
        return ""
    text = replace_lone_surrogates(str(value)[:_LONGEST_READ])
    if "<" in text or "&" in text:
        text = _without_markup(text)
    if "\\" in text:
        text = re.sub(r"\\r\\n|\\n|\\r|\\t", "\n", text)
    if not text.isprintable():
        text = "".join(sign if _is_shown(sign) else " " if category(sign) == "Cc" else "" for sign in text)
    text = _LINES.sub("\n", _SPACE.sub(" ", _MARKERS.sub(" ", text))).strip()
    return text if len(text) <= most else _cut(text, most)


def _without_markup(text: str) -> str:
    """Take markup out, also markup that was written as entities, and what is left of a tag that was cut."""
    for _ in range(3):
        before = text
        text = unescape(_TAGS.sub("", _LINE_TAGS.sub("\n", _HIDDEN.sub(" ", text))))
        if text == before:
            break
    return text


def _is_shown(sign: str) -> bool:
    return sign == "\n" or category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"} or sign in "\u200c\u200d"


def _cut(text: str, most: int) -> str:
    short = text[: most - 1]
    space = short.rfind(" ", most // 2)
    return f"{short[:space] if space > 0 else short}…"


def line(value: Any, most: int = 200) -> str:
    """Return a value as one line."""
    return plain_text(value, most).replace("\n", " ")


def web_address(value: Any) -> str:
    """Return an address of the web that is safe to print: no script, no password, no query that may hold one."""
    text = line(value, 500)
    if not text or " " in text:
        return ""
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or "." not in host:
        return ""
    return f"{parts.scheme.lower()}://{host}{parts.path}".rstrip("/")


_PHONE = re.compile(r"\+?[\d(][\d\s().\-/]{5,24}(?:(?:\s*(?:x|ext\.?)\s*)\d{1,6})?", re.IGNORECASE)


def phone_number(value: Any) -> str:
    """Return the first number of a field, as it would be dialed; codes that follow a comma are left out."""
    text = line(value, 120).split(",,", maxsplit=1)[0].strip(' "')
    found = _PHONE.search(text)
    return " ".join(found[0].split()).rstrip(" -.(/") if found else ""
