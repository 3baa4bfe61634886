"""A family with more in its plan than two sheets of paper can hold."""

from __future__ import annotations

from tests.integration.plans.family import Family, agreement
from tests.integration.plans.town import Town

_WORDS = (
    "Als de kinderen na school bij oma zijn geweest belt wie ze ophaalt eerst naar huis en wacht "
    "tot er iemand opendoet die niet heeft gedronken en die weet dat ze komen"
).split()
ROWS = 18


def said(number: int, words: int) -> str:
    """A sentence that is found again by its number, of so many words."""
    text = " ".join(_WORDS[(number + n) % len(_WORDS)] for n in range(words))
    return f"Zin {number:03d} {text}"


def full(town: Town, words: int) -> dict[str, str]:
    """The family; where the page of its mother is, and that of her child."""
    family = Family(town)
    child = {"naam": "Noor", "soort": "gezin", "geboortedatum": "2016-02-11"}
    noor = family.item("/personen", child)
    family.do("/casusregie", {"persoonId": family.fatma})
    people = [family.mirjam, noor, family.els]
    for number in range(ROWS):
        who, outcomes = people[number % 3], {"alsHetLukt": said(100 + number, words)}
        outcomes["alsHetNietLukt"] = said(200 + number, words)
        promise = agreement(said(number, words), who, voorWie=people, **outcomes)
        family.do("/afspraken", promise)
        line = {"tekst": said(300 + number, words), "reden": said(400 + number, words)}
        family.do("/bodemeisen", line | {"voorWie": people})
    for number in range(3):
        call = {"soort": "bellen", "tekst": said(500 + number, words), "voorWie": people}
        family.do("/noodplanonderdelen", call)
    family.activate()
    page = f"{family.dossier}/personen/{{}}/gezinsversie"
    return {"family": page.format(family.mirjam), "child": page.format(noor)}
