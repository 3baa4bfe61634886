"""Taking over agreements from an earlier plan, and confirming them anew (W4.2)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.groundwork.adopting import (
    AdoptEarlierPlan,
    AdoptedAgreement,
    Adoptions,
    to_confirm,
)
from services.plans.domain.groundwork.earlier_plans import ReferToEarlierPlan
from services.plans.domain.plan.agreeing import EndAgreement
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.promises import AnswerAgreement
from services.plans.domain.plan.versions import Versions
from shared.eventbase.doing import Actor
from tests.unit.plans.acts import Family, activate, adjust, agree
from tests.unit.plans.case import NOWHERE, day, uid
from tests.unit.plans.test_papers import papers


def referred(family: Family) -> UUID:
    """A plan of 2023, of another organisation, is referred to."""
    return family.case.item(
        ReferToEarlierPlan(organisation="Team West", made_on=day("2023-03-01"), document="Map 7")
    )


def adopted(family: Family, count: int = 4) -> list[UUID]:
    """So many agreements of Stefan and Els are taken over from it."""
    taken = [AdoptedAgreement(agree(family.stefan, family.els)) for _ in range(count)]
    act = AdoptEarlierPlan(earlier_plan=referred(family), agreements=tuple(taken))
    return [each.item for each in family.case.do(act)[-1].adopted]


def test_four_agreements_of_an_external_plan_are_taken_over_and_to_be_confirmed() -> None:
    """W4.2: version 1 shows four with their provenance; one is dropped, one new one is added."""
    family = Family()
    items = adopted(family)
    family.case.do(activate())
    version = family.case.state()[Versions].all[0]
    page = papers(family).page(version, Actor("", "worker"), day("2025-03-10"))
    assert [(a["item"], a["to_confirm"]) for a in page["agreements"]] == [(i, True) for i in items]
    (earlier,) = {a["earlier_plan"] for a in page["agreements"]}
    assert family.case.state()[Adoptions].of[items[0]].earlier_plan == earlier
    dropped = EndAgreement(item=items[0], reason="Past niet meer")
    family.case.do(adjust(dropped, agree(family.els)))
    state = family.case.state()
    assert len(state[Agreements].standing) == 4
    words = state[Adoptions].dropped[items[0]].content
    assert words is not None
    assert words.reason == "Past niet meer"
    assert [a.item for a in state[Agreements].standing if to_confirm(state, a)] == items[1:]


def test_a_person_reads_an_adopted_agreement_like_any_other() -> None:
    """Design 6: where it came from stands on no page of the family, so no page changes by it."""
    family = Family()
    adopted(family)
    family.case.do(activate())
    version = family.case.state()[Versions].all[0]
    page = papers(family).page(version, Actor("", "person", family.stefan), day("2025-03-10"))
    assert not any({"to_confirm", "earlier_plan"} & a.keys() for a in page["agreements"])


def test_an_adopted_agreement_is_confirmed_when_everybody_bound_said_yes() -> None:
    """W4.2: it stays in sight until then."""
    family = Family()
    (item,) = adopted(family, 1)
    assert "overgenomen-te-bevestigen" in family.case.flags()
    family.case.do(AnswerAgreement(agreement=item, accepted=True, person=family.stefan))
    assert "overgenomen-te-bevestigen" in family.case.flags()
    family.case.do(AnswerAgreement(agreement=item, accepted=True, person=family.els))
    assert "overgenomen-te-bevestigen" not in family.case.flags()


def test_only_what_was_referred_to_can_be_taken_over_and_it_must_be_something() -> None:
    """W4.2: three separate acts: refer, take over, supplement."""
    family = Family()
    nothing = AdoptEarlierPlan(earlier_plan=NOWHERE, agreements=())
    assert family.case.refused(nothing) == {"overnemen-onbekend-plan", "overnemen-van-niets"}


def test_what_is_taken_over_meets_every_rule_of_an_agreement() -> None:
    """W4.2, R34: an old agreement without anybody to keep it is not one now."""
    family = Family()
    act = AdoptEarlierPlan(earlier_plan=referred(family), agreements=(AdoptedAgreement(agree()),))
    assert family.case.refused(act) == {"afspraak-zonder-wie"}


def test_an_agreement_of_our_own_earlier_plan_keeps_which_one_it_was() -> None:
    """W4.2: the history of the old plan stays readable there, through the link."""
    family = Family()
    act = AdoptEarlierPlan(
        earlier_plan=referred(family),
        agreements=(AdoptedAgreement(agree(family.els), source=uid(77)),),
    )
    (pair,) = family.case.do(act)[-1].adopted
    assert pair.source == uid(77)
    assert family.case.state()[Adoptions].of[pair.item].source == uid(77)
