"""Each person's own versions of the plan, numbered for them alone (W8.4, design section 6).

A version of the plan that changes nothing which somebody may see is, for that person, no
version: no number is skipped, and nothing tells that it was made. What decides is what they
would read, and not which events there were: a change that only others can see is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.family.people import People
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.bottom_lines import BottomLines
from services.plans.domain.plan.schedule import Schedules
from services.plans.domain.plan.versions import Version
from services.plans.on_paper import OnPaper
from services.plans.views.parts.content import Data, plan_content
from shared.access.gate import FULL_SIGHT, Opener, Sight
from shared.access.role import Role
from shared.eventbase.doing import Actor
from shared.eventbase.erasing import Erasure
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.sealed import Compartment, Sealed
from shared.eventbase.state import State

# Whether an agreement is in force changes with the days, and makes no version.
_TIMELESS = date.min


class OwnVersion(msgspec.Struct, frozen=True):
    """One person's version: its number for them, and the version of the plan that made it."""

    number: int
    version: Version


class _Comparing(Sight):
    """What tells whether two versions differ for somebody: erased texts that differed still do."""

    def marker(self, sealed: Sealed[Any]) -> Sealed[Any]:
        """The closed box, which equals no other."""
        return sealed


class Papers:
    """A plan's versions as they stood on paper.

    Whom something concerned is taken from the version itself: somebody whose promise was taken
    over by another must still see that it changed. From whom it is hidden is judged by ``now``,
    the reaches of the plan today, as well: what is hidden since was never there for them, and
    what was taken back is there for nobody but those with full sight. ``erasures``: what was
    erased of it, ``now`` as well.
    """

    def __init__(
        self,
        on_paper: OnPaper,
        opener: Opener,
        now: Mapping[UUID, Reach],
        erasures: Mapping[Compartment, Erasure],
    ) -> None:
        self._on_paper = on_paper
        self._opener = opener
        self._now = now
        self._erasures = erasures

    def page(self, version: Version, actor: Actor, day: date) -> Data:
        """What ``version`` says to this audience; ``day`` tells which agreements are in force."""
        state = self.state(version)
        sight = Sight(actor, self._seen(state, actor), self._opener, self._erasures)
        return plan_content(sight, state, day)

    def state(self, version: Version) -> State:
        """The plan exactly as ``version`` put it on paper."""
        return self._on_paper.state(version.at_version)

    def sight(self, version: Version, actor: Actor, items: Iterable[UUID]) -> Sight:
        """What ``actor`` sees of these items of ``version``, and of nothing else."""
        then = self.state(version)[Reaches].of
        found = {item: then[item] for item in items if item in then}
        return Sight(actor, self._judged_now(found), self._opener, self._erasures)

    def own(self, versions: Sequence[Version]) -> dict[UUID, list[OwnVersion]]:
        """Per person those of ``versions`` that changed something for them, oldest first."""
        own: dict[UUID, list[OwnVersion]] = {}
        read: dict[UUID, Data] = {}
        for version, state in self._each(versions):
            for person in _told(state):
                self._compare(person, version, state, own.setdefault(person, []), read)
        return own

    def own_of(self, person: UUID, versions: Sequence[Version]) -> list[OwnVersion]:
        """Those of ``versions`` that changed something for ``person``, oldest first."""
        own: list[OwnVersion] = []
        read: dict[UUID, Data] = {}
        for version, state in self._each(versions):
            if person in _told(state):
                self._compare(person, version, state, own, read)
        return own

    def _each(self, versions: Sequence[Version]) -> Iterator[tuple[Version, State]]:
        return zip(versions, self._on_paper.each(v.at_version for v in versions), strict=True)

    def _compare(
        self,
        person: UUID,
        version: Version,
        state: State,
        own: list[OwnVersion],
        read: dict[UUID, Data],
    ) -> None:
        """Adds ``version`` to ``own`` when it says something else than what was ``read`` last."""
        found = self._compared(state, person)
        if found != read.get(person):
            read[person] = found
            own.append(OwnVersion(len(own) + 1, version))

    def _compared(self, state: State, person: UUID) -> Data:
        actor = Actor("", Role.PERSON, person)
        sight = _Comparing(actor, self._seen(state, actor), self._opener)
        return plan_content(sight, state, _TIMELESS)

    def _seen(self, state: State, actor: Actor) -> Mapping[UUID, Reach]:
        then = state[Reaches].of
        return then if actor.role in FULL_SIGHT else self._judged_now(_on_paper(state))

    def _judged_now(self, then: Mapping[UUID, Reach]) -> dict[UUID, Reach]:
        return {
            item: Reach(reach.concerns, reach.hidden_from | self._now[item].hidden_from)
            for item, reach in then.items()
            if item in self._now
        }


def _told(state: State) -> list[UUID]:
    people = state[People].all.values()
    return [each.person for each in people if each.is_told_of_the_plan]


def _on_paper(state: State) -> dict[UUID, Reach]:
    # Whom one knows of from elsewhere, as from a drawing of the network, stands on no paper: else
    # the next version, made for something hidden, would have a new name in it and be theirs.
    schedule = state[Schedules].current
    rhythm = () if schedule is None else (schedule.item,)
    parts = (state[People].all, state[Agreements].all, state[BottomLines].all, rhythm)
    reaches = state[Reaches].of
    return {item: reaches[item] for part in parts for item in part if item in reaches}
