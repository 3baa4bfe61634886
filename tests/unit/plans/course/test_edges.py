"""The exact edges of the course: what comes first, what happens at one moment, and who is meant."""

from __future__ import annotations

from datetime import timedelta

from services.plans.domain.course.direct_safety import DeclareDirectSafetyLost
from services.plans.domain.course.marks import earliest
from services.plans.domain.course.phases import Phase, phases
from services.plans.domain.course.plan_age import GO_ON
from services.plans.domain.course.progress import standing_still, touches
from services.plans.domain.course.safety_clock import CONSIDER, clocks
from services.plans.domain.family.case_lead import AssignCaseLead
from services.plans.domain.groundwork.unsafety import Unsafety
from shared.eventbase.obligation import Mark, Obligation
from tests.unit.plans.acts import Family, classify, qualified
from tests.unit.plans.case import STRANGER, TERMS, at, uid
from tests.unit.plans.course.acts import (
    complicating,
    consider,
    decline,
    go_on,
    lost,
    need,
    offer,
    reached,
    review,
    risk,
    term,
)

DIRECT, STABLE, RECOVERY = Phase.DIRECT_SAFETY, Phase.STABILITY, Phase.RECOVERY


def unsafe(now: str = "2025-03-10 09:40") -> Family:
    """A plan in force for a family in which Mirjam is in acute danger."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), now)
    family.in_force()
    return family


def line(family: Family) -> list[Phase]:
    """The phases in the order in which they are told."""
    return [span.phase for span in phases(family.case.state())]


def test_the_first_of_several_is_the_one_that_happened_first() -> None:
    """Whatever the order in which they are asked."""
    first, second = Mark(uid(8), at("2025-03-10 09:00")), Mark(uid(9), at("2025-03-11 09:00"))
    assert earliest(second, None, first) == earliest(first, second) == first
    assert earliest(None) is None


def test_who_was_declared_safe_and_lost_it_counts_also_when_never_called_endangered() -> None:
    """W5.1: all of them must be safe, also those of whom only a declaration speaks."""
    family = Family()
    family.case.do(classify(Unsafety.STRUCTURAL))
    family.case.do(reached(family, family.mirjam, family.stefan))
    assert line(family) == [DIRECT, STABLE]
    family.case.do(lost(family, family.stefan))
    assert line(family) == [DIRECT, STABLE, DIRECT]


def test_phases_are_told_in_the_order_in_which_they_began() -> None:
    """W5.1: recovery may begin before stability does."""
    family = unsafe()
    family.case.do(need(family.mirjam), "2025-03-20 09:00")
    family.case.do(reached(family), "2025-04-07 09:00")
    assert line(family) == [DIRECT, RECOVERY, STABLE]


def test_safety_is_lost_by_somebody_who_is_named_and_known_and_had_it() -> None:
    """W5.1: each of the three by itself."""
    family = unsafe()
    family.case.do(reached(family), "2025-04-07 11:00")
    nobody = DeclareDirectSafetyLost(people=(), evidence="x", decided_by=family.fatma)
    assert "directe-veiligheid-zonder-wie" in family.case.refused(nobody)
    assert "persoon-onbekend" in family.case.refused(lost(family, STRANGER))
    before = lost(family, effective_at=at("2025-04-07 10:59"))
    assert family.case.refused(before) == {"directe-veiligheid-niet-bereikt"}
    assert not family.case.refused(lost(family, effective_at=at("2025-04-07 11:00")))


def test_a_complicating_factor_is_about_people_of_the_dossier() -> None:
    """W5.3: as every other item."""
    assert Family().case.refused(complicating(about=(STRANGER,))) == {"persoon-onbekend"}


def test_a_term_that_was_set_before_the_plan_was_in_force_is_the_first() -> None:
    """W10.2: then no other one begins by itself; at the same moment neither."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), "2025-03-10 09:40")
    family.case.do(term("2025-03-31"), "2025-03-11 09:00")
    family.in_force()
    [clock] = clocks(family.case.state(), TERMS)
    assert clock.until == at("2025-03-31 22:00")


def test_without_a_decision_the_judgement_that_held_decides_how_long_it_may_take() -> None:
    """R09: six weeks when acute, twelve when it is not, from when the plan is in force."""
    ends = []
    for kind in (Unsafety.ACUTE, Unsafety.STRUCTURAL):
        family = Family()
        family.case.do(classify(kind, family.mirjam), "2025-03-10 09:40")
        family.in_force()
        [clock] = clocks(family.case.state(), TERMS)
        ends.append(clock.until)
    assert ends == [at("2025-04-21 22:00"), at("2025-06-02 22:00")]


def test_terms_follow_one_another_in_the_order_of_deciding() -> None:
    """W10.2: a consideration to go on begins a next term, and ends the one before it."""
    family = unsafe()
    family.case.do(term("2025-04-21"), "2025-03-12 09:00")
    family.case.do(consider(family, "2025-05-12"), "2025-04-22 09:00")
    family.case.do(term("2025-05-20"), "2025-05-01 09:00")
    found = [(f"{c.since.at:%m-%d}", c.until) for c in clocks(family.case.state(), TERMS)]
    ends = [at(f"2025-{day} 22:00") for day in ("04-21", "05-12", "05-20")]
    assert found[-3:] == list(zip(("03-12", "04-22", "05-01"), ends, strict=True))


def test_what_was_considered_at_the_very_end_of_a_term_settles_it() -> None:
    """R10: from the instant that it ran out."""
    family = unsafe()
    family.case.do(term("2025-04-21"), "2025-03-12 09:00")
    [owed] = [o for o in _owed_after(family, "2025-04-21 22:00") if o.settled is not None]
    assert owed.settled is not None
    assert owed.settled.at == at("2025-04-21 22:00")


def _owed_after(family: Family, considered: str) -> list[Obligation]:
    family.case.do(consider(family, effective_at=at(considered)), "2025-04-23 09:00")
    return family.case.obligations(CONSIDER)


def test_a_factor_stands_still_from_the_day_that_it_is_ninety_days() -> None:
    """R32: not a moment before; work on it that is told late counts from when it was done."""
    family = unsafe()
    factor = family.case.item(risk(), "2025-03-11 09:00")
    end = at("2025-06-09 22:00")
    state = family.case.state()
    assert standing_still(state, TERMS, end - timedelta(microseconds=1)) == {}
    assert set(standing_still(state, TERMS, end)) == {factor}
    family.case.do(review(factor), "2025-06-12 09:00")
    family.case.do(review(factor, effective_at=at("2025-06-01 09:00")), "2025-06-13 09:00")
    found = [touch.mark.at for touch in touches(family.case.state())[factor]]
    assert found == sorted(found)


def test_a_plan_is_a_year_old_on_the_day_itself() -> None:
    """R35: reviewed within it, it is asked again; what came too late settled what was asked."""
    family = unsafe("2025-03-10 09:40")
    family.case.do(go_on(family), "2026-03-20 09:00")
    owed, *_ = family.case.obligations(GO_ON)
    assert owed.settled is not None
    assert owed.due_at == at("2026-03-25 23:00")


def test_who_declines_says_so_and_the_transfer_is_not_taken() -> None:
    """R39: what was said is in the record."""
    family = unsafe()
    family.case.do(AssignCaseLead(person=family.fatma))
    receiver = family.case.item(qualified("Nadia"))
    transfer = family.case.item(offer(receiver))
    [answered] = family.case.do(decline(transfer))
    assert (answered.transfer, answered.accepted) == (transfer, False)
    assert answered.words.content.remark == "Geen plaats"
    assert answered.item is not None
