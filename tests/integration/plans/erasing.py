"""What people ask of their file, and what is decided about erasing, as it is typed in."""

from __future__ import annotations

from typing import Any

from shared.access.role import Role
from tests.integration.plans.family import Family

NAMES = (
    "wisverzoeken",
    "bewaartermijn",
    "vermeldingen",
    "rechtenverzoeken",
    "eigen-verklaringen",
)


def paths(family: Family) -> dict[str, str]:
    """Where each is asked."""
    found = {name: f"{family.dossier}/{name}" for name in NAMES}
    return found | {"vermeldingen": f"{family.dossier}/vermeldingen/{family.mirjam}"}


def by_supervisor(family: Family, path: str, body: dict[str, Any]) -> Any:
    """An act of a supervisor that must be accepted."""
    answer = family.town.post(family.dossier + path, body, Role.SUPERVISOR)
    assert answer.status_code == 201, answer.text
    return answer.json


def decided(family: Family, **what: Any) -> dict[str, str]:
    """Mirjam asks for something, and all of it is granted; the paths of both."""
    asked = {"reden": "Klopt niet", "gevraagdDoor": family.mirjam}
    request = family.item("/wisverzoeken", asked | what)
    path = f"/wisverzoeken/{request}"
    decision = family.item(f"{path}/besluiten", {"grond": "verzoek", "reden": "Terecht"} | what)
    return {"path": path, "decision": decision}


def approved(family: Family, **what: Any) -> Any:
    """The same, approved by a supervisor."""
    made = decided(family, **what)
    return by_supervisor(family, f"{made['path']}/goedkeuringen", {"besluitId": made["decision"]})


def linked(family: Family, other: Family) -> str:
    """Mirjam is the Mirjam of another dossier; the link."""
    body = {"anderDossierId": other.plan_id, "anderePersoonId": other.mirjam, "reden": "BSN"}
    return family.item(f"/personen/{family.mirjam}/koppelingen", body)


def live(family: Family) -> None:
    """Something for each view; nobody is erased."""
    hold = by_supervisor(family, "/bewaarbevelen", {"reden": "Rechtszaak"})["onderdelen"][0]
    lifted = {"reden": "Klaar"}
    by_supervisor(family, f"/bewaarbevelen/{hold}/opheffingen", lifted)
    item = family.item("/zorgen", {"wat": "Mirjam zwijgt", "aard": "feit", "bron": "Els"})
    approved(family, onderdelen=[item])
    linked(family, Family(family.town))
    seen = {"gevraagdDoor": family.mirjam, "identiteit": "Paspoort"}
    asked = family.item("/rechtenverzoeken", {"soort": "inzage", "wat": "Alles", **seen})
    given = {"uitkomst": "toegewezen", "toelichting": "Zie bijlage"}
    family.do(f"/rechtenverzoeken/{asked}/antwoorden", given)
    own = {"persoonId": family.mirjam, "overOnderdelen": [item], "tekst": "Zo was het niet"}
    family.do("/eigen-verklaringen", own)
