"""The exact edges of a version: what made it, what it keeps, and who spoke when (W0, W3.1)."""

from __future__ import annotations

from datetime import timedelta

from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.bottom_lines import WithdrawBottomLine
from services.plans.domain.plan.bottom_lines_judged import MEET
from services.plans.domain.plan.discussing import Agrees, AgreeToPlan, Voices
from services.plans.domain.plan.versions import Path, Versions
from shared.eventbase.obligation import Mark
from tests.unit.plans.acts import Family, activate, agree, bottom_line, rhythm
from tests.unit.plans.case import day, uid
from tests.unit.plans.picture_history import risk
from tests.unit.plans.test_correction import correct
from tests.unit.plans.test_revising import RHYTHM, only, revise


def test_a_plan_that_answers_an_incident_names_it() -> None:
    """W9.1: in the cause of version 1."""
    family = Family()
    family.case.do(agree(family.stefan))
    [activated] = family.case.do(activate(because=uid(9)))
    [version] = family.case.state()[Versions].all
    assert (activated.because, version.cause.id) == (uid(9), uid(9))


def test_a_version_is_marked_by_the_event_that_made_it() -> None:
    """Design 1: what a new version settles, it settles by that event."""
    family = Family()
    family.case.do(agree(family.stefan))
    [activated] = family.case.do(activate())
    [version] = family.case.state()[Versions].all
    assert version.mark == Mark(family.case.event_id(activated), family.case.now)


def test_the_first_schedule_that_was_agreed_settles_what_was_owed() -> None:
    """R18: and not another that was agreed later."""
    family = Family()
    family.in_force()
    [first] = family.case.do(rhythm())
    mark = Mark(family.case.event_id(first), family.case.now)
    family.case.do(rhythm(every_weeks=2))
    assert [due.settled for due in family.case.obligations(RHYTHM)] == [mark]


def test_a_plan_by_the_regular_path_is_asked_for_no_rhythm_later() -> None:
    """R18: it had one; also when that turns out to have been a mistake."""
    family = Family()
    [agreed] = family.case.do(rhythm())
    for act in (agree(family.stefan), bottom_line(family.mirjam), activate(Path.REGULAR)):
        family.case.do(act)
    family.case.do(correct(family.case, agreed))
    assert family.case.obligations(RHYTHM) == []


def test_an_agreement_keeps_the_risk_that_it_is_there_for() -> None:
    """S4.4: so that everybody can read why."""
    family = Family()
    fear = family.case.item(risk(family.mirjam))
    family.case.do(agree(family.stefan, risk_statements=(fear,)))
    [agreement] = family.case.state()[Agreements].standing
    assert agreement.risk_statements == (fear,)


def test_a_bottom_line_that_was_withdrawn_is_settled_by_that() -> None:
    """W0.8: by that event."""
    family = Family()
    line = family.case.item(bottom_line(family.mirjam, due_by=day("2025-03-28")))
    [gone] = family.case.do(WithdrawBottomLine(item=line, reason="Niet nodig"))
    [due] = family.case.obligations(MEET)
    assert due.settled is not None
    assert due.settled.event_id == family.case.event_id(gone)


def test_a_revised_bottom_line_is_for_whom_it_is_now_since_it_reads_so() -> None:
    """W0.8: what was written of it before the revision is refused."""
    family = Family()
    line = family.case.item(bottom_line(family.mirjam))
    family.case.do(revise(line, family.mirjam, family.els))
    assert only(family).for_people == (family.mirjam, family.els)
    since = family.case.now
    assert only(family).since == since
    early = revise(line, family.mirjam, effective_at=since - timedelta(microseconds=1))
    assert len(family.case.refused(early)) == 1
    assert family.case.refused(revise(line, family.mirjam, effective_at=since)) == set()


def test_who_says_yes_at_the_moment_of_the_version_says_it_to_that_version() -> None:
    """W0.9: as at a table where the plan is made; not a moment before."""
    family = Family()
    family.in_force()
    made = family.case.now
    early = made - timedelta(microseconds=1)
    yes = {"agrees": Agrees.YES, "person": family.mirjam}
    refused = family.case.refused(AgreeToPlan(effective_at=early, **yes))
    assert refused == {"instemming-voor-versie"}
    family.case.do(AgreeToPlan(effective_at=made, **yes))
    [answer] = family.case.state()[Voices].answers
    assert answer.plan_version == 1
