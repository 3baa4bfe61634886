"""Where the two documents pull in two directions, both stay visible (domain.md 1, T1-T8).

T3 and T4 have their tests beside what they are about: withholding, and adjusting.
"""

from __future__ import annotations

from services.plans.domain import catalogue
from services.plans.domain.course.safety_clock import clocks
from services.plans.domain.groundwork.meldcode import DeclareMeldcodeNotApplicable
from services.plans.domain.groundwork.unsafety import Unsafety
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.bottom_lines import BottomLines, SetBottomLine, SetBy
from services.plans.domain.plan.discussing import Agrees, AgreeToPlan
from services.plans.domain.statements.owners import OwnerRole
from services.plans.views.statements import statements_view
from tests.unit.plans.acts import Family, activate, agree, bottom_line, classify
from tests.unit.plans.case import TERMS, at
from tests.unit.plans.course.acts import consider, term
from tests.unit.plans.looking import look
from tests.unit.plans.picture_history import risk

SKIPPED = {
    "collega-raadplegen",
    "risicotaxatie-invullen",
    "melden-of-uitleggen",
    "bodemeis-stellen",
    "evaluatieritme-afspreken",
    "meldcode-of-boodschap",
}


def test_the_acute_path_goes_first_and_every_step_that_it_skips_gets_a_day() -> None:
    """T1: nothing is blocked, and nothing is forgotten."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    family.case.do(agree(family.stefan, for_people=(family.mirjam,)))
    assert family.case.refused(activate()) == set()
    owed = [o for o in catalogue.obligations(family.case.state(), TERMS) if o.settled is None]
    assert {each.duty for each in owed} >= SKIPPED
    assert max(o.due_at for o in owed if o.duty in SKIPPED) < at("2025-04-01 00:00")
    unseen = {"netwerk-niet-in-kaart", "eerste-plan-zonder-raadpleging", "geen-bodemeis"}
    assert unseen <= family.case.flags()


def test_the_what_has_no_keeper_and_the_how_belongs_to_a_what() -> None:
    """T2: a bottom line is set for people; an agreement is kept by them and says for which."""
    family = Family()
    line = family.case.item(bottom_line(family.mirjam))
    agreed = family.case.item(agree(family.els, bottom_lines=(line,)))
    state = family.case.state()
    assert "responsible" not in SetBottomLine.__struct_fields__
    assert state[Agreements].all[agreed].bottom_lines == (line,)
    assert line not in state[Agreements].all and agreed not in state[BottomLines].all


def test_an_acceptable_term_is_set_by_a_person_and_has_a_default_until_then() -> None:
    """T5: and when it runs out somebody must consider what now; nothing decides by itself."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    family.in_force()
    [default] = clocks(family.case.state(), TERMS)
    assert default.by_default
    family.case.do(term("2025-03-31"))
    *_, own = clocks(family.case.state(), TERMS)
    assert (own.by_default, own.until) == (False, at("2025-03-31 22:00"))
    [owed] = family.case.obligations("escalatie-overwegen")
    assert owed.settled is None
    family.case.do(consider(family), "2025-04-01 10:00")
    [owed] = family.case.obligations("escalatie-overwegen")
    assert owed.settled is not None


def test_where_the_meldcode_does_not_fit_reporting_stays_the_norm() -> None:
    """T6: why it does not fit is said by two people; that nothing was reported stays in sight."""
    family = Family()
    family.case.do(classify(Unsafety.STRUCTURAL, family.mirjam))
    why = {"reason": "Geen huiselijk geweld", "decided_by": family.fatma}
    family.case.do(DeclareMeldcodeNotApplicable(consulted=family.joris, **why))
    assert {"geen-melding", "boodschap-open"} <= family.case.flags()
    assert family.case.obligations("melden-of-uitleggen")[0].settled is None


def test_the_familys_voice_and_the_professionals_stand_side_by_side() -> None:
    """T8: the bottom line is the team's or that of Veilig Thuis; a "no" of the family stays too."""
    family = Family()
    family.case.item(risk(family.mirjam))
    family.case.item(risk(family.fatma, role=OwnerRole.PROFESSIONAL))
    roles = [row["role"] for row in statements_view(look(family.case))["risk_statements"]]
    assert roles == [OwnerRole.FAMILY, OwnerRole.PROFESSIONAL]
    assert {each.name for each in SetBy} == {"TEAM", "VEILIG_THUIS"}
    family.in_force()
    said = AgreeToPlan(person=family.stefan, agrees=Agrees.NO, remark="Ik wil dit niet")
    assert family.case.refused(said) == set()
    assert family.case.refused(bottom_line(family.mirjam, set_by=SetBy.VEILIG_THUIS)) == set()
