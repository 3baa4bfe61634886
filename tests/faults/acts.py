"""Acts chosen by a seed, from what is possible on a plan; each carries its key as its text."""

from __future__ import annotations

import random
from typing import Any

import msgspec

from tests.faults.lines import Request

PLANS, EVALUATIONS = "/plannen/api/v1", "/evaluaties/api/v1"
_DAY = "2025-03-10"


class Seen(msgspec.Struct):
    """What one writer knows of its plan: as it was last read, and what it added itself."""

    plan_id: str
    people: list[str] = []
    reached: bool = False
    agreements: list[str] = []
    version: int | None = None
    revision: str = ""
    evaluations: list[str] = []
    incidents: list[str] = []


def opening(key: str) -> Request:
    """A new dossier."""
    body = {"gronden": ["onveilige-situatie"], "toelichting": key}
    return Request(key=key, kind="open", path=f"{PLANS}/dossiers", body=body)


def next_act(chance: random.Random, seen: Seen, key: str) -> Request:
    """One of the acts that make sense now."""
    if not seen.people:
        return _person(seen, key)
    # Whoever agreed on something was asked before that where notices may go.
    if not seen.reached and not seen.agreements:
        seen.reached = True
        return _contact(seen, key)
    if not seen.agreements:
        return _agreement(seen, key)
    if seen.version is None:
        return _act("activate", PLANS, seen, "vaststellingen", key, {"pad": "acuut"})
    possible = [_person, _contact, _agreement, _incident, _evaluation, _adjustment, _adjustment]
    if seen.evaluations:
        possible += [_rating, _answer]
    return chance.choice(possible)(seen, key)


def _act(
    kind: str, service: str, seen: Seen, path: str, key: str, body: dict[str, Any], **more: Any
) -> Request:
    whole = f"{service}/dossiers/{seen.plan_id}/{path}"
    return Request(key=key, kind=kind, path=whole, body=body, **more)


def _person(seen: Seen, key: str) -> Request:
    return _act("person", PLANS, seen, "personen", key, {"naam": key, "soort": "gezin"})


def _contact(seen: Seen, key: str) -> Request:
    path = f"personen/{seen.people[0]}/veilig-contact"
    chosen = {"kanaal": "e-mail", "adres": "iemand@example.org", "aanwijzingen": key}
    return _act("contact", PLANS, seen, path, key, chosen)


def _agreed(seen: Seen, key: str) -> dict[str, Any]:
    who = {"wie": seen.people[:1], "doel": "directe-veiligheid", "geldigVanaf": _DAY}
    return {"wat": key, **who}


def _agreement(seen: Seen, key: str) -> Request:
    return _act("agreement", PLANS, seen, "afspraken", key, _agreed(seen, key))


def _incident(seen: Seen, key: str) -> Request:
    return _act("incident", EVALUATIONS, seen, "voorvallen", key, {"wat": key})


def _evaluation(seen: Seen, key: str) -> Request:
    held = {"versie": seen.version, "wijze": "netwerkberaad", "deelnemers": seen.people[:1]}
    return _act("evaluation", EVALUATIONS, seen, "evaluaties", key, held)


def _rating(seen: Seen, key: str) -> Request:
    said = {"persoonId": seen.people[0], "vraag": "veiligheid", "waarde": 6, "waarom": key}
    path = f"evaluaties/{seen.evaluations[-1]}/waarderingen"
    return _act("rating", EVALUATIONS, seen, path, key, said)


def _answer(seen: Seen, key: str) -> Request:
    said = {"vraag": "welke-zorgen", "tekst": key}
    path = f"evaluaties/{seen.evaluations[-1]}/antwoorden"
    return _act("answer", EVALUATIONS, seen, path, key, said)


def _adjustment(seen: Seen, key: str) -> Request:
    change = {"soort": "afspraak-maken", **_agreed(seen, f"{key}/afspraak")}
    body = {"oorzaak": _cause(seen), "reden": key, "wijzigingen": [change]}
    return _act("adjustment", PLANS, seen, "bijstellingen", key, body, revision=seen.revision)


def _cause(seen: Seen) -> dict[str, str]:
    if seen.incidents:
        return {"soort": "voorval", "id": seen.incidents[-1]}
    if seen.evaluations:
        return {"soort": "evaluatie", "id": seen.evaluations[-1]}
    return {"soort": "verzoek"}
