"""The exact edges of a dossier: what came first, what coincides, and what stays known."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.plans.domain.family.custody import Custodies, CustodySource
from services.plans.domain.family.dossier import Dossier, ExternalReference
from services.plans.domain.family.leaving import EndInvolvement, ResumeInvolvement
from services.plans.domain.family.people import PartyKind
from services.plans.domain.groundwork.measures import Measures
from services.plans.domain.groundwork.progress import Task, progress
from services.plans.domain.groundwork.transparency import GiveTransparencyMessage, Manner, Message
from services.plans.domain.groundwork.unsafety import Unsafety
from services.plans.domain.plan.agreeing import EndAgreement
from services.plans.domain.plan.agreements import Purpose
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import (
    Family,
    activate,
    add,
    adjust,
    agree,
    classify,
    concern,
    open_dossier,
)
from tests.unit.plans.case import STRANGER, Case, at, day
from tests.unit.plans.network_acts import custody
from tests.unit.plans.test_measures import READY, impose, move


def test_a_dossier_keeps_why_it_was_opened_and_where_else_it_is_known() -> None:
    """W0.1: a suspicion only when that was said."""
    case = Case()
    elsewhere = (ExternalReference("Zaken", "Z-1"),)
    [opened] = case.do(open_dossier(suspicion_only=True, references=elsewhere))
    assert case.state()[Dossier].suspicion_only
    assert opened.words.content.references == elsewhere
    assert not Case().state()[Dossier].suspicion_only


def test_a_person_has_the_name_that_was_given() -> None:
    """S3.1: and concerns themselves."""
    case = Family().case
    [added] = case.do(add("Sanne", PartyKind.NETWORK))
    assert added.details.content.name == "Sanne"
    assert case.state()[Reaches].of[added.person].concerns == {added.person}


def test_somebody_unknown_neither_leaves_nor_comes_back() -> None:
    """W7.1: both reasons are given."""
    case = Family().case
    assert case.refused(EndInvolvement(person=STRANGER, reason="x")) == {"persoon-onbekend"}
    back = case.refused(ResumeInvolvement(person=STRANGER, reason="x"))
    assert back == {"persoon-onbekend", "niet-vertrokken"}


def test_what_was_read_last_counts_whatever_was_written_down_last() -> None:
    """R49: by the day on which it was checked; on one day by when that was."""
    family = Family()
    bas = family.case.item(add("Bas"))
    now = "2025-04-20 09:00"
    family.case.do(custody(bas, family.mirjam, checked_on=day("2025-04-10")), now)
    family.case.do(custody(bas, family.stefan, checked_on=day("2025-04-01")), "2025-04-21 09:00")
    known = family.case.state()[Custodies].known(bas)
    assert known is not None
    assert known.holders == (family.mirjam,)
    owed = family.case.obligations("gezag-nagaan")
    open_ones = [each for each in owed if each.settled is None]
    assert [each.opened.at for each in open_ones] == [at(now)]


def test_what_settles_a_check_is_the_first_that_was_read_after_it() -> None:
    """R49: not the last."""
    family = Family()
    bas = family.case.item(add("Bas"))
    said = custody(bas, family.mirjam, source=CustodySource.STATEMENT)
    family.case.do(said, "2025-03-11 09:00")
    for checked in ("2025-03-12", "2025-03-13"):
        family.case.do(custody(bas, family.mirjam, checked_on=day(checked)), f"{checked} 09:00")
    first = family.case.obligations("gezag-nagaan")[0]
    assert first.settled is not None
    assert first.settled.at == at("2025-03-12 09:00")


def test_a_measure_keeps_every_end_that_it_had() -> None:
    """R16: who decided, what was said, and in which order."""
    family = Family()
    order = family.case.item(impose(family))
    ends = ("2025-03-25 22:40", "2025-04-01 21:40")
    for n, moved in enumerate(ends):
        family.case.do(move(order, moved), f"2025-03-1{6 + n} 10:00")
    [measure] = family.case.state()[Measures].all
    assert [each.ends for each in measure.moved] == [at(each) for each in ends]
    assert measure.on == (family.stefan,)
    assert measure.protects == (family.mirjam,)
    assert measure.words.content is not None
    assert measure.words.content.decided_by == "De burgemeester"
    for each in measure.moved:
        assert each.words.content is not None
        assert each.words.content.reason == "Het is nog niet veilig."
        assert each.item != order
        assert each.mark.at.day in (16, 17)
    happened = {r.stamp.event_id for r in family.case.history}
    assert {measure.mark.event_id, *(m.mark.event_id for m in measure.moved)} <= happened


def test_a_measure_may_begin_a_year_from_now_and_not_later() -> None:
    """R16: what is further away is a slip of the pen."""
    family = Family()
    for more, broken in ((0, set()), (1, {"maatregel-begint-ver-weg"})):
        begins = family.case.now + timedelta(days=366, seconds=1 + more)
        ends = begins + timedelta(days=1)
        act = impose(family, begins=f"{begins:%Y-%m-%d %H:%M:%S}", ends=f"{ends:%Y-%m-%d %H:%M}")
        assert family.case.refused(act) == broken


def test_an_order_that_is_told_of_two_days_before_its_end_asks_at_once() -> None:
    """R16: late is from then on, and what is owed is about that order."""
    for now, opened in (
        ("2025-03-16 22:40", "2025-03-16 22:40"),
        ("2025-03-16 22:39", "2025-03-16 22:40"),
        ("2025-03-17 09:00", "2025-03-17 09:00"),
    ):
        family = Family()
        order = family.case.item(impose(family), now)
        [due] = family.case.obligations(READY)
        assert (due.opened.at, due.about) == (at(opened), order)


def test_the_first_version_with_what_holds_afterwards_is_what_settles_it() -> None:
    """R16: that version itself, also when more is agreed later."""
    family = Family()
    family.case.item(impose(family), "2025-03-09 09:00")
    family.in_force()
    version = family.case.now
    family.case.do(adjust(agree(family.stefan, purpose=Purpose.DIRECT_SAFETY)))
    [due] = family.case.obligations(READY)
    assert due.settled is not None
    assert due.settled.at == version


def test_a_task_is_done_since_the_first_that_did_it() -> None:
    """W0.2: mapped when both are there, told by whatever came first, agreed once on paper."""
    family = Family()
    case = family.case
    case.do(classify(Unsafety.ACUTE, family.mirjam), "2025-03-11 09:00")
    case.do(concern(), "2025-03-12 09:00")
    case.do(concern(), "2025-03-13 09:00")
    for moment in ("2025-03-14 09:00", "2025-03-15 09:00"):
        told = GiveTransparencyMessage(
            message=Message.TOGETHER_2A, to=(family.mirjam,), manner=Manner.IN_PERSON
        )
        case.do(told, moment)
    first = case.item(agree(family.stefan), "2025-03-16 09:00")
    case.do(activate(), "2025-03-17 09:00")
    case.do(adjust(agree(family.els)), "2025-03-18 09:00")
    found = {each.task: each.since for each in progress(case.state())}
    assert found == {
        Task.MAPPED: at("2025-03-12 09:00"),
        Task.DISCUSSED: at("2025-03-14 09:00"),
        Task.AGREED: at("2025-03-17 09:00"),
    }
    case.do(adjust(EndAgreement(item=first, reason="x")), "2025-03-19 09:00")
    agreed = {each.task: each.since for each in progress(case.state())}[Task.AGREED]
    assert agreed == at("2025-03-18 09:00")


@pytest.mark.parametrize("kind", [PartyKind.NETWORK, PartyKind.PROFESSIONAL])
def test_the_messages_are_for_the_family_and_nobody_else(kind: PartyKind) -> None:
    """W2.2: whoever else joins is owed none."""
    family = Family()
    before = len(family.case.obligations("meldcode-of-boodschap"))
    family.case.do(add("Nora", kind))
    assert len(family.case.obligations("meldcode-of-boodschap")) == before
    family.case.do(add("Bas", PartyKind.FAMILY), "2025-03-20 09:00")
    owed = family.case.obligations("meldcode-of-boodschap")
    assert len(owed) == before + 1
    assert max(each.opened.at for each in owed) == at("2025-03-20 09:00")
