"""The exact edges of reporting and deciding: what answers it, and in which order (W2.1, W2.3)."""

from __future__ import annotations

import msgspec
import pytest

from services.plans.domain.groundwork.meldcode import Weighing
from services.plans.domain.groundwork.partner_answers import AnswerKind
from services.plans.domain.groundwork.reports import ReportToAuthority
from services.plans.domain.groundwork.unsafety import Unsafety
from tests.unit.plans.acts import Family, classify
from tests.unit.plans.case import at
from tests.unit.plans.test_meldcode import ACUTE, decide
from tests.unit.plans.test_partners import INVESTIGATION, REPORT, answer, report


@pytest.mark.parametrize(
    "gap",
    [
        Weighing(suspicion=True, unsafe=None, can_help=True),
        Weighing(suspicion=True, unsafe=False, can_help=None, accepted=True),
        Weighing(suspicion=True, unsafe=False, can_help=True, accepted=None, effective=True),
    ],
)
def test_each_question_is_answered_before_the_next(gap: Weighing) -> None:
    """W2.1: whichever it is that was skipped."""
    family = Family()
    assert family.case.refused(decide(family, gap)) == {"meldcode-vragen"}


def test_taken_up_and_finished_in_one_letter_leaves_nothing_to_wait_for() -> None:
    """R14: both at the same moment."""
    family = Family()
    made = family.case.item(report(), "2025-09-16 10:00")
    for kind in (AnswerKind.TAKEN_UP, AnswerKind.FINISHED):
        family.case.do(answer(made, kind), "2025-09-22 10:00")
    [due] = family.case.obligations(INVESTIGATION)
    assert due.settled is not None


def test_what_was_reported_when_it_was_found_to_be_safe_is_about_what_comes_next() -> None:
    """R08: from that very moment on."""
    for moment, settled in (("2025-05-01 10:00", True), ("2025-05-01 09:59", False)):
        family = Family()
        family.case.do(classify(Unsafety.NONE_FOUND), "2025-05-01 10:00")
        family.case.do(report_at(moment))
        family.case.do(classify(Unsafety.STRUCTURAL), "2025-06-02 10:00")
        [due] = family.case.obligations(REPORT)
        assert (due.settled is not None) is settled


def report_at(moment: str) -> ReportToAuthority:
    """A report that was made then."""
    return msgspec.structs.replace(report(), effective_at=at(moment))


def test_the_first_answer_counts_whether_it_was_to_report_or_not_to() -> None:
    """R08: what was decided later did not settle it."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE), "2025-03-11 10:00")
    family.case.do(decide(family, ACUTE), "2025-03-12 10:00")
    family.case.do(report(), "2025-03-14 10:00")
    [due] = family.case.obligations(REPORT)
    assert due.settled is not None
    assert due.settled.at == at("2025-03-12 10:00")
