"""With violence between adults, children in the house are asked after (W0.10)."""

from __future__ import annotations

import pytest

from services.plans.domain.family.dossier import Ground
from services.plans.domain.groundwork.children_at_home import AnswerChildrenAtHome, ChildrenAtHome
from tests.unit.plans.acts import Family, open_dossier, qualified
from tests.unit.plans.case import STRANGER, Case
from tests.unit.plans.test_suspicions import suspect

FLAG = "kinderen-in-huis-onbekend"
ADULTS = (Ground.ADULT_DOMESTIC_VIOLENCE,)


@pytest.mark.parametrize("children", [True, False])
def test_two_adults_and_no_child_is_accepted_and_the_question_is_answered(children: bool) -> None:
    """W0.10: in sight until it is answered yes or no; "no" is an answer too."""
    case = Case()
    case.do(open_dossier(grounds=ADULTS))
    assert FLAG in case.flags()
    fatma = case.item(qualified("Fatma"))
    case.do(AnswerChildrenAtHome(children=children, how="Gevraagd aan beiden", by=fatma))
    assert FLAG not in case.flags()
    answer = case.state()[ChildrenAtHome].current
    assert answer is not None
    assert (answer.children, answer.by) == (children, fatma)


def test_the_question_comes_with_the_ground_and_somebody_known_asks_it() -> None:
    """W0.10: other grounds do not ask it; violence between adults that is found later does."""
    family = Family()
    assert FLAG not in family.case.flags()
    family.case.do(suspect(grounds=ADULTS))
    assert FLAG in family.case.flags()
    asked = AnswerChildrenAtHome(children=True, how="Gezien", by=STRANGER)
    assert family.case.refused(asked) == {"persoon-onbekend"}
