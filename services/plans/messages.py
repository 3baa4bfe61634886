"""What the plans service tells the other services: ids, kinds and intervals, never content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.family.case_lead import CaseLead
from services.plans.domain.plan.activation import PlanActivated
from services.plans.domain.plan.adjustment import PlanAdjusted
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.bottom_lines import BottomLines
from services.plans.domain.plan.schedule import Schedules
from services.plans.domain.plan.versions import Version, Versions
from services.plans.message_data import (
    PUBLISHED,
    ItemData,
    OwnVersionData,
    ScheduleData,
    VersionData,
)
from services.plans.on_paper import OnPaper
from services.plans.own_versions import Papers
from shared.access.gate import Opener
from shared.eventbase.event import Recorded
from shared.eventbase.known_types import known
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.state import Fold, State

Data = dict[str, Any]
History = Callable[[UUID], list[Recorded[Any]]]
known(*PUBLISHED.values())


class Messages:
    """Translates recorded events to the data of internal messages.

    ``history`` gives a dossier's events in the order of the record; a version's message is
    folded from those up to the version itself, without what was corrected by then, so it is the
    same whenever it is made.
    """

    def __init__(self, history: History, fold: Fold, opener: Opener) -> None:
        self._history = history
        self._fold = fold
        self._opener = opener

    def data(self, recorded: Recorded[Any]) -> Data | None:
        """The data of the message about this event, as JSON builtins; None to keep it to us."""
        event = recorded.event
        published = PUBLISHED.get(type(event))
        if published is None:
            return None
        if isinstance(event, PlanActivated | PlanAdjusted):
            return _plain(self._version(recorded))
        return _plain(msgspec.convert(event, published, from_attributes=True))

    def _version(self, recorded: Recorded[Any]) -> VersionData:
        stamp = recorded.stamp
        on_paper = OnPaper(self._history(stamp.plan_id), self._fold)
        state = on_paper.state(stamp.version)
        changed = _changed_for(state, Papers(on_paper, self._opener, state[Reaches].of, {}))
        return _content(state, state[Versions].all[-1], changed)


def _plain(data: msgspec.Struct) -> Data:
    plain: Data = msgspec.to_builtins(data)
    return plain


def _content(state: State, made: Version, changed: list[OwnVersionData]) -> VersionData:
    return VersionData(
        version=made.number,
        cause=made.cause,
        unchanged=made.unchanged,
        items=[*_agreements(state), *_bottom_lines(state)],
        schedule=_schedule(state),
        case_lead=state[CaseLead].person,
        changed_for=changed,
    )


def _agreements(state: State) -> list[ItemData]:
    return [
        ItemData(
            agreement.item,
            "agreement",
            agreement.valid_from,
            agreement.valid_until,
            agreement.has_consequence,
            _readers(state, agreement.item),
        )
        for agreement in state[Agreements].standing
    ]


def _bottom_lines(state: State) -> list[ItemData]:
    return [
        ItemData(line.item, "bottom-line", None, None, readers=_readers(state, line.item))
        for line in state[BottomLines].standing
    ]


def _readers(state: State, item: UUID) -> tuple[UUID, ...]:
    reach = state[Reaches].of.get(item, Reach())
    return tuple(sorted(reach.concerns - reach.hidden_from))


def _schedule(state: State) -> ScheduleData | None:
    schedule = state[Schedules].current
    if schedule is None:
        return None
    return ScheduleData(schedule.first_on, schedule.every_weeks)


def _changed_for(state: State, papers: Papers) -> list[OwnVersionData]:
    """Everybody whose own version the latest version changed, with its number for them (W8.4)."""
    versions = state[Versions].all
    return [
        OwnVersionData(person, own[-1].number)
        for person, own in papers.own(versions).items()
        if own[-1].version is versions[-1]
    ]
