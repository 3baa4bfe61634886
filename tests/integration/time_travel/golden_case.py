"""A case of domain 4.2 as it is played for the golden answers, and a way to ask it anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import msgspec

from shared.service.settings import Settings
from tests.house.tree import ROOT
from vangnet.journey.case import Act, Case, Row, load_case
from vangnet.journey.cast import Cast
from vangnet.journey.client import Answer
from vangnet.journey.memory import Memory
from vangnet.journey.pace import Pace
from vangnet.journey.playing import Player
from vangnet.journey.runner import player_of
from vangnet.journey.settling import Settling
from vangnet.journey.stage import Stage, opened_stage

GOLDEN = ROOT / "tests" / "golden" / "time_travel"
OVERSIGHT = "inspecteur"


def golden(name: str) -> dict[str, Any]:
    """What was written by hand in one file."""
    found: dict[str, Any] = json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))
    return found


class Pair(msgspec.Struct, frozen=True):
    """A pair of moments as it is asked for; what is None is not given."""

    valid: str | None
    known: str | None

    @property
    def query(self) -> str:
        """The pair on the wire."""
        given = {"geldigOp": self.valid, "beschikbaarOp": self.known}
        said = "&".join(f"{key}={value}" for key, value in given.items() if value is not None)
        return "?" + said.replace("+", "%2B") if said else ""


class Told:
    """A case that was played to its end, on a stage that is still open."""

    def __init__(self, case: Case, stage: Stage, memory: Memory) -> None:
        self.names = memory.names
        self._client = stage.client
        self._cast = Cast(case.actors, stage.issuer, stage.clock, memory)

    def ask(self, actor: str, service: str, path: str, pair: Pair) -> Answer:
        """What ``actor`` is answered about this dossier; ``path`` starts behind its id."""
        where = f"/{service}/api/v1/dossiers/{self.names['plan']}{path}{pair.query}"
        return self._client.request("GET", where, self._cast.token(actor))


class Unplayable(Exception):
    """A step of a case, or an act that is added to it, did not go as it should."""


@contextmanager
def told(name: str, folder: Path) -> Iterator[Told]:
    """Case ``name`` played in ``folder`` up to its ``nu``, additions and all."""
    case, memory = load_case(name), Memory()
    with opened_stage(Settings(folder=folder, simulated=True)) as stage:
        pace, settling = Pace(stage.clock), Settling(stage.settle)
        player = player_of(case, stage, memory, pace, settling)
        for row in _with_additions(case, name):
            _play(player, row)
        settling.now()
        pace.move_to(golden(f"case_{name}")["nu"][:16].replace("T", " "))
        settling.now()
        yield Told(case, stage, memory)


class Cases:
    """The cases by their names, each played in ``folder`` when it is first asked for."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        self._played: dict[str, Told] = {}

    def __getitem__(self, name: str) -> Told:
        if name not in self._played:
            self._played[name] = self._stack.enter_context(told(name, self._folder / name))
        return self._played[name]


def _play(player: Player, row: Row) -> None:
    """What a row does, without what it looks at."""
    at = None
    for step in row.doing:
        at = step.at or at
        if isinstance(step, Act) or step.keep:
            wrong = player.play(step if at is None else msgspec.structs.replace(step, at=at))
            if wrong:
                raise Unplayable(wrong)


def _with_additions(case: Case, name: str) -> Iterator[Row]:
    """The rows of a case, each with what was written to be added after it."""
    added: list[dict[str, Any]] = golden("toevoegingen").get(name, [])
    for row in case.rows:
        steps = [step for add in added if add["naRij"] == row.when for step in add["stappen"]]
        yield msgspec.structs.replace(row, steps=[*row.steps, *steps])
