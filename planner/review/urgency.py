"""What should not wait until the session is over: safety, supply, consent, and what has a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.finding import Weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.model.finding import Finding

_ALWAYS = frozenset({"consent", "overdose", "supply"})
"""Kinds of findings that come first whatever their weight."""


def is_urgent(finding: Finding) -> bool:
    """Whether a finding comes before everything else in a review."""
    return finding.weight >= Weight.SOON or finding.code.partition(".")[0] in _ALWAYS


def urgent_first(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what is urgent, the heaviest first, and the rest as it was."""
    known = tuple(findings)
    urgent = sorted((one for one in known if is_urgent(one)), key=lambda one: -one.weight)
    return tuple(urgent), tuple(one for one in known if not is_urgent(one))
