"""Agreements that are not kept: claimed, heard, judged, and what follows."""

from typing import Any
from uuid import UUID

import msgspec
import pytest

from services.evaluations.domain.breaches.claims import BreachClaimed, ReportBreach
from services.evaluations.domain.breaches.consequences import (
    CarryOutConsequence,
    ForgoConsequence,
)
from services.evaluations.domain.breaches.findings import BreachJudged, Findings, JudgeBreach
from services.evaluations.domain.breaches.hearing import BreachHeard, HearAboutBreach
from services.evaluations.domain.breaches.keeping import AnswerKeeping, Keepings
from services.evaluations.domain.breaches.owed import ADJUSTMENT, JUDGEMENT
from services.evaluations.domain.breaches.owed_consequences import CONSEQUENCE
from services.evaluations.domain.considering.considerations import ConsiderRecurrence
from services.evaluations.domain.considering.repeated import BROKEN_AGAIN
from services.evaluations.domain.correction.correcting import CorrectEvent
from services.evaluations.domain.followed.values import Cause, CauseKind
from shared.eventbase.unknown import NotInvolved
from tests.unit.evaluations.case import (
    A1,
    A2,
    B1,
    ELS,
    FATMA,
    ITEMS,
    MIRJAM,
    STEFAN,
    Case,
    at,
    family,
    person,
    uid,
    version,
)
from tests.unit.evaluations.test_obligations import duties
from tests.unit.evaluations.test_reach import seen_by

SATURDAY = "2025-05-24 19:50"
WITH_CONSEQUENCE = tuple(
    msgspec.structs.replace(each, has_consequence=each.item == A1) for each in ITEMS
)


def with_consequence(acute: bool = False) -> Case:
    """A plan in which agreement A1 says what follows when it is not kept."""
    case = family(acute=acute)
    case.follow(version(2, items=WITH_CONSEQUENCE), "2025-03-11 10:00")
    return case


def claim(case: Case, now: str = SATURDAY, agreement: UUID = A1, **more: Any) -> UUID:
    """Grandmother says that an agreement was not kept; gives the breach."""
    [claimed] = case.do(
        ReportBreach(agreement=agreement, what="Dronken.", **more), now, person(ELS)
    )
    breach: UUID = claimed.breach
    return breach


def heard(breach: UUID) -> HearAboutBreach:
    """Father's side of it."""
    return HearAboutBreach(breach=breach, person=STEFAN, heard=True, text="Het was één biertje.")


def judge(case: Case, breach: UUID, now: str, confirmed: bool = True) -> None:
    """A worker hears father and concludes."""
    case.do(heard(breach), now)
    case.do(JudgeBreach(breach=breach, confirmed=confirmed, why="Els en de buurman zagen het."))


def broken(case: Case, now: str, agreement: UUID = A1) -> UUID:
    """An agreement that was not kept, and was found not to be, at once."""
    breach = claim(case, now, agreement)
    judge(case, breach, now)
    return breach


def forgo(breach: UUID, **changes: Any) -> ForgoConsequence:
    """A decision that what was agreed does not follow."""
    said = {"reason": "Hij belde zelf op.", "decided_by": FATMA, "consulted": ELS}
    return ForgoConsequence(breach=breach, **{**said, **changes})


def breach_history(case: Case) -> None:
    """Everything that can be said of agreements that are kept or not."""
    breach = broken(case, "2025-06-02 10:00")
    case.do(CarryOutConsequence(breach=breach, what="Alleen met begeleiding.", by=FATMA))
    case.do(forgo(breach))
    case.do(AnswerKeeping(agreement=A2, granted=True, text="Een weekend.", decided_by=FATMA))
    judge(case, broken(case, "2025-06-03 10:00"), "2025-06-04 10:00", confirmed=False)
    case.do(consider(A1))


def consider(item: UUID, **changes: Any) -> ConsiderRecurrence:
    """Somebody considers with another what is needed now."""
    said = {"weighed": "Melden, tafel.", "decision": "Tafel.", "decided_by": FATMA}
    return ConsiderRecurrence(item=item, **{**said, "consulted": ELS, **changes})


def test_claim_reaction_and_conclusion_are_three_events_and_a_claim_has_no_consequence():
    """W9.2: father denies the visit; nothing follows from the claim alone."""
    case = with_consequence()
    breach = claim(case)
    assert duties(case, CONSEQUENCE) == []
    act = CarryOutConsequence(breach=breach, what="x", by=FATMA)
    assert case.refused(act) == {"niet-nakomen-niet-vastgesteld"}
    assert case.refused(forgo(breach)) == {"niet-nakomen-niet-vastgesteld"}
    judge(case, breach, "2025-05-26 10:00", confirmed=False)
    kinds = [type(r.event) for r in case.history if r.stamp.stream_id == breach]
    assert kinds == [BreachClaimed, BreachHeard, BreachJudged]
    assert duties(case, CONSEQUENCE) == []


def test_nobody_is_judged_without_being_heard_or_a_reason_why_not():
    """W9.2: heard, or not heard with the reason."""
    case = family()
    breach = claim(case)
    act = JudgeBreach(breach=breach, confirmed=True, why="x")
    assert case.refused(act) == {"eerst-horen"}
    case.do(HearAboutBreach(breach=breach, person=STEFAN, heard=False, text="Onvindbaar."))
    assert case.do(act)


def test_a_claim_is_about_an_agreement_of_the_plan():
    """W9.2: not about a bottom line, nor about what is in no version."""
    for item in (B1, uid(77)):
        assert family().refused(ReportBreach(agreement=item, what="x")) == {"afspraak-onbekend"}
        kept = AnswerKeeping(agreement=item, granted=True, text="x", decided_by=FATMA)
        assert family().refused(kept) == {"afspraak-onbekend"}


def test_nothing_is_said_of_an_unknown_claim():
    """W9.2."""
    case = family()
    for act in (heard(uid(5)), JudgeBreach(breach=uid(5), confirmed=True, why="x")):
        assert case.refused(act) == {"niet-nakomen-onbekend"}


def test_the_network_claims_in_its_own_name():
    """W9.1, S7.2: the reporter apart from whoever types it in."""
    case = family()
    other = ReportBreach(agreement=A1, what="x", reporter=MIRJAM)
    assert case.refused(other, SATURDAY, person(ELS)) == {"melder-is-uzelf"}
    both = ReportBreach(agreement=A1, what="x", reporter=ELS, reporter_description="politie")
    assert case.refused(both, SATURDAY) == {"een-melder"}
    with pytest.raises(NotInvolved):
        case.do(ReportBreach(agreement=A1, what="x"), SATURDAY, person(uid(98)))
    [typed] = case.do(ReportBreach(agreement=A1, what="x", reporter=ELS), SATURDAY)
    assert typed.reporter == ELS


def test_a_claim_is_its_reporters_and_what_came_of_it_is_for_professionals():
    """Domain.md 3.7: not for whom it is about."""
    case = family()
    breach = claim(case)
    assert seen_by(case, breach) == {ELS}
    [hearing] = case.do(heard(breach))
    assert seen_by(case, hearing.hearing) == set()
    [judged] = case.do(JudgeBreach(breach=breach, confirmed=True, why="x"))
    assert seen_by(case, judged.finding) == set()


def test_a_claim_is_judged_within_five_working_days_of_hearing_of_it():
    """R26: heard of on Monday, with Ascension Day between."""
    case = family()
    breach = claim(case, "2025-05-26 09:00", effective_at=at("2025-05-24 19:30"))
    [due] = duties(case, JUDGEMENT)
    assert (due.rule, due.about, due.due_at) == ("R26", breach, at("2025-06-03 22:00"))
    judge(case, breach, "2025-05-28 10:00", confirmed=False)
    assert duties(case, JUDGEMENT)[0].settled is not None


def test_a_confirmed_breach_asks_for_an_adjustment_which_may_come_before_the_finding():
    """W9.2, R23: by a version that names it."""
    case = family()
    breach = claim(case)
    case.follow(version(2, Cause(CauseKind.BREACH, breach)), "2025-05-25 10:00")
    assert duties(case, ADJUSTMENT) == []
    judge(case, breach, "2025-05-26 10:00")
    [due] = duties(case, ADJUSTMENT)
    assert due.settled is not None and not due.settled_late
    broken(case, "2025-05-27 10:00", A2)
    assert duties(case, ADJUSTMENT)[1].due_at == at("2025-06-02 22:00")


def test_while_acute_the_plan_is_adjusted_within_a_day_of_the_finding():
    """R23: 24 clock hours."""
    case = family(acute=True)
    broken(case, SATURDAY)
    assert duties(case, ADJUSTMENT)[0].due_at == at("2025-05-25 19:50:01")


def test_a_consequence_is_carried_out_within_two_working_days_or_stands_out_as_overdue():
    """W9.3, R27: confirmed on Monday; silence is overdue when Wednesday is over."""
    case = with_consequence()
    breach = claim(case)
    judge(case, breach, "2025-05-26 10:00")
    [due] = duties(case, CONSEQUENCE)
    assert (due.rule, due.about, due.due_at) == ("R27", breach, at("2025-05-28 22:00"))
    assert due.overdue(at("2025-05-28 22:00"))
    done = CarryOutConsequence(breach=breach, what="Omgang onder begeleiding.", by=FATMA)
    case.do(done, "2025-05-27 10:00")
    assert duties(case, CONSEQUENCE)[0].settled is not None


def test_a_consequence_is_consciously_not_carried_out_with_another_consulted():
    """W9.3: reason, who decided, and with whom."""
    case = with_consequence()
    breach = broken(case, "2025-05-26 10:00")
    assert case.refused(forgo(breach, consulted=FATMA)) == {"overleg-met-uzelf"}
    case.do(forgo(breach), "2025-05-26 12:00")
    assert duties(case, CONSEQUENCE)[0].settled is not None


def test_an_agreement_without_a_consequence_asks_for_none():
    """W9.3: neither does one that got its consequence only afterwards."""
    case = with_consequence()
    broken(case, SATURDAY, A2)
    later = family()
    broken(later, "2025-05-26 10:00")
    later.follow(version(2, items=WITH_CONSEQUENCE), "2025-05-27 10:00")
    assert duties(case, CONSEQUENCE) == duties(later, CONSEQUENCE) == []


def test_a_later_conclusion_is_an_event_beside_the_first_and_is_the_one_that_holds():
    """W9.2: new facts; what was due is no longer."""
    case = with_consequence()
    breach = broken(case, "2025-05-26 10:00")
    judge(case, breach, "2025-05-27 10:00", confirmed=False)
    assert len(case.state()[Findings].of(breach)) == 2
    assert duties(case, CONSEQUENCE) == []


def test_keeping_an_agreement_is_answered_too():
    """W9.3, S6.6: granted, or not granted with the reason."""
    case = family()
    for granted in (True, False):
        case.do(AnswerKeeping(agreement=A1, granted=granted, text="x", decided_by=FATMA))
    assert [kept.event.granted for kept in case.state()[Keepings].of[A1]] == [True, False]


def test_the_same_agreement_broken_twice_in_eight_weeks_asks_for_a_consideration():
    """R28: counted from when it happened; another agreement and a rejected claim do not count."""
    case = family()
    broken(case, "2025-03-31 10:00")
    broken(case, "2025-04-01 10:00", A2)
    judge(case, claim(case, "2025-04-02 10:00"), "2025-04-03 10:00", confirmed=False)
    assert duties(case, BROKEN_AGAIN) == []
    broken(case, "2025-05-26 10:00")
    [due] = duties(case, BROKEN_AGAIN)
    assert (due.rule, due.about, due.due_at) == ("R28", A1, at("2025-05-28 22:00"))
    case.do(consider(A1), "2025-05-27 10:00")
    assert duties(case, BROKEN_AGAIN)[0].settled is not None


def test_after_eight_weeks_it_is_a_new_first_time():
    """R28: from Monday 31 March the eighth week is over on Monday 26 May."""
    case = family()
    broken(case, "2025-03-31 10:00")
    broken(case, "2025-05-27 10:00")
    assert duties(case, BROKEN_AGAIN) == []


def test_what_was_considered_has_a_subject_and_two_people():
    """W10.2: decided by one, with another."""
    case = family()
    assert case.refused(consider(uid(77))) == {"afweging-zonder-onderdeel"}
    assert case.refused(consider(A1, consulted=FATMA)) == {"afweging-met-uzelf"}
    assert case.do(consider(A1))


def test_a_judged_claim_keeps_its_beginning_and_a_wrong_reaction_is_replaced():
    """W9.2: a correction needs something in its place once it was built upon."""
    case = family()
    [claimed] = case.do(ReportBreach(agreement=A1, what="x"), SATURDAY)
    [said] = case.do(heard(claimed.breach))
    case.do(JudgeBreach(breach=claimed.breach, confirmed=True, why="x"))
    gone = CorrectEvent(voids=case.event_id(claimed), reason="Vergist.")
    assert case.refused(gone) == {"correctie-zonder-vervanging"}
    case.do(CorrectEvent(voids=case.event_id(said), reason="x", instead=heard(claimed.breach)))
    judged = case.history[-3].stamp.event_id
    assert case.refused(CorrectEvent(voids=judged, reason="x")) == {"correctie-van-afronding"}


def test_what_was_concluded_on_does_not_lose_its_only_hearing():
    """W9.2: else somebody would have been judged unheard; another hearing would do."""
    case = with_consequence()
    breach = claim(case)
    [first] = case.do(heard(breach), "2025-05-25 09:00")
    taking_back = CorrectEvent(voids=case.event_id(first), reason="x")
    judge(case, breach, "2025-05-26 09:00")
    case.do(taking_back)
    [last] = [r.stamp.event_id for r in case.history if isinstance(r.event, BreachHeard)][1:]
    assert case.refused(CorrectEvent(voids=last, reason="x")) == {"correctie-zonder-vervanging"}
    case.do(CorrectEvent(voids=last, reason="x", instead=heard(breach)))
