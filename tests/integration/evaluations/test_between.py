"""What happens between evaluations, and one evaluation beside another, as it is asked for."""

from __future__ import annotations

from typing import Any

from shared.feed.message import Message
from tests.integration.evaluations.town import Family, Town

_JUDGED = {"vastgesteld": True, "waarom": "Gezien door Els en de buurman."}


def claimed(family: Family, **more: Any) -> str:
    """Grandmother says that her own agreement was not kept; gives where it stands."""
    said = {"afspraakId": family.agreement, "wat": "Dronken bij de overdracht.", **more}
    return f"niet-nakomen/{family.evaluate('niet-nakomen', said, token=family.people['Els'])}"


def judged(family: Family, breach: str) -> None:
    """Father is heard, and a worker concludes."""
    said = {"gehoord": True, "reactieOfWaaromNiet": "Het was één biertje."}
    family.evaluate(f"{breach}/wederhoor", {"persoonId": family.people["Stefan"], **said})
    family.evaluate(f"{breach}/oordelen", _JUDGED)


def test_the_team_reads_claim_reaction_conclusion_and_consequence(family: Family, town: Town):
    """W9.2, W9.3: each apart, and what is due."""
    breach = claimed(family)
    judged(family, breach)
    done = {"wat": "Omgang onder begeleiding.", "uitgevoerdDoor": family.people["Els"]}
    family.evaluate(f"{breach}/uitgevoerde-consequenties", done)
    [told] = town.read(f"{family.plan}/niet-nakomen")["nietNakomen"]
    assert told["wederhoor"][0]["reactieOfWaaromNiet"] == "Het was één biertje."
    assert told["vastgesteld"] and told["oordelen"][0]["waarom"] == _JUDGED["waarom"]
    assert told["consequenties"][0]["wat"] == "Omgang onder begeleiding."
    due = town.read(f"{family.plan}/verplichtingen")["verplichtingen"]
    assert "niet-nakomen-beoordelen" in {each["soort"] for each in due}


def test_whether_an_agreement_has_a_consequence_comes_with_the_version(family: Family, town: Town):
    """W9.3: that there is one is on the feed, and what it is stays with plans."""
    els = family.people["Els"]
    agreed = {
        "soort": "afspraak-maken",
        "wat": "Nuchter bij de overdracht.",
        "wie": [els],
        "doel": "directe-veiligheid",
        "geldigVanaf": "2025-03-10",
        "alsHetNietLukt": "Omgang alleen onder begeleiding.",
    }
    body = {"oorzaak": {"soort": "verzoek"}, "reden": "Erbij.", "wijzigingen": [agreed]}
    family.version(body)
    batch = town.plans.source.read(0, 100)
    told = [each.data or {} for each in batch.deliveries if isinstance(each, Message)]
    last = [data["items"] for data in told if "items" in data][-1]
    assert sum(each["has_consequence"] for each in last) == 1
    assert "begeleiding" not in str(told)


def test_whoever_made_a_claim_reads_that_claim_and_nothing_that_came_of_it(
    family: Family, town: Town
):
    """Domain.md 3.7: father, of whom it is said, does not read who said it."""
    judged(family, claimed(family))
    stefan, els = family.people["Stefan"], family.people["Els"]
    assert town.read(f"{family.plan}/niet-nakomen", stefan)["nietNakomen"] == []
    [told] = town.read(f"{family.plan}/niet-nakomen", els)["nietNakomen"]
    assert told["wat"] == "Dronken bij de overdracht."
    assert "wederhoor" not in told and "vastgesteld" not in told
    text = town.get(f"{family.plan}/tijdlijn", els).text
    assert "Dronken" in text and "biertje" not in text


def test_what_people_saw_is_read_by_themselves_and_by_the_team(family: Family, town: Town):
    """S7.2: and nobody else learns that it was told."""
    stefan, mirjam, els = (family.people[name] for name in ("Stefan", "Mirjam", "Els"))
    seen = {"wat": "Rustige overdracht.", "overWie": [stefan]}
    observation = family.evaluate("waarnemingen", seen, token=els)
    said = {"wie": stefan, "waarover": "Drank.", "waarnemingId": observation}
    family.evaluate("aanspreekmomenten", said, token=els)
    met = {"wat": "Thuis.", "door": els, "metWie": [mirjam], "wijze": "huisbezoek"}
    family.evaluate("contactmomenten", met)
    whole = town.read(f"{family.plan}/waarnemingen")
    assert whole["waarnemingen"][0]["overWie"] == [stefan]
    assert whole["aanspreekmomenten"][0]["waarnemingId"] == observation
    assert whole["contactmomenten"][0]["wijze"] == "huisbezoek"
    own = town.read(f"{family.plan}/waarnemingen", els)
    assert own["waarnemingen"][0]["overWie"] == [] and "contactmomenten" not in own
    for other in (stefan, mirjam):
        theirs = town.read(f"{family.plan}/waarnemingen", other)
        assert theirs["waarnemingen"] == theirs["aanspreekmomenten"] == []


def test_an_evaluation_stands_beside_the_one_before_it(family: Family, town: Town):
    """W8.3: ratings, verdicts and answers, now and before."""
    sides = []
    for value in (3, 6):
        evaluation = family.start("Mirjam")
        family.rate(evaluation, "Mirjam", value)
        family.fill(evaluation)
        sides.append(evaluation)
    told = town.read(f"{family.plan}/evaluaties/{sides[1]}/vergelijking")
    assert [told[side]["waarderingen"][0]["waarde"] for side in ("nu", "vorige")] == [6, 3]
    assert told["onderdelen"][0] == {
        "onderdeelId": family.bottom_line,
        "soort": "bodemeis",
        "nu": "ja",
        "vorige": "ja",
    }
    assert town.read(f"{family.plan}/evaluaties/{sides[0]}/vergelijking")["vorige"] is None
    mirjam, stefan = family.people["Mirjam"], family.people["Stefan"]
    own = town.read(f"{family.plan}/evaluaties/{sides[1]}/vergelijking", mirjam)
    assert own["vorige"]["waarderingen"][0]["waarde"] == 3 and "onderdelen" not in own
    path = f"{family.plan}/evaluaties/{sides[1]}/vergelijking"
    assert town.get(path, stefan).status_code == 404


def test_what_was_considered_is_for_professionals(family: Family, town: Town):
    """R12, R28: thinking about what else is needed is not for whom it is about."""
    stefan, els = family.people["Stefan"], family.people["Els"]
    weighed = {"watIsAfgewogen": "Melden of tafel.", "besluit": "Tafel."}
    deciders = {"beslotenDoor": els, "geraadpleegd": family.people["Mirjam"]}
    family.evaluate("afwegingen", {"onderdeelId": family.bottom_line, **weighed, **deciders})
    [told] = town.read(f"{family.plan}/afwegingen")["afwegingen"]
    assert told["watIsAfgewogen"] == "Melden of tafel."
    assert town.get(f"{family.plan}/afwegingen", stefan).status_code == 404
    assert "Tafel" not in town.get(f"{family.plan}/tijdlijn", stefan).text
