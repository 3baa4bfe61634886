"""``vangnet journey --at``: a case played on services that run already."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from tests.journeys.processes import Processes, databases, processes
from tests.parts.postgres import PostgresServer
from vangnet.cli import NAMES
from vangnet.cli.commands import Commands


@pytest.fixture(scope="module")
def running(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Processes]:
    """Services apart on PostgreSQL, that follow one another over HTTP."""
    with (
        databases(postgres_server) as settings,
        processes(tmp_path_factory.mktemp("at"), **settings) as found,
    ):
        yield found


def journey(*words: str, **environ: str) -> Result:
    """The command in this process."""
    return CliRunner().invoke(Commands("vangnet", NAMES, help=""), ["journey", *words], env=environ)


@pytest.mark.real_postgres
def test_a_case_goes_as_it_says_on_services_apart(running: Processes):
    """From the command line, as somebody would try a deployment that is not in use yet."""
    places = [f"--at={name}={address}" for name, address in running.addresses.items()]
    metrics = [f"--metrics={address}" for address in running.metrics]
    result = journey("c", *places, *metrics, **running.settings)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1].startswith("15 ok")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--at=plans=http://127.0.0.1:9"], "--at notifications=http"),
        (["--at=hier"], "--at plans=http"),
        ([f"--at={n}=x" for n in ("plans", "evaluations", "notifications")], "VANGNET_CLOCK=var"),
    ],
)
def test_what_is_missing_is_said_with_what_to_write(words: list[str], said: str):
    """All three addresses, and a clock that can be set."""
    result = journey("b", *words)
    assert (result.exit_code, said in result.stderr) == (1, True), result.stderr
