"""Case A, played into a store, as tests ask it."""

from __future__ import annotations

import re
from typing import Any

from shared.access.role import Role
from tests.integration.whole.village import Village
from vangnet.journey.demo import Demo

# With what is compared.
ASKED = {"verschil": "?vergelekenMetGeldigOp=2025-03-10T12:00:00Z&"}


class Family:
    """Case A in a village: its plan, one of its people, and what paths need."""

    def __init__(self, village: Village, demo: Demo) -> None:
        self.village = village
        self.plan = demo.plan_ids["a"]
        self.stefan = demo.people["a"]["stefan"]
        self.mirjam = demo.people["a"]["mirjam"]
        evaluations = self.body(f"/evaluaties/api/v1/dossiers/{self.plan}/evaluaties")
        incidents = self.body(f"/evaluaties/api/v1/dossiers/{self.plan}/voorvallen")
        self.found = {
            "planId": self.plan,
            "persoonId": self.stefan,
            "evaluatieId": next(iter(evaluations["evaluaties"]))["evaluatieId"],
            "voorvalId": next(iter(incidents["voorvallen"]))["voorvalId"],
            "versie": 2,
        }

    def body(self, path: str) -> Any:
        """What a supervisor gets now."""
        return self.village.ask("GET", path, Role.SUPERVISOR).json

    def path(self, rule: str) -> str:
        """A route's rule with this family's ids in it."""
        path = re.sub(r"<(?:\w+:)?(\w+)>", lambda m: str(self.found[m[1]]), rule)
        return path + ASKED.get(path.rpartition("/")[2], "")

    def answer(self, path: str, role: Role, moments: str) -> tuple[int, Any]:
        """Status and body, without the member that repeats the question."""
        person = self.stefan if role is Role.PERSON else None
        asked = path if "?" in path else f"{path}?"
        got = self.village.ask("GET", f"{asked}{moments}", role, person)
        if not got.is_json:
            return got.status_code, got.text
        body = got.json
        body.pop("tijdreis", None)
        return got.status_code, body
