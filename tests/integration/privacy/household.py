"""A family whose secrets are attacked: Stefan may not know of Hans, the code word or the address.

Every agreement of a dossier is written by its worker; who attacks has a token and nothing else.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from werkzeug.test import TestResponse

from shared.access.role import Role
from tests.integration.whole.village import Village

PLANS, EVALUATIONS = "/plannen/api/v1", "/evaluaties/api/v1"
NOTIFICATIONS = "/notificaties/api/v1"
ADDRESS, CODE_WORD, HIDDEN_NAME = "mirjam.elders@example.org", "Codewoord appel", "Hans Verborg"
REQUEST = {"oorzaak": {"soort": "verzoek"}, "reden": "Op verzoek"}


def agreement(what: str, *who: str, **more: Any) -> dict[str, Any]:
    """The body of an agreement."""
    said = {"doel": "directe-veiligheid", "geldigVanaf": "2026-03-02"}
    return {"wat": what, "wie": list(who), **said, **more}


class Household:
    """One dossier, opened an hour before anybody is told of it."""

    # What a dossier that has lived has besides.
    fatma: str
    rob: str
    bas: str
    evaluation: str
    incident: str

    def __init__(self, village: Village) -> None:
        self.village = village
        opened = self.post(PLANS, "", {"gronden": ["huiselijk-geweld-volwassenen"]})
        self.plan_id: str = opened["planId"]
        self.dossier = f"/{self.plan_id}"
        self.later(hours=1)
        self.mirjam = self.add("Mirjam", "gezin")
        self.stefan = self.add("Stefan", "gezin")
        self.els = self.add("Els", "netwerk")
        self.hans = self.add(HIDDEN_NAME, "netwerk", verborgenVoor=[self.stefan])
        contact = {"kanaal": "e-mail", "adres": ADDRESS}
        self.act(f"/personen/{self.mirjam}/veilig-contact", contact)
        self.act("/afspraken", agreement("Geen contact", self.stefan, voorWie=[self.mirjam]))
        hidden = {"verborgenVoor": [self.stefan]}
        code = agreement(CODE_WORD, self.mirjam, self.hans, **hidden)
        self.secret: str = self.act("/afspraken", code)["onderdelen"][0]
        self.later(hours=1)
        self.act("/vaststellingen", {"pad": "acuut"})
        self.village.settle()

    def later(self, **passed: float) -> None:
        """Lets time pass."""
        self.village.clock.set(self.village.clock() + timedelta(**passed))

    def post(self, service: str, path: str, body: Any, **headers: str) -> Any:
        """An act by the worker."""
        answer = self.village.ask("POST", f"{service}/dossiers{path}", body=body, **headers)
        assert answer.status_code == 201, answer.text
        return answer.json

    def act(self, path: str, body: Any, **headers: str) -> Any:
        """An act on this dossier, in plans."""
        return self.post(PLANS, self.dossier + path, body, **headers)

    def add(self, name: str, kind: str, **more: Any) -> str:
        """Adds somebody; their id."""
        added = self.act("/personen", {"naam": name, "soort": kind, **more})
        found: str = added["onderdelen"][0]
        return found

    @property
    def revision(self) -> dict[str, str]:
        """The header with the revision that the worker reads now."""
        read = self.ask(PLANS, "/veiligheidsplan").json
        return {"If-Match": read["revisie"]}

    def adjust(self, *changes: dict[str, Any], **more: Any) -> Any:
        """The next version, which the other services hear of."""
        said = {**REQUEST, "wijzigingen": list(changes), **more}
        done = self.act("/bijstellingen", said, **self.revision)
        self.village.settle()
        return done

    def change(self, item: str, what: str, *who: str, **more: Any) -> Any:
        """Other content for an agreement, in a version of its own."""
        kind = {"soort": "afspraak-wijzigen", "afspraakId": item}
        return self.adjust(kind | agreement(what, *who, **more))

    def ask(self, service: str, path: str, person: str | None = None) -> TestResponse:
        """A question about this dossier: by the worker, or by somebody with their own token."""
        url = f"{service}/dossiers{self.dossier}{path}"
        return self.village.ask("GET", url, *as_person(person))


def as_person(person: str | None) -> tuple[Any, ...]:
    """The role and the person of a token: the worker's without a person."""
    return (Role.WORKER, None) if person is None else (Role.PERSON, UUID(person))


def correct(home: Household, service: str, name: str, **more: Any) -> None:
    """Takes back the last event of this name, with what stands in its place."""
    path = "/geschiedenis" if service == PLANS else "/tijdlijn"
    entries = home.ask(service, path).json
    events = [e for e in entries["gebeurtenissen"] if e["gebeurtenis"] == name]
    body = {"gebeurtenisId": events[-1]["gebeurtenisId"], "reden": "Vergissing", **more}
    revision = home.revision if service == PLANS else {"If-Match": entries["revisie"]}
    home.post(service, f"{home.dossier}/correcties", body, **revision)
