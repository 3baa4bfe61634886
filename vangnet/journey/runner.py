"""Runs a whole journey: every row in order, what is watched for after each, and the counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from heapq import merge
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

import msgspec

from shared.service.settings import Settings
from vangnet.journey.case import Case, NoCase, Row, load_case
from vangnet.journey.cast import Cast
from vangnet.journey.memory import Memory
from vangnet.journey.moments import local
from vangnet.journey.outcome import Outcome, Verdict
from vangnet.journey.pace import Pace
from vangnet.journey.playing import Player
from vangnet.journey.reporting import tell, tell_counts
from vangnet.journey.settling import Settling
from vangnet.journey.stage import Stage, opened_stage

_EVER = datetime.min.replace(tzinfo=UTC)


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
    yield from (outcome for _, outcome in side_by_side([(case, stage)]))


def side_by_side(playing: Sequence[tuple[Case, Stage]]) -> Iterator[tuple[Case, Outcome]]:
    """How each row of each case went, in the order in which they end.

    One place has one past: what happened in one family is played before what came later in
    another. The stages are the same place, each with a client of its own.
    """
    stage = playing[0][1]
    pace, settling = Pace(stage.clock), Settling(stage.settle)
    players = [(case, player_of(case, at, Memory(), pace, settling)) for case, at in playing]
    failures: defaultdict[int, list[str]] = defaultdict(list)
    for turn in merge(*(_turns(*each) for each in players), key=lambda turn: turn.at):
        failures[id(turn.case)] += turn.play()
        if turn.ends:
            yield turn.case, Outcome(turn.row, tuple(failures.pop(id(turn.case))))


def player_of(case: Case, stage: Stage, memory: Memory, pace: Pace, settling: Settling) -> Player:
    """Who plays ``case`` on ``stage``, at ``pace``."""
    cast = Cast(case.actors, stage.issuer, stage.clock, memory)
    return Player(case, stage.client, cast, memory, pace, settling)


class _Turn(msgspec.Struct, frozen=True):
    """One thing to play, at a moment; ``ends``: its row is over after it."""

    at: datetime
    case: Case
    row: Row
    play: Callable[[], list[str]]
    ends: bool = False


def _turns(case: Case, player: Player) -> Iterator[_Turn]:
    at: str | None = None
    moment = _EVER
    for row in case.rows:
        for step in row.doing:
            at = step.at or at
            moment = _EVER if at is None else local(at)
            step = msgspec.structs.replace(step, at=at)
            yield _Turn(moment, case, row, partial(player.play, step))
        yield _Turn(moment, case, row, partial(_watched, player, case), ends=True)


def _watched(player: Player, case: Case) -> list[str]:
    return [wrong for watch in case.watches for wrong in player.watch(watch)]
