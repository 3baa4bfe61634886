"""Asking for erasure over the web, in the dossiers that it touches (R43, R44)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from services.plans.messages import Messages
from shared.access.role import Role
from shared.eventbase.erasing import DESTRUCTIONS
from tests.integration.plans.erasing import approved, by_supervisor, decided, linked
from tests.integration.plans.family import Family


def orders(family: Family) -> list[dict[str, Any]]:
    """What must be erased of a dossier."""
    found: list[dict[str, Any]] = family.town.json(f"{family.dossier}/wisverzoeken")["opdrachten"]
    return found


def test_an_order_stands_in_every_dossier_of_whom_is_erased(family: Family) -> None:
    """R43: each in a stream of its own, so that it lands whatever happened there meanwhile."""
    other = Family(family.town)
    linked(family, other)
    other.add("Opa", "netwerk")
    approved(family, personen=[family.mirjam])
    (own,), (there,) = orders(family), orders(other)
    assert (own["personen"], there["personen"]) == ([family.mirjam], [other.mirjam])
    assert own["wisverzoekId"] == there["wisverzoekId"]
    (back,) = family.town.json(f"{other.dossier}/vermeldingen/{other.mirjam}")["koppelingen"]
    assert back["anderDossierId"] == family.plan_id


def test_a_link_is_undone_from_the_other_side_and_a_second_erasure_lands_too(
    family: Family,
) -> None:
    """R43: no side needs the history of the other for its own next event."""
    other = Family(family.town)
    link = linked(family, other)
    approved(family, personen=[family.mirjam])
    approved(family, personen=[family.mirjam])
    assert len(orders(other)) == 2
    other.do(f"/koppelingen/{link}/beeindigingen", {"reden": "Een ander"})
    approved(family, personen=[family.mirjam])
    assert (len(orders(family)), len(orders(other))) == (3, 2)
    linked(other, family)


def test_a_hold_in_a_linked_dossier_is_found_when_it_is_approved(family: Family) -> None:
    """R43, threat 24: the other dossier is asked, and so it is when a link is made."""
    other = Family(family.town)
    nobody = {"anderDossierId": other.plan_id, "anderePersoonId": family.els, "reden": "BSN"}
    url = f"{family.dossier}/personen/{family.mirjam}/koppelingen"
    assert "koppeling-persoon-onbekend" in family.town.post(url, nobody).text
    linked(family, other)
    by_supervisor(other, "/bewaarbevelen", {"reden": "Rechtszaak"})
    made = decided(family, personen=[family.mirjam])
    url = f"{family.dossier}{made['path']}/goedkeuringen"
    refused = family.town.post(url, {"besluitId": made["decision"]}, Role.SUPERVISOR)
    assert (refused.status_code, "wissing-bewaarbevel" in refused.text) == (409, True)


def test_the_order_to_destroy_a_dossier_stands_under_a_plan_that_is_nobodys(
    family: Family,
) -> None:
    """R43: the approval stands in the dossier itself, and is what the act answers with."""
    done = approved(family, heelDossier=True)
    assert done["planId"] == family.plan_id
    record = family.town.service.acting.record
    (ordered,) = record.of_plan(DESTRUCTIONS)
    assert str(ordered.event.plan) == family.plan_id
    assert record.of_plan(UUID(family.plan_id))[-1].event.NAME == "wissing-goedgekeurd"
    listed = [row["planId"] for row in family.town.json("/dossiers")["dossiers"]]
    assert listed == [family.plan_id]


def test_other_services_are_told_what_to_erase_and_nothing_else(family: Family) -> None:
    """R43, design 5: ids and kinds; that it was asked for is not theirs to know."""
    item = family.item("/zorgen", {"wat": "Mirjam zwijgt", "aard": "feit", "bron": "Els"})
    approved(family, onderdelen=[item])
    acting = family.town.service.acting
    messages = Messages(acting.history, acting.fold, acting.record.sealer)
    history = acting.record.of_plan(UUID(family.plan_id))
    told = [messages.data(r) for r in history if r.event.NAME.startswith("wissing-")]
    (order,) = [each for each in told if each is not None]
    assert list(order["items"]) == [item]
    assert (order["plan"], order["ground"]) == (family.plan_id, "request")


@pytest.mark.parametrize("role", [Role.WORKER, Role.COLLEAGUE, Role.INSPECTOR, Role.PERSON])
def test_only_a_supervisor_places_a_hold_or_approves(family: Family, role: Role) -> None:
    """R43, threat 24: whoever else tries is turned away at the door."""
    made = decided(family, personen=[family.mirjam])
    person = family.mirjam if role is Role.PERSON else None
    for path, body in (
        ("/bewaarbevelen", {"reden": "Rechtszaak"}),
        (f"{made['path']}/goedkeuringen", {"besluitId": made["decision"]}),
    ):
        answer = family.town.post(family.dossier + path, body, role, person)
        # To whoever is in a dossier nothing tells that there is such an act.
        assert answer.status_code == (404 if role is Role.PERSON else 403)


def test_ones_own_view_is_read_in_the_history_beside_what_it_is_about(family: Family) -> None:
    """R42: wherever the event is told, and nowhere else."""
    item = family.item("/zorgen", {"wat": "Mirjam zwijgt", "aard": "mening", "bron": "Els"})
    own = {"persoonId": family.mirjam, "overOnderdelen": [item], "tekst": "Zo was het niet"}
    family.do("/eigen-verklaringen", own)
    entries = family.town.json(f"{family.dossier}/geschiedenis")["gebeurtenissen"]
    beside = {e["gebeurtenis"]: [v["tekst"] for v in e["eigenVerklaringen"]] for e in entries}
    assert beside.pop("zorg-vastgelegd") == ["Zo was het niet"]
    assert set(map(tuple, beside.values())) == {()}
