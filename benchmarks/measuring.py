"""Taking turns, medians, and one row of the table."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Amount:
    """A measured number with its unit."""

    value: float
    unit: str = "ms"

    @property
    def shown(self) -> str:
        digits = 0 if self.value >= 100 else 1 if self.value >= 10 else 2  # noqa: PLR2004 (three digits are enough)
        return f"{self.value:,.{digits}f} {self.unit}"


@dataclass(frozen=True)
class Measured:
    """One row. `at_most` bounds the ratio ours : theirs, `times_faster` the other way round, `within` ours itself."""

    what: str
    ours: Amount
    against: str = ""
    theirs: Amount | None = None
    at_most: float | None = None
    times_faster: float | None = None
    within: float | None = None

    @property
    def verdict(self) -> tuple[str, str, str]:
        """Return the ratio, how far it was to reach, and whether it does."""
        if self.within is not None:
            return "", f"≤ {Amount(self.within, self.ours.unit).shown}", _mark(reached=self.ours.value <= self.within)
        if self.theirs is None:
            return "", "", ""
        if self.times_faster is not None:
            ratio = self.theirs.value / self.ours.value
            return f"{ratio:.1f} × faster", f"≥ {self.times_faster:g} ×", _mark(reached=ratio >= self.times_faster)
        ratio = self.ours.value / self.theirs.value
        reach = f"≤ {self.at_most:g}" if self.at_most is not None else ""
        return f"{ratio:.2f}", reach, _mark(reached=ratio <= self.at_most) if self.at_most is not None else ""


def _mark(*, reached: bool) -> str:
    return "[green]reached[/]" if reached else "[yellow]not yet[/]"


def seconds(task: Callable[[], object]) -> float:
    """Return how long a task takes."""
    start = perf_counter()
    task()
    return perf_counter() - start


def in_turns(rounds: int, *tasks: Callable[[], object]) -> list[Amount]:
    """Run the tasks one after the other, `rounds` times over after one to warm up; return each one's median in ms."""
    for task in tasks:
        task()
    taken = [[seconds(task) for task in tasks] for _ in range(rounds)]
    return [Amount(median(times) * 1000) for times in zip(*taken, strict=True)]


def in_turns_measured(rounds: int, *tasks: Callable[[], float], unit: str = "ms") -> list[Amount]:
    """Do the same with tasks that do their own measuring."""
    for task in tasks:
        task()
    taken = [[task() for task in tasks] for _ in range(rounds)]
    return [Amount(median(values), unit) for values in zip(*taken, strict=True)]


def p95(values: list[float]) -> float:
    """Return what 95 of 100 stay below."""
    return quantiles(values, n=20)[-1]
