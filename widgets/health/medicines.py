"""Medicines: what each is for, how it is taken and how it feels, who prescribes it, and how long it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.care_team.alignment import care
from planner.health.medication import DoseTime, Medication, MedicationStatus
from planner.health.supply_status import supply_status
from planner.model.message import say
from widgets.draft.context import use_session
from widgets.elements.markup import div, para
from widgets.elements.note import grave_notes, one_voice
from widgets.elements.pages import Pages, use_page
from widgets.forms import Fields, form, page_of
from widgets.forms.cards import Cards
from widgets.forms.link_options import links
from widgets.forms.rows import Rows
from widgets.health.medicine_notes import ON_THE_CARD, MedicineNotes
from widgets.health.pick_ups import Lasts, PickUps
from widgets.health.pill_schedule import PillSchedulePart

if TYPE_CHECKING:
    from datetime import date

    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from planner.words.language import Language
    from widgets.forms.link_options import Options

NAME = form(Medication, "name")
HOW = form(Medication, "for_what", "how_taken")
DOSE = form(DoseTime, ("at", "how_much"))
DAYS = form(Medication, "days", "as_needed", ("since", "taper"), "status", "also_called")
FEELS = form(Medication, "how_it_feels", "worries", "watch_for")
WHO = form(Medication, "prescriber_id", "pharmacy_id", "hurdles", "for_opioid_use")

PAGES = (
    ("how", say("What and how")),
    ("feels", say("How it is for me")),
    ("who", say("Who and where")),
    ("supply", say("Pick-ups")),
)
PAGE_OF = page_of(how=(HOW, "doses", DAYS), feels=(FEELS,), who=(WHO,), supply=("pick_ups",))


@reacton.component
def Medicines(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The medicines, as the person says they take them."""
    context = use_session()
    t, today = context.t, context.today
    known = links(plan)
    prescribers = {provider.id: provider.name.strip() for provider in plan.providers}
    visits = {one.provider.id: one.next_visit.on.reading for one in care(plan, today) if one.next_visit}
    own = tuple(finding for finding in findings if finding.code in ON_THE_CARD)
    others = tuple(one for one in findings if one.code not in ON_THE_CARD)
    spoken = one_voice(others, (medication.id for medication in plan.medications), staff=context.staff)

    def below(medicine: Medication) -> Any:
        line = para(line_of(medicine, prescribers, t, today), cls="rp-soft")
        return div(line, MedicineNotes(medicine.id, own), grave_notes(spoken, medicine.id), cls="rp-below")

    def body(medicine: Medication, path: FieldPath) -> Any:
        pages = MedicinePages(medicine, path, known, visits.get(medicine.prescriber_id or ""))
        return div(MedicineNotes(medicine.id, own), pages, cls="rp-fields")

    cards = Cards(
        plan.medications,
        ("medications",),
        NAME,
        title=lambda medicine: medicine.name,
        new=lambda new_id: Medication(id=new_id),
        add=say("Add a medicine"),
        body=body,
        below=below,
        findings=spoken,
    )
    return div(cards, PillSchedulePart(plan))


def line_of(medicine: Medication, prescribers: dict[str, str], t: Language, today: date) -> str:
    """Return what a folded medicine says: what for, how, who prescribes it, until when it lasts."""
    status = supply_status(medicine, today)
    parts = (
        t(medicine.status.label) if medicine.status is not MedicationStatus.TAKING else "",
        medicine.for_what.strip(),
        medicine.how_taken.strip(),
        prescribers.get(medicine.prescriber_id or "", ""),
        t(status) if status else "",
    )
    return " · ".join(part for part in parts if part)


@reacton.component
def MedicinePages(medicine: Medication, path: FieldPath, known: dict[str, Options], next_visit: date | None) -> Any:
    """What stands behind a medicine's name, one page at a time."""
    opened, turn = use_page(medicine.id, "how", PAGE_OF)

    def draw(page: str) -> Any:
        match page:
            case "how":
                return div(
                    Fields(HOW, medicine, path), _doses(medicine, path), Fields(DAYS, medicine, path), cls="rp-fields"
                )
            case "feels":
                return Fields(FEELS, medicine, path)
            case "who":
                return div(
                    Fields(WHO, medicine, path, links=known),
                    None if known["prescriber_id"] else NobodyYet(),
                    cls="rp-fields",
                )
            case _:
                return div(Lasts(medicine, next_visit), PickUps(medicine, path), cls="rp-fields")

    return Pages(medicine.id, PAGES, draw, opened, turn)


def _doses(medicine: Medication, path: FieldPath) -> Any:
    return Rows(
        medicine.doses,
        (*path, "doses"),
        DOSE,
        title=say("Times of day"),
        new=lambda new_id: DoseTime(id=new_id),
        add=say("Add a time"),
    )


@reacton.component
def NobodyYet() -> Any:
    """Where the people who prescribe come from."""
    t = use_session().t
    return para(t("Name who looks after you first. Then you can choose here who prescribes it."), cls="rp-soft")
