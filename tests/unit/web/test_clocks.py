"""How long after it happened something was recorded, as an inspector reads it (3.10)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.web.clocks import ClocksAnswer


@pytest.mark.parametrize(
    ("lag", "said"),
    [
        (timedelta(days=1, hours=10, minutes=35), "P1DT10H35M"),
        (timedelta(days=1, hours=10, minutes=35, microseconds=30), "P1DT10H35M"),
        (timedelta(hours=62, seconds=1), "P2DT14H1S"),
        (timedelta(days=3), "P3D"),
        (timedelta(seconds=59), "PT59S"),
        (timedelta(microseconds=7), "PT0S"),
        (None, None),
    ],
)
def test_a_lag_is_told_in_days_and_hours_to_the_second(lag: timedelta | None, said: str | None):
    """Domain 3.10: late knowledge looks late, and nobody divides seconds to see how late."""
    assert ClocksAnswer(only=("lag",)).dump({"lag": lag}) == {"vertraging": said}
