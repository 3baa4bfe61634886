"""The plans that are in force, over all dossiers, as a supervisor asks for them (W10.3, W10.5)."""

from __future__ import annotations

from typing import Any

from shared.access.role import Role
from tests.integration.plans.family import Family, in_force
from tests.integration.plans.town import Town


def running(town: Town, **query: str) -> list[dict[str, Any]]:
    """The rows of one page."""
    answer = town.get("/lopende-plannen", Role.SUPERVISOR, **query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = (answer.json or {})["plannen"]
    return found


def test_a_plan_of_366_days_asks_its_supervisor_for_the_reason_to_go_on(town: Town) -> None:
    """W10.3, R35: by age, the oldest first; with the reason asked for, and once it was given."""
    old = in_force(town)
    town.at("2025-09-01 10:00")
    young = in_force(town)
    Family(town)
    town.at("2026-03-11 16:00")
    rows = running(town)
    assert [row["planId"] for row in rows] == [old.plan_id, young.plan_id]
    assert (rows[0]["dagen"], rows[1]["dagen"]) == (366, 191)
    assert rows[0]["redenGevraagdSinds"] and not rows[1]["redenGevraagdSinds"]
    duties = [each["soort"] for each in rows[0]["bijLeidinggevende"]]
    assert "reden-om-door-te-gaan" in duties
    old.do("/voortzettingen", {"reden": "De behandeling loopt nog", "beslotenDoor": old.fatma})
    row = running(town)[0]
    assert (row["redenGevraagdSinds"], bool(row["redenGegevenOp"])) == (None, True)


def test_a_factor_last_touched_95_days_ago_is_on_the_list(town: Town) -> None:
    """W10.5, R32: at 84 days it is not."""
    family = in_force(town)
    town.at("2025-09-01 10:00")
    risk = family.item("/risicofactoren", {"tekst": "Alcohol", "bron": "Stefan"})
    town.at("2025-11-24 10:00")
    assert running(town)[0]["stilstaandeFactoren"] == []
    town.at("2025-12-05 10:00")
    assert running(town)[0]["stilstaandeFactoren"] == [risk]


def test_what_nobody_considered_is_with_the_supervisor(town: Town) -> None:
    """R10: five working days after the term ran out."""
    family = in_force(town)
    family.do("/onveiligheid", {"soort": "acuut", "onderbouwing": "Geweld"})
    town.at("2025-04-25 10:00")
    assert "escalatie-overwegen" not in str(running(town))
    town.at("2025-05-06 10:00")
    assert "escalatie-overwegen" in str(running(town))


def test_a_plan_that_was_closed_runs_no_longer(town: Town) -> None:
    """W10.3: nor did it before it was there."""
    family = in_force(town)
    assert running(town, geldigOp="2024-01-01T00:00:00Z") == []
    family.do("/goed-genoeg", {"tekst": "Rust"})
    said = {"goedGenoeg": "bereikt", "uitkomst": "Veilig", "vergelijking": "Ja", "nazorg": "Els"}
    family.do("/afsluitingen", said, If_Match=family.revision)
    assert running(town) == []


def test_who_is_not_of_the_team_does_not_find_the_list(town: Town) -> None:
    """Design 6."""
    family = in_force(town)
    assert town.get("/lopende-plannen", Role.PERSON, family.mirjam).status_code in (403, 404)
