"""Random bodies of acts, made from what their schemas allow and from the ids there are."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from tests.oracle.routes import Deed, Routes, Schema

PEOPLE = "personen"
# Which ids a field asks for: the path at which things of that kind are made.
POOLS = {
    "afspraakId": "afspraken",
    "gebaseerdOp": "krachten",
    "bodemeisen": "bodemeisen",
    "bodemeisId": "bodemeisen",
    "risicoUitspraken": "risico-uitspraken",
    "zorgen": "zorgen",
    "risicotaxatieIds": "risicotaxaties",
    "krachtId": "krachten",
    "beraadId": "beraden",
    "zittingVan": "beraden",
    "vervangt": "raamwerk",
    "gesprekId": "gesprekken",
    "geplandGesprekId": "gesprekken/gepland",
    "eerderPlanId": "eerdere-plannen",
    "ondersteuningsplanId": "ondersteuningsplannen",
    "onderdeelId": "afspraken",
    "overOnderdelen": "zorgen",
    "onderdelen": "zorgen",
    "evaluatieId": "evaluaties",
    "voorvalId": "voorvallen",
    "aanleidingId": "voorvallen",
    "nietNakomenId": "niet-nakomen",
    "waarnemingId": "waarnemingen",
    "uitspraakId": "risico-uitspraken",
    "factorId": "risicofactoren",
    "bronId": "afspraken",
    "koppelingId": "koppelingen",
    "zorgId": "zorgen",
}
# What else a thing can be made at.
ALIASES = {
    "complicerende-factoren": "risicofactoren",
    "gewenste-situaties": "risico-uitspraken",
}
_PAST = {"nagegaanOp", "nagekekenOp", "datum", "gesprokenOp"}
_AGES = (4, 12, 16, 18, 18, 40)


class Ids(defaultdict[str, list[str]]):
    """The ids of one dossier, by the path at which such things are made."""

    def __init__(self) -> None:
        super().__init__(list)

    def made(self, path: str, ids: list[str]) -> None:
        """Keeps what an act made; ``path`` is that of its route."""
        place = path.removeprefix("/dossiers/{planId}/")
        if "{" not in place:
            self[ALIASES.get(place, place)] += ids


class Drawing:
    """Draws bodies; every text is another one, so that a leak can be told from a coincidence."""

    def __init__(self, routes: Routes, rng: random.Random) -> None:
        self.routes = routes
        self._rng = rng
        self._said = 0

    def body(self, deed: Deed, ids: Ids, now: datetime) -> dict[str, Any]:
        """A body for an act, without its claims."""
        return self._object(deed.service, deed.body, ids, now)

    def id_for(self, name: str, ids: Ids) -> str | None:
        """An id that a field or parameter of this name may ask for; None when there is none."""
        found = ids[POOLS.get(name, PEOPLE)]
        return self._rng.choice(found) if found else None

    def _object(self, service: str, schema: Schema, ids: Ids, now: datetime) -> dict[str, Any]:
        required = set(schema.get("required", ()))
        drawn = {}
        for name, field in schema["properties"].items():
            if name in ("gebeurdOp", "vernomenOp", "vernomenDoor"):
                continue
            if name in required or self._rng.random() < self._likely(name):
                value = self._value(service, name, field, ids, now)
                if value is not None:
                    drawn[name] = value
        return drawn

    def _likely(self, name: str) -> float:
        return {"verborgenVoor": 0.2, "geboortedatum": 0.8}.get(name, 0.45)

    def _value(self, service: str, name: str, schema: Schema, ids: Ids, now: datetime) -> Any:
        schema = self.routes.resolved(service, schema)
        kind, form, rng = schema.get("type"), schema.get("format"), self._rng
        if "enum" in schema:
            return rng.choice([each for each in schema["enum"] if each is not None])
        if kind == "object":
            return self._object(service, schema, ids, now)
        if kind == "array":
            count = rng.choice((1, 1, 2))
            items = [self._value(service, name, schema["items"], ids, now) for _ in range(count)]
            found = [each for each in items if each is not None]
            return found if _hashable(found) is False else list(dict.fromkeys(found))
        if form == "uuid":
            return self.id_for(name, ids)
        if form == "date":
            return self._day(name, now.date()).isoformat()
        if form == "date-time":
            return (now + timedelta(hours=rng.randrange(-400, 400))).isoformat()
        return self._plain(name, kind, schema)

    def _plain(self, name: str, kind: Any, schema: Schema) -> Any:
        if kind == "boolean":
            return self._rng.random() < 0.5
        if kind == "integer":
            low = max(int(schema.get("minimum", 0)), 0)
            return self._rng.randint(low, min(int(schema.get("maximum", 10)), low + 10))
        if kind == "string":
            self._said += 1
            return f"{name} {self._said} {self._rng.getrandbits(20):05x}"
        return None

    def _day(self, name: str, today: date) -> date:
        rng = self._rng
        if name == "geboortedatum":
            return today - timedelta(days=365 * rng.choice(_AGES) + rng.randrange(-30, 60))
        if name in _PAST:
            return today - timedelta(days=rng.randrange(40))
        return today + timedelta(days=rng.randrange(-25, 40))


def _hashable(values: list[Any]) -> bool:
    return all(isinstance(each, str | int) for each in values)
