"""What ``vangnet up`` tells before it is ready: addresses, and tokens to try things with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

import click
from rich import box
from rich.console import Console
from rich.table import Table

from shared.access.role import Role
from shared.service.neighbour import LocalNeighbour
from vangnet.opening import Opened

_LIFE = timedelta(hours=12)
_PLANS = "/plannen/api/v1/dossiers"


def welcome(opened: Opened, address: str, *, tokens: bool) -> None:
    """Prints where everything is, and a token per role when ``tokens`` are ours to give."""
    table = Table(box=box.SIMPLE)
    table.add_column("dienst")
    table.add_column("adres", no_wrap=True)
    for service in opened.town.services:
        table.add_row(service.app.name.removeprefix("vangnet."), address + service.base_path)
    Console().print(table)
    if tokens:
        _tell_tokens(opened)


def _tell_tokens(opened: Opened) -> None:
    hours = int(_LIFE.total_seconds() // 3600)
    click.echo(f"Tokens om mee te proberen, {hours} uur geldig (later: vangnet token --role ROL):")
    shown = somebody(opened)
    for role in Role:
        if role is Role.SERVICE:
            # What services show one another; it opens where people can be reached.
            continue
        if role is not Role.PERSON:
            click.echo(f"{role.wire:15}{opened.identity.token(role, None, None, _LIFE)}")
        elif shown is not None:
            click.echo(f"{role.wire:15}{opened.identity.token(role, None, shown.person, _LIFE)}")
    if shown is not None:
        click.echo(f"Wat er in hun dossier gebeurde: vangnet show {shown.plan_id}")


class Somebody(NamedTuple):
    """Somebody of a family, and the plan in which they have a version of their own."""

    plan_id: str
    person: UUID


def somebody(opened: Opened) -> Somebody | None:
    """The first whose own plan can be looked at, if there is anybody."""
    plans = LocalNeighbour(lambda: opened.town.by_name["plans"].app)
    worker = opened.identity.token(Role.WORKER, None, None, _LIFE)
    for plan_id in _plans(plans.get(_PLANS, worker).body):
        path = f"{_PLANS}/{plan_id}/veiligheidsplan"
        for person in _family(plans.get(path, worker).body):
            token = opened.identity.token(Role.PERSON, None, person, _LIFE)
            if plans.get(path, token).body.get("versie"):
                return Somebody(plan_id, person)
    return None


def _plans(body: dict[str, Any]) -> Iterator[str]:
    return (dossier["planId"] for dossier in body.get("dossiers", ()) if dossier.get("versie"))


def _family(body: dict[str, Any]) -> Iterator[UUID]:
    people = body.get("personen", ())
    return (UUID(each["persoonId"]) for each in people if each["soort"] == "gezin")
