"""Bottom lines: what must minimally be true (W0.8, T2)."""

from __future__ import annotations

from services.plans.domain.plan.bottom_lines import BottomLines, SetBy, WithdrawBottomLine
from services.plans.domain.plan.versions import Path
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, activate, adjust, bottom_line, rhythm
from tests.unit.plans.case import NOWHERE, STRANGER, at


def test_a_plan_without_bottom_line_waits_on_the_regular_path_and_is_flagged_on_the_acute() -> None:
    """W0.8."""
    family = Family()
    family.case.do(rhythm())
    family.in_force()
    assert "geen-bodemeis" in family.case.flags()
    family.case.do(adjust(bottom_line(family.mirjam)))
    assert "geen-bodemeis" not in family.case.flags()


def test_before_there_is_a_plan_no_bottom_line_is_missed() -> None:
    """W0.8, W3.3: a dossier may never get a plan."""
    assert "geen-bodemeis" not in Family().case.flags()


def test_a_bottom_line_is_for_people_of_the_dossier() -> None:
    """W0.8, W7.1: in both lists."""
    family = Family()
    assert family.case.refused(bottom_line(STRANGER)) == {"persoon-onbekend"}
    hidden = bottom_line(family.mirjam, hidden_from=(STRANGER,))
    assert family.case.refused(hidden) == {"persoon-onbekend"}


def test_a_bottom_line_reaches_those_it_is_for_and_is_hidden_from_who_is_named() -> None:
    """Design 6."""
    family = Family()
    act = bottom_line(family.mirjam, family.stefan, hidden_from=(family.stefan,))
    item = family.case.item(act)
    reach = family.case.state()[Reaches].of[item]
    assert reach.includes(family.mirjam)
    assert not reach.includes(family.stefan)


def test_a_withdrawn_bottom_line_no_longer_counts() -> None:
    """W0.8: the regular path is closed again, and it cannot be withdrawn twice."""
    family = Family()
    item = family.case.item(bottom_line(family.mirjam))
    withdrawal = WithdrawBottomLine(item=item, reason="Bereikt")
    family.case.do(withdrawal)
    assert family.case.state()[BottomLines].standing == []
    assert family.case.refused(withdrawal) == {"bodemeis-onbekend"}
    unknown = WithdrawBottomLine(item=NOWHERE, reason="x")
    assert family.case.refused(unknown) == {"bodemeis-onbekend"}
    assert "plan-zonder-bodemeis" in family.case.refused(activate(Path.REGULAR))


def test_nobody_can_withdraw_a_bottom_line_before_it_was_set() -> None:
    """Design 3: it would be accepted and do nothing."""
    family = Family()
    item = family.case.item(bottom_line(family.mirjam), "2025-03-12 09:00")
    early = WithdrawBottomLine(item=item, reason="x", effective_at=at("2025-03-11 09:00"))
    assert family.case.refused(early) == {"bodemeis-voor-begin"}


def test_a_bottom_line_that_veilig_thuis_sets_between_versions_is_pending_and_flagged() -> None:
    """W0.8, domain 3.3, W8.3: it holds at once, and stands in no version until an adjustment."""
    family = Family()
    family.in_force()
    assert family.case.pending == set()
    item = family.case.item(bottom_line(family.mirjam, set_by=SetBy.VEILIG_THUIS))
    assert family.case.state()[BottomLines].all[item].set_by is SetBy.VEILIG_THUIS
    assert family.case.pending == {item}
    assert [str(item) in told for told in family.case.told("nog-niet-in-versie")] == [True]
    family.case.do(adjust())
    assert family.case.pending == set()
    assert "nog-niet-in-versie" not in family.case.flags()
