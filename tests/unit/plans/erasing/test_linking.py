"""The same person in two dossiers (R43, design 2)."""

from __future__ import annotations

import msgspec

from services.plans.domain.erasing.linking import SamePeople, UnlinkSamePerson
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family
from tests.unit.plans.case import NOWHERE, PLAN
from tests.unit.plans.erasing.acts import OTHER_PLAN, elsewhere, link
from tests.unit.plans.test_correction import correct


def test_a_link_stands_in_both_dossiers_and_in_ones_own_last() -> None:
    """R43: each side in a stream of its own, so that neither needs the history of the other."""
    family = Family()
    there = elsewhere(family)
    other, own = family.case.do(link(family, there))
    assert (other.plan_of(PLAN), own.plan_of(PLAN)) == (OTHER_PLAN, PLAN)
    assert len({other.stream_id(PLAN), own.stream_id(PLAN), PLAN, OTHER_PLAN}) == 4
    (here,) = family.case.state()[SamePeople].of(family.mirjam)
    assert (here.other_plan, here.other_person) == (OTHER_PLAN, there)
    (back,) = family.case.state(plan_id=OTHER_PLAN)[SamePeople].of(there)
    assert (back.other_plan, back.other_person) == (PLAN, family.mirjam)
    assert back.item == here.item
    assert family.case.state()[Reaches].of[here.item].concerns == frozenset()


def test_only_two_people_who_are_there_are_linked_and_once() -> None:
    """R43: the other dossier is asked, and a dossier is not its own other one."""
    family = Family()
    linked = link(family, elsewhere(family))
    nobody = msgspec.structs.replace(linked, person=NOWHERE)
    assert family.case.refused(nobody) == {"persoon-onbekend"}
    for wrong in ({"other_person": NOWHERE}, {"other_plan": NOWHERE}):
        strange = msgspec.structs.replace(linked, **wrong)
        assert family.case.refused(strange) == {"koppeling-persoon-onbekend"}
    family.case.others[PLAN] = family.case.state()
    own = msgspec.structs.replace(linked, other_plan=PLAN, other_person=family.els)
    assert family.case.refused(own) == {"koppeling-met-zichzelf"}
    assert family.case.refused(linked) == set()
    assert family.case.refused(linked) == {"koppeling-bestaat-al"}


def test_a_link_that_was_wrong_is_undone_on_both_sides() -> None:
    """R43: not by a correction, which would leave the other side."""
    family = Family()
    linked = link(family, elsewhere(family))
    events = family.case.do(linked)
    assert family.case.refused(correct(family.case, events[-1])) == {"correctie-van-wissing"}
    undo = UnlinkSamePerson(link=events[-1].item, reason="Een ander")
    other, own = family.case.do(undo)
    assert (other.plan_of(PLAN), own.plan_of(PLAN)) == (OTHER_PLAN, PLAN)
    assert len({other.stream_id(PLAN), own.stream_id(PLAN), PLAN, OTHER_PLAN}) == 4
    for plan in (PLAN, OTHER_PLAN):
        assert family.case.state(plan_id=plan)[SamePeople].standing == []
    assert family.case.refused(undo) == {"koppeling-onbekend"}
    assert family.case.refused(linked) == set()
