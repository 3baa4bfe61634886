"""Moments as whole microseconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.record.micros import to_micros, to_moment


@given(st.datetimes(timezones=st.just(UTC)))
def test_no_moment_is_rounded(moment: datetime):
    """There and back, before 1970 too."""
    assert to_moment(to_micros(moment)) == moment


def test_the_zone_does_not_matter_but_must_be_there():
    """Noon in Amsterdam is eleven in UTC; noon nowhere is a mistake."""
    noon = datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=1)))
    assert to_micros(noon) == to_micros(datetime(2026, 1, 1, 11, tzinfo=UTC))
    with pytest.raises(TypeError):
        to_micros(noon.replace(tzinfo=None))
