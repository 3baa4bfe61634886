"""People's own view of what others wrote, beside what it is about (R42)."""

from __future__ import annotations

from collections.abc import Iterable

from services.plans.domain.rights.own_statements import OwnStatement, OwnStatements
from services.plans.views.parts.content import Data
from shared.web.look import Look


def own_statements_view(look: Look) -> Data:
    """Every statement, for those with full sight."""
    return {"statements": statements(look, look.state[OwnStatements].all)}


def statements(look: Look, added: Iterable[OwnStatement]) -> list[Data]:
    """These statements, each with whose it is and what it is about."""
    return [
        {
            "item": each.item,
            "person": each.person,
            "about": each.about,
            "text": look.sight.said(each.words)("text"),
            "at": each.at,
        }
        for each in added
    ]
