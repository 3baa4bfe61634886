"""A family to which random things happen, all of it entered over HTTP, and a list of that."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from tests.oracle.drawing import PEOPLE, Drawing, Ids
from tests.oracle.routes import Deed
from tests.oracle.town import WORKER, OracleTown

# Erases for good: what that changes in answers about the past is the exception to the rule.
NEVER = {"dossier-openen", "wissing-goedkeuren", "samen-vastleggen"}
CHANGES = (
    "afspraak-maken",
    "afspraak-maken",
    "afspraak-wijzigen",
    "afspraak-beeindigen",
    "bodemeis-stellen",
    "bodemeis-wijzigen",
    "bodemeis-intrekken",
    "evaluatieritme-afspreken",
)
# What makes most of what is asked for; any other act happens now and then.
OFTEN = (
    ("plans", "plan-bijstellen"),
    ("plans", "plan-bijstellen"),
    ("plans", "afspraak-maken"),
    ("plans", "afspraak-maken"),
    ("plans", "bodemeis-stellen"),
    ("plans", "zorg-vastleggen"),
    ("plans", "zorg-delen"),
    ("plans", "onveiligheid-beoordelen"),
    ("plans", "relatie-vastleggen"),
    ("plans", "gezag-vastleggen"),
    ("plans", "raamwerk-aanvullen"),
    ("plans", "casusregisseur-aanwijzen"),
    ("plans", "directe-veiligheid-bereikt"),
    ("plans", "directe-veiligheid-verloren"),
    ("plans", "gegeven-corrigeren"),
    ("plans", "gegeven-corrigeren"),
    ("plans", "persoon-toevoegen"),
    ("evaluations", "evaluatie-beginnen"),
    ("evaluations", "schaalvraag-beantwoorden"),
    ("evaluations", "schaalvraag-beantwoorden"),
    ("evaluations", "evaluatievraag-beantwoorden"),
    ("evaluations", "voorval-melden"),
    ("evaluations", "voorval-beoordelen"),
    ("evaluations", "waarneming-vastleggen"),
    ("evaluations", "niet-nakomen-melden"),
    ("evaluations", "wederhoor-vastleggen"),
    ("evaluations", "niet-nakomen-beoordelen"),
    ("evaluations", "verslag-corrigeren"),
    ("notifications", "informeren-vastleggen"),
    ("notifications", "informeren-achterwege-laten"),
)
_PAUSES = (0, 0, 0, 1, 600, 3600, 20_000, 90_000, 400_000)
_CLAIMS = ("gebeurdOp", "vernomenOp")
_EXISTING = ("afspraakId", "bodemeisId")
_HISTORIES = {"plans": "geschiedenis", "evaluations": "tijdlijn"}


class Entered(NamedTuple):
    """One act that was accepted, as it was sent, and what was answered to it."""

    deed: Deed
    params: dict[str, str]
    body: dict[str, Any]
    answer: dict[str, Any]
    deeds: Mapping[tuple[str, str], Deed]

    @property
    def recorded_at(self) -> datetime:
        """When the service says that it stored it."""
        return datetime.fromisoformat(self.answer["vastgelegdOp"])


def parts_of(done: Entered) -> list[Entered]:
    """What was entered together in one adjustment, and the adjustment itself, in that order.

    Each is an event of its own; they are recorded one after the other, the last one as answered.
    """
    changes = done.body.get("wijzigingen", [])
    made = iter(done.answer["onderdelen"])
    parts = []
    for back, change in zip(range(len(changes), 0, -1), changes, strict=True):
        deed = done.deeds["plans", change["soort"]]
        params = {each: change[each] for each in deed.params}
        named = set(params.values()) or {next(i for i in made if i not in _named(changes))}
        at = done.recorded_at - timedelta(microseconds=back)
        answer = {"onderdelen": list(named), "vastgelegdOp": at.isoformat()}
        claims = {key: done.body[key] for key in _CLAIMS if key in done.body}
        parts.append(Entered(deed, params, change | claims, answer, done.deeds))
    return [*parts, done]


def _named(changes: list[dict[str, Any]]) -> set[str]:
    return {value for c in changes for key, value in c.items() if key in _EXISTING}


class Family:
    """One dossier and what happens to it; every choice is made by ``rng``."""

    def __init__(self, town: OracleTown, rng: random.Random) -> None:
        self.town = town
        self.rng = rng
        self.ids = Ids()
        self.entered: list[Entered] = []
        self.refused = 0
        self.versions = 0
        self._instants: list[datetime] = []
        self._drawing = Drawing(town.routes, rng)
        self.plan = ""
        self.names: dict[str, str] = {}
        # What was taken back: when it had been recorded, by the id of the event.
        self.taken_back: dict[str, datetime] = {}
        self._open()

    def _open(self) -> None:
        opened = self._enter("plans", "dossier-openen", {}, self._drawn("dossier-openen"))
        assert opened is not None
        self.plan = opened.answer["planId"]
        for kind in ("gezin", "gezin", "gezin", "netwerk", "netwerk", "beroepskracht"):
            body = {**self._drawn("persoon-toevoegen"), "soort": kind}
            body.pop("registratie", None)
            self._enter("plans", "persoon-toevoegen", {}, body)
        lead = {"persoonId": self.ids[PEOPLE][-1]}
        self._enter("plans", "casusregisseur-aanwijzen", {}, lead)
        for _ in range(2):
            self._enter("plans", "afspraak-maken", {}, self._drawn("afspraak-maken"))
        self._enter("plans", "bodemeis-stellen", {}, self._drawn("bodemeis-stellen"))
        self._enter("plans", "plan-vaststellen", {}, {"pad": "acuut"})

    def _drawn(self, name: str) -> dict[str, Any]:
        return self._drawing.body(self._deed("plans", name), self.ids, self._now)

    def _deed(self, service: str, name: str) -> Deed:
        return self.town.routes.deeds[service, name]

    @property
    def _now(self) -> datetime:
        return self.town.clock()

    def live(self, steps: int) -> None:
        """So many things are tried; some of them are refused."""
        rare = [key for key in self.town.routes.deeds if key[1] not in NEVER]
        for _ in range(steps):
            self._pause()
            key = self.rng.choice(OFTEN if self.rng.random() < 0.6 else rare)
            self.do(*key)

    def _pause(self) -> None:
        pause = timedelta(seconds=self.rng.choice(_PAUSES))
        if pause:
            self.town.clock.set(self._now + pause)
        if pause and self.rng.random() < 0.2:
            self.town.settle()

    def do(self, service: str, name: str) -> Entered | None:
        """Tries one act of this kind; None when it was refused."""
        deed = self._deed(service, name)
        params = {each: self._param(each, deed) for each in deed.params}
        if None in params.values():
            return None
        body = self._body(deed)
        if name == "evaluatie-beginnen":
            self.town.settle()
        found = {each: value for each, value in params.items() if value is not None}
        return None if body is None else self._enter(service, name, found, body | self._claims())

    def _param(self, name: str, deed: Deed) -> str | None:
        place = deed.path.partition("/{" + name + "}")[0].removeprefix("/dossiers/{planId}/")
        known = self.ids.get(place)
        return self.rng.choice(known) if known else self._drawing.id_for(name, self.ids)

    def _body(self, deed: Deed) -> dict[str, Any] | None:
        body = self._drawing.body(deed, self.ids, self._now)
        if "versie" in deed.body["properties"]:
            body["versie"] = self.rng.randint(1, max(1, self.versions))
        if deed.name == "plan-bijstellen":
            body = {"oorzaak": {"soort": "verzoek"}, "reden": body["reden"], **self._changes()}
        if "gebeurtenisId" in deed.body["properties"]:
            return self._correction(deed, body)
        return body

    def _changes(self) -> dict[str, Any]:
        if self.rng.random() < 0.2:
            return {"ongewijzigdBevestigd": True}
        names = self.rng.choices(CHANGES, k=self.rng.choice((1, 1, 2)))
        return {"wijzigingen": [self._change(name) for name in names]}

    def _change(self, name: str) -> dict[str, Any]:
        deed = self._deed("plans", name)
        params = {each: self._param(each, deed) for each in deed.params}
        return {"soort": name, **params, **self._drawing.body(deed, self.ids, self._now)}

    def _correction(self, deed: Deed, body: dict[str, Any]) -> dict[str, Any] | None:
        path = f"/dossiers/{self.plan}/{_HISTORIES[deed.service]}"
        told = self.town.ask("GET", deed.service, path).json or {}
        events = [e for e in told.get("gebeurtenissen", []) if e.get("vastgelegdOp")]
        if not events:
            return None
        wrong = self.rng.choice(events)
        at = datetime.fromisoformat(wrong["vastgelegdOp"])
        self.taken_back[wrong["gebeurtenisId"]] = at
        return {"gebeurtenisId": wrong["gebeurtenisId"], "reden": body["reden"]}

    def _claims(self) -> dict[str, str]:
        rng, now = self.rng, self._now
        if rng.random() < 0.5:
            return {}
        happened = now - timedelta(minutes=rng.randrange(1, 20_000))
        if self._instants and rng.random() < 0.3:
            happened = rng.choice(self._instants)
        self._instants.append(happened)
        claimed = {"gebeurdOp": happened.isoformat()}
        if rng.random() < 0.3:
            claimed["vernomenOp"] = (happened + (now - happened) / 2).isoformat()
        return claimed

    def id_for(self, name: str) -> str | None:
        """An id that a path or query may name as this; None when there is none yet."""
        return self._drawing.id_for(name, self.ids)

    def _enter(
        self, service: str, name: str, params: dict[str, str], body: dict[str, Any]
    ) -> Entered | None:
        deed = self._deed(service, name)
        path = deed.path.format(planId=self.plan, **params)
        headers = {"If-Match": self.revision(service)} if deed.guarded else {}
        answer = self.town.ask("POST", service, path, WORKER, body, **headers)
        if answer.status_code != 201:
            self.refused += 1
            assert answer.status_code < 500, (path, body, answer.text)
            return None
        done = Entered(deed, params, body, answer.json or {}, self.town.routes.deeds)
        self._keep(done)
        return done

    def _keep(self, done: Entered) -> None:
        self.entered.append(done)
        self.versions = done.answer.get("versie") or self.versions
        if done.deed.name == "persoon-toevoegen":
            self.names[done.answer["onderdelen"][0]] = done.body["naam"]
        for part in parts_of(done):
            if part.deed.path != "/dossiers":
                self.ids.made(part.deed.path, part.answer["onderdelen"])

    def revision(self, service: str) -> str:
        """The revision that a worker reads now."""
        place = "veiligheidsplan" if service == "plans" else "tijdlijn"
        told = self.town.ask("GET", service, f"/dossiers/{self.plan}/{place}").json or {}
        return str(told.get("revisie"))
