"""What was recorded late looks late, and is never refused for it (R51, domain.md 3.10)."""

from __future__ import annotations

import msgspec
import pytest

from services.plans.domain.family.recording import is_late
from tests.unit.plans.acts import Family, concern
from tests.unit.plans.case import TERMS, at


@pytest.mark.parametrize(
    ("typed_in", "late"), [("2025-03-17 22:00", False), ("2025-03-18 00:30", True)]
)
def test_more_than_five_working_days_afterwards_is_late(typed_in: str, late: bool) -> None:
    """R51: what was heard on Monday 10 March and typed in when Monday 17 March was over."""
    family = Family()
    worry = concern(effective_at=at("2025-03-10 12:00"))
    assert family.case.refused(worry, typed_in) == set()
    assert is_late(TERMS, family.case.history[-1].stamp) is late


def test_what_was_not_recorded_yet_is_not_late() -> None:
    """Design 2: a decision is made before anything is stored."""
    stamp = Family().case.history[-1].stamp
    assert not is_late(TERMS, msgspec.structs.replace(stamp, recorded_at=None))
