"""Open Referral's HSDS, of any version, as nested records: one service with what belongs to it.

Version 3 answers in this shape; `hsds_tables` puts the tables of all versions into it. One entry is made for each place
at which a service is given.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from planner.directory.areas import areas_of, gives_medication, stance_of
from planner.directory.feeds.hsds_hours import hours_of
from planner.directory.feeds.meeting_guide import coordinates
from planner.directory.feeds.opening_times import day_of
from planner.directory.feeds.plain_text import line, phone_number, plain_text, web_address
from planner.directory.feeds.report import LeftOut, LeftOutReason
from planner.directory.service import Cost, Service, service_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    Record = dict[str, Any]

_GONE = frozenset(("inactive", "defunct"))
_PAUSED = frozenset(("temporarily closed", "temporarily_closed"))
_ACCESS = re.compile(r"wheelchair|handicap|\bada\b|accessible|ramp|elevator|silla de ruedas", re.IGNORECASE)
_NO_ACCESS = re.compile(r"\b(?:no|not|none|without|limited|partial\w*)\b", re.IGNORECASE)
_FREE = re.compile(r"^(?:free\b|no (?:fee|cost|charge)|none\.?$|gratis|sin costo|0(?:\.0+)?$|\$0)", re.IGNORECASE)
_SLIDING = re.compile(
    r"sliding|based on income|income.based|ability to pay|seg[uú]n (?:tus?|sus?) ingresos", re.IGNORECASE
)
_CODES = {
    "english": "en",
    "spanish": "es",
    "creole": "ht",
    "haitian creole": "ht",
    "french": "fr",
    "portuguese": "pt",
} | {
    "american sign language": "asl",
    "sign language": "asl",
    "vietnamese": "vi",
    "chinese": "zh",
    "mandarin": "zh",
    "cantonese": "yue",
    "korean": "ko",
    "russian": "ru",
    "arabic": "ar",
    "tagalog": "tl",
    "german": "de",
    "italian": "it",
    "polish": "pl",
    "hebrew": "he",
    "hindi": "hi",
    "urdu": "ur",
    "japanese": "ja",
}
_LONGEST_CODE = 3


def services(found: Iterable[Any], feed: str, today: date) -> Iterator[Service | LeftOut]:
    """Yield the entries of nested records: of services, of organizations with services, of services at a place."""
    row = 0
    for one in found:
        for record in _service_records(one):
            row += 1
            yield from _entries(record, row, feed, today) if record else (LeftOut(row, LeftOutReason.NOT_A_ROW),)


def _service_records(found: Any) -> Iterator[Record | None]:
    if not isinstance(found, dict):
        yield None
        return
    record = cast("Record", found)
    if isinstance(record.get("service"), dict):  # a service at one place
        at_place = {name: value for name, value in record.items() if name != "service"}
        yield {**cast("Record", record["service"]), "service_at_locations": [at_place]}
    elif "services" in record:
        inner = dicts(record["services"])
        organization = {name: value for name, value in record.items() if name not in {"services", "locations"}}
        yield from ({"organization": organization, **one} for one in inner)
    else:
        yield record


def _first(value: Any) -> Record:
    found = dicts(value)
    return found[0] if found else {}


def dicts(value: Any) -> list[Record]:
    """Return the records of a field that holds a list of them, or one."""
    values = cast("list[Any]", value) if isinstance(value, list) else [value]
    return [cast("Record", one) for one in values if isinstance(one, dict)]


def _entries(record: Record, row: int, feed: str, today: date) -> Iterator[Service | LeftOut]:
    organization = _first(record.get("organization"))
    name = line(record.get("name"), 160) or line(organization.get("name"), 160)
    status = line(record.get("status"), 40).casefold()
    if not name:
        yield LeftOut(row, LeftOutReason.NO_NAME)
        return
    if status in _GONE:
        yield LeftOut(row, LeftOutReason.NOT_ACTIVE)
        return
    told: Record = _told(record, organization, name) | {"paused": status in _PAUSED, "feed": feed}
    number = line(record.get("id"), 100) or f"{organization.get('name')}|{name}"
    for at_place in dicts(record.get("service_at_locations")) or [{}]:
        location = _first(at_place.get("location"))
        place_id = line(location.get("id") or at_place.get("location_id"), 100)
        feed_id = f"{number}@{place_id}" if place_id and place_id != number else number
        reached = _reached(record, organization, at_place, location)
        yield Service(
            **told | _languages(record, location) | reached | hours_of(record, at_place, location, today),
            id=service_id(feed, feed_id),
            feed_id=feed_id,
            checked_on=_checked(record, location, today),
        )


def _told(record: Record, organization: Record, name: str) -> Record:
    """Return what a service is, whom it is for and how it begins."""
    terms = tuple(dict.fromkeys(term for attribute in _attributes(record) if (term := _term(attribute))))[:12]
    about = plain_text(record.get("description"))
    alert = plain_text(record.get("alert"), 200)
    cost_words = _cost_words(record)
    run_by = line(organization.get("name"), 160)
    return {
        "name": name,
        "organization": "" if run_by == name else run_by,
        "about": "\n".join(filter(None, (alert, about or plain_text(organization.get("description"))))),
        "terms": terms,
        "areas": areas_of(name, terms, about),
        "eligibility": _eligibility(record),
        "bring": ", ".join(filter(None, (line(document.get("document"), 160) for document in _documents(record))))[
            :300
        ],
        "how_to_start": line(record.get("application_process"), 300),
        "cost": _cost(cost_words),
        "cost_words": cost_words,
        "stance": stance_of(name, terms),
        "medication_welcome": gives_medication(name, terms),
        "url": web_address(record.get("url")) or web_address(organization.get("website") or organization.get("url")),
    }


def _attributes(record: Record) -> Iterator[Record]:
    for one in (*dicts(record.get("attributes")), *dicts(record.get("taxonomy_terms"))):
        yield next(iter(dicts(one.get("taxonomy_term"))), one)


def _term(one: Record) -> str:
    return line(one.get("name"), 80)


def _documents(record: Record) -> list[Record]:
    return dicts(record.get("required_documents"))


def _eligibility(record: Record) -> str:
    said = plain_text(record.get("eligibility_description"), 400)
    rows = [plain_text(one.get("eligibility"), 300) for one in dicts(record.get("eligibility"))]
    youngest, oldest = (line(record.get(name), 8).removesuffix(".0") for name in ("minimum_age", "maximum_age"))
    ages = f"{youngest or '0'}–{oldest}" if oldest else f"{youngest}+" if youngest else ""
    return ". ".join(filter(None, (said, *rows, ages)))[:600]


def _cost_words(record: Record) -> str:
    options = [
        " ".join(filter(None, (line(one.get(name), 80) for name in ("option", "amount", "amount_description"))))
        for one in dicts(record.get("cost_options"))
    ]
    said = line(record.get("fees_description") or record.get("fees"), 240)
    return said or "; ".join(filter(None, options))[:240]


def _cost(said: str) -> Cost | None:
    if not said:
        return None
    if _SLIDING.search(said):
        return Cost.SLIDING
    return Cost.FREE if _FREE.search(said) else Cost.FEE if re.search(r"\d", said) else None


def _languages(record: Record, location: Record) -> Record:
    named = [*dicts(record.get("languages")), *dicts(location.get("languages"))]
    words = [line(one.get("code") or one.get("name") or one.get("language"), 40).casefold() for one in named]
    codes = (
        _CODES.get(word, word.partition("-")[0] if len(word.partition("-")[0]) <= _LONGEST_CODE else word)
        for word in words
    )
    return {"languages": tuple(dict.fromkeys(filter(None, codes)))}


def _reached(record: Record, organization: Record, at_place: Record, location: Record) -> Record:
    """Return where it is and how to reach it; a postal address is no place to go to."""
    addresses = [one for one in dicts(location.get("addresses")) if one.get("address_type") != "postal"]
    address = addresses[0] if addresses else {}
    latitude, longitude = coordinates(location.get("latitude"), location.get("longitude"))
    street = ", ".join(filter(None, (line(address.get(name), 120) for name in ("address_1", "address_2"))))
    virtual = line(location.get("location_type"), 20).casefold() == "virtual"
    access = "; ".join(words for one in dicts(location.get("accessibility")) if (words := _access_words(one)))[:240]
    return {
        "address": street,
        "city": line(address.get("city"), 60),
        "state": re.sub(r"[^\w\s]", "", line(address.get("state_province"), 30)).strip(),
        "postal_code": line(address.get("postal_code"), 12),
        "latitude": latitude,
        "longitude": longitude,
        "phone": _phone(at_place, record, location, organization),
        "accessible": (bool(_ACCESS.search(access)) and not _NO_ACCESS.search(access)) or None,
        "access_words": access,
        "online": virtual,
        "in_person": not virtual,
    }


def _access_words(one: Record) -> str:
    told = (one.get("description") or one.get("accessibility"), one.get("details"))
    return " ".join(filter(None, (line(words, 120) for words in told)))


def _phone(*owners: Record) -> str:
    """Return the first number of the nearest owner that is for speaking; a contact's own number is left out."""
    for owner in owners:
        for one in dicts(owner.get("phones")):
            number = phone_number(one.get("number"))
            kind = line(one.get("type"), 20).casefold()
            if number and kind not in {"fax", "tty", "tdd", "pager"}:
                extension = line(one.get("extension"), 10).removesuffix(".0")
                return f"{number} x{extension}" if extension else number
    return ""


def _checked(record: Record, location: Record, today: date) -> date | None:
    stamps = (record.get("assured_date"), record.get("last_modified"), location.get("last_modified"))
    days = (day_of(stamp) for stamp in stamps)
    return max((day for day in days if day and day <= today), default=None)
