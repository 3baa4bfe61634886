"""The cases, played once for every test that looks at how they went."""

from __future__ import annotations

import io
from typing import NamedTuple

import msgspec
import pytest
from joserfc.jwk import KeySet

from shared.access.role import Role
from shared.service.service import Service
from shared.service.settings import Settings
from shared.web.logs import json_log
from tests.journeys.eavesdropping import Eavesdropper
from tests.journeys.tables import TABLES
from tests.journeys.transcript import Transcript
from vangnet.journey.case import Case, load_case
from vangnet.journey.outcome import Outcome
from vangnet.journey.runner import side_by_side
from vangnet.journey.stage import Stage, opened_stage
from vangnet.town import Town
from vangnet.world import make_world, real_clock


class Played(NamedTuple):
    """How a case went: each row, what each actor was told during it, and what a party can ask.

    ``answers`` is all that was answered, in order, as it can be compared.
    """

    case: Case
    outcomes: list[Outcome]
    heard: list[dict[str, list[tuple[str, bytes]]]]
    open_to_a_person: set[str]
    answers: list[str]


@pytest.fixture(scope="session")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Played]:
    """The three cases, played side by side in one place, each by its name."""
    settings = Settings(folder=tmp_path_factory.mktemp("cases"), simulated=True)
    with opened_stage(settings) as stage:
        listening = Listening(stage)
        listening.play()
    return listening.played(_open_to_a_person(settings))


@pytest.fixture(scope="session")
def case_a(cases: dict[str, Played]) -> Played:
    """Case A, played from its first row to its last."""
    return cases["a"]


class Listening:
    """Plays all cases on one stage, and remembers of each what was said to whom."""

    def __init__(self, stage: Stage) -> None:
        self._cases = {name: load_case(name) for name in TABLES}
        self._stage = stage
        self.transcripts = {name: Transcript(stage.client) for name in TABLES}
        self._ears = {name: Eavesdropper(self.transcripts[name]) for name in TABLES}
        self.outcomes: dict[str, list[Outcome]] = {name: [] for name in TABLES}
        self._heard: dict[str, list[dict[str, list[tuple[str, bytes]]]]] = {n: [] for n in TABLES}

    def play(self) -> None:
        """From the first row of the first to the last of the last."""
        names = {id(case): name for name, case in self._cases.items()}
        playing = [
            (case, msgspec.structs.replace(self._stage, client=self._ears[name]))
            for name, case in self._cases.items()
        ]
        for case, outcome in side_by_side(playing):
            name = names[id(case)]
            self.outcomes[name].append(outcome)
            self._heard[name].append(dict(self._ears[name].heard))
            self._ears[name].heard.clear()

    def played(self, open_to_a_person: set[str]) -> dict[str, Played]:
        """How each went."""
        return {
            name: Played(
                case,
                self.outcomes[name],
                self._heard[name],
                open_to_a_person,
                self.transcripts[name].comparable(),
            )
            for name, case in self._cases.items()
        }


def _open_to_a_person(settings: Settings) -> set[str]:
    """The path of every view that an involved person may ask for, parameters and all."""
    world = make_world(settings, KeySet([]), json_log(io.BytesIO(), "test", real_clock))
    with Town(settings, world) as town:
        return {path for service in town.services for path in _paths(service)}


def _paths(service: Service) -> set[str]:
    return {
        rule.rule
        for rule in service.app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and (door := getattr(service.app.view_functions[rule.endpoint], "door", None)) is not None
        and Role.PERSON in door.roles
    }
