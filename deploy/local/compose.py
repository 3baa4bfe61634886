"""A compose file as we read it: the part of the format that our own files use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from deploy.local.variables import Invent, filled


@dataclass(frozen=True, kw_only=True)
class Service:
    """One service. ``ports``: the container's, with the one it is published at (None: nowhere).

    ``mounts``: what stands at which folder or file of the container. ``needs``: the services
    that come first, each with the condition it must meet. ``health``: the words of the command
    that succeeds when the service is ready; none for one that nobody waits for like that.
    """

    name: str
    image: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    ports: Mapping[int, int | None]
    mounts: Mapping[str, str]
    needs: Mapping[str, str]
    health: tuple[str, ...]
    lasting: bool


def read_compose(path: Path, variables: Mapping[str, str], invent: Invent) -> dict[str, Service]:
    """The services of a file and of those that it includes, but for those with a profile."""
    tree = filled(_merged(path), variables, invent)
    return {
        name: _service(name, told)
        for name, told in tree["services"].items()
        if not told.get("profiles")
    }


def _merged(path: Path) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    for included in tree.pop("include", ()):
        for name in included["path"]:
            tree = _over(tree, _merged(path.parent / name))
    return tree


def _over(under: Any, over: Any) -> Any:
    """Two files as one: maps become one map, lists one list, of the rest the last counts."""
    if isinstance(under, dict) and isinstance(over, dict):
        both = {name: _over(under[name], over[name]) for name in under.keys() & over.keys()}
        return under | over | both
    return under + over if isinstance(under, list) and isinstance(over, list) else over


def _service(name: str, told: Mapping[str, Any]) -> Service:
    published = (words.rsplit(":", 2)[-2:] for words in told.get("ports", ()))
    mounts = (words.split(":") for words in told.get("volumes", ()))
    return Service(
        name=name,
        image=told["image"],
        command=tuple(told.get("command", ())),
        environment={key: str(value) for key, value in told.get("environment", {}).items()},
        ports={int(port): None for port in told.get("expose", ())}
        | {int(inside): int(outside) for outside, inside in published},
        mounts={target: source for source, target, *_ in mounts},
        needs={each: how["condition"] for each, how in told.get("depends_on", {}).items()},
        health=tuple(told.get("healthcheck", {}).get("test", ())[1:]),
        lasting="restart" in told,
    )


def in_order(services: Mapping[str, Service]) -> list[Service]:
    """Each after those that it needs; otherwise as in the file."""
    found: dict[str, Service] = {}

    def visit(name: str) -> None:
        if name not in found:
            for needed in services[name].needs:
                visit(needed)
            found[name] = services[name]

    for name in services:
        visit(name)
    return list(found.values())
