"""Version n, immutable, and the list of versions; a person has numbers of their own (W0.11)."""

from __future__ import annotations

from services.plans.domain.versions import Version, Versions
from services.plans.own_versions import OwnVersion, own_versions, state_at_version
from services.plans.views.content import Data, plan_content
from services.plans.views.looking import Look
from shared.eventbase.reach import Reaches
from shared.web.ports import NotFound


def versions_view(look: Look) -> Data:
    """All versions that this audience has, oldest first."""
    return {"versions": [_headed(look, own) for own in _audience_versions(look)]}


def version_view(look: Look, number: int) -> Data:
    """One version as it stood on paper. Raises NotFound when this audience has no such version."""
    for own in _audience_versions(look):
        if own.number == number:
            state = state_at_version(look.history, look.fold, own.version)
            return _headed(look, own) | plan_content(look, state)
    raise NotFound


def _audience_versions(look: Look) -> list[OwnVersion]:
    versions = look.state[Versions].all
    if look.sight.full:
        return [OwnVersion(version.number, version) for version in versions]
    mine = own_versions(versions, look.history, look.fold, look.now[Reaches].of)
    return mine.get(look.person, []) if look.person else []


def _headed(look: Look, own: OwnVersion) -> Data:
    version = own.version
    head = {"version": own.number, "made_at": version.made_at}
    return head | _behind(version) if look.sight.full else head


def _behind(version: Version) -> Data:
    """What only those with full sight learn: numbers and causes betray what others did."""
    return {
        "recorded_at": version.recorded_at,
        "made_by": version.made_by,
        "cause": version.cause,
        "unchanged": version.unchanged,
    }
