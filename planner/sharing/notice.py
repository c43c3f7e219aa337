"""The notice that goes along with every disclosure under a consent (42 CFR 2.32).

The two federal statements are quoted word for word and are not translated: whoever receives them is bound by them as
they stand.
"""

from __future__ import annotations

from planner.model.message import Message, say

STATEMENT_1 = (
    (
        "This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR "
        "part 2). These rules prohibit you from using or disclosing this record, or testimony that describes "
        "the information contained in this record, in any civil, criminal, administrative, or legislative "
        "proceedings by any Federal, State, or local authority, against the patient, unless authorized by the "
        "consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized by a court in "
        "accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making any "
        "other use or disclosure of this record unless at least one of the following applies:"
    ),
    (
        "(i) Further use or disclosure is expressly permitted by the written consent of the individual whose "
        "information is being disclosed in this record or as otherwise permitted by 42 CFR part 2."
    ),
    (
        "(ii) You are a covered entity or business associate and have received the record for treatment, "
        "payment, or health care operations, or"
    ),
    (
        "(iii) You have received the record from a covered entity or business associate as permitted by 45 "
        "CFR part 164, subparts A and E."
    ),
    (
        "A general authorization for the release of medical or other information is NOT sufficient to meet "
        "the required elements of written consent to further use or redisclose the record (see 42 CFR 2.31)."
    ),
)
"""42 CFR 2.32(a)(1), paragraph by paragraph."""

STATEMENT_2 = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
"""42 CFR 2.32(a)(2), where there is little room, such as on a message."""

WITHOUT_PART_2 = say(
    "Shared with the person's written consent, for the use named here. Please pass it on to nobody else."
)
"""What goes along where the agency knows that Part 2 does not apply to it."""


def notice(*, part2_applies: bool, short: bool = False) -> tuple[str | Message, ...]:
    """Return the paragraphs that go along: federal words as they are, or a sentence of ours to translate."""
    if not part2_applies:
        return (WITHOUT_PART_2,)
    return (STATEMENT_2,) if short else STATEMENT_1
