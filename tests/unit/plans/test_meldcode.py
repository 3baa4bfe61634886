"""The meldcode: who took which step, what was answered, or why it does not fit (W2.1, W2.2)."""

from __future__ import annotations

from typing import Any

import pytest

from services.plans.domain.groundwork.meldcode import (
    DecideMeldcode,
    DeclareMeldcodeNotApplicable,
    Meldcode,
    Weighing,
)
from services.plans.domain.groundwork.meldcode_steps import MeldcodeSteps, Step, TakeMeldcodeStep
from services.plans.domain.groundwork.transparency import GiveTransparencyMessage, Manner, Message
from services.plans.domain.groundwork.unsafety import Unsafety
from shared.eventbase.act import Act
from tests.unit.plans.acts import Family, classify
from tests.unit.plans.case import STRANGER

HELPED = Weighing(suspicion=True, unsafe=False, can_help=True, accepted=True, effective=True)
ACUTE = Weighing(suspicion=True, unsafe=True)


def decide(family: Family, weighing: Weighing = HELPED, **more: Any) -> DecideMeldcode:
    """Fatma decides, after asking Joris."""
    said = {"decided_by": family.fatma, "consulted": family.joris, "report": False}
    return DecideMeldcode(weighing=weighing, reason="Hulp is begonnen.", **said | more)


def not_applicable(family: Family, **more: Any) -> DeclareMeldcodeNotApplicable:
    """Fatma decides that it does not fit, after asking Joris."""
    said = {"decided_by": family.fatma, "consulted": family.joris}
    return DeclareMeldcodeNotApplicable(reason="Geen vermoeden van geweld.", **said | more)


def weighed(family: Family) -> list[Act]:
    """Every act of the meldcode."""
    step = TakeMeldcodeStep(step=Step.SIGNALS, outcome="Drie signalen", by=family.fatma)
    return [step, decide(family), not_applicable(family)]


def both_messages(*to: Any) -> list[Act]:
    """2a and 2b, told in person."""
    return [GiveTransparencyMessage(message=m, to=to, manner=Manner.IN_PERSON) for m in Message]


def test_a_dossier_without_a_decision_and_without_both_messages_says_so() -> None:
    """W2.1: the open obligation "meldcode of boodschap 2a/2b", from the first suspicion on."""
    family = Family()
    assert family.case.told("meldcode-open") == ["Meldcode of boodschap 2a/2b."]


def test_a_decision_with_its_five_answers_closes_it() -> None:
    """W2.1: who decided, after asking whom, what was answered; the messages are not owed then."""
    family = Family()
    family.case.do(classify(Unsafety.NONE_FOUND))
    family.case.do(decide(family))
    found = family.case.state()[Meldcode].decision
    assert found is not None
    assert (found.decided_by, found.consulted) == (family.fatma, family.joris)
    assert found.weighing == HELPED
    assert not {"meldcode-open", "boodschap-open"} & set(family.case.flags())


def test_steps_alone_do_not_close_it() -> None:
    """W2.1: five steps, and the fifth is a decision."""
    family = Family()
    for step in Step:
        family.case.do(TakeMeldcodeStep(step=step, outcome="Gedaan", by=family.fatma))
    assert "meldcode-open" in family.case.flags()


def test_steps_are_taken_in_any_order_or_skipped_with_the_reason() -> None:
    """W2.1: the order is not fixed."""
    family = Family()
    family.case.do(TakeMeldcodeStep(step=Step.WEIGHING, outcome="Gewogen", by=family.fatma))
    skipped = TakeMeldcodeStep(
        step=Step.CONVERSATION, outcome="Te gevaarlijk voor haar", by=family.joris, skipped=True
    )
    family.case.do(skipped)
    steps = family.case.state()[MeldcodeSteps].all
    assert [(s.step, s.skipped, s.by) for s in steps] == [
        (Step.WEIGHING, False, family.fatma),
        (Step.CONVERSATION, True, family.joris),
    ]


def test_where_it_does_not_fit_both_messages_to_everybody_close_it() -> None:
    """W2.2, R04: not-applicable alone leaves it open, and so does 2a alone."""
    family = Family()
    family.case.do(classify(Unsafety.NONE_FOUND))
    family.case.do(not_applicable(family))
    assert "meldcode-open" in family.case.flags()
    together, may_report = both_messages(family.mirjam, family.stefan)
    family.case.do(together)
    assert "meldcode-open" in family.case.flags()
    family.case.do(may_report)
    assert "meldcode-open" not in family.case.flags()


@pytest.mark.parametrize(
    ("weighing", "norm"),
    [
        (Weighing(suspicion=False), False),
        (HELPED, False),
        (ACUTE, True),
        (Weighing(suspicion=True, unsafe=False, can_help=False), True),
        (Weighing(suspicion=True, unsafe=False, can_help=True, accepted=False), True),
        (Weighing(True, False, True, True, False), True),
    ],
)
def test_not_reporting_against_the_norm_is_recorded_and_stays_in_sight(
    weighing: Weighing, norm: bool
) -> None:
    """W2.1, domain 3.2: a person decides; the flag says that the norm was another."""
    family = Family()
    family.case.do(decide(family, weighing))
    assert ("niet-gemeld-tegen-norm" in family.case.flags()) is norm
    family.case.do(decide(family, weighing, report=True))
    assert "niet-gemeld-tegen-norm" not in family.case.flags()


def test_no_question_is_skipped() -> None:
    """W2.1: the third is not answered before the second."""
    family = Family()
    gap = Weighing(suspicion=True, can_help=True)
    assert family.case.refused(decide(family, gap)) == {"meldcode-vragen"}


def test_who_decides_asks_somebody_else_of_this_dossier() -> None:
    """W2.1: consulted is another person, and known here."""
    family = Family()
    for act in (decide, not_applicable):
        alone = act(family, consulted=family.fatma)
        assert family.case.refused(alone) == {"meldcode-andere-collega"}
        assert family.case.refused(act(family, consulted=STRANGER)) == {"persoon-onbekend"}
    unknown = TakeMeldcodeStep(step=Step.SIGNALS, outcome="x", by=STRANGER)
    assert family.case.refused(unknown) == {"persoon-onbekend"}
