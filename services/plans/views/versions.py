"""Version n, immutable, and the list of versions; a person has numbers of their own (W0.11)."""

from __future__ import annotations

from uuid import UUID

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
    return [] if look.person is None else versions_of(look, look.person)


def versions_of(look: Look, person: UUID) -> list[OwnVersion]:
    """The versions of a person as of the moment that is looked at, with their own numbers."""
    made, whole = look.state[Versions].all, look.now[Versions].all
    if made != whole[: len(made)]:
        return papers(look).own_of(person, made)
    # Which are theirs is judged by the plan of today: those of the past are the first of these.
    key = versions_of, person
    own = look.now.derived.get(key)
    if own is None:
        own = look.now.derived[key] = papers(look).own_of(person, whole)
    known = {version.at_version for version in made}
    return [each for each in own if each.version.at_version in known]


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
