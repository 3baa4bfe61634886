"""The order to erase: what an approval leads to, in every dossier that it touches (R43, R44)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.erasing.steps import Step
from shared.eventbase.erasing import DESTRUCTIONS, GROUNDS, Ground
from shared.eventbase.event import Stamp
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ErasureOrdered(Step, frozen=True):
    """These items and people of ``plan``, or all of it, are to be erased by every service.

    Of ``addresses`` only where they can be found. ``erasure``: the request that it was approved
    for. It stands in a stream of its own, in the dossier itself or, of a whole dossier, among the
    destructions.
    """

    TOPIC = "plan.erasure-ordered"
    NAME = "wissing-opgedragen"
    PARAGRAPHS = ("R43", "R44")
    LASTING = True

    erasure: UUID
    plan: UUID
    ground: Ground
    items: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    whole: bool = False
    addresses: tuple[UUID, ...] = ()

    def stream_id(self, plan_id: UUID) -> UUID:
        """One stream for each order."""
        return uuid5(self.erasure, str(self.plan))

    def plan_of(self, plan_id: UUID) -> UUID:
        """The dossier that it stands in."""
        return DESTRUCTIONS if self.whole else self.plan


class Order(msgspec.Struct, frozen=True):
    """One order to erase something of this dossier, and when it was given."""

    event: ErasureOrdered
    at: datetime


class Orders:
    """Every order for this dossier, also when it was approved in another; part of the state."""

    def __init__(self) -> None:
        self.all: list[Order] = []


@catalogue.sentence(ErasureOrdered)
def _tell(event: ErasureOrdered, words: Words) -> str:
    what = "Een heel dossier moet" if event.whole else "Een deel van dit dossier moet"
    return f"{what} worden gewist. Grond: {GROUNDS[event.ground]}."


@catalogue.fold.on(ErasureOrdered)
def _ordered(state: State, event: ErasureOrdered, stamp: Stamp) -> None:
    # An approval is decided on in one dossier, and its orders may be for another.
    if event.plan == state.plan_id:
        state[Orders].all.append(Order(event, stamp.effective_at))
