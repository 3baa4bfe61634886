"""The order to erase: what an approval leads to, in every dossier that it touches (R43, R44)."""

from __future__ import annotations

from uuid import UUID, uuid5

from shared.eventbase.erasing import DESTRUCTIONS, Ground
from shared.eventbase.event import Event


class ErasureOrdered(Event, frozen=True):
    """These items and people of ``plan``, or all of it, are to be erased by every service.

    ``erasure``: the request that it was approved for. It stands in a stream of its own, in the
    dossier itself or, of a whole dossier, among the destructions.
    """

    TOPIC = "plan.erasure-ordered"
    NAME = "wissing-opgedragen"
    PARAGRAPHS = ("R43", "R44")

    erasure: UUID
    plan: UUID
    ground: Ground
    items: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    whole: bool = False

    def stream_id(self, plan_id: UUID) -> UUID:
        """One stream for each order."""
        return uuid5(self.erasure, str(self.plan))

    def plan_of(self, plan_id: UUID) -> UUID:
        """The dossier that it stands in."""
        return DESTRUCTIONS if self.whole else self.plan
