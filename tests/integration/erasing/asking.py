"""Asking for erasure in a household, up to and including the approval."""

from __future__ import annotations

from typing import Any

from werkzeug.test import TestResponse

from shared.access.role import Role
from tests.integration.privacy.household import PLANS, Household


def order(home: Household, **what: Any) -> str:
    """Asked, decided and approved; nothing is carried out yet. Which request it was."""
    request, body = decided(home, **what)
    answer = approve(home, request, body)
    assert answer.status_code == 201, answer.text
    return request


def approve(home: Household, request: str, body: Any, **headers: str) -> TestResponse:
    """A supervisor approves."""
    path = f"{PLANS}/dossiers{home.dossier}/wisverzoeken/{request}/goedkeuringen"
    return home.village.ask("POST", path, Role.SUPERVISOR, body=body, **headers)


def decided(home: Household, **what: Any) -> tuple[str, dict[str, str]]:
    """Asked and decided: which request, and what an approval of it says."""
    asked = {"reden": "Klopt niet", "gevraagdDoor": home.mirjam}
    request: str = home.act("/wisverzoeken", asked | what)["onderdelen"][0]
    path = f"/wisverzoeken/{request}"
    granted = {"grond": "verzoek", "reden": "Terecht"}
    decision = home.act(f"{path}/besluiten", granted | what)["onderdelen"][0]
    return request, {"besluitId": decision}
