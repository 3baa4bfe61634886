"""Network deliberations: whether enough is known, and what they add (S6.1, S6.2, S6.5)."""

from __future__ import annotations

from typing import Any

from services.plans.domain.picture.deliberations import HoldDeliberation
from services.plans.domain.picture.exceptions import RecordException
from services.plans.domain.picture.gaps import InformationGapNoted
from services.plans.domain.plan.agreeing import EndAgreement
from services.plans.views.deliberations import deliberations_view
from tests.unit.plans.acts import Family, agree
from tests.unit.plans.case import STRANGER
from tests.unit.plans.looking import look
from tests.unit.plans.picture_history import entry


def met(*participants: Any, **more: Any) -> HoldDeliberation:
    """A deliberation that judged the picture complete."""
    return HoldDeliberation(participants=participants, **{"sufficient": True, **more})


def view(family: Family) -> Any:
    """What a worker reads of the deliberations."""
    return deliberations_view(look(family.case))


def test_what_a_deliberation_misses_is_open_from_then() -> None:
    """S6.1: crucial information that is missing stays in sight."""
    family = Family()
    act = met(family.stefan, family.els, sufficient=False, missing=("De huisarts", "De school"))
    held, *gaps = family.case.do(act)
    assert [type(gap) for gap in gaps] == [InformationGapNoted] * 2
    assert len(family.case.told("informatie-ontbreekt")) == 2
    [row] = view(family)["deliberations"]
    assert (row["item"], row["sufficient"]) == (held.item, False)
    assert row["missing"] == [gap.item for gap in gaps]


def test_a_picture_that_is_not_complete_lacks_something_and_somebody_said_so() -> None:
    """S6.1: "niet voldoende" without what, and a deliberation of nobody, mean nothing."""
    family = Family()
    assert family.case.refused(met(family.els, sufficient=False)) == {"beraad-wat-ontbreekt"}
    assert family.case.refused(met()) == {"beraad-zonder-deelnemers"}
    assert family.case.refused(met(STRANGER)) == {"persoon-onbekend"}
    assert family.case.refused(met(family.els, missing=("De school",))) == set()


def test_additions_go_into_the_framework_with_the_deliberation_they_came_from() -> None:
    """S6.2: beside what was filled in with the family."""
    family = Family()
    held = family.case.do(met(family.els))[0]
    family.case.do(entry())
    added = family.case.item(entry(origin=held.item))
    assert view(family)["deliberations"][0]["entries"] == [added]


def test_how_many_agreements_build_on_exceptions_is_told_and_asks_nothing() -> None:
    """S6.5: "x van y afspraken gebaseerd op uitzonderingen": information, no block."""
    family = Family()
    assert view(family)["based"]["told"] == "0 van 0 afspraken gebaseerd op uitzonderingen"
    slept = family.case.item(RecordException(what="Oma bleef slapen"))
    family.case.do(agree(family.els, based_on=(slept,)))
    family.case.do(agree(family.stefan))
    ended = family.case.item(agree(family.stefan))
    family.case.do(EndAgreement(item=ended, reason="Verhuisd"))
    assert view(family)["based"] == {
        "based": 1,
        "total": 2,
        "told": "1 van 2 afspraken gebaseerd op uitzonderingen",
    }
