"""The statements are the basis of the plan, and every agreement has a why (S4.4)."""

from __future__ import annotations

from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.bottom_lines import WithdrawBottomLine
from services.plans.domain.plan.versions import Path
from services.plans.domain.statements.owners import OwnerRole
from services.plans.domain.statements.withdrawing import WithdrawStatement
from tests.unit.plans.acts import Family, activate, agree, bottom_line, rhythm
from tests.unit.plans.case import NOWHERE
from tests.unit.plans.picture_history import risk
from tests.unit.plans.test_agreements import change

NO_PROFESSIONAL, NO_WHY = "risico-uitspraak-professional-ontbreekt", "afspraak-zonder-waarom"


def test_a_regular_plan_without_the_professionals_own_statement_is_flagged() -> None:
    """S4: given a family risk statement and no professional one, then the flag; not a block."""
    family = Family()
    family.case.do(risk(family.mirjam))
    family.case.do(agree(family.stefan))
    family.case.do(bottom_line(family.mirjam))
    family.case.do(rhythm())
    assert NO_PROFESSIONAL not in family.case.flags()
    family.case.do(activate(Path.REGULAR))
    assert NO_PROFESSIONAL in family.case.flags()
    fear = family.case.item(risk(family.fatma, role=OwnerRole.PROFESSIONAL))
    assert NO_PROFESSIONAL not in family.case.flags()
    family.case.do(WithdrawStatement(statement=fear, reason="Te vaag"))
    assert NO_PROFESSIONAL in family.case.flags()


def test_on_the_acute_path_it_may_come_later_and_is_not_forgotten() -> None:
    """S4.3, case A: version 1 lacks the professional's statement, and says so."""
    family = Family()
    family.in_force()
    assert NO_PROFESSIONAL in family.case.flags()
    family.case.do(risk(family.fatma, role=OwnerRole.PROFESSIONAL))
    assert NO_PROFESSIONAL not in family.case.flags()


def test_an_agreement_that_is_linked_to_nothing_is_flagged() -> None:
    """S4: given an agreement linked to nothing, then "afspraak zonder waarom"."""
    family = Family()
    item = family.case.item(agree(family.stefan))
    assert [str(item) in told for told in family.case.told(NO_WHY)] == [True]
    fear = family.case.item(risk(family.mirjam))
    family.case.do(change(item, family.stefan, risk_statements=(fear,)))
    assert family.case.state()[Agreements].all[item].risk_statements == (fear,)
    assert NO_WHY not in family.case.flags()


def test_a_bottom_line_is_a_why_as_well_for_as_long_as_it_holds() -> None:
    """S4.4: an agreement links to a bottom line or a risk statement."""
    family = Family()
    line = family.case.item(bottom_line(family.mirjam))
    family.case.do(agree(family.stefan, bottom_lines=(line,)))
    assert NO_WHY not in family.case.flags()
    family.case.do(WithdrawBottomLine(item=line, reason="Bereikt"))
    assert NO_WHY in family.case.flags()


def test_an_agreement_links_only_to_statements_of_this_dossier() -> None:
    """S4.4: and to no bottom line by that name."""
    family = Family()
    line = family.case.item(bottom_line(family.mirjam))
    for link in (NOWHERE, line):
        act = agree(family.stefan, risk_statements=(link,))
        assert family.case.refused(act) == {"afspraak-verwijst"}
