"""Runs a whole journey: every row in order, what is watched for after each, and the counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from shared.service.settings import Settings
from vangnet.journey.case import Case, NoCase, Row, load_case
from vangnet.journey.cast import Cast
from vangnet.journey.memory import Memory
from vangnet.journey.outcome import Outcome, Verdict
from vangnet.journey.pace import Pace
from vangnet.journey.playing import Player
from vangnet.journey.reporting import tell, tell_counts
from vangnet.journey.stage import Stage, opened_stage


def run_journey(name: str, out: TextIO, stage: Stage | None = None) -> int:
    """Plays case ``name``, in an empty store of its own when no ``stage`` is given; 0 when no row

    failed, else 1.
    """
    try:
        case = load_case(name)
    except NoCase:
        print(f"Er is geen casus {name}. Kies a, b of c.", file=out)
        return 1
    return run_case(case, out) if stage is None else play_case(case, stage, out)


def run_case(case: Case, out: TextIO) -> int:
    """Plays ``case`` in an empty store of its own and tells how each row went."""
    with TemporaryDirectory() as folder, opened_stage(Settings(folder=Path(folder))) as stage:
        return play_case(case, stage, out)


def play_case(case: Case, stage: Stage, out: TextIO) -> int:
    """Plays ``case`` on ``stage`` and tells how each row went."""
    outcomes = []
    print(case.title, file=out)
    for outcome in played(case, stage):
        tell(outcome, out)
        outcomes.append(outcome)
    tell_counts(outcomes, out)
    return int(any(outcome.verdict is Verdict.FAILED for outcome in outcomes))


def played(case: Case, stage: Stage) -> Iterator[Outcome]:
    """How each row of ``case`` went, as it is played on ``stage``."""
    player = player_of(case, stage, Memory(), Pace(stage.clock), stage.settle)
    for row in case.rows:
        yield Outcome(row, tuple(_failures(player, case, row)))


def player_of(
    case: Case, stage: Stage, memory: Memory, pace: Pace, settle: Callable[[], object]
) -> Player:
    """Who plays ``case`` on ``stage``, at ``pace``."""
    cast = Cast(case.actors, stage.issuer, stage.clock, memory)
    return Player(case, stage.client, cast, memory, pace, settle)


def _failures(player: Player, case: Case, row: Row) -> Iterator[str]:
    for step in row.doing:
        yield from player.play(step)
    for watch in case.watches:
        yield from player.watch(watch)
