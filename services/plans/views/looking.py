"""One look at a dossier: what was so at (V, K), and what this audience may see of it now."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.people import People
from shared.access.gate import Opener, Sight
from shared.access.role import Role
from shared.access.words import ERASED_TEXT, AudienceWords
from shared.eventbase.event import Recorded
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.sealed import Erased, Sealed, Withheld
from shared.eventbase.state import State
from shared.record.acting import Acting
from shared.web.ports import UnknownPlan
from shared.web.view import Reading


class Look:
    """What every view of a dossier is built from.

    ``state``: as it was at V, as known at K. ``sight``: judged on the state as it is now.
    Raises UnknownPlan when there was no dossier then, or this audience has nothing to do with it.
    """

    def __init__(self, acting: Acting, opener: Opener, reading: Reading) -> None:
        plan_id = reading.plan_id
        if plan_id is None:
            raise UnknownPlan
        self.plan_id = plan_id
        self.history: list[Recorded[Any]] = acting.history(plan_id)
        self.moment = reading.moment
        self.person = reading.actor.person
        self._acting = acting
        self.now = acting.fold(plan_id, known_and_effective(self.history, _now(self.history)))
        self.sight = Sight(reading.actor, self.now[Reaches].of, opener)
        self.counted = known_and_effective(self.history, reading.moment)
        self.state = acting.fold(plan_id, self.counted) if reading.asked_for_past else self.now
        if not self.state.known or not self._admitted(reading):
            raise UnknownPlan

    def _admitted(self, reading: Reading) -> bool:
        serves = reading.actor.role == Role.SERVICE
        return self.sight.full or serves or self.person in self.now[People].all

    def fold(self, plan_id: UUID, history: list[Recorded[Any]]) -> State:
        """The fold of another part of this history."""
        return self._acting.fold(plan_id, history)

    def text(self, sealed: Sealed[Any] | None, field: str) -> Any:
        """One field of some content for this audience: None when withheld, marked when erased."""
        content = self.sight.open(sealed) if sealed is not None else None
        if isinstance(content, Erased):
            return ERASED_TEXT
        return None if content is None or isinstance(content, Withheld) else getattr(content, field)

    def people(self, people: tuple[UUID, ...]) -> list[UUID]:
        """Those of ``people`` whom this audience may know of."""
        return [person for person in people if self.sight.knows(person)]

    def listed(self, sealed: Sealed[Any] | None, field: str) -> list[Any]:
        """A field that holds several things: empty when withheld or erased."""
        found = self.text(sealed, field)
        return list(found) if isinstance(found, tuple | list) else []

    def may_reach(self, person: UUID) -> bool:
        """Whether this audience may know how ``person`` is reached."""
        return self.sight.reaches(person)

    def reach(self, item: UUID) -> Reach:
        """Whom an item concerns and is hidden from, as it is now."""
        return self.now[Reaches].of.get(item, Reach())

    @property
    def words(self) -> AudienceWords:
        """What sentences are told with to this audience."""
        return AudienceWords(self.sight, self._name)

    def _name(self, person: UUID) -> str | None:
        known = self.state[People].all.get(person) or self.now[People].all.get(person)
        return self.text(known.details, "name") if known is not None else None


def _now(history: list[Recorded[Any]]) -> Moment:
    stamps = [recorded.stamp for recorded in history]
    last = max((stamp.recorded_at for stamp in stamps if stamp.recorded_at), default=None)
    if last is None:
        raise UnknownPlan
    return Moment(last, last)
