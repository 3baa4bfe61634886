"""The exact edges between evaluations: order of arrival, moments that coincide, who is meant."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from services.evaluations.domain import catalogue
from services.evaluations.domain.between.owed import CONTACT
from services.evaluations.domain.breaches.claims import ReportBreach
from services.evaluations.domain.breaches.consequences import CarryOutConsequence, ForgoConsequence
from services.evaluations.domain.breaches.findings import JudgeBreach, confirmed_claims
from services.evaluations.domain.children.children import Children, NameChildren
from services.evaluations.domain.children.conversations import Conversations
from services.evaluations.domain.children.owed import SEE, SPEAK
from services.evaluations.domain.considering.considerations import ConsiderRecurrence
from services.evaluations.domain.considering.repeated import BROKEN_AGAIN
from services.evaluations.domain.course.obligations import ADJUSTMENT
from services.evaluations.domain.course.recurring import Wait, as_it_happened, due_by, waits
from services.evaluations.domain.course.reminding import reminders
from services.evaluations.domain.course.rhythm import turns
from services.evaluations.domain.followed.events import (
    DossierBegun,
    LeadAssigned,
    PersonJoined,
    PlanEnded,
    UnsafetyJudged,
)
from services.evaluations.domain.followed.people import People
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.safety import Safety
from services.evaluations.domain.followed.values import (
    Cause,
    CauseKind,
    ItemKind,
    PartyKind,
    PlanItem,
    Rhythm,
    Unsafety,
)
from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.incidents.triage import AssessIncident, Severity
from services.evaluations.domain.sitting.completeness import missing
from services.evaluations.domain.sitting.evaluations import AbsenceReason, Absent, Evaluations
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.eventbase.obligation import Mark, Obligation
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Broken
from tests.unit.evaluations.case import (
    A1,
    BAS,
    ELS,
    FATMA,
    MIRJAM,
    NOOR,
    PLAN,
    TERMS,
    Case,
    Manner,
    at,
    family,
    person,
    rate,
    start,
    uid,
    version,
)
from tests.unit.evaluations.test_breaches import SATURDAY, claim, heard, judge, with_consequence
from tests.unit.evaluations.test_children import talk

ONE, TWO, THREE = (Mark(uid(n), at(f"2025-03-1{n} 09:00")) for n in (1, 2, 3))


def owed(case: Case, duty: str) -> list[Obligation]:
    """What is or was owed of one duty."""
    return [each for each in case.obligations() if each.duty == duty]


def judged(case: Case, kind: Unsafety, now: str) -> None:
    """Plans judged the unsafety."""
    case.follow(UnsafetyJudged(kind), now)


def test_waiting_is_ended_by_what_was_done_in_the_order_in_which_it_was() -> None:
    """R07, R37: also at the very moment that it began or ended."""
    assert list(waits(ONE, [THREE, TWO], None)) == [
        Wait(ONE, TWO),
        Wait(TWO, THREE),
        Wait(THREE, None),
    ]
    same, end = Mark(uid(8), ONE.at), Mark(uid(9), TWO.at)
    assert list(waits(ONE, [same], None)) == [Wait(ONE, same), Wait(same, None)]
    assert list(waits(ONE, [TWO], end)) == [Wait(ONE, TWO), Wait(TWO, end)]
    assert list(waits(TWO, [ONE, THREE], end)) == [Wait(TWO, end)]


def test_what_happened_at_one_moment_has_one_order() -> None:
    """Design 2: whatever order the events came in."""
    later_id = Mark(uid(9), ONE.at)
    assert sorted([TWO, later_id, ONE], key=as_it_happened) == [ONE, later_id, TWO]


def test_becoming_acute_shortens_the_waiting_that_goes_on_and_no_other() -> None:
    """R37: not what was over by then, nor what began at that moment."""
    case = family()
    judged(case, Unsafety.ACUTE, "2025-03-12 09:00")
    plan = case.state()[Safety]
    acute = TERMS.due("R37-acuut", TWO.at)
    begun, over = Wait(ONE), Wait(ONE, Mark(uid(7), TWO.at))
    assert due_by(plan, TERMS, begun, "R37", "R37-acuut") == acute
    assert due_by(plan, TERMS, over, "R37", "R37-acuut") == TERMS.due("R37", ONE.at)
    assert due_by(plan, TERMS, Wait(TWO), "R37", "R37-acuut") == acute


def test_it_is_acute_from_the_judgement_that_says_so_to_the_one_that_does_not() -> None:
    """W3.4: whatever order they came in; the stricter of two at one moment."""
    case = family()
    for kind, now in (
        (Unsafety.NONE_FOUND, "2025-03-20 09:00"),
        (Unsafety.ACUTE, "2025-03-12 09:00"),
        (Unsafety.BOTH, "2025-03-14 09:00"),
        (Unsafety.STRUCTURAL, "2025-03-22 09:00"),
        (Unsafety.STRUCTURAL, "2025-03-25 09:00"),
        (Unsafety.ACUTE, "2025-03-25 09:00"),
    ):
        judged(case, kind, now)
    safety = case.state()[Safety]
    periods = [(p.begun.at, p.ended.at if p.ended else None) for p in safety.acute_periods]
    assert periods == [
        (at("2025-03-12 09:00"), at("2025-03-20 09:00")),
        (at("2025-03-25 09:00"), None),
    ]
    moments = ("2025-03-12 08:59", "2025-03-12 09:00", "2025-03-20 09:00", "2025-03-25 09:00")
    assert [safety.is_acute_at(at(each)) for each in moments] == [False, True, False, True]


def test_what_is_followed_of_the_plan_is_known() -> None:
    """W7.2, W0.1: who leads, and since when there is a dossier."""
    case = family()
    case.follow(LeadAssigned(FATMA), "2025-03-11 09:00")
    plan = case.state()[Plan]
    assert plan.case_lead == FATMA
    assert plan.opened is not None
    assert plan.opened.at == at("2025-03-10 09:10")


def test_an_item_is_as_it_stood_in_the_version_that_held() -> None:
    """W8.1: from the moment of that version on; before the first, as it first stood."""
    case = family()
    for number, until in ((2, date(2025, 5, 1)), (3, date(2025, 6, 1))):
        item = PlanItem(uid(77), ItemKind.AGREEMENT, None, until)
        case.follow(version(number, items=(item,)), f"2025-03-2{number} 10:00")
    plan = case.state()[Plan]
    moments = ("2025-03-11 10:00", "2025-03-22 10:00", "2025-03-23 09:59", "2025-03-23 10:00")
    found = [plan.item_at(uid(77), at(each)) for each in moments]
    ends = [each.valid_until.month for each in found if each and each.valid_until]
    assert ends == [5, 5, 5, 6]


def test_the_first_version_that_names_a_cause_settles_it() -> None:
    """W8.3: a later one that names it too came too late to matter."""
    case = family()
    cause = Cause(CauseKind.INCIDENT, uid(66))
    case.follow(version(3, cause), "2025-03-23 10:00")
    case.follow(version(2, cause), "2025-03-22 10:00")
    found = case.state()[Plan].caused_by(uid(66))
    assert found is not None
    assert found.made.version == 2


def test_an_item_holds_on_its_first_and_its_last_day() -> None:
    """S6.6: both inclusive."""
    item = PlanItem(A1, ItemKind.AGREEMENT, date(2025, 3, 2), date(2025, 3, 4))
    days = [date(2025, 3, n) for n in range(1, 6)]
    assert [item.in_force_on(day) for day in days] == [False, True, True, True, False]


def test_who_is_hidden_from_somebody_is_unknown_to_them() -> None:
    """Design 6: they cannot be named by them, and are their own."""
    case = family()
    case.follow(PersonJoined(uid(88), PartyKind.NETWORK, (ELS,)), "2025-03-11 09:00")
    reach = case.state()[Reaches].of[uid(88)]
    assert (reach.concerns, reach.hidden_from) == ({uid(88)}, {ELS})
    assert uid(88) in case.state()[People].all
    naming = ReportIncident(what="x", children_present=(uid(88),))
    assert "persoon-onbekend" in case.refused(naming, actor=person(ELS))
    case.do(naming, actor=person(MIRJAM))


@pytest.mark.parametrize(("value", "off"), [(-1, True), (0, False), (10, False), (11, True)])
def test_a_rating_is_from_nought_to_ten(value: int, off: bool) -> None:
    """S7.4: both ends too."""
    case = family()
    evaluation = start(case, "2025-03-14 10:00")
    if off:
        assert case.refused(rate(evaluation, ELS, value))
    else:
        case.do(rate(evaluation, ELS, value))


def test_what_is_missing_cites_its_paragraph() -> None:
    """R21: as every rule does."""
    case = family()
    start(case, "2025-03-14 10:00")
    state = case.state()
    [evaluation] = state[Evaluations].all.values()
    assert {each.paragraph for each in missing(state, evaluation)} == {"S7.4", "W8.1"}


def test_whoever_was_heard_otherwise_was_in_contact() -> None:
    """R37: of the family; who was absent and not heard, was not."""
    for otherwise in (True, False):
        case = family()
        absent = Absent(MIRJAM, AbsenceReason.UNABLE, otherwise)
        held = StartEvaluation(
            plan_version=1, manner=Manner.SEPARATELY, participants=(FATMA,), absent=(absent,)
        )
        case.do(held, "2025-03-14 10:00")
        assert (len(owed(case, CONTACT)) == 2) is otherwise


def test_who_is_not_of_the_dossier_and_says_so_is_described() -> None:
    """W9.1, W9.2: in the words of who typed it in."""
    case = with_consequence()
    neighbour = {"what": "Geschreeuw", "reporter_description": "De buurvrouw"}
    [incident] = case.do(ReportIncident(where="Buiten", **neighbour))
    [breach] = case.do(ReportBreach(agreement=A1, **neighbour))
    assert incident.words.content.reporter_description == "De buurvrouw"
    assert breach.words.content.reporter_description == "De buurvrouw"


def test_nothing_follows_from_a_claim_that_is_unknown() -> None:
    """W9.3: both reasons to refuse are given."""
    case = with_consequence()
    decisions = (
        CarryOutConsequence(breach=uid(5), what="x", by=FATMA),
        ForgoConsequence(breach=uid(5), reason="x", decided_by=FATMA, consulted=ELS),
    )
    for decision in decisions:
        found = case.refused(decision)
        assert {"niet-nakomen-onbekend", "niet-nakomen-niet-vastgesteld"} <= found


def test_what_was_confirmed_is_told_in_the_order_in_which_it_happened() -> None:
    """R28: not in that of confirming."""
    case = with_consequence()
    first, second = claim(case, "2025-05-24 19:50"), claim(case, "2025-05-25 19:50")
    judge(case, second, "2025-05-26 09:00")
    judge(case, first, "2025-05-27 09:00")
    found = [each.event.breach for each, _ in confirmed_claims(case.state())]
    assert found == [first, second]


def test_an_incident_that_was_judged_twice_asks_from_the_first_and_as_the_strictest_says() -> None:
    """R23: a stricter judgement shortens the term; it does not begin anew."""
    case = family()
    [reported] = case.do(ReportIncident(what="x"), "2025-05-24 19:50")
    for severity, now in ((Severity.SERIOUS, "2025-05-26 09:00"), (None, "2025-05-25 09:00")):
        judged_as = severity or next(each for each in Severity if each is not Severity.SERIOUS)
        case.do(
            AssessIncident(
                incident=reported.incident,
                severity=judged_as,
                classification="x",
                action="y",
                effective_at=at(now),
            ),
            "2025-05-27 09:00",
        )
    [due] = owed(case, ADJUSTMENT)
    assert due.opened.at == at("2025-05-25 09:00")
    assert due.due_at == at("2025-05-27 09:00")


def test_which_children_it_is_about_is_what_was_said_last() -> None:
    """S7.3: in the order of happening, not of telling."""
    case = family(children=None)
    case.do(NameChildren(children=(BAS,)), "2025-03-12 09:00")
    late = NameChildren(children=(NOOR,), effective_at=at("2025-03-11 09:00"))
    case.do(late, "2025-03-13 09:00")
    state = case.state()
    assert state[Children].now == (BAS,)
    backwards = case.history[::-1]
    assert catalogue.fold(PLAN, backwards)[Children].now == (BAS,)


def test_a_child_that_is_no_longer_named_is_not_to_be_spoken_from_then_on() -> None:
    """R07: at the same moment as the plan came into force it never was."""
    case = family(children=(BAS,))
    gone = NameChildren(children=(), effective_at=at("2025-03-10 16:30"))
    case.do(gone, "2025-03-10 16:32")
    case.do(NameChildren(children=(NOOR,)), "2025-03-11 09:00")
    about = {each.about for each in owed(case, SPEAK) if each.settled is None}
    assert about == {NOOR}


def test_a_child_that_is_seen_at_the_moment_of_danger_was_seen() -> None:
    """R06: from that moment on; not before."""
    for now, seen in (("2025-03-12 09:00", True), ("2025-03-12 08:59", False)):
        case = family(children=(BAS,))
        judged(case, Unsafety.ACUTE, "2025-03-12 09:00")
        case.do(talk(BAS, effective_at=at(now)), "2025-03-12 09:05")
        [due] = owed(case, SEE)
        assert (due.settled is not None) is seen


def test_danger_that_was_over_when_a_child_was_named_asks_nothing_of_it() -> None:
    """R06: over at that very moment too."""
    case = family(children=(BAS,))
    judged(case, Unsafety.ACUTE, "2025-03-12 09:00")
    judged(case, Unsafety.NONE_FOUND, "2025-03-13 09:00")
    case.do(NameChildren(children=(BAS, NOOR)), "2025-03-13 09:00")
    assert {each.about for each in owed(case, SEE)} == {BAS}


def test_a_child_spoken_at_an_evaluation_was_spoken_between_them() -> None:
    """R07: the two days themselves count; whatever order they are told in."""
    flag = "kind-niet-gesproken-tussen-evaluaties"
    first, last = at("2025-03-14 10:00"), at("2025-03-28 10:00")
    hour = timedelta(hours=1)
    for moment, missed in ((first, 0), (last, 0), (first - hour, 1), (last + hour, 1)):
        case = family(children=(BAS,))
        start(case, "2025-03-28 10:00")
        case.do(
            StartEvaluation(
                plan_version=1,
                manner=Manner.DELIBERATION,
                participants=(ELS,),
                effective_at=first,
            ),
            "2025-03-28 10:05",
        )
        case.do(talk(BAS, effective_at=moment), "2025-03-29 10:00")
        points = [p for p in _open(case) if p.rule == flag]
        assert len(points) == missed


def _open(case: Case) -> list[Broken]:
    return catalogue.open_points(case.state(), case.now)


def test_children_are_told_in_one_order_and_their_conversations_as_they_happened() -> None:
    """Design 2: whatever order they came in."""
    case = family(children=(BAS, NOOR))
    case.do(talk(BAS), "2025-03-20 09:00")
    case.do(talk(NOOR), "2025-03-21 09:00")
    case.do(talk(BAS, effective_at=at("2025-03-15 09:00")), "2025-03-22 09:00")
    forward = catalogue.fold(PLAN, case.history)[Conversations]
    assert forward.children == sorted((BAS, NOOR))
    assert [held.mark.at.day for held in forward.of(BAS)] == [15, 20]


def test_the_numbers_are_those_of_the_rules() -> None:
    """R29, R51: a rating of three is low and of four is not; late is after five working days."""
    day = date(2025, 3, 10)
    numbers = {name: TERMS.number(f"R29-{name}", day) for name in ("laag", "spreiding", "daling")}
    assert numbers == {"laag": 3, "spreiding": 4, "daling": 2}
    assert TERMS.due("R51", at("2025-03-10 09:00")) == at("2025-03-17 23:00")


def test_a_supervisor_hears_five_working_days_after_the_day_itself() -> None:
    """R20: of a Tuesday, on the Tuesday after; at the end of that day it is too late."""
    case = Case()
    case.follow(version(1, schedule=Rhythm(date(2025, 3, 18), 1)), "2025-03-10 16:30")
    state = case.state()
    found = reminders(state, TERMS, turns(state)[0], True)
    assert found.supervisor_on == date(2025, 3, 25)
    assert found.at_latest == date(2025, 6, 9)


def test_the_rhythm_is_that_of_the_versions_in_their_order() -> None:
    """W8.2: also when a later one arrived first."""
    case = Case()
    later, sooner = Rhythm(date(2025, 5, 1), 2), Rhythm(date(2025, 4, 1), 1)
    case.follow(version(3, schedule=later), "2025-03-12 10:00")
    case.follow(version(2, schedule=sooner), "2025-03-11 10:00")
    assert [turn.due_on for turn in turns(case.state())] == [sooner.first_on, later.first_on]


def test_no_children_are_named_is_said_in_so_many_words() -> None:
    """W0.10: a plan may be about adults only."""
    case = family(children=None)
    [named] = case.do(NameChildren(children=()))
    tell = catalogue.sentences[type(named)]
    assert tell(named, None) == "Dit plan gaat niet over kinderen."


def test_children_are_asked_for_while_there_is_something_to_name_them_for() -> None:
    """S7.3: not before anything was judged, and not of a plan that ended."""
    flag = "kinderen-niet-benoemd"
    case = Case()
    case.follow(DossierBegun(), "2025-03-10 09:00")
    seen = [flag in {point.rule for point in _open(case)}]
    judged(case, Unsafety.ACUTE, "2025-03-10 10:00")
    seen.append(flag in {point.rule for point in _open(case)})
    case.follow(PlanEnded(), "2025-03-11 10:00")
    seen.append(flag in {point.rule for point in _open(case)})
    assert seen == [False, True, False]


def test_a_child_is_missed_between_the_last_two_of_three_evaluations() -> None:
    """R07: told in whatever order; what was before them does not help."""
    flag = "kind-niet-gesproken-tussen-evaluaties"
    case = family(children=(BAS,))
    case.do(talk(BAS), "2025-03-14 12:00")
    start(case, "2025-03-28 10:00")
    for moment in ("2025-03-14 10:00", "2025-03-21 10:00"):
        earlier = StartEvaluation(
            plan_version=1,
            manner=Manner.DELIBERATION,
            participants=(ELS,),
            effective_at=at(moment),
        )
        case.do(earlier, "2025-03-28 11:00")
    assert [p.rule for p in _open(case)].count(flag) == 1


def test_an_agreement_is_broken_again_within_eight_weeks_and_not_at_them() -> None:
    """R28: counted in days; and what was considered at that very moment answers it."""
    for second, asked in (("2025-07-19 21:59", 1), ("2025-07-19 22:00", 0)):
        case = with_consequence()
        first = claim(case, SATURDAY)
        judge(case, first, "2025-05-26 09:00")
        judge(case, claim(case, second), "2025-07-21 09:00")
        assert len(owed(case, BROKEN_AGAIN)) == asked


def test_what_is_answered_at_the_moment_of_asking_is_answered() -> None:
    """R28: considered while the conclusion was drawn; not before it."""
    for moment, answered in (("2025-06-02 09:00", True), ("2025-06-02 08:59", False)):
        case = with_consequence()
        judge(case, claim(case, SATURDAY), "2025-05-26 09:00")
        again = claim(case, "2025-05-31 19:50")
        case.do(heard(again), "2025-06-02 08:00")
        case.do(JudgeBreach(breach=again, confirmed=True, why="Gezien."), "2025-06-02 09:00")
        considered = ConsiderRecurrence(
            item=A1,
            weighed="x",
            decision="y",
            decided_by=FATMA,
            consulted=ELS,
            effective_at=at(moment),
        )
        case.do(considered, "2025-06-03 09:00")
        [due] = owed(case, BROKEN_AGAIN)
        assert (due.settled is not None) is answered


def test_who_reports_and_is_nobody_of_the_dossier_is_told_of_by_name_or_as_somebody() -> None:
    """W9.1: as they were described, if they were."""

    class Words:
        def name(self, who: object) -> str:
            return "Els"

        def text(self, sealed: object, field: str) -> str:
            return str(getattr(sealed.content, field) or "")  # type: ignore[attr-defined]

    case = family()
    for named, told in (("De buurvrouw", "De buurvrouw"), (None, "Iemand")):
        [event] = case.do(ReportIncident(what="Geschreeuw", reporter_description=named))
        assert catalogue.sentences[type(event)](event, Words()).startswith(told)


def test_a_version_is_told_as_what_it_is() -> None:
    """T4: adjusted, or confirmed as it is."""
    made = version(2)
    tell = catalogue.sentences[type(made)]
    unchanged = msgspec.structs.replace(made, unchanged=True)
    assert "bijgesteld" in tell(made, None)
    assert "ongewijzigd bevestigd" in tell(unchanged, None)
