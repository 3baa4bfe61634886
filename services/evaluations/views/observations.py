"""What people saw and said between evaluations, and contact with the family (S7.2, R37)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar
from uuid import UUID

from services.evaluations.domain.between.addressing import Addressing, Addressings
from services.evaluations.domain.between.contacts import Contact, Contacts
from services.evaluations.domain.between.observations import Observation, Observations
from services.evaluations.domain.course.recurring import as_it_happened
from services.evaluations.views.looking import Data, PlanLook
from shared.eventbase.obligation import Mark


class _Noted(Protocol):
    @property
    def mark(self) -> Mark:
        """When it happened."""


N = TypeVar("N", bound=_Noted)


def observations_view(look: PlanLook) -> Data:
    """All that this audience may know of, as it happened; contacts for full sight only."""
    state = look.state
    told: Data = {
        "observations": [_observation(look, o) for o in _seen(look, state[Observations].all)],
        "addressings": [_addressing(look, a) for a in _seen(look, state[Addressings].all)],
    }
    if look.sight.full:
        told["contacts"] = [_contact(look, c) for c in _seen(look, state[Contacts].all)]
    return told


def _seen(look: PlanLook, noted: Mapping[UUID, N]) -> list[N]:
    seen = [each for key, each in noted.items() if look.sight.sees(key)]
    return sorted(seen, key=lambda each: as_it_happened(each.mark))


def _observation(look: PlanLook, observation: Observation) -> Data:
    event = observation.event
    return {
        "observation": event.observation,
        "what": look.sight.said(observation.words)("what"),
        "observer": event.observer,
        "about": look.sight.known(event.about),
        **_noted(look, event.observation, observation.mark),
    }


def _addressing(look: PlanLook, addressing: Addressing) -> Data:
    event, said = addressing.event, look.sight.said(addressing.words)
    linked = event.observation
    return {
        "addressing": event.addressing,
        "by": event.by,
        "whom": event.whom if look.sight.knows(event.whom) else None,
        "about": said("about"),
        "result": said("result"),
        "observation": linked if linked is not None and look.sight.sees(linked) else None,
        **_noted(look, event.addressing, addressing.mark),
    }


def _contact(look: PlanLook, contact: Contact) -> Data:
    event = contact.event
    return {
        "contact": event.contact,
        "by": event.by,
        "people": event.people,
        "way": event.way,
        "what": look.sight.said(contact.words)("what"),
        **_noted(look, event.contact, contact.mark),
    }


def _noted(look: PlanLook, item: UUID, mark: Mark) -> Data:
    whole = {"hidden_from": look.hidden_from(item), "event_id": mark.event_id}
    whole |= look.clocks(mark.event_id)
    return {"happened_at": mark.at} | (whole if look.sight.full else {})
