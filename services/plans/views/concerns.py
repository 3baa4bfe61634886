"""The concerns, grouped by whose they are, literal words apart (S2.1, S2.2)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.picture.concerns import Concern, Concerns
from services.plans.domain.picture.sharing import Shared, Sharing
from services.plans.views.parts.content import Data
from services.plans.views.parts.picture import concern_content
from services.plans.views.told import told_sight
from shared.access.gate import Sight
from shared.web.look import Look


def concerns_view(look: Look) -> Data:
    """Per holder their concerns; to a person only those that they were told of."""
    return {"groups": _grouped(look) if look.sight.full else _told(look)}


def _grouped(look: Look) -> list[Data]:
    groups: dict[UUID | None, list[Data]] = {}
    for concern in look.state[Concerns].all.values():
        groups.setdefault(concern.holder, []).append(concern_content(look, concern))
    return [{"holder": holder, "concerns": found} for holder, found in groups.items()]


def _told(look: Look) -> list[Data]:
    """Without whose it is and who brought it up: neither need be known to whoever is told."""
    concerns = look.state[Concerns].all
    # In their own order: as kept, they stand in that in which anybody was told of them.
    shared = {item: heard for item in concerns if (heard := _heard(look, item))}
    sight = told_sight(look, shared)
    rows = [
        _told_of(look, sight, concerns[item], heard)
        for item, heard in shared.items()
        if sight.sees(item)
    ]
    return [{"concerns": rows}] if rows else []


def _heard(look: Look, concern: UUID) -> list[Shared]:
    """When this person was told of it, as far as it was so then and still counts."""
    still = {each.item for each in look.now[Sharing].told.get(concern, ())}
    then = look.state[Sharing].told.get(concern, ())
    return [each for each in then if each.person == look.person and each.item in still]


def _told_of(look: Look, sight: Sight, concern: Concern, heard: list[Shared]) -> Data:
    said, own = sight.said(concern.words), concern.holder == look.person
    return {
        "item": concern.item,
        "what": said("what"),
        "ascertained": concern.ascertained,
        "since": concern.since,
        "consequence": said("consequence"),
        "quote": said("quote") if own else None,
        "shared": [_told_once(look, each) for each in heard],
    }


def _told_once(look: Look, told: Shared) -> Data:
    return {"at": told.at, "reaction": look.sight.said(told.words)("reaction")}
