"""A dossier in which Stefan, Els and Bas, who is twelve, have something to read in every view."""

from __future__ import annotations

from typing import Any

from tests.integration.privacy import deeds
from tests.integration.privacy.deeds import MAKE, evaluate
from tests.integration.privacy.household import NOTIFICATIONS, PLANS, Household, agreement


def lived(home: Household) -> dict[str, str]:
    """What all three may know has happened; the ids that paths ask for."""
    found = deeds.live(home)
    home.bas = home.add("Bas", "gezin", geboortedatum="2014-02-01")
    everybody = (home.stefan, home.els, home.bas)
    kept = home.adjust(MAKE | agreement("Samen eten", *everybody))["onderdelen"][0]
    _divided(home, kept, everybody)
    _told(home, everybody)
    _seen(home, kept, everybody)
    home.village.settle()
    asked = " ".join((*everybody, home.mirjam, home.hans))
    return found | {"<uuid:persoonId>": asked, "<int:versie>": "1 2 3 4 5 6"}


def read_by_all(home: Household) -> tuple[str, ...]:
    """Those from whom things are hidden."""
    return home.stefan, home.els, home.bas


def more(home: Household) -> None:
    """What happens to all three afterwards, in any world: somebody new, and all of it again."""
    everybody = read_by_all(home)
    aunt = home.add("Tante Truus", "gezin")
    body = agreement("Naar buiten", aunt, *everybody)
    kept = home.adjust(MAKE | body)["onderdelen"][0]
    known = {"persoonId": aunt, "soort": "broer-of-zus", "vanPersoonId": home.stefan}
    home.act("/relaties", {**known, "gedeeldMet": list(everybody)})
    _divided(home, kept, everybody)
    _told(home, everybody)
    _seen(home, kept, everybody)
    home.village.settle()


def _divided(home: Household, kept: str, everybody: tuple[str, ...]) -> None:
    for party in everybody:
        others = [person for person in everybody if person != party]
        body = {"afspraakId": kept, "partij": party, "taak": "Koken", "gedeeldMet": others}
        task = home.act("/taken", {**body, "geldigVanaf": "2026-03-02"})["onderdelen"][0]
        home.act(f"/taken/{task}/antwoorden", {"akkoord": True})
        home.act(f"/afspraken/{kept}/antwoorden", {"akkoord": True, "persoonId": party})
        home.act("/instemmingen", {"persoonId": party, "eens": "ja"})
    taken = {"taak": "Fietsen", "van": home.stefan, "door": home.els, "eersteDag": "2026-03-02"}
    home.act("/overgenomen-taken", {**taken, "gedeeldMet": [home.bas]})
    agreed = {"wieStemtAf": home.fatma, "contactmomenten": "Elke week"}
    home.act("/afstemmingen", {**agreed, "deelnemers": list(everybody)})
    call = {"soort": "bellen", "tekst": "Bel 112", "voorWie": list(everybody)}
    home.act("/noodplanonderdelen", {**call, "volgorde": 2})


def _told(home: Household, everybody: tuple[str, ...]) -> None:
    fear = {"namens": "gezin", "vanWie": [home.stefan], "tekst": "Ruzie", "waarover": "Geld"}
    statement = home.act("/risico-uitspraken", fear)["onderdelen"][0]
    home.act(f"/uitspraken/{statement}/besprekingen", {"met": [home.els, home.bas]})
    worry = {"wat": "Er is ruzie", "aard": "mening", "bron": "Els"}
    concern = home.act("/zorgen", worry)["onderdelen"][0]
    for person in everybody:
        home.act(f"/zorgen/{concern}/gesprekken", {"persoonId": person, "reactie": "Ja"})
    known = {"persoonId": home.stefan, "soort": "ouder", "vanPersoonId": home.bas}
    home.act("/relaties", {**known, "gedeeldMet": list(everybody)})

    newest = home.ask(PLANS, "/veiligheidsplan").json["versie"]
    for person in everybody:
        body = {"persoonId": person, "wijze": "persoonlijk", "bevestiging": "Ja"}
        home.post(NOTIFICATIONS, f"{home.dossier}/informeringen", {**body, "versie": newest})


def _seen(home: Household, kept: str, everybody: tuple[str, ...]) -> None:
    talk: dict[str, Any] = {"kind": home.bas, "gesprokenDoor": home.els, "rol": "netwerk"}
    evaluate(home, "/kindgesprekken", {**talk, "delenMet": [home.stefan, home.els]})
    for person in everybody:
        evaluate(home, "/niet-nakomen", {"afspraakId": kept, "wat": "Nee", "melder": person})
        seen = {"wat": "Rustig", "waarnemer": person, "overWie": [home.bas]}
        evaluate(home, "/waarnemingen", seen)
        evaluate(home, "/voorvallen", {"wat": "Ruzie", "melder": person})
    said = {"wie": home.stefan, "door": home.els, "waarover": "De ruzie"}
    evaluate(home, "/aanspreekmomenten", said)
    held = {"versie": 2, "wijze": "netwerkberaad", "deelnemers": [*everybody, home.mirjam]}
    home.evaluation = evaluate(home, "/evaluaties", held)
    for person in everybody:
        deeds.rate(home, person, 6)
