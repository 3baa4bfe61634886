"""Processes that start together in one folder end up with one secret and one development key."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import Path

from shared.service.settings import Settings
from shared.web.logs import json_log
from vangnet.identity import DevelopmentIdentity
from vangnet.world import make_world, real_clock

TOGETHER = 6


def at_once(make: Callable[[], object]) -> list[object]:
    """What so many get who begin at the same moment."""
    found: list[object] = []
    begin = threading.Barrier(TOGETHER)

    def one() -> None:
        begin.wait()
        found.append(make())

    threads = [threading.Thread(target=one) for _ in range(TOGETHER)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_all_get_the_same_and_nothing_is_left_behind(tmp_path: Path) -> None:
    """Whoever comes second uses what is there, and never sees half of it."""
    settings = Settings(folder=tmp_path)

    def key() -> object:
        return str(DevelopmentIdentity(settings, real_clock).keys.as_dict())

    log = json_log(io.BytesIO(), "test", real_clock)
    keys = DevelopmentIdentity(Settings(folder=tmp_path / "sleutel"), real_clock).keys

    def secret() -> object:
        return make_world(settings, keys, log).secret

    for make in (key, secret):
        found = at_once(make)
        assert len(found) == TOGETHER
        assert len(set(found)) == 1
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"sleutel", "ontwikkel-sleutel.pem", "secret"}
