"""Who keeps an agreement to those who read it, and whom it is hidden from (domain.md 3.7)."""

from __future__ import annotations

from services.plans.domain.family.people import PartyKind
from services.plans.domain.plan.agreeing import ChangeAgreement
from services.plans.domain.plan.agreements import Purpose
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, add, agree
from tests.unit.plans.case import day


def test_an_agreement_is_not_read_by_whom_all_its_keepers_are_hidden_from() -> None:
    """R34: Stefan would see that somebody keeps it whom he may not know."""
    family = Family()
    hans = family.case.item(add("Hans", PartyKind.NETWORK, hidden_from=(family.stefan,)))
    betrays = agree(hans, for_people=(family.stefan,))
    assert family.case.refused(betrays) == {"afspraak-verraadt-iemand"}
    (broken,) = family.case.broken(betrays)
    assert str(family.stefan) in broken.message
    for act in (
        agree(hans, for_people=(family.mirjam,)),
        agree(hans, family.els, for_people=(family.stefan,)),
        agree(hans, for_people=(family.stefan,), hidden_from=(family.stefan,)),
    ):
        family.case.do(act)


def test_a_change_that_leaves_out_whom_it_is_hidden_from_hides_it_from_them_still() -> None:
    """Domain 3.7: to show what was hidden is a choice that somebody makes in so many words."""
    family = Family()
    case, stefan = family.case, family.stefan
    item = case.item(agree(family.mirjam, for_people=(stefan,), hidden_from=(stefan,)))
    said = {"what": "Anders", "purpose": Purpose.STABILITY, "valid_from": day("2025-03-12")}
    people = {"responsible": (family.mirjam,), "for_people": (stefan,)}
    case.do(ChangeAgreement(item=item, **said, **people))
    assert not case.state()[Reaches].of[item].includes(stefan)
    case.do(ChangeAgreement(item=item, **said, **people, hidden_from=()))
    assert case.state()[Reaches].of[item].includes(stefan)
