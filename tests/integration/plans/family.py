"""The Zilverberg family (fictional) as its worker types it in."""

from __future__ import annotations

from typing import Any

from tests.integration.plans.town import Town

REQUEST = {"oorzaak": {"soort": "verzoek"}, "reden": "Op verzoek van het gezin"}


def agreement(what: str, *who: str, **more: Any) -> dict[str, Any]:
    """The body of an agreement for direct safety."""
    return {
        "wat": what,
        "wie": list(who),
        "doel": "directe-veiligheid",
        "geldigVanaf": "2025-03-10",
        **more,
    }


class Family:
    """An opened dossier with its people: Hans is hidden from Stefan."""

    def __init__(self, town: Town) -> None:
        self.town = town
        opened = town.do("/dossiers", {"gronden": ["huiselijk-geweld-volwassenen"]})
        self.plan_id: str = opened["planId"]
        self.dossier = f"/dossiers/{self.plan_id}"
        self.plan = f"{self.dossier}/veiligheidsplan"
        self.mirjam = self.add("Mirjam", "gezin")
        self.stefan = self.add("Stefan", "gezin")
        self.els = self.add("Els", "netwerk")
        self.hans = self.add("Hans", "netwerk", verborgenVoor=[self.stefan])
        self.fatma = self.add("Fatma", "beroepskracht")

    def add(self, name: str, kind: str, **more: Any) -> str:
        """Adds somebody; their id."""
        return self.item("/personen", {"naam": name, "soort": kind, **more})

    def do(self, path: str, body: dict[str, Any], **headers: str) -> Any:
        """Performs an act on this dossier."""
        return self.town.do(self.dossier + path, body, **headers)

    def item(self, path: str, body: dict[str, Any]) -> str:
        """Performs an act; the id of what it made."""
        found: str = self.do(path, body)["onderdelen"][0]
        return found

    def activate(self) -> None:
        """Version 1, along the acute path."""
        self.do("/vaststellingen", {"pad": "acuut"})

    @property
    def revision(self) -> str:
        """The revision that the worker reads now."""
        found: str = self.town.json(self.plan)["revisie"]
        return found

    def adjust(self, *changes: dict[str, Any], **more: Any) -> Any:
        """The next version, with the revision just read; without changes it is confirmed."""
        said = {**REQUEST, "wijzigingen": list(changes), **more}
        if not changes:
            said.setdefault("ongewijzigdBevestigd", True)
        return self.do("/bijstellingen", said, If_Match=self.revision)

    def versions(self, person: str | None = None) -> list[int]:
        """The numbers of the versions that somebody has."""
        heads = self.town.json(f"{self.plan}/versies", person)["versies"]
        return [head["versie"] for head in heads]

    def agreements(self, person: str | None = None, path: str = "", **query: str) -> list[str]:
        """What the agreements say that somebody reads."""
        read = self.town.json(self.plan + path, person, **query)
        return [each["wat"] for each in read.get("afspraken", [])]


def in_force(town: Town) -> Family:
    """A plan of three agreements: Stefan's, one with Els, and one that is hidden from Stefan."""
    family = Family(town)
    f = family
    f.do("/casusregie", {"persoonId": f.fatma})
    f.do("/afspraken", agreement("Geen contact", f.stefan, voorWie=[f.mirjam]))
    f.do("/afspraken", agreement("Els belt elke avond", f.els, voorWie=[f.stefan]))
    code = agreement("Codewoord appel", f.mirjam, f.hans, verborgenVoor=[f.stefan])
    f.do("/afspraken", code)
    family.activate()
    return family
