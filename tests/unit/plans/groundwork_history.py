"""Every event about what a plan stands on that has no other place in the full history."""

from __future__ import annotations

from services.plans.domain.groundwork.children_at_home import AnswerChildrenAtHome
from services.plans.domain.groundwork.consents import RecordConsent
from services.plans.domain.groundwork.outside_sharing import Basis, DecideOutsideSharing
from services.plans.domain.groundwork.partner_answers import AnswerKind
from services.plans.domain.groundwork.risk_care import Place, PlaceRiskCare
from tests.unit.plans.acts import Family
from tests.unit.plans.test_judgement import judge
from tests.unit.plans.test_measures import impose, move
from tests.unit.plans.test_messages_owed import withhold
from tests.unit.plans.test_partners import answer, report
from tests.unit.plans.test_registrations import register
from tests.unit.plans.test_suspicions import suspect


def groundwork(family: Family) -> None:
    """Judging, reporting, and what partners and the mayor do."""
    case = family.case
    case.do(suspect())
    case.do(register(family.joris, "2025-04-01", "2030-03-31"))
    case.do(judge(family))
    case.do(withhold(family, family.stefan))
    case.do(answer(case.item(report()), AnswerKind.TAKEN_UP))
    case.do(PlaceRiskCare(place=Place.SAFETY_PLAN, what="Hulp bij verslaving"))
    case.do(AnswerChildrenAtHome(children=True, how="Gezien", by=family.fatma))
    order = case.item(impose(family))
    case.do(move(order, "2025-04-05 21:40"))
    _shared(family)


def _shared(family: Family) -> None:
    case, about = family.case, family.stefan
    asked = {"about": about, "party": family.els, "what": "Hoe het gaat"}
    case.do(RecordConsent(person=family.mirjam, given=True, **asked))
    decided = {"weighing": "Els helpt", "decided_by": family.fatma, "told_family": True}
    case.do(
        DecideOutsideSharing(
            about=(about,), party=family.els, basis=Basis.CONSENT, what="Hoe het gaat", **decided
        )
    )
