"""Plans and evaluations on stores in a folder, called through their web apps."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from werkzeug.test import TestResponse

from services.evaluations import app as evaluations
from services.evaluations.views.looking import AskPlans
from services.plans import app as plans
from shared.access.role import Role
from shared.access.token import NotAuthenticated
from shared.eventbase.doing import Actor
from shared.service.following import by_reading
from shared.service.neighbour import LocalNeighbour
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.store import migrate_store
from shared.service.world import World
from shared.web.logs import json_log
from vangnet.own_versions import versions_from

START = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
WORKER, SUPERVISOR = "werker", "leidinggevende"


class Clock:
    """A clock that is set by hand and moves a little at every look."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


class Town:
    """Two services; a token is the role, or a person's id."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        settings = Settings(folder=folder, simulated=True)
        world = World(
            clock=self.clock,
            new_id=uuid4,
            random_bytes=os.urandom,
            chance=random.random,
            log=json_log(BytesIO(), "test", self.clock),
            verifier=_actor,
            secret=b"s" * 32,
        )
        for service in ("plans", "evaluations"):
            migrate_store(settings, service, os.urandom)
        self.plans = plans.create_app(settings, world)
        self.names: dict[UUID, str] = {}
        self.evaluations = evaluations.create_app(
            settings,
            world,
            by_reading([self.plans.source], world),
            AskPlans(lambda plan_id, moment: self.names.get, versions_from(self._neighbour())),
        )

    def _neighbour(self) -> LocalNeighbour:
        return LocalNeighbour(lambda: self.plans.app)

    def close(self) -> None:
        """Closes the stores."""
        self.evaluations.close()
        self.plans.close()

    def follow(self) -> None:
        """Evaluations takes in all that plans has recorded."""
        while any(follower.step() for follower in self.evaluations.followers.values()):
            pass

    def post(
        self, service: Service, path: str, body: dict[str, Any], token: str = WORKER, **more: str
    ) -> TestResponse:
        """An act; ``more`` are headers, with underscores for dashes."""
        headers = {"Authorization": f"Bearer {token}", **_headers(more)}
        client = service.app.test_client()
        return client.post(service.base_path + path, json=body, headers=headers)

    def get(self, path: str, token: str = WORKER, **query: str) -> TestResponse:
        """A question to the evaluations service."""
        client = self.evaluations.app.test_client()
        headers = {"Authorization": f"Bearer {token}"}
        url = self.evaluations.base_path + path
        return client.get(url, headers=headers, query_string=query)

    def read(self, path: str, token: str = WORKER, **query: str) -> dict[str, Any]:
        """The body of an answer that must be a good one."""
        response = self.get(path, token, **query)
        assert response.status_code == 200, response.text
        return dict(response.json or {})

    def made(self, service: Service, path: str, body: dict[str, Any], **more: str) -> str:
        """The first item that a good act made."""
        response = self.post(service, path, body, **more)
        assert response.status_code == 201, response.text
        items: list[str] = (response.json or {})["onderdelen"]
        return items[0] if items else ""


class Family:
    """The Zilverberg family (fictional): a plan with one bottom line and one agreement."""

    def __init__(self, town: Town, hidden: Callable[[dict[str, str]], list[str]]) -> None:
        self.town = town
        opened = town.post(town.plans, "/dossiers", {"gronden": ["onveilige-situatie"]})
        self.plan = f"/dossiers/{(opened.json or {})['planId']}"
        self.people: dict[str, str] = {}
        for name, kind in (("Stefan", "gezin"), ("Mirjam", "gezin"), ("Els", "netwerk")):
            self._add(name, kind, [])
        self._add("Noor", "gezin", hidden(self.people))
        self.bottom_line, self.agreement = self._content()
        self.act("vaststellingen", {"pad": "acuut"})
        town.follow()

    def act(self, path: str, body: dict[str, Any], **more: str) -> str:
        """An act in plans."""
        return self.town.made(self.town.plans, f"{self.plan}/{path}", body, **more)

    def _add(self, name: str, kind: str, hidden: list[str]) -> None:
        body = {"naam": name, "soort": kind, "verborgenVoor": hidden}
        self.people[name] = self.act("personen", body)
        self.town.names[UUID(self.people[name])] = name

    def _content(self) -> tuple[str, str]:
        mirjam = self.people["Mirjam"]
        line = self.act("bodemeisen", {"tekst": "Geen geweld.", "voorWie": [mirjam]})
        agreed = {
            "wat": "Els slaapt hier.",
            "wie": [self.people["Els"]],
            "doel": "directe-veiligheid",
            "geldigVanaf": date(2025, 3, 10).isoformat(),
            "voorWie": [mirjam],
        }
        rhythm = {"eersteDatum": "2025-03-14", "aantalWeken": 1, "wijze": "beraad"}
        item = self.act("afspraken", agreed)
        self.act("evaluatieritme", rhythm)
        return line, item

    def adjust(self, what: str, who: str) -> None:
        """A version of the plan with one more agreement, that somebody keeps."""
        agreed = {
            "soort": "afspraak-maken",
            "wat": what,
            "wie": [who],
            "doel": "directe-veiligheid",
            "geldigVanaf": "2025-03-10",
        }
        self.version({"oorzaak": {"soort": "verzoek"}, "reden": "Erbij.", "wijzigingen": [agreed]})

    def confirm(self, cause: dict[str, str]) -> None:
        """A version that confirms the plan unchanged, for a cause."""
        self.version({"oorzaak": cause, "reden": "Bevestigd.", "ongewijzigdBevestigd": True})

    def version(self, body: dict[str, Any]) -> None:
        """A version of the plan, followed by evaluations."""
        client = self.town.plans.app.test_client()
        url = f"{self.town.plans.base_path}{self.plan}/veiligheidsplan"
        plan = client.get(url, headers={"Authorization": f"Bearer {WORKER}"}).json or {}
        self.act("bijstellingen", body, If_Match=plan["revisie"])
        self.town.follow()

    def evaluate(self, path: str, body: dict[str, Any], **more: str) -> str:
        """An act in evaluations."""
        return self.town.made(self.town.evaluations, f"{self.plan}/{path}", body, **more)

    def start(self, *names: str, **more: Any) -> str:
        """An evaluation of version 1 that these people take part in."""
        participants = [self.people[name] for name in names]
        body = {"versie": 1, "wijze": "netwerkberaad", "deelnemers": participants, **more}
        return self.evaluate("evaluaties", body)

    def rate(self, evaluation: str, name: str, value: int, **more: Any) -> str:
        """One person's number for safety."""
        body = {"persoonId": self.people[name], "vraag": "veiligheid", "waarde": value, **more}
        return self.evaluate(f"evaluaties/{evaluation}/waarderingen", body)

    def fill(self, evaluation: str) -> None:
        """The other three questions, and every item."""
        for question in ("wat-gaat-goed", "welke-zorgen", "wat-moet-gebeuren"):
            body = {"vraag": question, "tekst": f"Antwoord op {question}."}
            self.evaluate(f"evaluaties/{evaluation}/antwoorden", body)
        for item in (self.bottom_line, self.agreement):
            found = {"onderdeelId": item, "oordeel": "ja", "waaruitBlijktDat": "Gezien."}
            self.evaluate(f"evaluaties/{evaluation}/beoordelingen", found)


def _actor(token: str) -> Actor:
    if token in (WORKER, SUPERVISOR):
        role = Role.WORKER if token == WORKER else Role.SUPERVISOR
        return Actor(f"sub-{token}", role.value)
    try:
        return Actor(f"sub-{token}", Role.PERSON.value, UUID(token))
    except ValueError:
        raise NotAuthenticated from None


def _headers(more: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in more.items()}
