"""The example families: their cases played into a real store, so that they have a real past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from vangnet.journey.settling import Settling
from vangnet.journey.stage import Stage, opened_stage

CASES = ("a", "b", "c")


class Demo(msgspec.Struct, frozen=True):
    """By the name of its case: each family's plan, and its people by their names there."""

    plan_ids: dict[str, UUID]
    people: dict[str, dict[str, UUID]]


class CannotLoad(Exception):
    """An act of an example family went otherwise than its case says."""


class _Turn(msgspec.Struct, frozen=True):
    at: datetime
    player: Player
    act: Act


def load_demo(settings: Settings, names: Sequence[str] = CASES) -> Demo:
    """Plays the acts of the example families into ``settings.folder``. Raises CannotLoad."""
    cases = {name: load_case(name) for name in names}
    memories = {name: Memory() for name in names}
    with opened_stage(settings) as stage:
        pace = Pace(stage.clock)
        _play(stage, [_turns(cases[n], stage, memories[n], pace) for n in names])
    return Demo(
        {name: UUID(memory.names["plan"]) for name, memory in memories.items()},
        {name: _people(cases[name], memory) for name, memory in memories.items()},
    )


def _play(stage: Stage, families: list[Iterator[_Turn]]) -> None:
    service = ""
    # One store has one past: what happened in one family stands before what came later in another.
    for turn in merge(*families, key=lambda turn: turn.at):
        if turn.act.service != service:
            # Only another service can have to follow; after every act it would take for ever.
            stage.settle()
            service = turn.act.service
        for failure in turn.player.play(turn.act):
            raise CannotLoad(failure)
    stage.settle()


def _turns(case: Case, stage: Stage, memory: Memory, pace: Pace) -> Iterator[_Turn]:
    player = player_of(case, stage, memory, pace, Settling(lambda: None))
    at = ""
    for step in (step for row in case.rows for step in row.doing):
        at = step.at or at
        if isinstance(step, Act) and step.is_recorded:
            yield _Turn(local(at), player, msgspec.structs.replace(step, at=at))


def _people(case: Case, memory: Memory) -> dict[str, UUID]:
    named = [role.person for role in case.actors.values() if role.person is not None]
    return {person: UUID(memory.names[person]) for person in named}
