"""What an act that reaches beyond its dossier signs for, and what nobody may write (R43)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.access.role import Role
from shared.eventbase.erasing import DESTRUCTIONS
from tests.integration.erasing.asking import approve, decided, order
from tests.integration.privacy.household import EVALUATIONS, PLANS, Household
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
