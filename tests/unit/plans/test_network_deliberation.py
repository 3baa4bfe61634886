"""Circles, invitations, who is willing, and who is kept out (S5.1, S5.2)."""

from __future__ import annotations

from services.plans.domain.family.people import PartyKind
from services.plans.domain.network.attendance import Attendances
from services.plans.domain.network.circles import NetworkCircles, PlaceInNetworkCircle
from services.plans.domain.network.inviting import Invitations
from services.plans.domain.network.willingness import Answers, willing_network
from tests.unit.plans.acts import MARCH_17, Family, activate, add, agree
from tests.unit.plans.case import STRANGER
from tests.unit.plans.network_acts import admit, exclude, invite, leave, willing
from tests.unit.plans.test_correction import correct


def test_a_circle_says_how_close_somebody_stands_and_who_named_them() -> None:
    """S5.1: 1 is the innermost; a later place replaces an earlier one."""
    family = Family()
    place = PlaceInNetworkCircle(person=family.els, circle=2, named_by=(family.mirjam,))
    family.case.do(place)
    family.case.do(PlaceInNetworkCircle(person=family.els, circle=1, named_by=(family.stefan,)))
    placed = family.case.state()[NetworkCircles].of[family.els]
    assert (placed.circle, placed.named_by) == (1, (family.stefan,))
    nowhere = PlaceInNetworkCircle(person=family.els, circle=0)
    assert family.case.refused(nowhere) == {"netwerkcirkel-nummer"}
    stranger = PlaceInNetworkCircle(person=STRANGER, circle=1)
    assert family.case.refused(stranger) == {"persoon-onbekend"}


def test_two_parents_each_have_circles_of_their_own_with_the_same_aunt_in_both() -> None:
    """S5.1: one after the other, neither takes the place of the other's."""
    family = Family()
    parents = {family.mirjam: 2, family.stefan: 1}
    for parent, circle in parents.items():
        named = PlaceInNetworkCircle(person=family.els, circle=circle, named_by=(parent,))
        family.case.do(named)
    named_by = family.case.state()[NetworkCircles].named[family.els]
    assert {parent: placed.circle for parent, placed in named_by.items()} == parents


def test_an_invitation_is_a_fact_with_who_asked_and_for_when() -> None:
    """S5.2: and stays in sight until it is known whether they are willing."""
    family = Family()
    family.case.do(invite(family.els, family.fatma, held_on=MARCH_17))
    asked = family.case.state()[Invitations].of[family.els]
    assert (asked.invited_by, asked.held_on) == (family.fatma, MARCH_17)
    assert "uitnodiging-zonder-antwoord" in family.case.flags()
    family.case.do(willing(family.els, comes=False, reason="Moet werken"))
    assert "uitnodiging-zonder-antwoord" not in family.case.flags()
    answer = family.case.state()[Answers].of[family.els]
    assert answer.words.content is not None
    assert answer.words.content.reason == "Moet werken"


def test_an_uncle_who_is_not_safe_for_the_child_gets_no_invitation() -> None:
    """S5.2 Accept: named by the father, kept out with a reason and by whom; inviting is refused."""
    family = Family()
    uncle = family.case.item(add("Oom Piet", PartyKind.NETWORK))
    named = PlaceInNetworkCircle(person=uncle, circle=1, named_by=(family.stefan,))
    family.case.do(named)
    family.case.do(exclude(uncle, family.fatma))
    decided = family.case.state()[Attendances].of[uncle]
    assert decided.words.content is not None
    assert decided.decided_by == family.fatma
    assert decided.words.content.reason == "Niet veilig voor Bas"
    assert family.case.refused(invite(uncle, family.fatma)) == {"uitgesloten-van-beraad"}
    assert family.case.refused(invite(family.els, family.fatma)) == set()


def test_an_invitation_from_before_the_decision_must_be_taken_back() -> None:
    """S5.2: it stays in sight; a correction takes it back."""
    family = Family()
    (asked,) = family.case.do(invite(family.els, family.fatma))
    family.case.do(exclude(family.els, family.fatma))
    assert "uitgenodigd-en-uitgesloten" in family.case.flags()
    assert "uitnodiging-zonder-antwoord" not in family.case.flags()
    family.case.do(correct(family.case, asked))
    assert "uitgenodigd-en-uitgesloten" not in family.case.flags()


def test_whoever_was_kept_out_can_be_let_in_again_with_a_reason() -> None:
    """S5.2: a decision is a fact with a moment, not a mark on a person."""
    family = Family()
    assert family.case.refused(admit(family.els, family.fatma)) == {"niet-uitgesloten"}
    family.case.do(exclude(family.els, family.fatma))
    family.case.do(admit(family.els, family.fatma))
    assert family.case.refused(invite(family.els, family.fatma)) == set()


def test_nobody_keeps_themselves_out() -> None:
    """S5.2: not wanting to come is an answer, and no decision about somebody."""
    family = Family()
    assert family.case.refused(exclude(family.els, family.els)) == {"uitsluiting-door-ander"}
    assert family.case.refused(exclude(family.els, STRANGER)) == {"persoon-onbekend"}


def test_the_decision_to_keep_somebody_out_is_not_told_by_its_name() -> None:
    """Design 4: topic and name stand in the clear, and are those of letting in as well."""
    family = Family()
    (out,) = family.case.do(exclude(family.els, family.fatma))
    (let_in,) = family.case.do(admit(family.els, family.fatma))
    assert (out.TOPIC, out.NAME) == (let_in.TOPIC, let_in.NAME)
    assert "uitgesloten" not in out.NAME


def test_no_network_that_is_willing_is_seen_and_blocks_nothing() -> None:
    """S5.2 Accept: zero willing members is a flag, and the plan comes into force."""
    family = Family()
    assert "geen-netwerk-bereid" in family.case.flags()
    family.case.do(willing(family.els, thinks_along=False, comes=False))
    assert "geen-netwerk-bereid" in family.case.flags()
    family.case.do(agree(family.stefan, for_people=(family.mirjam,)))
    assert family.case.refused(activate()) == set()
    family.case.do(willing(family.els, comes=False))
    assert "geen-netwerk-bereid" not in family.case.flags()


def test_willing_counts_for_the_network_alone() -> None:
    """S5.2: not a professional; of the family only who stands in a circle, as a grandmother may."""
    family = Family()
    family.case.do(willing(family.fatma))
    family.case.do(willing(family.mirjam))
    assert willing_network(family.case.state()) == []
    family.case.do(PlaceInNetworkCircle(person=family.mirjam, circle=1))
    assert willing_network(family.case.state()) == [family.mirjam]


def test_who_is_kept_out_or_gone_is_not_counted_on() -> None:
    """S5.2."""
    family = Family()
    family.case.do(willing(family.els))
    assert willing_network(family.case.state()) == [family.els]
    family.case.do(exclude(family.els, family.fatma))
    assert willing_network(family.case.state()) == []
    family.case.do(admit(family.els, family.fatma))
    family.case.do(leave(family.els))
    assert willing_network(family.case.state()) == []
