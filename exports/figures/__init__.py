"""Figures made once for screen and paper: SVG from plain shapes, safe in black and white, each told in words too.

    figure = attainment_figure(goal, t)          none before there is anything to show
    figure.svg, figure.lines(t), figure.picture(t)
    over_time(plan, t)                           every figure of a plan that shows more than one day
    as_i_see_it(plan, t)                         those of them that stand on the person's own page

Plain shapes rather than a chart library: nothing to load in the session's kernel, the bundled fonts, and shapes and
dashes instead of colors. A screen may restyle them by their classes (`rp-fig-…`).
"""

from exports.figures.attainment import attainment_figure
from exports.figures.circumstances import circumstances_figure
from exports.figures.figure import Figure
from exports.figures.inside import inside_figure
from exports.figures.noticed import noticed_figure
from exports.figures.over_time import as_i_see_it, as_i_see_it_by_name, over_time

__all__ = [
    "Figure",
    "as_i_see_it",
    "as_i_see_it_by_name",
    "attainment_figure",
    "circumstances_figure",
    "inside_figure",
    "noticed_figure",
    "over_time",
]
