"""Who does what in the Zilverberg family, and the views that tell of it."""

from __future__ import annotations

from typing import Any

from tests.integration.plans.family import Family

# Views that Mirjam gets too, and views that only professionals get.
FOR_PEOPLE = {"taken": "/taken"}
FOR_PROFESSIONALS = {"casusregie": "/casusregie"}
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
