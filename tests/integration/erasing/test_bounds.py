"""What an act that reaches beyond its dossier signs for, and what nobody may write (R43)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from shared.access.role import Role
from shared.erasing.order import Order
from shared.erasing.orders import SqlOrders, add
from shared.eventbase.erasing import DESTRUCTIONS, Ground
from tests.integration.erasing.asking import approve, decided, order
from tests.integration.privacy.household import EVALUATIONS, NOTIFICATIONS, PLANS, Household
from tests.integration.whole.village import Village


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Household]:
    """A household of which something may be erased."""
    with Village(tmp_path) as village:
        yield Household(village)


def test_an_approval_that_is_repeated_has_the_same_receipt(home: Household) -> None:
    """Integrity 2.5: of what stands in the dossier itself, whatever it set going elsewhere."""
    other = Household(home.village)
    link = {"anderDossierId": other.plan_id, "anderePersoonId": other.hans, "reden": "BSN"}
    home.act(f"/personen/{home.hans}/koppelingen", link)
    request, body = decided(home, personen=[home.hans])
    key = {"Idempotency-Key": "k" * 20}
    first, again = (approve(home, request, body, **key) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201), again.text
    assert first.json["ontvangstbewijs"] == again.json["ontvangstbewijs"]


def test_nobody_writes_among_the_destructions(home: Household) -> None:
    """They are nobody's dossier: only the services themselves say there what is gone."""
    order(home, heelDossier=True)
    home.village.settle()
    person = {"naam": "Iemand", "soort": "gezin"}
    incident = {"wat": "Iets", "onveiliger": False}
    for service, path, body in (
        (PLANS, "personen", person),
        (EVALUATIONS, "voorvallen", incident),
    ):
        url = f"{service}/dossiers/{DESTRUCTIONS}/{path}"
        for role in (Role.WORKER, Role.SUPERVISOR):
            assert home.village.ask("POST", url, role, body=body).status_code in (403, 404)


def test_an_order_for_a_dossier_that_is_destroyed_stands_in_the_way_of_no_other(
    home: Household,
) -> None:
    """R43: nothing is left to erase of it, and the next order is carried out."""
    other = Household(home.village)
    order(home, heelDossier=True)
    home.village.settle()
    town = home.village.town
    late = Order(UUID(int=1), UUID(home.plan_id), Ground.REQUEST, (UUID(home.secret),))
    for service in town.services:
        with service.acting.record.database.transaction(commit=True) as cursor:
            add(cursor, [late])
    order(other, onderdelen=[other.secret])
    home.village.settle()
    for service in town.services:
        assert SqlOrders(service.acting.record.database).waiting() == []
    (told,) = other.ask(NOTIFICATIONS, "/wissingen").json["wissingen"]
    assert told["nogNietBevestigd"] == []
