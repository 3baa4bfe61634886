"""A small family in a town on disk, and a way to act and look there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from werkzeug.test import Client

from shared.access.role import Role
from vangnet.opening import Opened, opened
from vangnet.settings import read_settings

PLANS = "/plannen/api/v1"
EVALUATIONS = "/evaluaties/api/v1"
AGREEMENT = {
    "wat": "Stefan heeft geen contact",
    "doel": "directe-veiligheid",
    "geldigVanaf": "2025-03-10",
}


class Desk:
    """Somebody at work in a town that is open in this process."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.town = opened.town
        self.client = Client(opened.town.wsgi)

    def headers(self, role: Role = Role.WORKER, person: UUID | None = None) -> dict[str, str]:
        """What somebody of this role sends along."""
        token = self.opened.identity.token(role, "fatma", person, timedelta(hours=1))
        return {"Authorization": f"Bearer {token}"}

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """Does an act, which must succeed; ``path`` is a whole one."""
        answer = self.client.post(path, json=body, headers=self.headers())
        assert answer.status_code == 201, answer.text
        return answer.json

    def get(self, path: str, role: Role = Role.WORKER, person: UUID | None = None) -> Any:
        """Looks, which must succeed; ``path`` is a whole one."""
        answer = self.client.get(path, headers=self.headers(role, person))
        assert answer.status_code == 200, answer.text
        return answer.json

    def agree(self, plan_id: UUID, person: UUID) -> None:
        """One more agreement with somebody."""
        self.post(f"{PLANS}/dossiers/{plan_id}/afspraken", {**AGREEMENT, "wie": [str(person)]})


@contextmanager
def desk(folder: Path, **more: str) -> Iterator[Desk]:
    """A desk in the town that is kept in ``folder``, with ``more`` in its environment."""
    with opened(read_settings({"VAR": str(folder), **more})) as found:
        yield Desk(found)


def begin(at: Desk) -> tuple[UUID, UUID]:
    """A family with a plan in force: the plan, and Stefan."""
    dossier = {"gronden": ["huiselijk-geweld-volwassenen"]}
    plan_id = UUID(at.post(f"{PLANS}/dossiers", dossier)["planId"])
    person = {"naam": "Stefan", "soort": "gezin"}
    stefan = UUID(at.post(f"{PLANS}/dossiers/{plan_id}/personen", person)["onderdelen"][0])
    at.agree(plan_id, stefan)
    at.post(f"{PLANS}/dossiers/{plan_id}/vaststellingen", {"pad": "acuut"})
    return plan_id, stefan
