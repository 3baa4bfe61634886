"""Asking for erasure in a household, up to and including the approval."""

from __future__ import annotations

from typing import Any

from shared.access.role import Role
from tests.integration.privacy.household import PLANS, Household


def order(home: Household, **what: Any) -> str:
    """Asked, decided and approved; nothing is carried out yet. Which request it was."""
    asked = {"reden": "Klopt niet", "gevraagdDoor": home.mirjam}
    request: str = home.act("/wisverzoeken", asked | what)["onderdelen"][0]
    path = f"/wisverzoeken/{request}"
    granted = {"grond": "verzoek", "reden": "Terecht"}
    decision = home.act(f"{path}/besluiten", granted | what)["onderdelen"][0]
    answer = home.village.ask(
        "POST",
        f"{PLANS}/dossiers{home.dossier}{path}/goedkeuringen",
        Role.SUPERVISOR,
        body={"besluitId": decision},
    )
    assert answer.status_code == 201, answer.text
    return request
