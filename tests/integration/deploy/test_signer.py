"""In every shape somebody signs what is recorded, who has none of the keys of what it signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pytest
import yaml

from deploy.local.compose import Service
from tests.integration.deploy.manifests import DEPLOY, SHAPES, compose, containers, documents, ours
from vangnet.assembly import SERVICES

SIGN = ("vangnet", "sign")
ROLES = (DEPLOY / "postgres" / "roles.sql").read_text("utf-8")


def login(address: str | None) -> str:
    """Who logs in at an address."""
    return (address or "").partition("://")[2].partition(":")[0]


def unsigned(services: Iterable[Service]) -> set[str]:
    """The services that run somewhere and that nobody signs for."""
    words = [each.command for each in services if each.command[:1] == ("vangnet",)]
    served = {command[2] for command in words if command[1] == "serve"}
    signed = [set(command[2:]) or set(SERVICES) for command in words if command[:2] == SIGN]
    return served - set().union(*signed)


def among(services: Iterable[Service]) -> Service:
    """The one that signs."""
    (found,) = [each for each in services if each.command[:2] == SIGN]
    return found


def members(script: str) -> Mapping[str, set[str]]:
    """Of each login that roles.sql makes, the roles that it is a member of."""
    made = re.findall(r"CREATE ROLE (\w+) LOGIN PASSWORD :'\w+'\s+IN ROLE ([\w\s,]+);", script)
    return {name: set(re.findall(r"\w+", roles)) for name, roles in made}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_service_that_runs_is_signed_for(shape: str) -> None:
    """Without a signer there would never be a dossier, and nothing else would fail."""
    services = ours(compose(shape))
    assert unsigned(services) == set()
    assert unsigned([each for each in services if each.name != "sign"]) == set(SERVICES)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_signer_shares_neither_its_folder_nor_its_login(shape: str) -> None:
    """Whoever takes over a service cannot sign what was made of its record (ADR 21)."""
    services = ours(compose(shape))
    signer = among(services)
    others = [each for each in services if each is not signer]
    assert signer.mounts and not {*signer.mounts.values()} & {
        folder for each in others for folder in each.mounts.values()
    }
    own = login(signer.environment["VANGNET_DATABASE"])
    assert own and own not in {login(each.environment.get("VANGNET_DATABASE")) for each in others}
    assert [name for name in signer.environment if "KEY" in name] == []


@pytest.mark.parametrize("shape", SHAPES)
def test_who_signs_names_the_logs_as_the_services_do(shape: str) -> None:
    """The number of the organisation is in the name of every log and key."""
    services = ours(compose(shape))
    wanted = among(services).environment["VANGNET_OIN"]
    running = [each for each in services if each.command[1] in ("serve", "relay", "sign")]
    assert {each.environment["VANGNET_OIN"] for each in running} == {wanted}


def test_its_login_reads_and_signs_every_service_and_gets_no_keys() -> None:
    """The roles are those to which the migrations give these rights."""
    found = members(ROLES)
    assert found["signer_login"] == {f"vangnet_{name}_signer" for name in SERVICES}
    assert all(found[f"{name}_login"] == {f"vangnet_{name}"} for name in SERVICES)
    granted = re.findall(r"GRANT CONNECT ON DATABASE ([\w, ]+)\s+TO ([\w\s,]+);", ROLES)
    signers = {databases for databases, to in granted if "_signer" in to}
    assert signers == {"vangnet"}


def test_on_kubernetes_it_has_a_volume_and_a_secret_of_its_own() -> None:
    """And there is one of it: its memory goes to one pod at a time."""
    (sign,) = [each for each in containers() if each.words[:2] == SIGN]
    assert "VANGNET_KEY_DATABASE" not in sign.settings
    deployed = {d["metadata"]["name"]: d for d in documents() if d["kind"] == "Deployment"}
    volumes = {
        name: d["spec"]["template"]["spec"]["volumes"][0]["persistentVolumeClaim"]["claimName"]
        for name, d in deployed.items()
        if name != "any"
    }
    assert [name for name, claim in volumes.items() if claim == volumes["sign"]] == ["sign"]
    assert deployed["sign"]["spec"]["replicas"] == 1
    assert deployed["sign"]["spec"]["strategy"] == {"type": "Recreate"}


def test_every_process_that_shows_metrics_is_asked_for_them() -> None:
    """An alert about a process that nobody asks never comes."""
    text = (DEPLOY / "observability" / "prometheus.yml").read_text("utf-8")
    jobs = yaml.safe_load(text)["scrape_configs"]
    (asked,) = [job["static_configs"][0]["targets"] for job in jobs if job["job_name"] == "vangnet"]
    shown = [s for s in ours(compose("compose.feed.yaml")) if 9464 in s.ports]
    assert sorted(asked) == sorted(f"{each.name}:9464" for each in shown)
