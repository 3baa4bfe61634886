"""Whether acts were recorded in the order in which somebody waited for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tests.faults.recorded import Place


def disordered(heard: Sequence[tuple[bool, str]], places: Mapping[str, Place]) -> list[str]:
    """The acts that stand before one that was acknowledged when they were yet to begin.

    ``heard`` tells in order what was begun (True) and acknowledged (False); ``places`` where each
    was recorded, by service.
    """
    highest: dict[str, int] = defaultdict(int)
    floors: dict[str, Mapping[str, int]] = {}
    wrong = []
    for begun, key in heard:
        if key not in places:
            continue
        service, seq = places[key]
        if begun:
            floors.setdefault(key, dict(highest))
            continue
        if seq <= floors[key].get(service, 0):
            wrong.append(key)
        highest[service] = max(highest[service], seq)
    return wrong
