"""What the benches measure on can be made: nobody runs them at every change."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from shared.service.following import by_reading
from tests.bench.pair import opened_pair
from tests.bench.stage import Stage
from tests.bench.towns import on_files


def test_the_plans_service_of_the_benches_answers(tmp_path: Path) -> None:
    """With everything on, as it runs."""
    with closing(Stage(tmp_path)) as stage:
        status, answer = stage.call("GET", "/niets")
    assert (status, set(answer)) == (200, {"tijdreis"})


def test_the_pair_of_the_benches_follows(tmp_path: Path) -> None:
    """Plans, and evaluations that follows it."""
    settings = on_files(tmp_path)
    with opened_pair(settings, lambda source, world: by_reading([source], world)) as pair:
        pair.caller.plan(20)
        while pair.follower.step():
            pass
        assert pair.inbox.place("plans").position == pair.last == 20
