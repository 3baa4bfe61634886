"""Timing of small things: wall and CPU, over many calls, warmed up."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec


class Timed(msgspec.Struct, frozen=True):
    """Milliseconds of one call: median and 99th percentile of the wall, mean of the CPU."""

    p50: float
    p99: float
    cpu: float


def timed(call: Callable[[], object], times: int, warm: int = 5) -> Timed:
    """What ``call`` takes, ``times`` times one after the other."""
    for _ in range(warm):
        call()
    walls = []
    began = time.process_time()
    for _ in range(times):
        start = time.perf_counter()
        call()
        walls.append(time.perf_counter() - start)
    cpu = (time.process_time() - began) / times
    walls.sort()
    return Timed(walls[times // 2] * 1e3, walls[min(times - 1, int(times * 0.99))] * 1e3, cpu * 1e3)
