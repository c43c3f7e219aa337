"""Every section of a plan, declared once: where it is worked on, how a chart shows it, who may ever be told.

A section is a field of `Plan`; its title and its noun stand there. Whoever adds one adds a line here, and its step, its
chapter of the chart, "not today", consent and links all follow. Nothing has a default that would decide about privacy:
a section without a decision can not be declared, and one that is not declared stops the import.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from planner.consent.part import Part
from planner.model.entry import label, nested
from planner.plan.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.model.entry import Entry, Item

WHOSE = frozenset({"id", "person_id", "schema_version"})
"""Which plan it is, whose, and written by which version: no section, and printed nowhere."""


class Chart(Enum):
    """How the session summary shows a section."""

    ROWS = "rows"
    """As a table."""

    EACH = "each"
    """One entry after the other, each under its name."""

    FACTS = "facts"
    """One entry, each field beside its label."""

    UNTITLED = "untitled"
    """The same without a heading, where the chapter says it already."""

    APART = "apart"
    """Not as a section of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of a plan and what was decided about it."""

    name: str
    topic: str
    """The topic card it is worked on at, which "not today" answers to; "" where it belongs to none."""

    part: Part | None
    """The part of a consent that covers it; none where it was looked at and stays here, whatever is agreed."""

    chart: Chart
    linked_by: tuple[str, ...] = ()
    """The fields through which other entries point at its items."""

    heads_its_part: bool = False
    """Whether its part of a consent is called after it, so that a sheet needs no second heading."""

    tells_of_the_person: bool = False
    """Whether its texts should be this person's own. Places, medicines and bills are rightly alike in many plans."""

    is_added_by_us: bool = False
    """Whether the program alone adds to it, so that nobody is asked to mend what stands there."""

    @property
    def step(self) -> str:
        """The step of a session it belongs to."""
        return self.topic.partition(".")[0]

    @property
    def title(self) -> str:
        """What the plan calls it."""
        return label(Plan, self.name)

    @property
    def kind(self) -> type[Entry] | None:
        """The noun it holds, one or a list of it; none where it holds words or a choice."""
        return nested(Plan).get(self.name)


def _s(name: str, topic: str, part: Part | None, chart: Chart, **more: Any) -> Section:
    """Declare a section by place; what a table says in a line a reader can compare."""
    return Section(name=name, topic=topic, part=part, chart=chart, **more)


SECTIONS = (
    _s("path", "", None, Chart.APART),
    _s("left_open", "", None, Chart.APART),
    _s("left_off_paper", "", None, Chart.APART),
    _s("paper_may_be_found", "", None, Chart.APART),
    _s("tonight", "first.today", Part.LEAVING, Chart.FACTS),
    _s("leaving", "first.leaving", Part.LEAVING, Chart.FACTS),
    _s("follow_ups", "first.today", None, Chart.APART),
    _s("since_last", "check-in.opening", None, Chart.EACH),
    _s("circumstances", "check-in.circumstances", Part.LIFE, Chart.EACH, heads_its_part=True),
    _s("values", "goals.values", Part.GOALS, Chart.ROWS, linked_by=("value_id",), tells_of_the_person=True),
    _s("aims", "goals.aims", Part.GOALS, Chart.ROWS, linked_by=("aim_id",), tells_of_the_person=True),
    _s("goals", "goals.goals", Part.GOALS, Chart.EACH, tells_of_the_person=True),
    _s(
        "strengths",
        "strengths.success",
        Part.STRENGTHS,
        Chart.ROWS,
        linked_by=("strength_id", "strength_ids"),
        heads_its_part=True,
        tells_of_the_person=True,
    ),
    _s("internal_resources", "strengths.inside", Part.STRENGTHS, Chart.ROWS),
    _s("needs", "resources.needs", Part.RESOURCES, Chart.ROWS, linked_by=("need_ids",)),
    _s("resources", "resources.places", Part.RESOURCES, Chart.EACH, linked_by=("resource_id", "resource_ids")),
    _s("referrals", "resources.places", Part.RESOURCES, Chart.ROWS),
    _s(
        "supports",
        "resources.circle",
        Part.SUPPORTS,
        Chart.ROWS,
        linked_by=("support_id", "support_ids", "helper_id", "call_first_id", "call_next_ids"),
        heads_its_part=True,
    ),
    _s(
        "conditions",
        "medications.conditions",
        Part.CONDITIONS,
        Chart.EACH,
        linked_by=("condition_ids",),
        heads_its_part=True,
    ),
    _s(
        "providers",
        "medications.providers",
        Part.PROVIDERS,
        Chart.EACH,
        linked_by=("provider_id", "prescriber_id", "pharmacy_id", "relay_to", "one_id", "other_id"),
        heads_its_part=True,
    ),
    _s(
        "medications",
        "medications.medicines",
        Part.MEDICATIONS,
        Chart.EACH,
        linked_by=("medication_id", "medication_ids"),
        heads_its_part=True,
    ),
    _s("reactions", "medications.reactions", Part.MEDICATIONS, Chart.ROWS),
    _s(
        "visits",
        "medications.visits",
        Part.VISITS,
        Chart.EACH,
        linked_by=("visit_id", "visit_ids"),
        heads_its_part=True,
    ),
    _s("observations", "medications.noticed", Part.OBSERVATIONS, Chart.ROWS, heads_its_part=True),
    _s("advice", "medications.providers", Part.PROVIDERS, Chart.ROWS),
    _s("consents", "medications.consents", None, Chart.APART),
    _s(
        "skills",
        "skills.skills",
        Part.SKILLS,
        Chart.EACH,
        linked_by=("skill_ids",),
        heads_its_part=True,
        tells_of_the_person=True,
    ),
    _s("budget", "skills.budget", Part.MONEY, Chart.ROWS),
    _s("bills", "skills.bills", Part.MONEY, Chart.ROWS),
    _s("routines", "skills.week", Part.WEEK, Chart.ROWS, heads_its_part=True),
    _s("triggers", "safety.triggers", Part.SAFETY, Chart.ROWS, tells_of_the_person=True),
    _s(
        "warning_signs",
        "safety.signs",
        Part.SAFETY,
        Chart.ROWS,
        linked_by=("sign_ids",),
        tells_of_the_person=True,
    ),
    _s("helps", "safety.helps", Part.SAFETY, Chart.ROWS, tells_of_the_person=True),
    _s("lapse_page", "safety.lapse", Part.SAFETY, Chart.FACTS, tells_of_the_person=True),
    _s(
        "lapse_reviews",
        "safety.lapse",
        Part.LAPSE_REVIEWS,
        Chart.EACH,
        linked_by=("lapse_review_id",),
        heads_its_part=True,
    ),
    _s("closing", "review.next", Part.NEXT, Chart.UNTITLED),
    _s("answers", "review.answer", Part.NEXT, Chart.ROWS, is_added_by_us=True),
)
"""In the order of the plan, which is the order of the steps."""


class UndeclaredSectionError(TypeError):
    """A section of a plan about which nobody decided, or a decision about no section."""

    def __init__(self, names: Iterable[str]) -> None:
        """Name them, and say what it takes."""
        super().__init__(f"Declare each section of a plan once in planner.plan.sections: {', '.join(sorted(names))}.")


def by_name(sections: tuple[Section, ...], fields: Iterable[str]) -> dict[str, Section]:
    """Return sections by their names.

    Raises:
        UndeclaredSectionError: they are not exactly these fields, each once.
    """
    found = {section.name: section for section in sections}
    wrong = set(found) ^ set(fields) or {one.name for one in sections if found[one.name] is not one}
    if wrong:
        raise UndeclaredSectionError(wrong)
    return found


SECTION = by_name(SECTIONS, set(Plan.model_fields) - WHOSE)
"""Each section by its name."""

SECTIONS_OF: dict[Part, tuple[str, ...]] = {
    part: tuple(section.name for section in SECTIONS if section.part is part) for part in Part
}
"""The sections that each part of a consent covers."""

LINKED: dict[str, Section] = {field: section for section in SECTIONS for field in section.linked_by}
"""The section that a linking field points into, by the field's name."""


def name_of(item: Item | None) -> str:
    """Return what the person calls a thing: their words for it, its name, or what it is for."""
    words = (getattr(item, name, "") for name in ("own_words", "name", "what_for"))
    return next((word.strip() for word in words if isinstance(word, str) and word.strip()), "")
