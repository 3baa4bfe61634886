"""Naming somebody who is hidden from whoever acts is naming nobody, in every service alike."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from services.plans.domain.plan.discussing import Agrees, AgreeToPlan
from services.plans.domain.plan.promises import AnswerAgreement
from shared.eventbase.act import Act
from shared.eventbase.doing import Actor
from tests.unit.plans.acts import Family, add
from tests.unit.plans.case import STRANGER


def answer(agreement: UUID, person: UUID) -> Act:
    """Stefan's answer to his agreement, in the name of somebody."""
    return AnswerAgreement(agreement=agreement, accepted=True, person=person)


def consent(agreement: UUID, person: UUID) -> Act:
    """What Stefan says to the plan, in the name of somebody."""
    return AgreeToPlan(agrees=Agrees.YES, person=person)


@pytest.mark.parametrize("say", [answer, consent])
def test_naming_somebody_hidden_is_refused_as_naming_nobody(
    say: Callable[[UUID, UUID], Act],
) -> None:
    """W7.1, design 6: an id that was seen elsewhere is no way to find out who is in here."""
    family = Family()
    item = family.in_force()
    hans = family.case.item(add("Hans", hidden_from=(family.stefan,)))
    stefan = Actor("stefan", "person", family.stefan)
    said = {
        tuple(
            (each.rule, each.message.replace(str(named), "WIE"))
            for each in family.case.broken(say(item, named), actor=stefan)
        )
        for named in (hans, STRANGER)
    }
    assert len(said) == 1
    assert "persoon-onbekend" in str(said)
    assert "persoon-onbekend" not in family.case.refused(say(item, hans))
