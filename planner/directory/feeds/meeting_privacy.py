"""What a meeting feed carries that no directory repeats: passcodes, payment handles, private contacts, last names."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"\b(?:pass\s*-?(?:code|word|phrase)|pw|pwd|pin|contrase[nñ]a|clave|c[oó]digo|access code|meeting code|host key)\b",
    re.IGNORECASE,
)
_MEETING_NUMBER = re.compile(
    r"\b(?:zoom|meeting|webinar|reuni[oó]n)\s*(?:id|#|number|no\.?)\s*:?|\b\d{3}[\s-]?\d{3,4}[\s-]?\d{4}\b|#",
    re.IGNORECASE,
)
_PAYMENT = re.compile(
    r"\b(?:venmo|cash\s*app|pay\s*pal|zelle|square\s*cash|7th tradition|s[eé]ptima tradici[oó]n|donat\w*|donaci\w*)\b"
    r"|(?<!\w)@[\w.-]{2,}|\$[A-Za-z]\w{2,}",
    re.IGNORECASE,
)
_HARMLESS_NUMBER = re.compile(r"#\s?\d{1,3}\b(?!\d)")
"""The number of a group, "Primary Purpose #2"; a meeting has at least nine digits."""

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_PHONE = re.compile(r"\(?\d{3}\)?[\s.-]*\d{3}[\s.-]*\d{4}|\+\d[\d\s().-]{7,}")
_CONTACT = re.compile(
    r"\b(?:contact\w*|call|text|ask for|e-?mail|reach|chair\w*|secretary|treasurer|gsr|sponsor|host(?:ed)?|led by"
    r"|facilitator|cont[aá]ct\w*|llam\w*|pregunt\w*)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-ZÁÉÍÓÚÑ][\w'’-]+\s+(?:[A-Z]\.\s+)?(?:de\s+(?:la\s+)?)?[A-ZÁÉÍÓÚÑ][\w'’-]+")
_LAST_NAME_AFTER = re.compile(
    r"(\b(?:by|with|con|de|name[sd]?:?|leader:?|speaker:?)\s+[A-ZÁÉÍÓÚÑ][\w'’-]+)\s+([A-ZÁÉÍÓÚÑ])[\w'’-]+"
)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+|\s+[|•·–—]\s+|(?=\()|(?<=\))")


def without_private(text: str) -> str:
    """Return a note without the sentences that hold a code, a payment handle or a private contact.

    The whole sentence goes: what is left of one is often the name or the number that should not stand there.
    """
    kept = [part.strip() for part in _SENTENCES.split(text) if part and part.strip() and not is_private(part)]
    return _LAST_NAME_AFTER.sub(r"\1 \2.", " ".join(kept)).strip(" ,;-(")


def name_without_private(name: str) -> str:
    """Return the name of a meeting without a contact, a handle or a code behind it: "Nooners (call Joe Smith)"."""
    parts = [part.strip() for part in _SENTENCES.split(name) if part and part.strip()]
    kept = [part for part in parts if not is_private(part) or _HARMLESS_NUMBER.search(part)]
    return _LAST_NAME_AFTER.sub(r"\1 \2.", " ".join(kept)).strip(" ,;-(")


def is_private(sentence: str) -> bool:
    """Whether a sentence says what is nobody's business outside the group."""
    if any(pattern.search(sentence) for pattern in (_CODE, _PAYMENT, _EMAIL, _PHONE, _MEETING_NUMBER)):
        return True
    contact = _CONTACT.search(sentence)
    return bool(contact and _NAME.search(sentence[contact.end() :]))
