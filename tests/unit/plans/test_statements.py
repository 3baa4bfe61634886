"""Statements: what people fear and want, each with a name on it, side by side (S4.1-S4.3)."""

from __future__ import annotations

import pytest

from services.plans.domain.statements.discussing import DiscussStatement, Reaction
from services.plans.domain.statements.owners import OwnerRole
from services.plans.domain.statements.withdrawing import WithdrawStatement
from services.plans.views.statements import statements_view
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, add
from tests.unit.plans.case import NOWHERE, STRANGER
from tests.unit.plans.looking import look
from tests.unit.plans.picture_history import desired, risk

PROFESSIONAL = OwnerRole.PROFESSIONAL


def test_parents_who_disagree_stand_side_by_side() -> None:
    """S4.1: each says what they fear, and neither takes the place of the other."""
    family = Family()
    noor = family.case.item(add("Noor"))
    hers = family.case.item(risk(family.mirjam, affects=(noor,), effect="Zij durft niet thuis"))
    his = family.case.item(risk(family.stefan, text="Dat ik Noor niet meer zie"))
    rows = statements_view(look(family.case))["risk_statements"]
    assert [(row["item"], row["owners"]) for row in rows] == [
        (hers, [family.mirjam]),
        (his, [family.stefan]),
    ]
    assert (rows[0]["affects"], rows[0]["effect"]) == ([noor], "Zij durft niet thuis")


def test_a_statement_has_an_owner_and_names_people_of_this_dossier() -> None:
    """S4.1: one or more named persons plus their role."""
    family = Family()
    assert family.case.refused(risk()) == {"uitspraak-zonder-eigenaar"}
    assert family.case.refused(risk(STRANGER)) == {"persoon-onbekend"}
    assert family.case.refused(risk(family.mirjam, affects=(STRANGER,))) == {"persoon-onbekend"}
    assert family.case.refused(risk(family.mirjam, family.stefan)) == set()


def test_nobody_of_the_family_speaks_as_the_professional() -> None:
    """S4.3: the professional formulates their own."""
    family = Family()
    theirs = risk(family.fatma, family.mirjam, role=PROFESSIONAL)
    assert family.case.refused(theirs) == {"uitspraak-vakkracht"}
    assert family.case.refused(risk(family.fatma, role=PROFESSIONAL)) == set()


def test_a_desired_situation_belongs_to_at_least_one_risk_statement_that_holds() -> None:
    """S4.4: to none, to an unknown one, or to one that was withdrawn, it is refused."""
    family = Family()
    fear = family.case.item(risk(family.mirjam))
    none = desired(family.mirjam, risk_statements=())
    assert family.case.refused(none) == {"gewenste-situatie-zonder-uitspraak"}
    unknown = desired(family.mirjam, risk_statements=(NOWHERE,))
    assert family.case.refused(unknown) == {"risico-uitspraak-onbekend"}
    known = desired(family.mirjam, risk_statements=(fear,))
    assert family.case.refused(known) == set()
    family.case.do(WithdrawStatement(statement=fear, reason="Niet meer zo"))
    assert family.case.refused(known) == {"risico-uitspraak-onbekend"}


def test_a_desired_situation_has_signs_that_one_can_see_and_a_scale_of_its_own() -> None:
    """S4.2: how it looks when the worries are gone."""
    family = Family()
    fear = family.case.item(risk(family.mirjam))
    family.case.do(
        desired(family.mirjam, risk_statements=(fear,), at_0="Elke dag ruzie", at_10="Rust")
    )
    [row] = statements_view(look(family.case))["desired_situations"]
    assert (row["signs"], row["risk_statements"]) == (["Noor slaapt door"], [fear])
    assert (row["at_0"], row["at_10"]) == ("Elke dag ruzie", "Rust")


def test_what_a_statement_still_lacks_stays_in_sight() -> None:
    """S4.2: a desired situation for each risk, and signs for each of those; nothing is blocked."""
    family = Family()
    fear = family.case.item(risk(family.mirjam))
    assert "risico-uitspraak-zonder-gewenste-situatie" in family.case.flags()
    vague = family.case.item(desired(family.mirjam, risk_statements=(fear,), signs=()))
    assert "risico-uitspraak-zonder-gewenste-situatie" not in family.case.flags()
    assert "gewenste-situatie-zonder-tekenen" in family.case.flags()
    family.case.do(WithdrawStatement(statement=vague, reason="Te vaag"))
    assert "gewenste-situatie-zonder-tekenen" not in family.case.flags()
    assert "risico-uitspraak-zonder-gewenste-situatie" in family.case.flags()


def test_the_professionals_statement_is_discussed_with_the_family() -> None:
    """S4.3: until it is, that stays in sight; with a colleague alone it is not."""
    family = Family()
    fear = family.case.item(risk(family.fatma, role=PROFESSIONAL))
    assert "uitspraak-niet-besproken" in family.case.flags()
    family.case.do(DiscussStatement(statement=fear, people=(family.joris,)))
    assert "uitspraak-niet-besproken" in family.case.flags()
    family.case.do(DiscussStatement(statement=fear, people=(family.mirjam,)))
    assert "uitspraak-niet-besproken" not in family.case.flags()


def test_each_persons_reaction_is_kept_apart() -> None:
    """S4.3: with whom, and what each of them said."""
    family = Family()
    fear = family.case.item(risk(family.fatma, role=PROFESSIONAL))
    both = (family.mirjam, family.stefan)
    said = (Reaction(family.mirjam, "Zo is het"), Reaction(family.stefan, "Onzin"))
    family.case.do(DiscussStatement(statement=fear, people=both, reactions=said))
    [row] = statements_view(look(family.case))["risk_statements"]
    [held] = row["discussions"]
    assert held["people"] == list(both)
    assert [(r.person, r.text) for r in held["reactions"]] == [
        (family.mirjam, "Zo is het"),
        (family.stefan, "Onzin"),
    ]


def test_a_discussion_is_about_a_statement_that_holds_with_people_who_may_know_of_it() -> None:
    """S4.3, design 6: hidden always wins, and who was not there said nothing."""
    family = Family()
    fear = family.case.item(risk(family.mirjam, hidden_from=(family.stefan,)))

    def discuss(*people: object, **more: object) -> set[str]:
        act = DiscussStatement(**{"statement": fear, "people": people, **more})  # type: ignore[arg-type]
        return family.case.refused(act)

    assert discuss() == {"bespreking-met-niemand"}
    assert discuss(STRANGER) == {"persoon-onbekend"}
    assert discuss(family.stefan) == {"uitspraak-verborgen"}
    absent = (Reaction(family.stefan, "Onzin"),)
    assert discuss(family.els, reactions=absent) == {"reactie-van-afwezige"}
    assert discuss(family.els, statement=NOWHERE) == {"uitspraak-geldt-niet"}
    assert discuss(family.els) == set()


def test_to_discuss_a_statement_tells_nobody_whose_it_is_or_who_else_was_told() -> None:
    """Design 6: who was told is in no reach with the owners, nor with those told elsewhere."""
    family = Family()
    fear = family.case.item(risk(family.els, role=OwnerRole.NETWORK))
    for person in (family.stefan, family.mirjam):
        family.case.do(DiscussStatement(statement=fear, people=(person,)))
    reaches = family.case.state()[Reaches].of
    assert reaches[fear].concerns == {family.els}
    known = [reach.concerns for reach in reaches.values() if family.stefan in reach.concerns]
    assert set().union(*known) == {family.stefan}


@pytest.mark.parametrize("role", list(OwnerRole))
def test_a_withdrawn_statement_stays_readable_and_is_withdrawn_once(role: OwnerRole) -> None:
    """S4.1: with the reason."""
    family = Family()
    fear = family.case.item(risk(family.fatma, role=role))
    act = WithdrawStatement(statement=fear, reason="Anders gezegd")
    family.case.do(act)
    [row] = statements_view(look(family.case))["risk_statements"]
    assert (row["withdrawn_at"], row["reason_withdrawn"]) == (family.case.now, "Anders gezegd")
    assert family.case.refused(act) == {"uitspraak-geldt-niet"}
