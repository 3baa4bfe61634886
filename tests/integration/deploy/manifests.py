"""What is in deploy/: the services of each shape, and the containers on Kubernetes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from deploy.local.compose import Service, read_compose

DEPLOY = Path(__file__).parents[3] / "deploy"
SHAPES = ("compose.feed.yaml", "compose.yaml")
OURS = "vangnet"


@dataclass(frozen=True)
class Container:
    """A container of Kubernetes: whose it is, its image and words, and all its settings by name.

    Of a setting from a secret only the name is known.
    """

    name: str
    image: str
    words: tuple[str, ...]
    settings: Mapping[str, str | None]


@cache
def compose(name: str) -> dict[str, Service]:
    """The services of a compose file, with ``geheim`` for every secret."""
    return read_compose(DEPLOY / name, {}, lambda _: "geheim")


def ours(services: Mapping[str, Service]) -> list[Service]:
    """Those that run our image."""
    return [each for each in services.values() if each.image.partition(":")[0] == OURS]


@cache
def documents() -> list[dict[str, Any]]:
    """Every document in the manifests, the example of the secrets included."""
    files = sorted((DEPLOY / "kubernetes").rglob("*.yaml"))
    return [each for file in files for each in yaml.safe_load_all(file.read_text("utf-8"))]


def containers() -> Iterator[Container]:
    """Those that say what they run; the rest are patches on them."""
    for document in documents():
        spec = document.get("spec", {})
        pod = spec.get("jobTemplate", {}).get("spec", spec).get("template", {}).get("spec", {})
        for each in pod.get("containers", ()):
            words = (*each.get("command", ()), *each.get("args", ()))
            if words:
                name, image = document["metadata"]["name"], each.get("image", "")
                yield Container(name, image, words, _settings(each))


def _settings(container: Mapping[str, Any]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for source in container.get("envFrom", ()):
        for kind, reference in source.items():
            found |= _named(kind, reference["name"])
    return found | {each["name"]: each["value"] for each in container.get("env", ())}


def _named(kind: str, name: str) -> dict[str, str | None]:
    wanted = {"configMapRef": "ConfigMap", "secretRef": "Secret"}[kind]
    for document in documents():
        if document["kind"] == wanted and document["metadata"]["name"] == name:
            values = document.get("data") or dict.fromkeys(document["stringData"])
            return dict(values)
    raise LookupError(f"{name} is named and not there")
