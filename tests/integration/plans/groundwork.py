"""What happens to the groundwork of a family, typed in as its worker does."""

from __future__ import annotations

from tests.integration.plans.family import Family

VIEWS = (
    "voortgang",
    "beoordelingen",
    "boodschappen",
    "meldingen",
    "maatregelen",
    "delen-met-partijen",
)


def happens(family: Family) -> str:
    """Something in every view of the groundwork; the id of the report."""
    family.do("/risicotaxaties", {"instrument": "arij", "onderdeel": "geheel", "uitkomst": "hoog"})
    told = {"aan": [family.mirjam], "wijze": "persoonlijk"}
    family.do("/boodschappen", {"boodschap": "2a", **told})
    family.do(
        "/maatregelen",
        {
            "soort": "tijdelijk-huisverbod",
            "beslotenDoor": "De burgemeester",
            "voorWie": [family.stefan],
            "begint": "2025-03-14T08:00:00Z",
            "eindigt": "2025-03-24T08:00:00Z",
        },
    )
    asked = {"persoonId": family.mirjam, "overWie": family.mirjam, "metWie": family.els}
    family.do("/toestemmingen", {**asked, "wat": "Hoe het gaat", "gegeven": True})
    reported = {"instantie": "veilig-thuis", "reden": "De norm", "gezinVoorafIngelicht": True}
    return family.item("/meldingen", reported)
