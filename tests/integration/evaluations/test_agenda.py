"""The agenda of the next evaluation, from what plans recorded to what a worker reads (W10.4)."""

from __future__ import annotations

from tests.integration.evaluations.town import Family, Town


def test_a_goal_that_stands_in_the_support_plan_is_on_the_agenda(family: Family, town: Town):
    """W10.4, S4.2: placed in plans, prepared for here, and read with its words in plans."""
    mirjam = family.people["Mirjam"]
    hers = {"namens": "gezin", "vanWie": [mirjam]}
    risk = family.act("risico-uitspraken", {**hers, "tekst": "Weer.", "waarover": "Geweld"})
    wished = {**hers, "risicoUitspraken": [risk]}
    goal = family.act("gewenste-situaties", {**wished, "tekst": "Noor slaapt door."})
    support = family.act("ondersteuningsplannen", {"systeem": "Zaken", "kenmerk": "Z-1"})
    family.act(f"ondersteuningsplannen/{support}/onderdelen", {"onderdeelId": goal})
    town.follow()
    [point] = [
        each
        for each in town.read(f"{family.plan}/agenda")["punten"]
        if each["soort"] == "elders-belegd"
    ]
    assert (point["onderdeelId"], point["weken"], point["moetBeantwoord"]) == (goal, 0, True)
    assert town.get(f"{family.plan}/agenda", mirjam).status_code in (403, 404)


def test_a_waiting_list_is_on_the_agenda_with_its_weeks(family: Family, town: Town):
    """W6.3: "wachtlijst traumabehandeling, 10 weken"; which help it is, plans tells."""
    noor = family.people["Noor"]
    begun = {"gebeurdOp": "2025-03-10T09:00:00Z"}
    care = {"persoonId": noor, "soortHulp": "traumabehandeling", "stand": "wachtlijst", **begun}
    given = family.act("hulp", care)
    town.follow()
    town.clock.now = town.clock.now.replace(month=5, day=20)
    [point] = [
        each
        for each in town.read(f"{family.plan}/agenda")["punten"]
        if each["soort"] == "wachtlijst"
    ]
    assert (point["onderdeelId"], point["weken"]) == (given, 10)
