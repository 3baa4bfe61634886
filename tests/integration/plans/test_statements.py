"""What somebody reads of the statements and concerns: their own and what they were told of (S4)."""

from __future__ import annotations

from typing import Any

from shared.access.role import Role
from tests.integration.plans.family import Family
from tests.integration.plans.statements import concern, desired, discuss, risk, share

NOTHING = {"risicoUitspraken": [], "gewensteSituaties": []}


def read(family: Family, what: str, person: str | None, **query: str) -> Any:
    """What somebody reads of one view, without its moments."""
    found = family.town.json(f"{family.dossier}/{what}", person, **query)
    return {key: value for key, value in found.items() if key != "tijdreis"}


def statements(family: Family, person: str | None, **query: str) -> list[str]:
    """The texts of the statements that somebody reads."""
    found = read(family, "risico-uitspraken", person, **query)
    return [each["tekst"] for each in (*found["risicoUitspraken"], *found["gewensteSituaties"])]


def test_everybody_reads_their_own_statements_and_no_others(family: Family) -> None:
    """S4.1, domain 3.7: two parents who disagree, and neither reads the other's."""
    fear = risk(family, "Dat hij terugkomt", family.mirjam)
    desired(family, "Rust in huis", fear, family.mirjam)
    risk(family, "Dat ik haar niet meer zie", family.stefan)
    assert statements(family, family.mirjam) == ["Dat hij terugkomt", "Rust in huis"]
    assert statements(family, family.stefan) == ["Dat ik haar niet meer zie"]
    assert read(family, "risico-uitspraken", family.els) == NOTHING
    assert len(statements(family, None)) == 3


def test_what_was_discussed_with_somebody_is_theirs_to_read_with_their_own_reaction(
    family: Family,
) -> None:
    """S4.3: and neither the reaction of another, nor who else was told elsewhere."""
    who = {"namens": "professional"}
    fear = risk(family, "Dan raakt Noor gewond", family.fatma, **who)
    assert statements(family, family.stefan) == []
    discuss(family, fear, family.stefan, family.mirjam, stefan="Onzin", mirjam="Ja, dat kan")
    discuss(family, fear, family.els, els="Daar lig ik wakker van")
    [row] = read(family, "risico-uitspraken", family.stefan)["risicoUitspraken"]
    [held] = row["besprekingen"]
    assert [each["tekst"] for each in held["reacties"]] == ["Onzin"]
    assert row["namens"] == "professional"
    told = family.town.get(f"{family.dossier}/risico-uitspraken", Role.PERSON, family.stefan).text
    for another in ("Ja, dat kan", "wakker", "verborgenVoor", family.fatma):
        assert another not in told


def test_whose_it_is_and_who_it_is_about_is_told_only_as_far_as_they_may_be_known(
    family: Family,
) -> None:
    """Design 6: Hans is hidden from Stefan, and so he is in a statement of his own."""
    fear = risk(family, "Dat het misgaat", family.hans, namens="netwerk", voorWie=[family.hans])
    discuss(family, fear, family.stefan)
    [row] = read(family, "risico-uitspraken", family.stefan)["risicoUitspraken"]
    assert (row["vanWie"], row["voorWie"], row["namens"]) == ([], [], None)
    known = family.town.json(f"{family.dossier}/personen", family.stefan)["personen"]
    assert family.hans not in [each["persoonId"] for each in known]


def test_what_is_hidden_from_somebody_is_not_theirs_although_they_made_it(family: Family) -> None:
    """Design 6: hidden always wins; and it cannot be discussed with them."""
    fear = risk(family, "Geheim", family.mirjam, family.stefan, verborgenVoor=[family.stefan])
    assert statements(family, family.stefan) == []
    path = f"{family.dossier}/uitspraken/{fear}/besprekingen"
    assert family.town.post(path, {"met": [family.stefan]}).status_code == 409
    assert statements(family, family.mirjam) == ["Geheim"]


def test_a_linked_statement_that_somebody_does_not_read_is_not_named(family: Family) -> None:
    """Design 6: what was discussed is the desired situation, not the risk behind it."""
    fear = risk(family, "Dat hij terugkomt", family.mirjam)
    discuss(family, desired(family, "Rust in huis", fear, family.mirjam), family.stefan)
    found = read(family, "risico-uitspraken", family.stefan)
    assert found["risicoUitspraken"] == []
    assert [each["risicoUitspraken"] for each in found["gewensteSituaties"]] == [[]]


def test_before_it_was_discussed_it_was_not_theirs_and_a_mistake_takes_it_back(
    family: Family,
) -> None:
    """Design 3, 6: at V before it; and judged now, over data then."""
    fear = risk(family, "Dat hij terugkomt", family.mirjam)
    before = family.town.now.isoformat()
    family.town.at("2025-03-12 10:00")
    discuss(family, fear, family.stefan)
    after = family.town.now.isoformat()
    assert statements(family, family.stefan) == ["Dat hij terugkomt"]
    assert statements(family, family.stefan, geldigOp=before) == []
    family.town.at("2025-03-13 10:00")
    correct(family, "uitspraak-besproken")
    assert statements(family, family.stefan) == []
    assert statements(family, family.stefan, geldigOp=after, beschikbaarOp=after) == []


def test_a_statement_that_was_taken_back_is_there_for_nobody_at_any_moment(
    family: Family,
) -> None:
    """Design 6: although it was theirs, or told to them, at that moment."""
    discuss(family, risk(family, "Vergissing", family.mirjam), family.stefan)
    then = family.town.now.isoformat()
    family.town.at("2025-03-13 10:00")
    correct(family, "risico-uitspraak-geformuleerd")
    for person in (family.mirjam, family.stefan):
        assert statements(family, person, geldigOp=then, beschikbaarOp=then) == []
    assert statements(family, None, geldigOp=then, beschikbaarOp=then) == ["Vergissing"]


def test_a_concern_is_read_by_who_was_told_of_it_without_whose_it_is(family: Family) -> None:
    """S2.1, domain 3.7: shared ones; who brought it up and in whose words stays with the worker."""
    worry = concern(family, "Er is ruzie", zorgVan=family.els, overWie=[family.mirjam])
    share(family, worry, family.stefan, "Dat valt mee")
    share(family, worry, family.mirjam, "Zo is het")
    concern(family, "Niet gedeeld")
    [group] = read(family, "zorgen", family.stefan)["groepen"]
    [row] = group["zorgen"]
    assert (row["wat"], row["gedeeldMet"][0]["reactie"]) == ("Er is ruzie", "Dat valt mee")
    told = str(group)
    for another in ("Els", "doodsangsten", "Zo is het", family.els, family.mirjam):
        assert another not in told
    assert read(family, "zorgen", family.els) == {"groepen": []}


def test_who_was_told_before_moves_no_concern_in_what_somebody_reads(family: Family) -> None:
    """Domain 3.7: that Mirjam heard of the second one first is hers."""
    first, second = concern(family, "Er is ruzie"), concern(family, "Er is schuld")
    share(family, second, family.mirjam, "Ja")
    share(family, first, family.stefan, "Nee")
    share(family, second, family.stefan, "Nee")
    [group] = read(family, "zorgen", family.stefan)["groepen"]
    assert [each["wat"] for each in group["zorgen"]] == ["Er is ruzie", "Er is schuld"]


def test_ones_own_concern_is_read_in_ones_own_words_once_it_was_shared(family: Family) -> None:
    """S2.2: literally."""
    worry = concern(family, "Er is ruzie", zorgVan=family.els)
    share(family, worry, family.els, "Goed zo")
    [group] = read(family, "zorgen", family.els)["groepen"]
    assert group["zorgen"][0]["letterlijk"] == "Ik sta doodsangsten"


def correct(family: Family, name: str) -> None:
    """The last event of this name was a mistake."""
    entries = family.town.json(f"{family.dossier}/geschiedenis")["gebeurtenissen"]
    event = [each for each in entries if each["gebeurtenis"] == name][-1]
    body = {"gebeurtenisId": event["gebeurtenisId"], "reden": "Vergissing"}
    family.do("/correcties", body, If_Match=family.revision)
