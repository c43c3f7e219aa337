"""What was noticed over time, as a figure."""

from __future__ import annotations

from datetime import date

from exports.figures import noticed_figure
from planner.health.observation import Noticed, Observation
from planner.words.language import Language
from planner.words.reading import DayWords


def test_what_was_noticed_is_drawn_kind_by_kind_and_told_in_words() -> None:
    observations = tuple(
        Observation(
            id=f"00000000-0000-4000-8000-{n:012d}",
            what=what,
            on=DayWords(words=day.isoformat(), reading=day),
            how_strong=strong,
        )
        for n, (what, day, strong) in enumerate(
            (
                (Noticed.SLEEP, date(2026, 11, 20), 3),
                (Noticed.SLEEP, date(2026, 11, 13), 6),
                (Noticed.CRAVING, date(2026, 11, 20), 8),
                (Noticed.MOOD, date(2026, 11, 20), None),
            )
        )
    )

    figure = noticed_figure(observations, Language("en"))

    assert figure is not None
    cravings, sleep = sorted(figure.lines(Language("en")))
    assert cravings == "Cravings, from 0 to 10. November 20, 2026: 8."
    assert sleep == "Sleep, from 0 to 10. November 13, 2026: 6; November 20, 2026: 3."
    assert noticed_figure(observations[-1:], Language("en")) is None
