"""Case A, played once for every test that looks at how it went."""

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
from tests.journeys.transcript import Transcript
from vangnet.journey.case import Case, load_case
from vangnet.journey.outcome import Outcome
from vangnet.journey.runner import played
from vangnet.journey.stage import opened_stage
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
def case_a(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Case A, played from its first row to its last."""
    case = load_case("a")
    outcomes, heard = [], []
    settings = Settings(folder=tmp_path_factory.mktemp("case-a"), simulated=True)
    with opened_stage(settings) as stage:
        transcript = Transcript(stage.client)
        client = Eavesdropper(transcript)
        for outcome in played(case, msgspec.structs.replace(stage, client=client)):
            outcomes.append(outcome)
            heard.append(dict(client.heard))
            client.heard.clear()
    open_to_a_person = _open_to_a_person(settings)
    return Played(case, outcomes, heard, open_to_a_person, transcript.comparable())


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
