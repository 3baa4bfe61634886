"""A plan comes into force, along the acute or the regular path (W3.1, W0.8, W8.2, S6.4)."""

from __future__ import annotations

import pytest

from services.plans.domain.groundwork.unsafety import Unsafety
from services.plans.domain.plan.agreeing import EndAgreement
from services.plans.domain.plan.versions import CauseKind, Path, Versions
from tests.unit.plans.acts import Family, activate, agree, bottom_line, classify, rhythm


def test_a_first_plan_can_be_made_at_once_and_what_is_missing_is_flagged() -> None:
    """W3.1: no consultation, bottom line or rhythm: in force, with open points for each."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    family.in_force()
    version = family.case.state()[Versions].current
    assert version is not None
    assert (version.number, version.cause.kind) == (1, CauseKind.ACTIVATION)
    assert family.case.state()[Versions].path is Path.ACUTE
    assert family.case.flags() >= {
        "geen-collega-geraadpleegd",
        "geen-bodemeis",
        "geen-evaluatieritme",
    }


def test_the_regular_path_refuses_all_that_is_missing_at_once() -> None:
    """W0.8, W8.2, S6.4: an agreement, a bottom line, a rhythm."""
    assert Family().case.refused(activate(Path.REGULAR)) == {
        "plan-zonder-afspraken",
        "plan-zonder-bodemeis",
        "plan-zonder-evaluatieritme",
    }


def test_the_regular_path_is_open_when_everything_is_there() -> None:
    """W0.8, W8.2: and then nothing about the plan itself is flagged."""
    family = Family()
    for act in (agree(family.stefan), bottom_line(family.mirjam), rhythm()):
        assert "plan-zonder-afspraken" not in family.case.refused(act)
    assert family.case.refused(activate(Path.REGULAR)) == set()
    assert family.case.flags().isdisjoint({"geen-bodemeis", "geen-evaluatieritme"})


@pytest.mark.parametrize("path", Path)
def test_a_plan_without_agreements_tells_nobody_what_to_do(path: Path) -> None:
    """S6.4: refused on either path; an agreement that was ended is none."""
    family = Family()
    item = family.case.item(agree(family.stefan))
    family.case.do(EndAgreement(item=item, reason="Verhuisd"))
    assert "plan-zonder-afspraken" in family.case.refused(activate(path))


def test_a_plan_comes_into_force_once() -> None:
    """W3.1: after that it is adjusted."""
    family = Family()
    family.in_force()
    assert family.case.refused(activate()) == {"plan-al-van-kracht"}


def test_a_missing_rhythm_is_flagged_only_once_there_is_a_plan() -> None:
    """W8.2."""
    family = Family()
    assert "geen-evaluatieritme" not in family.case.flags()
    family.in_force()
    assert "geen-evaluatieritme" in family.case.flags()
    family.case.do(rhythm())
    assert "geen-evaluatieritme" not in family.case.flags()
