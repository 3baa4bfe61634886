"""Losing a service of a deployment, and putting it back from a copy."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from shared.service.settings import Settings
from tests.integration.postgres.seeded import PLANS, Seeded
from vangnet.backups.backup import back_up, restore
from vangnet.backups.recovery import export

DOSSIER = {"gronden": ["huiselijk-geweld-volwassenen"]}
MADE = datetime(2025, 3, 12, tzinfo=UTC)
KINDS = ("sqlite", "postgres")


def copied(settings: Settings, target: Path, *services: str) -> Path:
    """A backup of these services, and beside it a recovery export."""
    back_up(settings, target, services, os.environ, MADE)
    export(settings, recovery_of(target), services, MADE)
    return target


def recovery_of(backup: Path) -> Path:
    """The recovery export that was made with it."""
    return backup.with_name(backup.name + "-herstel.json")


def put_back(settings: Settings, backup: Path, *services: str) -> None:
    """What an operator does with a service that was lost: nothing is left of it, then restore."""
    for service in services:
        shutil.rmtree(settings.folder / service)
        for address in (settings.database, settings.key_database):
            if address is not None:
                with psycopg.connect(address, autocommit=True) as connection:
                    connection.execute(f"DROP SCHEMA {service} CASCADE")
    restore(settings, backup, services, os.environ, recovery_of(backup))


def back_to(at: Seeded, settings: Settings, backup: Path, *services: str) -> None:
    """The town as a process has it that begins after these services were put back."""
    at.town.close()
    put_back(settings, backup, *services)
    at.town = at.open()


def opens_dossiers(at: Seeded, count: int) -> list[str]:
    """So many dossiers with one person in each; gives the plans."""
    return [_dossier(at) for _ in range(count)]


def _dossier(at: Seeded) -> str:
    plan: str = at.ask("POST", f"{PLANS}/dossiers", DOSSIER)["planId"]
    at.ask("POST", f"{PLANS}/dossiers/{plan}/personen", {"naam": "Stefan", "soort": "gezin"})
    return plan
