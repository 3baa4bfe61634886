"""The example families: their cases played into a real store, so that they have a real past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from heapq import merge
from uuid import UUID

import msgspec

from shared.service.settings import Settings
from vangnet.journey.case import Act, Case, load_case
from vangnet.journey.memory import Memory
from vangnet.journey.moments import local
from vangnet.journey.pace import Pace
from vangnet.journey.playing import Player
from vangnet.journey.runner import player_of
from vangnet.journey.stage import Stage, opened_stage

CASES = ("a", "b", "c")


class Demo(msgspec.Struct, frozen=True):
    """By the name of its case: each family's plan, and its people by their names there."""

    plan_ids: dict[str, UUID]
    people: dict[str, dict[str, UUID]]


class CannotLoad(Exception):
    """An act of an example family went otherwise than its case says."""


def load_demo(settings: Settings) -> Demo:
    """Plays the acts of the example families into ``settings.folder``. Raises CannotLoad."""
    memories = {name: Memory() for name in CASES}
    with opened_stage(settings) as stage:
        _play(stage, memories)
    return Demo(
        {name: UUID(memory.names["plan"]) for name, memory in memories.items()},
        {name: _people(name, memory) for name, memory in memories.items()},
    )


def _play(stage: Stage, memories: dict[str, Memory]) -> None:
    pace = Pace(stage.clock)
    played = [_played(load_case(name), stage, memory, pace) for name, memory in memories.items()]
    # One store has one past: what happened in one family stands before what came later in another.
    for _, player, act in merge(*played, key=lambda turn: turn[0]):
        for failure in player.play(act):
            raise CannotLoad(failure)


def _played(
    case: Case, stage: Stage, memory: Memory, pace: Pace
) -> Iterator[tuple[datetime, Player, Act]]:
    player = player_of(case, stage, memory, pace)
    steps = [step for row in case.rows for step in row.doing]
    at = ""
    for step in steps:
        at = step.at or at
        if isinstance(step, Act) and step.is_recorded:
            yield local(at), player, msgspec.structs.replace(step, at=at)


def _people(name: str, memory: Memory) -> dict[str, UUID]:
    actors = load_case(name).actors.values()
    named = [actor.person for actor in actors if actor.person is not None]
    return {person: UUID(memory.names[person]) for person in named}
