"""Every element of a consent: what is open in it, how it reads, and where it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import planner
from planner.consent import (
    Consent,
    ConsentKind,
    Ended,
    EndReason,
    Part,
    Recipient,
    Signature,
    SignedHow,
    Signer,
    Standing,
)
from planner.consent.consent import consent_findings, prepared_findings, renewed
from planner.consent.signed import ended, ending_findings, prepared_standing, standing
from planner.consent.text import clauses
from planner.library.extraction import shown
from planner.sharing.notice import STATEMENT_1, STATEMENT_2, notice
from planner.sharing.recipient import as_recipient
from planner.words.language import Language
from planner.words.readability import ease
from tests.invented import TODAY, an_id
from tests.planner.consent.agreeing import CONSENT, ENGLISH, NOON, SHAH, TREATING, TYPED, for_all_care, signed
from tests.planner.making import a_day
from tests.planner.test_words_of_findings import SCOLDING


@dataclass(frozen=True)
class Open:
    name: str
    changes: dict[str, Any] = field(default_factory=dict[str, Any])
    codes: tuple[str, ...] = ()


NETWORK = Recipient(id=an_id(70), name="Regional Health Exchange", passes_on=True)
CASES = [
    Open("with every element"),
    Open("no name", {"person_name": " "}, ("consent.name",)),
    Open("nobody who may share", {"discloser": ""}, ("consent.discloser",)),
    Open("nothing to share", {"parts": ()}, ("consent.what",)),
    Open("nobody to receive it", {"recipients": ()}, ("consent.recipient",)),
    Open("somebody without a name", {"recipients": (SHAH, Recipient(id=an_id(71)))}, ("consent.recipient",)),
    Open("a network without its members", {"recipients": (NETWORK,)}, ("consent.members",)),
    Open("a network with them", {"recipients": (NETWORK.amended(members="Those who treat me"),)}),
    Open("no purpose", {"purpose": ""}, ("consent.purpose",)),
    Open("at my own request", {"purpose": "", "at_my_request": True}),
    Open("no end", {"ends_on": a_day("")}, ("consent.end",)),
    Open("an end nobody can read", {"ends_on": a_day("some day"), "ends_when": "I move"}, ("consent.end",)),
    Open("an end with an event", {"ends_on": a_day(""), "ends_when": "The program ends"}),
    Open("no end, for certain people", {"ends_on": a_day(""), "no_end": True}, ("consent.end",)),
    Open("no end, for all care", {"kind": ConsentKind.TPO, "ends_on": a_day(""), "no_end": True}),
    Open("all care needs no list and no purpose", {"kind": ConsentKind.TPO, "recipients": (), "purpose": ""}),
    Open("notes need their description", {"kind": ConsentKind.COUNSELING_NOTES}, ("consent.what",)),
    Open("notes described", {"kind": ConsentKind.COUNSELING_NOTES, "parts": (), "described": "Notes of May"}),
    Open(
        "a court case needs its purpose",
        {"kind": ConsentKind.PROCEEDINGS, "purpose": "", "at_my_request": True},
        ("consent.purpose",),
    ),
    Open(
        "an empty one",
        {"person_name": "", "discloser": "", "parts": (), "recipients": (), "purpose": "", "ends_on": a_day("")},
        (
            "consent.name",
            "consent.discloser",
            "consent.what",
            "consent.recipient",
            "consent.purpose",
            "consent.end",
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_element_that_is_open_is_asked_for_and_keeps_the_consent_from_force(case: Open) -> None:
    consent = CONSENT.amended(**case.changes)
    assert tuple(finding.code for finding in consent_findings(consent)) == case.codes
    assert (standing(signed(**case.changes), TODAY) is Standing.IN_FORCE) is (not case.codes)


def test_every_question_names_a_field_of_the_consent() -> None:
    for finding in consent_findings(Consent(id=an_id(1))):
        assert finding.where.field in Consent.model_fields


_DRAWN = TYPED.amended(how=SignedHow.DRAWN, name="", drawn="M0 0 L10.5,-3")
_MOTHER = TYPED.amended(signer=Signer.REPRESENTATIVE, name="Rosa Reyes")


@pytest.mark.parametrize(
    ("signature", "found"),
    [
        (TYPED, Standing.IN_FORCE),
        (_DRAWN, Standing.IN_FORCE),
        (TYPED.amended(how=SignedHow.PAPER), Standing.IN_FORCE),
        (TYPED.amended(name="  "), Standing.NOT_SIGNED),
        (_DRAWN.amended(drawn=""), Standing.NOT_SIGNED),
        (_DRAWN.amended(drawn="", name="Dana"), Standing.NOT_SIGNED),
        (_MOTHER, Standing.NOT_SIGNED),
        (_MOTHER.amended(authority="Guardian"), Standing.IN_FORCE),
        (TYPED.amended(on=TODAY + timedelta(days=1)), Standing.LATER),
    ],
    ids=["typed", "drawn", "paper", "blank", "no line", "a name for a line", "for another", "guardian", "tomorrow"],
)
def test_a_signature_counts_when_somebody_who_may_has_signed_by_today(signature: Signature, found: Standing) -> None:
    assert standing(signed(signature), TODAY) is found


def test_a_drawn_signature_holds_lines_and_nothing_else() -> None:
    for drawn in ("<script>", "M0 0\nurl(x)", "M0 0 L" + "1 " * 60_000):
        with pytest.raises(ValidationError):
            TYPED.amended(drawn=drawn)


def test_read_aloud_at_a_distance_stays_not_signed() -> None:
    assert prepared_standing(CONSENT) is Standing.NOT_SIGNED
    aloud = CONSENT.amended(read_aloud_on=a_day("2026-11-22", past=True), read_aloud_by="Jo")
    assert prepared_standing(aloud) is Standing.READ_ALOUD
    blank = TYPED.amended(name="")
    assert standing(signed(blank, read_aloud_on=aloud.read_aloud_on), TODAY) is Standing.READ_ALOUD


def test_the_last_day_still_counts_and_the_day_after_does_not() -> None:
    one = signed()
    assert standing(one, date(2027, 5, 1)) is Standing.IN_FORCE
    assert standing(one, date(2027, 5, 2)) is Standing.OVER
    assert standing(for_all_care(), date(2099, 1, 1)) is Standing.IN_FORCE


def test_a_consent_taken_back_stays_taken_back() -> None:
    back = ended(signed(), Ended(reason=EndReason.REVOKED, at=NOON, own_words="I changed my mind"))
    assert standing(back, TODAY) is Standing.REVOKED
    again = ended(back, Ended(reason=EndReason.EVENT, at=NOON))
    assert again == back
    assert standing(ended(signed(), Ended(reason=EndReason.EVENT, at=NOON)), TODAY) is Standing.ENDED


def test_what_was_signed_is_kept_as_it_was_read() -> None:
    words = signed().signature.signed_words
    assert "I, Dana Reyes, give this consent." in words
    assert any("5 Water Street" in line for line in words)
    assert any("May 1, 2027" in line for line in words)


@pytest.mark.parametrize("kind", list(ConsentKind))
def test_every_element_of_the_rule_is_in_the_words(kind: ConsentKind) -> None:
    found = clauses(CONSENT.amended(kind=kind))
    expected = {1, 2, 3, 4, 5, 6, 7} | ({10} if kind in {ConsentKind.TPO, ConsentKind.SPECIFIC} else set())
    assert {clause.element for clause in found} == expected
    shown = "\n".join(line for clause in found for line in clause.lines(ENGLISH))
    for words in ("Dana Reyes", "Tidewater Recovery Center", "Dr. Shah", "revoke this consent in writing"):
        assert words in shown


def test_one_consent_for_all_care_says_what_the_rule_asks() -> None:
    shown = "\n".join(line for clause in clauses(for_all_care().consent) for line in clause.lines(ENGLISH))
    assert "treating providers, health plans, third-party payers, and people helping to operate this program" in shown
    assert "For treatment, payment, and health care operations" in shown
    assert "may be redisclosed" in shown
    assert "If I do not sign" in shown
    assert "None, unless I take it back" in shown


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", [ConsentKind.TPO, ConsentKind.SPECIFIC])
def test_what_the_one_who_gets_it_may_do_with_it_is_said_before_it_is_signed(kind: ConsentKind, language: str) -> None:
    consent = CONSENT.amended(kind=kind)
    passed_on, refused = (clause for clause in clauses(consent) if clause.element == 10)
    said, no = (" ".join(clause.lines(Language(language))) for clause in (passed_on, refused))
    for words in ("HIPAA", "42 CFR", "redisclosed" if language == "en" else "volver a divulgar"):
        assert words in said
    assert ("If I do not sign" if language == "en" else "Si no firmo") in no
    own = [*clauses(consent.amended(if_not_signed="My visits go on"))][-1]
    assert "My visits go on" in own.lines(Language(language))[0]


@pytest.mark.parametrize("kind", [ConsentKind.COUNSELING_NOTES, ConsentKind.PROCEEDINGS])
def test_a_consent_that_stands_alone_says_nothing_of_passing_it_on_for_care(kind: ConsentKind) -> None:
    assert not [clause for clause in clauses(CONSENT.amended(kind=kind)) if clause.element == 10]


def test_the_words_of_notes_and_of_a_court_case_stand_alone() -> None:
    notes = clauses(CONSENT.amended(kind=ConsentKind.COUNSELING_NOTES, described="Notes of May"))
    shown = "\n".join(line for clause in notes for line in clause.lines(ENGLISH))
    assert "Notes of May" in shown
    assert Part.MEDICATIONS.label.text not in shown
    case = clauses(CONSENT.amended(kind=ConsentKind.PROCEEDINGS, purpose="My hearing on May 3"))
    assert "is not combined with consent for any other purpose" in str(case[-1].legal)


def test_the_plain_words_are_plain() -> None:
    found = [clause for kind in ConsentKind for clause in clauses(CONSENT.amended(kind=kind))]
    text = "\n".join(dict.fromkeys(str(clause.plain) for clause in found))
    assert ease(text).plain, ease(text)


def test_what_is_said_about_a_consent_is_plain_and_scolds_nobody() -> None:
    home = Path(planner.__file__).parent
    files = ("consent/consent.py", "consent/signed.py", "sharing/checking.py", "consent/part.py")
    texts = [literal.one for literal in shown({file: (home / file).read_text() for file in files})]
    said = "\n".join(text for text in texts if text.endswith((".", "?")))
    assert ease(said).plain, ease(said)
    assert not SCOLDING.search("\n".join(texts))


def test_the_person_s_braces_stay_braces() -> None:
    shown = clauses(CONSENT.amended(person_name="{discloser} <b>"))[0].lines(Language("es"))
    assert any("{discloser} <b>" in line for line in shown)


def test_the_notice_is_the_federal_one_and_only_where_the_rule_applies() -> None:
    assert STATEMENT_1[0].startswith("This record which has been disclosed to you is protected")
    assert STATEMENT_1[-1].endswith("(see 42 CFR 2.31).")
    assert notice(part2_applies=True) == STATEMENT_1
    assert notice(part2_applies=True, short=True) == (STATEMENT_2,)
    assert "42 CFR" not in str(notice(part2_applies=False)[0])


def test_a_provider_of_the_plan_can_be_named() -> None:
    assert as_recipient(TREATING) == Recipient(
        id=TREATING.id, name="Dr. Ortiz", address="1 Main Street", provider_id=TREATING.id
    )


def test_a_consent_read_aloud_waits_for_its_signature() -> None:
    aloud = CONSENT.amended(read_aloud_on=a_day("2026-11-22", past=True))
    assert [finding.code for finding in prepared_findings(aloud)] == ["consent.aloud"]
    assert list(prepared_findings(CONSENT)) == []
    assert list(consent_findings(aloud)) == []  # reading aloud leaves no element open


@pytest.mark.parametrize(("today", "is_near"), [("2027-03-31", False), ("2027-04-01", True), ("2027-05-02", False)])
def test_a_consent_that_ends_soon_can_be_renewed_in_time(today: str, is_near: bool) -> None:  # noqa: FBT001 (a case)
    found = list(ending_findings([signed(), for_all_care()], date.fromisoformat(today)))
    assert [finding.code for finding in found] == (["consent.ends"] if is_near else [])


def test_a_renewed_consent_keeps_its_words_and_asks_for_its_end() -> None:
    numbers = iter(range(200, 300))
    fresh = renewed(CONSENT, lambda: an_id(next(numbers)))
    assert fresh.id != CONSENT.id
    assert [one.name for one in fresh.recipients] == ["Dr. Shah", "Officer Lane"]
    assert {one.id for one in fresh.recipients}.isdisjoint(one.id for one in CONSENT.recipients)
    assert [finding.code for finding in consent_findings(fresh)] == ["consent.end"]
