"""The three tasks of the team follow from what is recorded (W0.2)."""

from __future__ import annotations

import pytest

from services.plans.domain.groundwork.progress import Task, progress
from services.plans.domain.groundwork.transparency import GiveTransparencyMessage, Manner, Message
from services.plans.domain.groundwork.unsafety import Unsafety
from services.plans.domain.picture.sharing import ShareConcern
from services.plans.domain.plan.discussing import DiscussPlan
from tests.unit.plans.acts import Family, activate, agree, classify, concern
from tests.unit.plans.case import at

FLAG = "afspraken-niet-besproken"


def done(family: Family) -> set[Task]:
    """The tasks that are done."""
    return {each.task for each in progress(family.case.state()) if each.since is not None}


def test_agreements_that_were_discussed_with_nobody_stay_in_sight() -> None:
    """W0.2: DISCUSSED is open and the flag is up; speaking of other things is no answer."""
    family = Family()
    assert FLAG not in family.case.flags()
    family.in_force()
    assert done(family) == {Task.AGREED}
    assert family.case.told(FLAG) == ["Afspraken niet met betrokkenen besproken."]
    told = GiveTransparencyMessage(
        message=Message.TOGETHER_2A, to=(family.mirjam,), manner=Manner.IN_PERSON
    )
    family.case.do(told)
    assert done(family) == {Task.AGREED, Task.DISCUSSED}
    assert FLAG in family.case.flags()
    family.case.do(DiscussPlan(person=family.mirjam, by=family.fatma, manner="Samen gelezen"))
    assert FLAG not in family.case.flags()


@pytest.mark.parametrize("judged", [True, False])
def test_the_situation_is_mapped_with_a_concern_and_a_judgement(judged: bool) -> None:
    """W0.2: neither alone; since when both are there."""
    family = Family()
    worry = family.case.item(concern(), "2025-03-10 10:00")
    family.case.do(ShareConcern(concern=worry, person=family.mirjam), "2025-03-11 10:00")
    if judged:
        family.case.do(classify(Unsafety.STRUCTURAL), "2025-03-12 10:00")
    mapped, discussed, agreed = (each.since for each in progress(family.case.state()))
    assert mapped == (at("2025-03-12 10:00") if judged else None)
    assert (discussed, agreed) == (at("2025-03-11 10:00"), None)


def test_agreements_count_once_they_are_in_a_version() -> None:
    """W0.2: and not while they are being made."""
    family = Family()
    family.case.do(agree(family.stefan))
    assert Task.AGREED not in done(family)
    family.case.do(activate())
    assert Task.AGREED in done(family)
