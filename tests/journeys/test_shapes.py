"""Every case gives the same answers on every shape: in one process, and in one per service."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Listening, Played
from tests.journeys.processes import databases, on_processes, topics
from tests.journeys.tables import TABLES
from tests.journeys.transcript import first_difference

_EVERY_ANSWER = 1_000
_SHAPES = [
    pytest.param("feed", marks=pytest.mark.real_postgres),
    pytest.param("kafka", marks=[pytest.mark.real_postgres, pytest.mark.real_kafka]),
]


@pytest.fixture(scope="module", params=_SHAPES)
def apart(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Listening:
    """The cases on PostgreSQL, the services following one another over HTTP or over Kafka."""
    if request.param == "feed":
        return _played(request, tmp_path_factory, {})
    with topics(request.getfixturevalue("kafka_broker")) as settings:
        return _played(request, tmp_path_factory, settings)


def _played(
    request: pytest.FixtureRequest, folders: pytest.TempPathFactory, settings: dict[str, str]
) -> Listening:
    with (
        databases(request.getfixturevalue("postgres_server")) as where,
        on_processes(folders.mktemp("apart"), **where, **settings) as stage,
    ):
        listening = Listening(stage)
        listening.play()
    return listening


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_the_case_goes_as_the_table_says(apart: Listening, name: str):
    """Wherever the services run, no act is refused and everything that is expected follows."""
    assert [failure for outcome in apart.outcomes[name] for failure in outcome.failures] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_answer_is_the_same_byte_for_byte(
    apart: Listening, cases: dict[str, Played], name: str
):
    """Status, headers and body of each, in order: of acts, looks, and all that is hidden."""
    assert len(cases[name].answers) > _EVERY_ANSWER
    assert first_difference(apart.transcripts[name].comparable(), cases[name].answers) is None


def test_one_word_in_one_answer_would_be_found(case_a: Played):
    """Planted in the last answer that has it, and told with what was asked."""
    at = max(n for n, answer in enumerate(case_a.answers) if "nuchter" in answer)
    planted = [*case_a.answers]
    planted[at] = planted[at].replace("nuchter", "nuchtor", 1)
    found = first_difference(planted, case_a.answers)
    assert found is not None and "nuchtor" in found and "/api/v1/" in found
