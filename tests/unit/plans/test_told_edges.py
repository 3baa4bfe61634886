"""The exact edges of telling the family: what settles it, what is shown, what is discussed (W2)."""

from __future__ import annotations

from services.plans.domain.groundwork.progress import Task
from services.plans.domain.groundwork.transparency import Message
from services.plans.domain.plan.discussing import DiscussPlan
from services.plans.views.family_told import family_told_view
from services.plans.views.parts.groundwork import groundwork
from tests.unit.plans.acts import Family
from tests.unit.plans.case import at
from tests.unit.plans.looking import look
from tests.unit.plans.test_meldcode import both_messages, decide
from tests.unit.plans.test_messages_owed import BOTH, DUTY, withhold
from tests.unit.plans.test_progress import done
from tests.unit.plans.test_transparency import give


def settled(family: Family) -> str:
    """When what is owed to Mirjam was done."""
    [due] = [each for each in family.case.obligations(DUTY) if each.about == family.mirjam]
    return f"{due.settled.at:%m-%d}" if due.settled else "open"


def test_both_messages_settle_it_when_the_last_of_them_was_given() -> None:
    """R04: 2a alone is not enough."""
    family = Family()
    together, may_report = both_messages(family.mirjam)
    family.case.do(together, "2025-03-11 10:00")
    family.case.do(may_report, "2025-03-13 10:00")
    assert settled(family) == "03-13"


def test_what_was_withheld_and_told_after_all_was_settled_by_the_first_of_the_two() -> None:
    """W2.2, R04: whichever that was."""
    for first, second in ((0, 1), (1, 0)):
        family = Family()
        family.case.do(give(Message.TOGETHER_2A, family.mirjam), "2025-03-11 10:00")
        ways = (withhold(family, family.mirjam), give(Message.MAY_REPORT_2B, family.mirjam))
        family.case.do(ways[first], "2025-03-12 10:00")
        family.case.do(ways[second], "2025-03-14 10:00")
        assert settled(family) == "03-12"


def test_the_meldcode_or_the_messages_settle_it_whichever_came_first() -> None:
    """R04: what is done afterwards does not make it late."""
    family = Family()
    for message in both_messages(family.mirjam):
        family.case.do(message, "2025-03-11 10:00")
    family.case.do(decide(family), "2025-03-12 10:00")
    family.case.do(decide(family), "2025-03-13 10:00")
    dates = {each.about: each.settled for each in family.case.obligations(DUTY)}
    moments = [mark and mark.at for mark in map(dates.get, (family.mirjam, family.stefan))]
    assert moments == [at("2025-03-11 10:00"), at("2025-03-12 10:00")]


def test_what_somebody_was_told_is_shown() -> None:
    """W2.2: and told after all, it is no longer shown as withheld."""
    family = Family()
    family.case.do(withhold(family, family.mirjam))
    for message in both_messages(family.mirjam):
        family.case.do(message)
    mirjam, stefan = family_told_view(look(family.case))["people"]
    assert (mirjam["given"], mirjam["withheld"], stefan["given"]) == (BOTH, [], [])
    told = groundwork(look(family.case))["messages"]
    assert told == [{"person": family.mirjam, "messages": BOTH}]


def test_to_go_through_the_plan_with_somebody_is_to_discuss_it() -> None:
    """W0.2: as well as a message or a shared concern."""
    family = Family()
    family.case.do(DiscussPlan(person=family.mirjam, by=family.fatma, manner="Samen gelezen"))
    assert done(family) == {Task.DISCUSSED}
