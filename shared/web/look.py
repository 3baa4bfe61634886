"""One look at a plan: what was so at (V, K), and what this audience may see of it now."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any
from uuid import UUID

from shared.access.gate import FULL_SIGHT, Sight
from shared.access.role import Role
from shared.access.words import AudienceWords, NameOf
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Actor
from shared.eventbase.erasing import Erasure, Erasures
from shared.eventbase.event import Recorded, Stamp
from shared.eventbase.moment import Moment, known, known_and_effective
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.sealed import Compartment
from shared.eventbase.state import State, heads_of
from shared.record.acting import Acting
from shared.web.clocks import clocks
from shared.web.refusals import UnknownPlan
from shared.web.view import Reading

Belongs = Callable[[State, UUID], bool]
# Names belong to plans: what the reader may know of one plan's is asked there, now or at (V, K).
NamesOf = Callable[[UUID, Moment | None], NameOf]


class Look:
    """What every view of a plan is built from.

    ``history``: all events. ``now``: the state that they make, on which the gate judges.
    ``counted``: the events that count at (V, K). Raises UnknownPlan when there was no plan then
    (to a party: when there is none), or when ``belongs`` says that the person who looks has
    nothing to do with it: the two cannot be told apart.
    """

    def __init__(self, acting: Acting, reading: Reading, belongs: Belongs) -> None:
        if reading.plan_id is None:
            raise UnknownPlan
        self.plan_id = reading.plan_id
        self.moment = reading.moment
        self.day = local_day(reading.moment.valid)
        self.actor = reading.actor
        self.person = reading.actor.person
        self._acting = acting
        self.history, self.now = acting.now(self.plan_id)
        self.opener = acting.record.sealer
        self.counted = known_and_effective(self.history, reading.moment)
        self._past = reading.asked_for_past
        if not self._was_there or not self._admitted(belongs):
            raise UnknownPlan

    @cached_property
    def state(self) -> State:
        """What the events make that count at (V, K)."""
        return self.fold(self.plan_id, self.counted) if self._past else self.now

    @cached_property
    def sight(self) -> Sight:
        """What this audience sees."""
        return self.sight_of(self.actor)

    def sight_of(self, actor: Actor) -> Sight:
        """What ``actor`` sees: whoever looks, or whom they look on behalf of."""
        return Sight(actor, self._reaches(actor), self.opener, self.erasures)

    @property
    def heads(self) -> dict[UUID, int]:
        """How far the streams of this service stood at K: whoever writes goes on from there."""
        if not self._past:
            return self.now.versions
        return heads_of(known(self.history, self.moment))

    @property
    def erasures(self) -> dict[Compartment, Erasure]:
        """What was erased of the plan, whatever the moment that is looked at."""
        return self.now[Erasures].of

    def _reaches(self, actor: Actor) -> dict[UUID, Reach]:
        now, then = self.now[Reaches].of, self.state[Reaches].of
        # Who sees everything is shown from whom it was hidden then: no answer changes afterwards.
        if self.state is self.now or actor.role in FULL_SIGHT:
            return then
        # What was not written for them then, is not theirs because an item became theirs later, or
        # because another one is shared with them now; and what was taken back stays hidden.
        return {
            key: now[key].narrowed(reach) if key in now else Reach(hidden_from=reach.hidden_from)
            for key, reach in then.items()
        }

    @property
    def _was_there(self) -> bool:
        # To a party the first moment with an answer would tell when a dossier was opened on them.
        if self.actor.role not in FULL_SIGHT:
            return self.now.known
        # What happened before is no dossier yet; a service may not have followed its opening.
        begun = any(recorded.event.BEGINS for recorded in self.counted)
        return bool(self.counted) and begun == self.now.begun

    def _admitted(self, belongs: Belongs) -> bool:
        if self.actor.role in FULL_SIGHT or self.actor.role == Role.SERVICE:
            return True
        return self.person is not None and belongs(self.now, self.person)

    def fold(self, plan_id: UUID, history: list[Recorded[Any]]) -> State:
        """The fold of another part of this history."""
        return self._acting.fold(plan_id, history)

    def recorded(self, event_id: UUID) -> Recorded[Any] | None:
        """An event of this plan by its id, whether it counts or was taken back."""
        return self._acting.recorded(self.plan_id, event_id)

    def clocks(self, event_id: UUID | None) -> dict[str, Any]:
        """When and by whom an event was heard of and recorded, beside when it happened.

        Nothing to a party: to them a moment may tell of what is hidden.
        """
        stamp = self._stamps.get(event_id) if event_id is not None else None
        return clocks(stamp) if stamp is not None and self.sight.full else {}

    @cached_property
    def _stamps(self) -> dict[UUID, Stamp]:
        return {recorded.stamp.event_id: recorded.stamp for recorded in self.counted}

    def words(self, name_of: NameOf) -> AudienceWords:
        """What sentences are told with to this audience."""
        return AudienceWords(self.sight, name_of)


class NamedLook(Look):
    """A look in a service that has no names of its own: ``names_of`` asks plans for them."""

    def __init__(
        self, acting: Acting, reading: Reading, belongs: Belongs, names_of: NamesOf
    ) -> None:
        super().__init__(acting, reading, belongs)
        self._names_of = names_of
        # Whoever was known by K has a name, also before they came into it.
        known = reading.moment.known
        self._named_at = Moment(known, known) if reading.asked_for_past else None

    @cached_property
    def telling(self) -> AudienceWords:
        """What sentences are told with; plans is asked once."""
        return self.words(self._names_of(self.plan_id, self._named_at))
