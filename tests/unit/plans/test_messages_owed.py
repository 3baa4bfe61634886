"""The meldcode or both messages, to each of the family, or with a reason not (W2, R04)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.groundwork.messages_owed import owed_to
from services.plans.domain.groundwork.messages_withheld import Why, WithholdTransparencyMessage
from services.plans.domain.groundwork.transparency import Message
from services.plans.domain.groundwork.unsafety import Unsafety
from tests.unit.plans.acts import Family, add, classify, open_dossier
from tests.unit.plans.case import STRANGER, Case, at
from tests.unit.plans.test_meldcode import both_messages, decide, not_applicable

DUTY = "meldcode-of-boodschap"
BOTH = [Message.TOGETHER_2A, Message.MAY_REPORT_2B]


def withhold(
    family: Family, person: UUID, message: Message = Message.MAY_REPORT_2B, **more: Any
) -> WithholdTransparencyMessage:
    """Fatma decides not to tell somebody, after asking Joris."""
    said = {"why": Why.DANGER, "decided_by": family.fatma, "consulted": family.joris}
    told = {"message": message, "person": person, "reason": "Hij dreigt haar iets te doen."}
    return WithholdTransparencyMessage(**{**said, **told, **more})


def test_where_it_does_not_fit_and_only_2a_was_told_2b_stays_open() -> None:
    """W2.2: not-applicable and only 2a: W2 stays open, naming 2b."""
    family = Family()
    family.case.do(classify(Unsafety.NONE_FOUND))
    family.case.do(not_applicable(family))
    family.case.do(both_messages(family.mirjam, family.stefan)[0])
    people = (family.mirjam, family.stefan)
    open_points = [f"Boodschap 2b aan {person} is nog niet gegeven." for person in people]
    assert family.case.told("boodschap-open") == open_points
    assert "meldcode-open" in family.case.flags()


def test_who_was_not_told_is_named_until_they_are_or_it_is_decided_not_to() -> None:
    """W2.2: both to mother; father is not told yet (2a, 2b); only a decision discharges it."""
    family = Family()
    for act in both_messages(family.mirjam):
        family.case.do(act)
    state = family.case.state()
    assert (owed_to(state, family.mirjam), owed_to(state, family.stefan)) == ([], BOTH)
    family.case.do(withhold(family, family.stefan, Message.TOGETHER_2A))
    assert owed_to(family.case.state(), family.stefan) == [Message.MAY_REPORT_2B]
    assert "meldcode-open" in family.case.flags()
    family.case.do(withhold(family, family.stefan))
    assert "meldcode-open" not in family.case.flags()


def test_whoever_decides_not_to_tell_asks_somebody_else() -> None:
    """W2.2: with evidence: who, after asking whom."""
    family = Family()
    alone = withhold(family, family.stefan, consulted=family.fatma)
    assert family.case.refused(alone) == {"boodschap-andere-collega"}
    assert family.case.refused(withhold(family, STRANGER)) == {"persoon-onbekend"}


def test_within_five_working_days_each_of_the_family_is_told() -> None:
    """R04: due at the end of Monday 17 March; 2a and 2b both, or withheld, settle it."""
    family = Family()
    for act in both_messages(family.mirjam):
        family.case.do(act, "2025-03-11 10:00")
    owed = {each.about: each for each in family.case.obligations(DUTY)}
    assert owed[family.stefan].due_at == at("2025-03-17 23:00")
    assert owed[family.stefan].settled is None
    assert owed[family.mirjam].settled is not None
    family.case.do(withhold(family, family.stefan))
    family.case.do(withhold(family, family.stefan, Message.TOGETHER_2A))
    assert all(each.settled for each in family.case.obligations(DUTY))


def test_the_meldcode_settles_it_for_everybody() -> None:
    """R04: the decision after the five questions, at the moment that it was taken."""
    family = Family()
    family.case.do(decide(family), "2025-03-12 10:00")
    moments = [each.settled and each.settled.at for each in family.case.obligations(DUTY)]
    assert moments == [at("2025-03-12 10:00")] * 2


def test_whoever_joins_later_is_told_within_the_same_term_from_then() -> None:
    """R04: from when they became known; while nobody is, it is of the dossier."""
    case = Case()
    assert case.obligations(DUTY) == []
    family = Family()
    family.case.do(add("Oom"), "2025-04-01 10:00")
    newest = family.case.obligations(DUTY)[-1]
    assert newest.due_at == at("2025-04-08 22:00")
    alone = Case()
    [opened] = alone.do(open_dossier())
    [owed] = alone.obligations(DUTY)
    assert owed.about == opened.item
