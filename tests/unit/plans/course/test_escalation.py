"""The term of direct safety, and what is considered when it runs out (W10.2, R09, R10, R11)."""

from __future__ import annotations

from services.plans.domain.course.escalation import Considerations, WayForward
from services.plans.domain.course.safety_clock import clocks
from services.plans.domain.groundwork.unsafety import Unsafety
from shared.eventbase.obligation import Obligation
from tests.unit.plans.acts import Family, classify
from tests.unit.plans.case import STRANGER, TERMS, at, day
from tests.unit.plans.course.acts import CONTINUE, consider, lost, reached, term

DUTY = "escalatie-overwegen"


def acute() -> Family:
    """An acute case with a plan, on 10 March."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    family.in_force()
    return family


def owed(family: Family, moment: str) -> list[Obligation]:
    """What was owed by then."""
    return [o for o in family.case.obligations(DUTY) if o.opened.at <= at(moment)]


def test_a_term_that_passed_asks_for_a_consideration_and_to_go_on_sets_a_new_clock() -> None:
    """W10.2: term until 21 April passed -> alert; continued until 12 May -> a new clock."""
    family = acute()
    family.case.do(term("2025-04-21"))
    assert owed(family, "2025-04-21 20:00") == []
    [due] = owed(family, "2025-04-22 09:00")
    assert due.overdue(at("2025-04-24 12:00"))
    family.case.do(consider(family, "2025-05-12"), "2025-04-23 10:00")
    [due] = owed(family, "2025-05-12 09:00")
    assert due.settled is not None
    assert not due.settled_late
    [_, again] = owed(family, "2025-05-13 09:00")
    assert again.settled is None


def test_what_nobody_considered_goes_to_a_supervisor_after_five_working_days() -> None:
    """R10: the term ends on 21 April; Easter is over, the King's day of Saturday is not counted."""
    family = acute()
    family.case.do(term("2025-04-21"))
    [due] = owed(family, "2025-04-22 09:00")
    assert due.due_at == at("2025-04-23 22:00")
    assert not due.is_with_supervisor(at("2025-04-28 12:00"))
    assert due.is_with_supervisor(at("2025-04-28 22:00"))
    family.case.do(consider(family, "2025-05-12"), "2025-04-29 10:00")
    [due] = owed(family, "2025-04-29 12:00")
    assert not due.is_with_supervisor(at("2025-05-01 12:00"))


def test_a_third_continuation_needs_a_supervisor() -> None:
    """W10.2, R11: refused without; each of the first two is the team's own."""
    family = acute()
    family.case.do(consider(family, "2025-05-12"))
    family.case.do(consider(family, "2025-06-12"))
    third = consider(family, "2025-07-12")
    assert family.case.refused(third) == {"doorgaan-zonder-leidinggevende"}
    assert family.case.refused(consider(family)) == set()
    asked = consider(family, "2025-07-12", supervisor=family.joris)
    assert family.case.refused(asked) == set()
    assert family.case.state()[Considerations].continuations == 3


def test_the_supervisor_is_another_professional() -> None:
    """R11: not somebody of the family, and not who decides."""
    family = acute()
    for wrong in (family.els, family.fatma):
        asked = consider(family, "2025-07-12", supervisor=wrong)
        assert family.case.refused(asked) == {"leidinggevende-onjuist"}


def test_without_a_term_of_its_own_a_plan_has_that_of_its_kind() -> None:
    """R09: six weeks when acute, twelve when structural; a warning after two thirds."""
    [clock] = clocks(acute().case.state(), TERMS)
    assert clock.by_default
    assert clock.until == at("2025-04-21 22:00")
    assert at("2025-04-07 09:00") < clock.warns_at < at("2025-04-08 00:00")
    slow = Family()
    slow.case.do(classify(Unsafety.STRUCTURAL, slow.mirjam))
    assert clocks(slow.case.state(), TERMS) == []
    slow.in_force()
    assert clocks(slow.case.state(), TERMS)[0].until == at("2025-06-02 22:00")


def test_what_becomes_acute_meanwhile_has_six_weeks_from_then() -> None:
    """R09, W3.4: and not what was left of the twelve; a stricter end stays."""
    family = Family()
    family.case.do(classify(Unsafety.STRUCTURAL, family.mirjam))
    family.in_force()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), "2025-03-24 10:00")
    [clock] = clocks(family.case.state(), TERMS)
    assert clock.until == at("2025-05-05 22:00")
    family.case.do(classify(Unsafety.STRUCTURAL, family.mirjam), "2025-05-24 10:00")
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), "2025-05-25 10:00")
    assert clocks(family.case.state(), TERMS)[0].until == at("2025-05-05 22:00")


def test_a_term_that_was_set_stands_in_the_place_of_the_default() -> None:
    """W10.2: whether it was set before the plan or after."""
    family = acute()
    family.case.do(term("2025-09-01"), "2025-03-20 10:00")
    assert owed(family, "2025-08-30 10:00") == []
    assert len(owed(family, "2025-09-03 10:00")) == 1
    before = Family()
    before.case.do(classify(Unsafety.ACUTE, before.mirjam))
    before.case.do(term("2025-03-20"))
    before.in_force()
    assert [c.by_default for c in clocks(before.case.state(), TERMS)] == [False]


def test_where_direct_safety_is_reached_in_time_nothing_is_owed() -> None:
    """W10.2: reached later, it is settled; lost, the clock runs again."""
    family = acute()
    family.case.do(reached(family), "2025-04-07 10:00")
    assert family.case.obligations(DUTY) == []
    family.case.do(lost(family), "2025-05-24 20:00")
    [due] = owed(family, "2025-07-06 10:00")
    assert due.settled is None
    family.case.do(reached(family), "2025-07-07 10:00")
    [due] = owed(family, "2025-07-06 10:00")
    assert due.settled is not None


def test_a_new_term_does_not_swallow_the_consideration() -> None:
    """W10.2: the system demands that somebody thinks, not that the date moves."""
    family = acute()
    family.case.do(term("2025-05-30"), "2025-04-25 10:00")
    [due] = owed(family, "2025-05-01 10:00")
    assert due.settled is None


def test_a_decision_for_something_else_ends_the_term_and_asks_for_another() -> None:
    """W10.2: or nobody would watch what is still not safe."""
    family = acute()
    family.case.do(consider(family), "2025-04-01 10:00")
    assert family.case.obligations(DUTY) == []
    assert "geen-termijn-veiligheid" in family.case.flags()
    family.case.do(term("2025-05-30"))
    assert "geen-termijn-veiligheid" not in family.case.flags()
    family.case.do(consider(family))
    family.case.do(reached(family))
    assert "geen-termijn-veiligheid" not in family.case.flags()


def test_a_consideration_says_what_was_weighed_and_by_whom() -> None:
    """W10.2: options, reason, who, with whom, and whether the family knows."""
    family = acute()
    family.case.do(consider(family, reason_not_informed="Nu niet veilig", family_informed=False))
    [held] = family.case.state()[Considerations].all
    assert held.event.options == (CONTINUE, WayForward.REPORT_VT)
    assert (held.event.decided_by, held.event.consulted) == (family.fatma, (family.joris,))
    assert held.event.words.content is not None
    assert held.event.words.content.reason_not_informed == "Nu niet veilig"


def test_a_consideration_without_a_colleague_stays_in_sight() -> None:
    """W10.2: consulted."""
    family = acute()
    family.case.do(consider(family))
    assert "vervolg-zonder-overleg" not in family.case.flags()
    family.case.do(consider(family, consulted=()))
    assert "vervolg-zonder-overleg" in family.case.flags()


def test_a_consideration_that_says_nothing_is_refused() -> None:
    """W10.2: no end, an end that is past, what was not weighed, and a silence without a reason."""
    family = acute()
    refused = family.case.refused
    assert refused(consider(family, decision=CONTINUE)) == {"doorgaan-zonder-termijn"}
    assert refused(consider(family, "2025-03-09")) == {"doorgaan-tot-voorbij"}
    assert refused(consider(family, options=(CONTINUE,))) == {"afweging-zonder-mogelijkheden"}
    silent = consider(family, family_informed=False)
    assert refused(silent) == {"gezin-niet-ingelicht-over-vervolg"}
    assert refused(consider(family, consulted=(family.fatma,))) == {"besluit-andere-collega"}
    assert refused(consider(family, decided_by=STRANGER)) == {"persoon-onbekend"}


def test_a_term_that_is_over_when_it_is_set_is_refused() -> None:
    """W10.2: today is not over."""
    family = acute()
    assert family.case.refused(term("2025-03-09")) == {"termijn-voorbij"}
    assert family.case.refused(term("2025-03-10")) == set()
    late = term("2025-03-20", effective_at=at("2025-03-10 09:30"))
    assert family.case.refused(late, "2025-04-01 10:00") == set()
    assert late.until == day("2025-03-20")
