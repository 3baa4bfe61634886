"""What a worker can do out of Stefan's and Els's sight, each deed on a dossier that has lived."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.integration.privacy.household import (
    EVALUATIONS,
    NOTIFICATIONS,
    PLANS,
    Household,
    agreement,
    correct,
)

MAKE = {"soort": "afspraak-maken"}


def live(home: Household) -> dict[str, str]:
    """What everybody may know happens first; the ids that paths ask for."""
    home.fatma, home.rob = (home.add(name, "beroepskracht") for name in ("Fatma", "Rob"))
    home.adjust(MAKE | agreement("Els past op", home.els, home.stefan, home.mirjam))
    piece(home, 2, voorWie=[home.els, home.stefan])
    held = {"versie": 2, "wijze": "netwerkberaad", "deelnemers": [home.stefan, home.mirjam]}
    home.evaluation = evaluate(home, "/evaluaties", held)
    rate(home, home.stefan, 7)
    told = {"wat": "Ruzie", "melder": home.stefan}
    home.incident = evaluate(home, "/voorvallen", told)
    return {
        "<uuid:persoonId>": f"{home.stefan} {home.mirjam} {home.hans}",
        "<uuid:evaluatieId>": home.evaluation,
        "<uuid:voorvalId>": home.incident,
        "<int:versie>": "1 2 3 4",
    }


def evaluate(home: Household, path: str, body: dict[str, Any]) -> str:
    """An act of the worker in evaluations; the id of what it made."""
    found: str = home.post(EVALUATIONS, home.dossier + path, body)["onderdelen"][0]
    return found


def rate(home: Household, person: str, value: int, **more: Any) -> None:
    """Somebody's number in the evaluation that is held."""
    body = {"persoonId": person, "vraag": "veiligheid", "waarde": value, **more}
    evaluate(home, f"/evaluaties/{home.evaluation}/waarderingen", body)


def piece(home: Household, order: int, **more: Any) -> None:
    """Whom to call, at a place in the order of those."""
    home.act(
        "/noodplanonderdelen", {"soort": "bellen", "tekst": "Bel Truus", "volgorde": order, **more}
    )


def a_while_ago(home: Household) -> dict[str, str]:
    """Before anything that is asked in between."""
    then = home.village.clock() - timedelta(minutes=30)
    return {"gebeurdOp": f"{then:%Y-%m-%dT%H:%M:%S}Z"}


def out_of_sight(home: Household) -> dict[str, list[str]]:
    """The part of a body that hides something from both who attack."""
    return {"verborgenVoor": [home.stefan, home.els]}


def hidden_version(home: Household) -> None:
    """A version whose only change is hidden."""
    home.adjust(MAKE | agreement("Schuilplaats", home.mirjam, **out_of_sight(home)))


def hidden_person(home: Household) -> None:
    """Somebody who is hidden, in a version with something hidden."""
    who = home.add("Tante", "netwerk", **out_of_sight(home))
    home.adjust(MAKE | agreement("Tante belt", who, home.mirjam, **out_of_sight(home)))


def hidden_change(home: Household) -> None:
    """The code word becomes another, and names Stefan."""
    hidden = out_of_sight(home)
    home.change(home.secret, "Codewoord peer", home.mirjam, home.stefan, **hidden)


def hidden_end(home: Household) -> None:
    """The code word is dropped."""
    ending = {"soort": "afspraak-beeindigen", "afspraakId": home.secret, "reden": "Klaar"}
    home.adjust(ending)


def hidden_correction(home: Household) -> None:
    """Something hidden was a mistake."""
    home.act("/afspraken", agreement("Fout", home.mirjam, **out_of_sight(home)))
    correct(home, PLANS, "afspraak-gemaakt")
    home.adjust(ongewijzigdBevestigd=True)


def draft(home: Household) -> None:
    """Something with Stefan and Els in it that is in no version yet."""
    home.act("/afspraken", agreement("Concept", home.els, home.fatma, voorWie=[home.stefan]))


def groundwork(home: Household) -> None:
    """What a team writes down for itself, and where Mirjam can be reached now."""
    contact = {"kanaal": "e-mail", "adres": "elders@example.org"}
    home.act(f"/personen/{home.mirjam}/veilig-contact", contact)
    home.act("/casusregie", {"persoonId": home.fatma})
    home.act("/uitzonderingen", {"wat": "Mirjam belde Hans", "door": [home.mirjam]})
    judged = {"soort": "acuut", "onderbouwing": "x", "bedreigdePersonen": [home.mirjam]}
    home.act("/onveiligheid", judged)
    report = {"instantie": "veilig-thuis", "reden": "x", "gezinVoorafIngelicht": True}
    home.act("/meldingen", report)


def hidden_evaluation(home: Household) -> None:
    """An evaluation that is hidden, and one in which neither was heard."""
    held = {"versie": 2, "wijze": "losse-gesprekken"}
    people = {"deelnemers": [home.mirjam, home.stefan], **out_of_sight(home)}
    evaluate(home, "/evaluaties", held | people)
    missed = [{"persoonId": home.stefan, "reden": "vanwege-veiligheid"}]
    evaluate(home, "/evaluaties", held | {"deelnemers": [home.mirjam], "afwezigen": missed})


def hidden_ratings(home: Household) -> None:
    """In the evaluation that Stefan knows: another's number, and one of his that is hidden."""
    rate(home, home.mirjam, 1, waarom="Ik ben bang.")
    rate(home, home.stefan, 2, **out_of_sight(home))
    said = {"vraag": "welke-zorgen", "tekst": "Hij drinkt.", "vanWie": home.mirjam}
    evaluate(home, f"/evaluaties/{home.evaluation}/antwoorden", said)
    together = {"vraag": "wat-gaat-goed", "tekst": "De kinderen slapen."}
    evaluate(home, f"/evaluaties/{home.evaluation}/antwoorden", together)


def others_incidents(home: Household) -> None:
    """What Mirjam tells, what is told in Stefan's name and hidden, and what a worker thinks."""
    evaluate(home, "/voorvallen", {"wat": "Hij sloeg.", "melder": home.mirjam})
    told = {"wat": "x", "melder": home.stefan, **out_of_sight(home)}
    evaluate(home, "/voorvallen", told)
    judged = {"ernst": "ernstig", "aard": "x", "actie": "Veilig Thuis"}
    evaluate(home, f"/voorvallen/{home.incident}/beoordelingen", judged)


def withheld(home: Household) -> None:
    """It is decided not to tell Stefan of a version; Mirjam is told."""
    decided = {"beslotenDoor": home.fatma, "geraadpleegd": home.rob, "reden": "x"}
    body = {"persoonId": home.stefan, "versie": 2, **decided}
    home.post(NOTIFICATIONS, f"{home.dossier}/achterhoudingen", body)
    told = {"persoonId": home.mirjam, "wijze": "persoonlijk", "bevestiging": "x", "versie": 2}
    home.post(NOTIFICATIONS, f"{home.dossier}/informeringen", told)


def hidden_change_long_ago(home: Household) -> None:
    """The code word became another before now."""
    hidden = out_of_sight(home) | a_while_ago(home)
    words = agreement("Codewoord peer", home.mirjam, **out_of_sight(home))
    change = {"soort": "afspraak-wijzigen", "afspraakId": home.secret, **words}
    home.adjust(change, **a_while_ago(home))
    told = {"wat": "Zij belde.", "melder": home.stefan, **hidden}
    evaluate(home, "/voorvallen", told)


def hidden_order(home: Household) -> None:
    """Somebody to call before whom Els calls, and somebody after."""
    for order in (1, 2, 3):
        piece(home, order, voorWie=[home.mirjam], **out_of_sight(home))


def hidden_meeting(home: Household, **when: str) -> None:
    """All of it in one go: said, agreed, in a version, and what was seen."""
    hidden = out_of_sight(home)
    call = {"soort": "bellen", "tekst": "Bel Hans", "volgorde": 1, "voorWie": [home.mirjam]}
    worry = {"wat": "Hij dreigt", "aard": "feit", "bron": "Mirjam"}
    drafted = agreement("Zij slaapt bij Hans", home.mirjam, home.hans, **hidden)
    later = MAKE | agreement("Hans haalt haar op", home.hans, **hidden)
    adjusted = {"oorzaak": {"soort": "verzoek"}, "reden": "x", "wijzigingen": [later]}
    acts = (
        {"handeling": "zorg-vastleggen", "als": "zorg", **worry},
        {"handeling": "zorg-delen", "zorgId": {"uit": "zorg"}, "persoonId": home.mirjam},
        {"handeling": "noodplanonderdeel-vastleggen", **call, **hidden},
        {"handeling": "afspraak-maken", **drafted},
        {"handeling": "plan-bijstellen", **adjusted},
    )
    home.act("/handelingen", {"handelingen": acts, **when}, **home.revision)
    home.village.settle()
    seen = {"wat": "Hij stond er.", "waarnemer": home.stefan, **hidden}
    told = {"wat": "Hij dreigde.", "melder": home.stefan, **hidden}
    acts = (
        {"handeling": "waarneming-vastleggen", **seen},
        {"handeling": "voorval-melden", **told},
    )
    home.post(EVALUATIONS, f"{home.dossier}/handelingen", {"handelingen": acts, **when})


def hidden_meeting_long_ago(home: Household) -> None:
    """The same, typed in later."""
    hidden_meeting(home, **a_while_ago(home))


def something_for_stefan(home: Household) -> None:
    """What he does read: no secret deed."""
    home.adjust(MAKE | agreement("Openlijk", home.stefan))


HIDDEN = (
    hidden_version,
    hidden_person,
    hidden_change,
    hidden_change_long_ago,
    hidden_end,
    hidden_correction,
    groundwork,
    hidden_evaluation,
    hidden_ratings,
    others_incidents,
    withheld,
    hidden_order,
    hidden_meeting,
    hidden_meeting_long_ago,
    # Last: the next version takes it along, and then it is theirs to read.
    draft,
)
