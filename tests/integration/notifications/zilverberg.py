"""The Zilverberg family (fictional, domain.md case A) as far as informing goes."""

from __future__ import annotations

from typing import Any

from tests.integration.notifications.town import Town

FAMILY = ("Mirjam", "Stefan", "Noor", "Bas")
NETWORK = ("Els", "Hans", "Opa")
TEAM = ("Fatma", "Rob")
SHARED, CODE_WORD = "Els haalt de kinderen op.", "Bel Hans en zeg regenboog."


class Zilverberg:
    """A dossier with seven involved people, two professionals and a plan of two agreements.

    A1 is shared with all seven; A2, the code word, is Mirjam's and Hans's alone.
    """

    def __init__(self, town: Town) -> None:
        self.town = town
        opened = town.done(town.plans, "/dossiers", {"gronden": ["onveilige-situatie"]})
        self.path = f"/dossiers/{opened['planId']}"
        kinds = [(FAMILY, "gezin"), (NETWORK, "netwerk"), (TEAM, "beroepskracht")]
        self.people = {name: self._add(name, kind) for names, kind in kinds for name in names}
        self.involved = [self.people[name] for name in (*FAMILY, *NETWORK)]
        self.act("casusregie", {"persoonId": self.people["Fatma"]})

    def act(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """An act in plans."""
        return self.town.done(self.town.plans, f"{self.path}/{path}", body)

    def activate(self) -> None:
        """Version 1, with the agreement that concerns all seven."""
        self.agree(SHARED, self.involved)
        self.act("vaststellingen", {"pad": "acuut"})
        self.town.follow()

    def agree(self, what: str, people: list[str]) -> None:
        """An agreement of the first of ``people``, shared with the others."""
        body = {
            "wat": what,
            "wie": people[:1],
            "gedeeldMet": people[1:],
            "doel": "directe-veiligheid",
            "geldigVanaf": "2025-03-10",
        }
        self.act("afspraken", body)

    def adjust(self) -> None:
        """The next version, with what was agreed since."""
        plan = self.town.plans
        url = f"{plan.base_path}{self.path}"
        headers = {"Authorization": "Bearer werker"}
        client = plan.app.test_client()
        revision = client.get(f"{url}/veiligheidsplan", headers=headers).json["revisie"]
        body = {"oorzaak": {"soort": "verzoek"}, "reden": "nieuwe afspraak"}
        made = client.post(
            f"{url}/bijstellingen", json=body, headers=headers | {"If-Match": revision}
        )
        assert made.status_code == 201, made.text
        self.town.follow()

    def mail_to(self, name: str, address: str | None = None) -> None:
        """Somebody chooses e-mail."""
        path = f"personen/{self.people[name]}/veilig-contact"
        self.act(path, {"kanaal": "e-mail", "adres": address or f"{name.lower()}@example.nl"})

    def inform(self, name: str, version: int = 1, manner: str = "telefoon") -> None:
        """A worker informs somebody."""
        body = {
            "persoonId": self.people[name],
            "versie": version,
            "wijze": manner,
            "bevestiging": f"{name} heeft het herhaald.",
        }
        self.town.done(self.town.notifications, f"{self.path}/informeringen", body)

    def ledger(self, version: int = 1, **query: str) -> dict[str, Any]:
        """How it stands with informing everybody of a version."""
        return self.town.read(f"{self.path}/informeringen/versies/{version}", **query)

    def stands(self, version: int = 1) -> dict[str, str]:
        """How it stands with each person, by name."""
        names = {person: name for name, person in self.people.items()}
        rows = self.ledger(version)["personen"]
        return {names[row["persoonId"]]: row["stand"] for row in rows}

    def _add(self, name: str, kind: str) -> str:
        made = self.act("personen", {"naam": name, "soort": kind})
        return str(made["onderdelen"][0])
