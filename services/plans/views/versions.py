"""Version n, immutable, and the list of versions; a person has numbers of their own (W0.11)."""

from __future__ import annotations

from services.plans.domain import catalogue
from services.plans.domain.plan.versions import Version, Versions
from services.plans.on_paper import OnPaper
from services.plans.own_versions import OwnVersion, Papers
from services.plans.views.parts.content import Data
from shared.eventbase.reach import Reaches
from shared.web.look import Look
from shared.web.refusals import NotFound


def versions_view(look: Look) -> Data:
    """All versions that this audience has, oldest first."""
    return {"versions": [_headed(look, own) for own in _audience_versions(look)]}


def version_view(look: Look, number: int) -> Data:
    """One version as it stood on paper. Raises NotFound when this audience has no such version."""
    made = _audience_versions(look)
    for place, own in enumerate(made):
        if own.number == number:
            around = {
                "previous": made[place - 1].number if place else None,
                "following": made[place + 1].number if place + 1 < len(made) else None,
            }
            page = papers(look).page(own.version, look.actor, look.day)
            return _headed(look, own) | around | page
    raise NotFound


def papers(look: Look) -> Papers:
    """The versions on paper, as the plan of today lets them be seen."""
    on_paper = OnPaper(look.history, catalogue.fold)
    return Papers(on_paper, look.opener, look.now[Reaches].of, look.erasures)


def own_versions(look: Look) -> list[OwnVersion]:
    """The versions of the person who looks, with their own numbers."""
    if look.person is None:
        return []
    return papers(look).own_of(look.person, look.state[Versions].all)


def _audience_versions(look: Look) -> list[OwnVersion]:
    if look.sight.full:
        return [OwnVersion(v.number, v) for v in look.state[Versions].all]
    return own_versions(look)


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
