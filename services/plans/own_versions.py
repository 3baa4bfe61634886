"""Each person's own versions of the plan, numbered for them alone (W8.4, design section 6).

A version of the plan that changes nothing which somebody may see is, for that person, no
version: no number is skipped, and nothing tells that it was made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.agreements import Agreements
from services.plans.domain.bottom_lines import BottomLines
from services.plans.domain.people import People
from services.plans.domain.schedule import Schedules
from services.plans.domain.versions import Version
from shared.eventbase.event import Recorded
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.state import State

FoldOf = Callable[[UUID, list[Recorded[Any]]], State]
Fingerprint = frozenset[tuple[UUID, int]]


class OwnVersion(msgspec.Struct, frozen=True):
    """One person's version: its number for them, and the version of the plan that made it."""

    number: int
    version: Version


def state_at_version(
    history: Sequence[Recorded[Any]], fold: FoldOf, version: Version
) -> State:
    """The plan exactly as ``version`` put it on paper: what stood before it in the record.

    What was recorded or corrected later does not reach back into it.
    """
    past = [recorded for recorded in history if recorded.stamp.version <= version.at_version]
    recorded_at = max(r.stamp.recorded_at for r in past if r.stamp.recorded_at)
    moment = Moment(version.made_at, recorded_at)
    return fold(past[0].stamp.plan_id, known_and_effective(past, moment))


def own_versions(
    versions: Sequence[Version],
    history: Sequence[Recorded[Any]],
    fold: FoldOf,
    reaches: Mapping[UUID, Reach] | None = None,
) -> dict[UUID, list[OwnVersion]]:
    """Per person those of ``versions`` that changed something for them, oldest first.

    ``reaches``: who may see what, judged now; without it, as it was in each version.
    """
    made: dict[UUID, list[OwnVersion]] = {}
    last: dict[UUID, Fingerprint] = {}
    for version in versions:
        state = state_at_version(history, fold, version)
        for person, seen in _seen(state, reaches or state[Reaches].of).items():
            if last.get(person) != seen:
                last[person] = seen
                own = made.setdefault(person, [])
                own.append(OwnVersion(len(own) + 1, version))
    return made


def _seen(state: State, reaches: Mapping[UUID, Reach]) -> dict[UUID, Fingerprint]:
    items = [(agreement.item, agreement.changed) for agreement in state[Agreements].standing]
    items += [(line.item, line.changed) for line in state[BottomLines].standing]
    schedule = state[Schedules].current
    items += [(schedule.item, schedule.changed)] if schedule is not None else []
    return {
        person.person: frozenset(item for item in items if _reaches(reaches, item[0], person.person))
        for person in state[People].all.values()
        if person.is_told_of_the_plan
    }


def _reaches(reaches: Mapping[UUID, Reach], item: UUID, person: UUID) -> bool:
    reach = reaches.get(item)
    return reach is not None and reach.includes(person)
