"""A plain spreadsheet, saved as CSV: which column holds what is guessed from its name, or asked once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planner.directory.areas import areas_of, gives_medication, stance_of
from planner.directory.feeds.meeting_guide import coordinates
from planner.directory.feeds.opening_times import day_of
from planner.directory.feeds.plain_text import line, phone_number, plain_text, web_address
from planner.directory.feeds.report import LeftOut, LeftOutReason
from planner.directory.service import Service, service_id
from planner.words.fold import run_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": (
        "name",
        "program",
        "programname",
        "service",
        "servicename",
        "agency",
        "agencyname",
        "facility",
        "facilityname",
        "name1",
        "organization",
        "nombre",
        "programa",
        "servicio",
        "place",
        "resource",
    ),
    "organization": (
        "organization",
        "organizationname",
        "agency",
        "agencyname",
        "provider",
        "name2",
        "parent",
        "organizacion",
    ),
    "about": ("description", "about", "services", "servicesoffered", "details", "notes", "descripcion", "what"),
    "terms": ("category", "categories", "type", "types", "servicetype", "need", "categoria", "tipo"),
    "phone": ("phone", "phonenumber", "telephone", "tel", "telefono", "mainphone", "intake", "intakephone"),
    "url": ("website", "url", "web", "site", "sitioweb"),
    "address": ("address", "street", "street1", "address1", "streetaddress", "direccion", "calle", "location"),
    "address_2": ("street2", "address2", "suite", "unit"),
    "city": ("city", "town", "ciudad"),
    "state": ("state", "st", "province", "estado"),
    "postal_code": ("zip", "zipcode", "postal", "postalcode", "codigopostal"),
    "latitude": ("latitude", "lat", "latitud", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "longitud", "x"),
    "hours_words": ("hours", "schedule", "hoursofoperation", "horario", "openinghours", "days"),
    "languages": ("languages", "language", "idiomas", "idioma"),
    "cost_words": ("cost", "fee", "fees", "price", "costo"),
    "eligibility": ("eligibility", "whoisitfor", "population", "serves", "requirements", "elegibilidad"),
    "bring": ("bring", "documents", "whattobring", "documentsneeded", "documentos"),
    "access_words": ("accessibility", "access", "accesible"),
    "checked": ("updated", "lastupdated", "lastchecked", "verified", "lastverified", "asof", "actualizado"),
    "id": ("id", "recordid", "key"),
}
"""The fields a spreadsheet can fill, and what their columns are called, run together."""

_LANGUAGES = {"english": "en", "ingles": "en", "spanish": "es", "espanol": "es", "creole": "ht", "french": "fr"}


def guessed(columns: Iterable[str], told: Mapping[str, str]) -> dict[str, str]:
    """Return for each field the column that looks like it, beside those that were told; each column is used once."""
    by_name = {run_together(column): column.casefold() for column in columns}
    found = dict(told)
    for field, names in COLUMNS.items():
        if field in found:
            continue
        free = (by_name[name] for name in names if name in by_name and by_name[name] not in found.values())
        if column := next(free, ""):
            found[field] = column
    return found


def entries(
    rows: Iterable[dict[str, str]], feed: str, mapping: Mapping[str, str], today: date
) -> Iterator[Service | LeftOut]:
    """Yield an entry for each row; `mapping` says which column, in small letters, holds which field."""
    for number, row in enumerate(rows, 1):
        told = {field: row.get(column.strip().casefold(), "") for field, column in mapping.items()}
        yield _entry(told, number, feed, today)


def _entry(told: dict[str, str], row: int, feed: str, today: date) -> Service | LeftOut:
    name = line(told.get("name"), 160)
    if not name:
        return LeftOut(row, LeftOutReason.NO_NAME)
    place = _place(told)
    if not any(place[part] for part in ("address", "city", "phone", "url")) and place["latitude"] is None:
        return LeftOut(row, LeftOutReason.NO_PLACE)
    number = line(told.get("id"), 100) or run_together(f"{name} {place['address']} {place['city']} {place['state']}")
    checked = day_of(told.get("checked"))
    return Service(
        **place,
        **_what(told, name),
        id=service_id(feed, number),
        feed=feed,
        feed_id=number,
        name=name,
        checked_on=checked if checked and checked <= today else None,
    )


def _place(told: dict[str, str]) -> dict[str, Any]:
    latitude, longitude = coordinates(told.get("latitude"), told.get("longitude"))
    street = ", ".join(filter(None, (line(told.get(part), 120) for part in ("address", "address_2"))))
    return {
        "address": street,
        "city": line(told.get("city"), 60),
        "state": line(told.get("state"), 30),
        "postal_code": line(told.get("postal_code"), 12),
        "latitude": latitude,
        "longitude": longitude,
        "phone": phone_number(told.get("phone")),
        "url": web_address(told.get("url")),
    }


def _what(told: dict[str, str], name: str) -> dict[str, Any]:
    terms = tuple(line(part, 80) for part in re.split(r"[;,|/]", told.get("terms", "")) if line(part, 80))[:12]
    about = plain_text(told.get("about"))
    organization = line(told.get("organization"), 160)
    return {
        "organization": "" if organization == name else organization,
        "about": about,
        "terms": terms,
        "areas": areas_of(name, terms, about),
        "hours_words": line(told.get("hours_words"), 240),
        "languages": _languages(told.get("languages", "")),
        "cost_words": line(told.get("cost_words"), 240),
        "eligibility": plain_text(told.get("eligibility"), 400),
        "bring": line(told.get("bring"), 300),
        "access_words": line(told.get("access_words"), 240),
        "stance": stance_of(name, terms),
        "medication_welcome": gives_medication(name, terms),
    }


def _languages(said: str) -> tuple[str, ...]:
    words = (run_together(part) for part in re.split(r"[;,|/&]|\band\b|\by\b", said))
    return tuple(dict.fromkeys(_LANGUAGES.get(word, word) for word in words if word))
