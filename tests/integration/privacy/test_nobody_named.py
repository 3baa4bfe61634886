"""An agreement that somebody reads never tells by its silence that another is hidden from them."""

from __future__ import annotations

from typing import Any

import pytest

from shared.access.role import Role
from tests.integration.privacy.household import PLANS, Household, agreement

RULE = "afspraak-verraadt-iemand"


def made(home: Household, *who: str, **more: Any) -> tuple[int, str]:
    """Makes an agreement; status and text of the answer."""
    path = f"{PLANS}/dossiers{home.dossier}/afspraken"
    answer = home.village.ask("POST", path, Role.WORKER, body=agreement("Bellen", *who, **more))
    return answer.status_code, answer.text


@pytest.mark.parametrize("field", ["voorWie", "gedeeldMet"])
def test_an_agreement_kept_by_somebody_hidden_is_not_for_whom_they_are_hidden_from(
    home: Household, field: str
) -> None:
    """3.7, R34: Stefan would read an agreement that nobody keeps, and know that somebody does."""
    status, told = made(home, home.hans, **{field: [home.stefan]})
    assert status == 409
    assert RULE in told
    assert home.stefan in told


def test_it_may_be_when_it_is_hidden_too_or_when_he_knows_another_keeper(home: Household) -> None:
    """3.7: hidden as a whole, or kept by Els too, or for Mirjam, who does know Hans."""
    hidden = {"voorWie": [home.stefan], "verborgenVoor": [home.stefan]}
    assert made(home, home.hans, **hidden)[0] == 201
    assert made(home, home.hans, home.els, voorWie=[home.stefan])[0] == 201
    assert made(home, home.hans, voorWie=[home.mirjam])[0] == 201
