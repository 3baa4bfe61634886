"""The clock that processes share while a case is played on them."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from vangnet.shared_clock import SharedClock

START = datetime(2025, 3, 10, 9, 10, tzinfo=UTC)
_READINGS = 200
_READER = (
    "import sys; from pathlib import Path; from vangnet.shared_clock import SharedClock\n"
    "clock = SharedClock(Path(sys.argv[1]))\n"
    f"print(*[clock().isoformat() for _ in range({_READINGS})])"
)


@pytest.fixture
def clock(tmp_path: Path) -> SharedClock:
    made = SharedClock(tmp_path / "klok")
    made.set(START)
    return made


def test_it_stands_where_it_was_set_and_each_reading_is_later(clock: SharedClock):
    assert [clock(), clock()] == [START, START + timedelta(microseconds=1)]


def test_it_is_never_set_back(clock: SharedClock):
    with pytest.raises(ValueError, match="set back"):
        clock.set(START - timedelta(seconds=1))


def test_no_two_readings_are_equal_in_any_process_or_thread(clock: SharedClock, tmp_path: Path):
    """Two events of two services then have an order that is the same everywhere."""
    command = [sys.executable, "-c", _READER, str(tmp_path / "klok")]
    others = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        here = list(pool.map(lambda _: clock().isoformat(), range(_READINGS)))
    told = [text for other in others for text in other.communicate(timeout=60)[0].split()]
    assert len({*here, *told}) == 3 * _READINGS
