"""The tables of HSDS, of versions 1, 2 and 3, put together: services stream by, what belongs to them is looked up."""

from __future__ import annotations

from collections import defaultdict
from sys import intern
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Row = dict[str, str]
    Tables = Callable[[str], Iterable[Row]]

NAMES = {
    "services": ("services", "service"),
    "organizations": ("organizations", "organization"),
    "locations": ("locations", "location"),
    "service_at_locations": (
        "service_at_location",
        "service_at_locations",
        "services_at_location",
        "services_at_locations",
    ),
    "addresses": ("addresses", "address", "physical_addresses", "physical_address"),
    "phones": ("phones", "phone"),
    "schedules": ("schedules", "schedule", "regular_schedules", "regular_schedule"),
    "languages": ("languages", "language"),
    "accessibility": ("accessibility", "accessibility_for_disabilities"),
    "eligibility": ("eligibility", "eligibilities"),
    "required_documents": ("required_documents", "required_document"),
    "cost_options": ("cost_options", "cost_option"),
    "attributes": ("attributes", "attribute", "services_taxonomy", "service_taxonomy", "service_attributes"),
    "terms": ("taxonomy_terms", "taxonomy_term", "taxonomy", "taxonomies"),
}
"""Each table, and what versions and publishers call its file."""

_KEEPS = {
    "organizations": ("id", "name", "website", "url"),
    "locations": ("id", "latitude", "longitude", "location_type", "organization_id"),
    "service_at_locations": ("id", "service_id", "location_id"),
    "addresses": ("location_id", "address_1", "address_2", "city", "state_province", "postal_code", "address_type"),
    "phones": (
        "location_id",
        "service_id",
        "organization_id",
        "service_at_location_id",
        "contact_id",
        "number",
        "extension",
        "type",
    ),
    "schedules": (
        *("service_id", "location_id", "service_at_location_id", "weekday", "opens_at", "closes_at", "original_text"),
        *("freq", "interval", "byday", "dtstart", "valid_to", "until", "description", "notes", "timezone"),
    ),
    "languages": ("service_id", "location_id", "language", "name", "code"),
    "accessibility": ("location_id", "accessibility", "description", "details"),
    "eligibility": ("service_id", "eligibility"),
    "required_documents": ("service_id", "document"),
    "cost_options": ("service_id", "option", "amount", "amount_description"),
}
"""The columns that are looked up; the rest of a side table is not held in memory."""

_OWNERS = ("service_at_location_id", "service_id", "location_id", "organization_id")
_Held = dict[str, list["Row"]]


def table_named(file: str) -> str:
    """Return which table a file holds, or nothing."""
    stem = file.rpartition("/")[2].removesuffix(".csv").casefold()
    stem = stem.removeprefix("csv_").removeprefix("hsds_")
    return next((table for table, names in NAMES.items() if stem in names), "")


def nested(tables: Tables) -> Iterator[dict[str, object]]:
    """Yield each service with its organization, places, numbers, hours and terms, as version 3 nests them."""
    held = {table: _held(tables(table), columns) for table, columns in _KEEPS.items()}
    terms = {row.get("id", ""): row.get("name", "") for row in tables("terms")}
    attributes = _terms(tables("attributes"), terms)
    for row in tables("services"):
        number = row.get("id", "")
        yield {
            **row,
            "eligibility_description": row.get("eligibility_description") or row.get("eligibility", ""),
            "organization": next(iter(held["organizations"].get(row.get("organization_id", ""), [])), dict[str, str]()),
            "phones": _of(held["phones"], "service_id", number),
            "schedules": _of(held["schedules"], "service_id", number),
            "languages": _of(held["languages"], "service_id", number),
            "eligibility": _of(held["eligibility"], "service_id", number),
            "required_documents": _of(held["required_documents"], "service_id", number),
            "cost_options": _of(held["cost_options"], "service_id", number),
            "taxonomy_terms": [{"name": name} for name in attributes.get(number, ())],
            "service_at_locations": list(_places(held, number, row.get("location_id", ""))),
        }


def _held(rows: Iterable[Row], columns: tuple[str, ...]) -> _Held:
    """Hold the rows of a side table by the keys of all whom they belong to."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        kept = {column: intern(value) for column in columns if (value := row.get(column, "").strip())}
        keys = (
            {kept.get(owner, "") for owner in _OWNERS}
            if "id" not in columns or "service_id" in columns
            else {kept.get("id", "")}
        )
        for key in keys - {""}:
            found[key].append(kept)
    return found


def _of(held: _Held, owner: str, number: str) -> list[Row]:
    """Return the rows of one owner; a row with the same number for another kind of owner is not his."""
    return (
        [row for row in held.get(number, ()) if row.get(owner) == number and not row.get("contact_id")]
        if number
        else []
    )


def _terms(rows: Iterable[Row], names: dict[str, str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        name = names.get(row.get("taxonomy_term_id") or row.get("taxonomy_id", ""), "")
        if name:
            found[row.get("service_id") or row.get("link_id", "")].append(intern(name))
    return found


def _places(held: dict[str, _Held], service: str, own_place: str) -> Iterator[dict[str, object]]:
    """Yield the places of a service; in the first version a service names its one place itself."""
    at_places = _of(held["service_at_locations"], "service_id", service)
    for at_place in at_places or ([{"location_id": own_place}] if own_place else []):
        place, number = at_place.get("location_id", ""), at_place.get("id", "")
        location = next(iter(held["locations"].get(place, [])), {"id": place})
        yield {
            "phones": _of(held["phones"], "service_at_location_id", number),
            "schedules": _of(held["schedules"], "service_at_location_id", number),
            "location": {
                **location,
                "addresses": _of(held["addresses"], "location_id", place),
                "phones": _of(held["phones"], "location_id", place),
                "languages": _of(held["languages"], "location_id", place),
                "accessibility": _of(held["accessibility"], "location_id", place),
                "schedules": _of(held["schedules"], "location_id", place),
            },
        }
