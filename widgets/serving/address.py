"""Where a store is served: a name and a port of its own, chosen once, so that a page left open finds its planner again.

Browsers give every name under `.localhost` to this computer. Cookies know no port, so a page that shares the planner's
name receives its cookies and can write over them; under a name of its own, nothing else answers.
"""

from __future__ import annotations

import json
import re
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PORTS = range(20_000, 32_000)
"""Below the ports that systems hand out for a moment, so that it is seldom taken."""

_NAME = re.compile(r"planner-[0-9a-f]{12}\.localhost")


@dataclass(frozen=True, slots=True)
class Address:
    """A host name and a port."""

    name: str
    port: int


def new_address() -> Address:
    """Choose one."""
    return Address(f"planner-{secrets.token_hex(6)}.localhost", secrets.choice(PORTS))


def address_of(store: Path) -> Address:
    """Return the address of a store, chosen the first time and kept in a private folder beside it.

    Where nothing can be kept there, it is another one each time.
    """
    folder = store.with_name(f".{store.name}.serving")
    kept = folder / "address.json"
    if known := _read(kept):
        return known
    chosen = new_address()
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept.write_text(json.dumps(asdict(chosen)), "utf-8")
    return chosen


def _read(kept: Path) -> Address | None:
    try:
        told = json.loads(kept.read_text("utf-8"))
        name, port = told["name"], told["port"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    is_one = isinstance(name, str) and _NAME.fullmatch(name) and type(port) is int and port in PORTS
    return Address(name, port) if is_one else None
