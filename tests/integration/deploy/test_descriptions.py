"""What deploy/ says agrees with the product: its settings, its commands, and itself."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable

import click
import pytest
import yaml

from shared.access.role import BY_WIRE
from tests.integration.deploy.manifests import (
    DEPLOY,
    OURS,
    SHAPES,
    compose,
    containers,
    documents,
    ours,
)
from vangnet.assembly import BASE_PATHS
from vangnet.cli import NAMES
from vangnet.cli.commands import Commands
from vangnet.settings import KNOWN, read_settings

# What a cluster runs by itself at night, and a town with compose by hand.
NIGHTLY = ("backup", "recovery")
PINNED = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?:v?\d+(?:\.\d+)+(?:-[a-z]+)*")


def unknown(settings: Iterable[str]) -> set[str]:
    """The names that the product does not know."""
    return set(settings) - {*KNOWN, "VAR", "PORT", "DEMO"}


def refused(words: tuple[str, ...]) -> str | None:
    """Why the command line would not take these words."""
    group = Commands("vangnet", NAMES, help="")
    if words[0] != "vangnet" or words[1] not in NAMES:
        return f"there is no {' '.join(words[:2])}"
    command = group.get_command(click.Context(group), words[1])
    assert command is not None
    try:
        command.make_context(words[1], list(words[2:]))
    except click.UsageError as error:
        return error.format_message()
    return None


@pytest.mark.parametrize("shape", SHAPES)
def test_compose_sets_nothing_unknown_and_runs_only_what_exists(shape: str):
    """A town does not find out at its first start."""
    services = ours(compose(shape))
    assert {each.name: unknown(each.environment) for each in services} == {
        each.name: set() for each in services
    }
    assert [refused(each.command) for each in services] == [None] * len(services)


def test_the_manifests_set_nothing_unknown_and_run_only_what_exists():
    """The same for Kubernetes."""
    found = [each for each in containers() if each.name not in NIGHTLY]
    assert len(found) == len(ours(compose("compose.yaml")))
    assert {each.name: unknown(each.settings) for each in found} == {
        each.name: set() for each in found
    }
    assert [refused(each.words) for each in found] == [None] * len(found)


def test_the_recovery_export_of_the_cluster_reaches_epoch_keys_and_no_database():
    """Whoever has both can read everything; it runs a command that exists."""
    [found] = [each for each in containers() if each.name == "recovery"]
    assert unknown(found.settings) == set() and not any("DATABASE" in s for s in found.settings)
    [command] = re.findall(r"^vangnet \w+", found.words[-1], re.MULTILINE)
    assert refused((*command.split(), "/recovery/now.json")) is None


def test_an_unknown_setting_and_a_command_that_does_not_exist_are_found():
    """The checks can fail."""
    assert unknown(["VANGNET_DATABSE", "VAR"]) == {"VANGNET_DATABSE"}
    assert refused(("vangnet", "sevre", "plans")) and refused(("vangnet", "serve", "palns"))
    assert refused(("sh", "serve")) and refused(("vangnet", "serve"))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_value_in_compose_is_one_that_the_setting_takes(shape: str):
    """Ports are ports and counts are counts."""
    for service in ours(compose(shape)):
        read_settings(service.environment)


def test_compose_and_the_manifests_give_each_service_the_same_settings():
    """What runs on one machine runs on a cluster, but for where things are."""
    in_compose = {s.name: set(s.environment) for s in ours(compose("compose.yaml"))}
    on_cluster = {c.name: set(c.settings) for c in containers() if c.name not in NIGHTLY}
    assert on_cluster == in_compose
    words = {s.name: s.command for s in ours(compose("compose.yaml"))}
    assert {c.name: c.words for c in containers() if c.name not in NIGHTLY} == words


def test_every_image_has_one_version_and_comes_from_nowhere_in_particular():
    """Neither ``latest`` nor the address of a registry: a town has its own mirror."""
    files = [*DEPLOY.glob("compose*.yaml"), *(DEPLOY / "kubernetes").rglob("*.yaml")]
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    found = {line.split()[-1] for line in lines if re.match(r" +(?:- )?image: ", line)}
    assert len(found) > 5 and {image for image in found if not PINNED.fullmatch(image)} == set()
    built = (DEPLOY / "image" / "Dockerfile").read_text("utf-8")
    bases = re.findall(r"^FROM (\S+)", built, re.MULTILINE)
    assert bases and all(re.fullmatch(r"python:3\.\d+-slim-\w+", base) for base in bases)
    for wrong in ("postgres:latest", "postgres", "registry.example/postgres:17.6", "postgres:17"):
        assert not PINNED.fullmatch(wrong)


def test_every_file_that_is_mounted_or_included_is_there():
    """A path that does not exist becomes an empty folder in a container, without a word."""
    texts = [file.read_text("utf-8") for file in DEPLOY.glob("compose*.yaml")]
    mounted = {path for text in texts for path in re.findall(r"\./([\w./-]+):/", text)}
    assert len(mounted) > 5 and {p for p in mounted if not (DEPLOY / p).is_file()} == set()


def test_every_service_is_asked_whether_it_is_ready_at_an_address_of_its_own():
    """A probe at a path that is not there never succeeds."""
    for service in ours(compose("compose.yaml")):
        if service.command[1] == "serve":
            base = BASE_PATHS[service.command[2]]
            assert service.health[-1] == f"http://127.0.0.1:8080{base}/gereed"
    deployed = {d["metadata"]["name"]: d for d in documents() if d["kind"] == "Deployment"}
    for name, base in BASE_PATHS.items():
        container = deployed[name]["spec"]["template"]["spec"]["containers"][0]
        assert container["readinessProbe"]["httpGet"]["path"] == f"{base}/gereed"
        assert container["livenessProbe"]["httpGet"]["path"] == f"{base}/gezond"


def test_no_secret_is_committed():
    """In compose they all come from outside; in the examples they are open places."""
    example = (DEPLOY / "example.env").read_text("utf-8")
    assert [line for line in example.splitlines() if re.match(r"\w+=.", line)] == []
    for document in documents():
        if document["kind"] == "Secret":
            assert all("<" in value for value in document["stringData"].values())
    plain = (DEPLOY / "compose.feed.yaml").read_text("utf-8")
    named = re.findall(r"^ *\w*(?:PASSWORD|SECRET|TOKEN)\w*: (.*)", plain, re.MULTILINE)
    assert named and all(value.startswith("${") for value in named)
    assert set(re.findall(r"://\w+:([^@/]*)@", plain)) <= {
        f"${{{name}_PASSWORD:?}}"
        for name in ("OWNER", "PLANS", "EVALUATIONS", "NOTIFICATIONS", "SIGNER")
    }


def test_the_identity_provider_gives_what_our_tokens_must_say():
    """Issuer and end come by themselves; subject, audience and role have to be mapped."""
    realm = json.loads((DEPLOY / "identity" / "realm.json").read_text("utf-8"))
    roles = {role for group in realm["groups"] for role in group["attributes"]["rol"]}
    for client in realm["clients"]:
        mappers = {each["name"]: each["config"] for each in client["protocolMappers"]}
        assert mappers["aud"]["included.custom.audience"] == "vangnet"
        assert "sub" in mappers and client.get("secret", "${").startswith("${")
        roles |= {mappers["rol"].get("claim.value", "")} - {""}
    assert roles == set(BY_WIRE)


def test_only_the_image_of_this_version_is_run():
    """Deployments take theirs from one patch."""
    project = tomllib.loads((DEPLOY.parent / "pyproject.toml").read_text("utf-8"))["project"]
    patch = yaml.safe_load((DEPLOY / "kubernetes" / "base" / "pods.yaml").read_text("utf-8"))
    found = {s.image for shape in SHAPES for s in ours(compose(shape))}
    found |= {each["image"] for each in patch["spec"]["template"]["spec"]["containers"]}
    assert found == {f"{OURS}:{project['version']}"}
