"""The views of the three services, reduced to how the golden answers are written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from shared.eventbase.calendar import AMSTERDAM
from tests.integration.time_travel.golden_case import OVERSIGHT, Pair, Told

PLANS, EVALUATIONS, NOTIFICATIONS = "plannen", "evaluaties", "notificaties"
STANDING = {None: "gemeld", True: "vastgesteld", False: "verworpen"}
MET = {None: "niet nagegaan", True: "gehaald", False: "niet gehaald"}


class Unread(Exception):
    """A view that should answer did not."""


class Reader:
    """What is so at one pair of moments, told with the short names of a golden file."""

    def __init__(self, told: Told, written: dict[str, Any], pair: Pair) -> None:
        self._told, self._pair = told, pair
        self._labels = {text: label for label, text in written["teksten"].items()}
        everybody = self._get(PLANS, "/personen", Pair(None, None))["personen"]
        short = {name: label for label, name in written["personen"].items()}
        self._people = {row["persoonId"]: short[row["naam"]] for row in everybody}
        self._rules = set(written["gevraagdeRegels"])

    def answer(self) -> dict[str, Any]:
        """All that a golden answer holds, but for what parties read."""
        plan = self._get(PLANS, "/veiligheidsplan")
        return {
            "plan": self._head(plan),
            "fasen": [self._phase(row) for row in self._get(PLANS, "/fasen")["fasen"]],
            "afsprakenVanKracht": dict(map(self._agreement, in_force(plan))),
            "bodemeisen": self._bottom_lines(plan["bodemeisen"]),
            "zorgen": self._concerns(),
            "kinderen": self._children(),
            "maatregelen": [
                {"eindigt": local(row["eindigt"])} | of(row, "soort", "vanKracht")
                for row in self._get(PLANS, "/maatregelen")["maatregelen"]
            ],
            "meldingen": [self._report(row) for row in self._get(PLANS, "/meldingen")["meldingen"]],
            "evaluaties": list(self._evaluations()),
            "voorvallen": self._incidents(),
            "nietNakomen": self._breaches(),
            "geinformeerd": self._informed(),
            "rechtenverzoeken": list(self._requests()),
            "openVerplichtingen": sorted(self._open()),
        }

    def reads(self, actor: str, concerns: bool) -> dict[str, Any]:
        """What a party reads in their own rendering: agreements in force, bottom lines."""
        body = self._asked(actor, "/veiligheidsplan")
        read = {
            "afspraken": sorted(self._label(row["wat"]) for row in in_force(body)),
            "bodemeisen": sorted(self._label(row["tekst"]) for row in body.get("bodemeisen", [])),
        }
        groups = self._asked(actor, "/zorgen").get("groepen", []) if concerns else []
        told = [self._label(row["wat"]) for group in groups for row in group["zorgen"]]
        return read | ({"zorgen": sorted(told)} if concerns else {})

    def _asked(self, actor: str, path: str) -> dict[str, Any]:
        """What a party is answered; nothing at all when there is nothing for them."""
        answer = self._told.ask(actor, PLANS, path, self._pair)
        if answer.status not in (200, 404):
            raise Unread(path, answer.status, answer.body)
        return answer.body if answer.status == 200 else {}

    def _get(self, service: str, path: str, pair: Pair | None = None) -> Any:
        answer = self._told.ask(OVERSIGHT, service, path, pair or self._pair)
        if answer.status != 200:
            raise Unread(service, path, answer.status, answer.body)
        return answer.body

    def _label(self, text: str) -> str:
        return self._labels.get(text, text)

    def _names(self, people: list[str]) -> list[str]:
        return sorted(self._people[person] for person in people)

    def _head(self, plan: dict[str, Any]) -> dict[str, Any]:
        lead, judged = plan["casusregisseur"], plan["onveiligheid"]
        return of(plan, "status", "versie") | {
            "casusregisseur": lead and self._people[lead],
            "onveiligheid": judged and judged["soort"],
        }

    def _phase(self, row: dict[str, Any]) -> str:
        until = f" {local(row['tot'])[:10]}" if row["tot"] else ""
        return f"{row['fase']} {local(row['van'])[:10]} -{until}"

    def _agreement(self, row: dict[str, Any]) -> tuple[str, list[str]]:
        confirmed = " (te bevestigen)" if row["teBevestigen"] else ""
        return self._label(row["wat"]) + confirmed, self._names(row["wie"])

    def _bottom_lines(self, rows: list[dict[str, Any]]) -> dict[str, str]:
        dated = {
            row["bodemeisId"]: f", uiterlijk {row['uiterlijk']}, {MET[row['gehaald']]}"
            for row in self._get(PLANS, "/bodemeisen")["bodemeisen"]
            if row["uiterlijk"]
        }
        return {
            self._label(row["tekst"]): row["gesteldDoor"] + dated.get(row["bodemeisId"], "")
            for row in rows
        }

    def _concerns(self) -> dict[str, str]:
        groups = self._get(PLANS, "/zorgen")["groepen"]
        return {
            self._label(row["wat"]): self._people[row["zorgVan"]]
            for group in groups
            for row in group["zorgen"]
        }

    def _children(self) -> dict[str, Any]:
        return {
            self._people[row["persoonId"]]: of(row, "leeftijd", "toestemmingVan")
            | {"gezag": self._names(row["gezag"]["gezagdragers"])}
            for row in self._get(PLANS, "/gezag")["kinderen"]
        }

    def _report(self, row: dict[str, Any]) -> dict[str, Any]:
        return {
            "instantie": row["instantie"],
            "wachtSinds": local(row["wachtOpPartnerSinds"]),
            "teLaat": row["teLaatBijPartner"],
            "antwoorden": [each["soort"] for each in row["antwoorden"]],
        }

    def _evaluations(self) -> Iterator[dict[str, Any]]:
        for row in self._get(EVALUATIONS, "/evaluaties")["evaluaties"]:
            whole = self._get(EVALUATIONS, f"/evaluaties/{row['evaluatieId']}")
            yield {
                "versie": row["versie"],
                "gehouden": local(row["gehoudenOp"]),
                "afgerond": local(row["afgerondOp"]),
                "cijfers": {
                    self._people[r["persoonId"]]: r["waarde"] for r in whole["waarderingen"]
                },
                "bodemeisen": self._judged(whole["beoordelingen"]),
            }

    def _judged(self, rows: list[dict[str, Any]]) -> dict[str, str]:
        named = {item: label for label, item in self._told.names.items()}
        lines = [row for row in rows if row["soort"] == "bodemeis"]
        return {named[row["onderdeelId"]]: row["oordeel"] for row in lines}

    def _incidents(self) -> dict[str, Any]:
        return {
            self._label(row["wat"]): {
                key: local(row[key]) for key in ("gebeurdOp", "vernomenOp", "vastgelegdOp")
            }
            | {"ernst": row["beoordelingen"][-1]["ernst"] if row["beoordelingen"] else None}
            for row in self._get(EVALUATIONS, "/voorvallen")["voorvallen"]
        }

    def _breaches(self) -> dict[str, Any]:
        named = {item: label for label, item in self._told.names.items()}
        return {
            self._label(row["wat"]): {
                "afspraak": named[row["afspraakId"]],
                "melder": self._people[row["melder"]],
                "stand": STANDING[row["vastgesteld"]],
                "gevolg": "uitgevoerd" if done(row["consequenties"]) else None,
            }
            for row in self._get(EVALUATIONS, "/niet-nakomen")["nietNakomen"]
        }

    def _informed(self) -> dict[str, list[str]]:
        made = [row["versie"] for row in self._get(NOTIFICATIONS, "/informeringen")["versies"]]
        told = {str(version): self._told_of(version) for version in made}
        return {version: people for version, people in told.items() if people}

    def _told_of(self, version: int) -> list[str]:
        rows = self._get(NOTIFICATIONS, f"/informeringen/versies/{version}")["personen"]
        return self._names([row["persoonId"] for row in rows if row["stand"] == "geinformeerd"])

    def _requests(self) -> Iterator[dict[str, Any]]:
        for row in self._get(PLANS, "/rechtenverzoeken")["rechtenverzoeken"]:
            yield {
                "soort": row["soort"],
                "van": self._people[row["gevraagdDoor"]],
                "gebeurdOp": local(row["ontvangenOp"]),
                "uitkomst": row["antwoord"] and row["antwoord"]["uitkomst"],
            }

    def _open(self) -> Iterator[str]:
        for service in (PLANS, EVALUATIONS):
            for row in self._get(service, "/verplichtingen")["verplichtingen"]:
                if row["regel"] in self._rules and row["afgehandeldOp"] is None:
                    yield row["regel"]


def in_force(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """The agreements in a rendering that hold at its moment."""
    return [row for row in plan.get("afspraken", []) if row["vanKracht"]]


def done(consequences: list[dict[str, Any]]) -> bool:
    """Whether one of them was carried out."""
    return any(row["uitgevoerd"] for row in consequences)


def of(row: dict[str, Any], *keys: str) -> dict[str, Any]:
    """Some of its fields."""
    return {key: row[key] for key in keys}


def local(moment: str | None) -> str | None:
    """An instant to the minute, as a clock in the Netherlands shows it."""
    if moment is None:
        return None
    there = datetime.fromisoformat(moment).astimezone(UTC).astimezone(AMSTERDAM)
    return there.isoformat(timespec="minutes")
