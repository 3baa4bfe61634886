"""How the local launcher reads compose files: the same words, turned to this machine."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from deploy.local.compose import Service, in_order, read_compose
from deploy.local.places import Places
from deploy.local.secrets_file import Invented
from deploy.local.variables import filled
from tests.integration.deploy.manifests import DEPLOY, SHAPES, compose

VARIABLES = {"PORT": "81", "EMPTY": ""}


def made_up(name: str) -> str:
    """A secret that shows whose it is."""
    return f"<{name}>"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("${PORT}", "81"),
        ("${PORT:-80}", "81"),
        ("${EMPTY:-80}", "80"),
        ("${URL:-http://a:${PORT:-80}}/x", "http://a:81/x"),
        ("p://u:${PASSWORD:?}@h", "p://u:<PASSWORD>@h"),
        ("${NOBODY}", ""),
        ("$$HOME costs $1", "$HOME costs $1"),
    ],
)
def test_a_variable_is_what_compose_would_make_of_it(written: str, meant: str):
    """Given, else what stands after it, else made up when it must be there."""
    assert filled(written, VARIABLES, made_up) == meant


def test_two_files_are_one_and_a_profile_is_left_out(tmp_path: Path):
    """As ``include`` and ``profiles`` say."""
    (tmp_path / "a.yaml").write_text("services: {x: {image: 'i:1', environment: {A: 1, B: 1}}}")
    (tmp_path / "b.yaml").write_text(
        "services: {x: {environment: {B: 2}}, y: {image: 'i:1', profiles: [p]}}"
    )
    (tmp_path / "c.yaml").write_text("include: [{path: [a.yaml, b.yaml]}]")
    services = read_compose(tmp_path / "c.yaml", {}, made_up)
    assert [*services] == ["x"]
    assert services["x"].environment == {"A": "1", "B": "2"}


@pytest.mark.parametrize("shape", SHAPES)
def test_everything_starts_after_what_it_needs(shape: str):
    """In both shapes, whatever the order in the file."""
    order = [service.name for service in in_order(compose(shape))]
    assert sorted(order) == sorted(compose(shape))
    for service in compose(shape).values():
        assert all(order.index(each) < order.index(service.name) for each in service.needs)


@pytest.fixture
def places() -> Places:
    """The larger town, with free ports from 50000."""
    ports = count(50_000)
    return Places(compose("compose.yaml"), Path("/v"), lambda: next(ports))


def test_an_address_of_another_service_is_where_that_service_is_here(places: Places):
    """In lists, and in the middle of an address, and as a host with its port beside it."""
    services = compose("compose.yaml")
    told = places.environment(services["notifications"])
    assert told["VANGNET_PLANS_URL"] == "http://127.0.0.1:8081"
    brokers = [f"127.0.0.1:{places.port(f'kafka-{n}', 9092)}" for n in (1, 2, 3)]
    assert told["VANGNET_KAFKA"] == "plaintext://" + ",".join(brokers)
    assert f"@127.0.0.1:{places.port('postgres', 5432)}/vangnet" in told["VANGNET_DATABASE"]
    assert told["VANGNET_MAIL_HOST"] == "127.0.0.1"
    assert told["VANGNET_MAIL_PORT"] == str(places.port("mail", 1025))


def test_a_services_own_ports_and_folders_are_its_own(places: Places):
    """A published port is kept; of two services that both listen on 9464 each gets one."""
    services = compose("compose.yaml")
    plans, relay = (places.environment(services[name]) for name in ("plans", "plans-relay"))
    assert (plans["PORT"], plans["VANGNET_HOST"]) == ("8081", "127.0.0.1")
    assert plans["VANGNET_METRICS_PORT"] != relay["VANGNET_METRICS_PORT"]
    assert plans["VAR"] == relay["VAR"] == "/v/plans-data"
    assert places.words(services["plans"])[-1].startswith("http://127.0.0.1:8081/plannen/")


def test_an_address_that_nobody_has_is_refused():
    """A typing error is not an address on this machine."""
    service = Service(
        name="x",
        image="i:1",
        command=(),
        environment={"URL": "http://x:99"},
        ports={},
        mounts={},
        needs={},
        health=(),
        lasting=True,
    )
    with pytest.raises(KeyError, match="x:99"):
        Places({"x": service}, Path(), lambda: 1).environment(service)


def test_a_made_up_secret_is_kept_for_its_owner_only(tmp_path: Path):
    """The next start has the same ones; two names never share one."""
    first = Invented(tmp_path / "secrets.json")
    secret = first("A")
    assert first("B") != secret
    assert Invented(tmp_path / "secrets.json")("A") == secret
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600


def test_every_variable_with_a_secret_stands_in_the_example():
    """Whoever copies it has all that must be filled in."""
    asked: set[str] = set()
    for shape in SHAPES:
        read_compose(DEPLOY / shape, {}, lambda name: asked.add(name) or "x")
    listed = (DEPLOY / "example.env").read_text("utf-8").splitlines()
    assert asked <= {line[:-1] for line in listed if line.endswith("=")}
