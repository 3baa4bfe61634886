"""What happens to a family in each view on the course of its case."""

from __future__ import annotations

from tests.integration.plans.family import Family, in_force

NAMES = ("fasen", "risicofactoren", "stagnatie", "herstel", "escalatie", "overdracht", "afsluiting")
# So long ago that nobody worked on it for 90 days between the two moments that are asked for.
LONG_AGO = "2024-12-15T10:00:00Z"


def paths(family: Family) -> dict[str, str]:
    """Where each is asked; how a plan was closed, of the dossier that was."""
    found = {name: f"{family.dossier}/{name}" for name in NAMES}
    dossiers = family.town.json("/dossiers")["dossiers"]
    closed = next(d["planId"] for d in dossiers if d["status"] == "afgesloten")
    return found | {"afsluiting": f"/dossiers/{closed}/afsluiting"}


def live(family: Family) -> None:
    """Something for each of them."""
    f = family
    decided = {"beslotenDoor": f.fatma}
    safe = {"voorWie": [f.mirjam], "waaruitBlijkt": "Het is rustig", **decided}
    f.do("/directe-veiligheid/termijnen", {"tot": "2025-04-21", "reden": "Huisverbod"})
    f.do("/directe-veiligheid/bereikt", safe)
    old = {"tekst": "Alcohol", "bron": "Stefan zelf", "gebeurdOp": LONG_AGO}
    f.do("/risicofactoren", old)
    need = {"persoonId": f.mirjam, "hulpNodig": "ja", "toelichting": "Slaapt slecht"}
    f.do("/herstelbehoeften", need)
    rob = f.add("Rob", "beroepskracht")
    f.do("/overdrachten", {"ontvangerId": rob, "team": "De GI", "reden": "Ondertoezicht"})
    _closed(in_force(family.town))


def _closed(family: Family) -> None:
    family.do("/goed-genoeg", {"tekst": "Rust"})
    said = {"goedGenoeg": "bereikt", "uitkomst": "Veilig", "vergelijking": "Ja", "nazorg": "Els"}
    family.do("/afsluitingen", said, If_Match=family.revision)
