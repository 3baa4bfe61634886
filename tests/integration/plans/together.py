"""Who does what in the Zilverberg family, and the views that tell of it."""

from __future__ import annotations

from typing import Any

from tests.integration.plans.family import Family, agreement

# Views that Mirjam gets too, and views that only professionals get.
FOR_PEOPLE = {"taken": "/taken", "noodplan": "/noodplan", "instemming": "/instemming"}
FOR_PROFESSIONALS = {
    "casusregie": "/casusregie",
    "overgenomen": "/overgenomen",
    "looptijden": "/looptijden",
    "elders-belegd": "/elders-belegd",
    "bodemeisen": "/bodemeisen",
}
PATHS = {**FOR_PEOPLE, **FOR_PROFESSIONALS}


def an_agreement(family: Family) -> str:
    """The agreement that Stefan keeps."""
    found: str = family.town.json(family.plan)["afspraken"][0]["afspraakId"]
    return found


def task(family: Family, party: str, **more: Any) -> str:
    """Somebody is asked to do something for Stefan's agreement."""
    body = {
        "afspraakId": an_agreement(family),
        "partij": party,
        "taak": "Elke ochtend vragen hoe het gaat",
        "geldigVanaf": "2025-03-10",
    }
    return family.item("/taken", body | more)


def live_together(family: Family) -> None:
    """Els does something for Mirjam, and somebody takes over from Fatma for a while."""
    task(family, family.els, gedeeldMet=[family.mirjam], verborgenVoor=[family.stefan])
    taken = {"taak": "Koken", "van": family.mirjam, "door": family.els, "eersteDag": "2025-03-14"}
    family.do("/overgenomen-taken", taken)
    family.do("/casusregie/afwezigheden", {"eersteDag": "2025-03-20"})
    family.do("/instemmingen", {"persoonId": family.mirjam, "eens": "deels"})
    family.do("/noodplanonderdelen", code_word(family))
    earlier = family.item("/eerdere-plannen", {"organisatie": "West", "datum": "2023-03-01"})
    taken = {"afspraak": agreement("Overgenomen", family.els)}
    family.do("/overgenomen-afspraken", {"eerderPlanId": earlier, "afspraken": [taken]})
    support = family.item("/ondersteuningsplannen", {"systeem": "Zaken", "kenmerk": "Z-1"})
    placed = {"onderdeelId": an_agreement(family)}
    family.do(f"/ondersteuningsplannen/{support}/onderdelen", placed)
    asked = {"tekst": "Mirjam ziet een arts.", "voorWie": [family.mirjam]}
    line = family.item("/bodemeisen", {**asked, "uiterlijk": "2025-03-28"})
    found = {"gehaald": True, "waaruitBlijktDat": "Het briefje", "beoordeeldDoor": family.mirjam}
    family.do(f"/bodemeisen/{line}/oordelen", found)


def code_word(family: Family, **more: Any) -> dict[str, Any]:
    """The body of the word that Mirjam and Hans agreed on."""
    body = {"soort": "codewoord", "tekst": "Appel", "voorWie": [family.mirjam, family.hans]}
    return body | {"verborgenVoor": [family.stefan]} | more
