"""The three tasks of the team: map the situation, discuss it, agree with those involved (W0.2)."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import datetime

import msgspec

from services.plans.domain.groundwork.transparency import Transparency
from services.plans.domain.groundwork.unsafety import Classifications
from services.plans.domain.picture.concerns import Concerns
from services.plans.domain.picture.sharing import Sharing
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.discussing import Voices
from services.plans.domain.plan.versions import Versions
from shared.eventbase.state import State


class Task(enum.Enum):
    """What a team does in each dossier, whatever else it does."""

    MAPPED = "mapped"
    DISCUSSED = "discussed"
    AGREED = "agreed"


class Progress(msgspec.Struct, frozen=True):
    """One task, and since when it is done; None: open."""

    task: Task
    since: datetime | None


def progress(state: State) -> list[Progress]:
    """The three tasks: derived from what is recorded, and never ticked off."""
    return [
        Progress(Task.MAPPED, _mapped(state)),
        Progress(Task.DISCUSSED, _discussed(state)),
        Progress(Task.AGREED, _agreed(state)),
    ]


def _mapped(state: State) -> datetime | None:
    concern = _first(concern.at for concern in state[Concerns].all.values())
    judged = _first(judged.since for judged in state[Classifications].all)
    return None if concern is None or judged is None else max(concern, judged)


def _discussed(state: State) -> datetime | None:
    shared = (told.at for each in state[Sharing].told.values() for told in each)
    messages = (mark.at for mark in state[Transparency].first.values())
    discussions = (each.at for each in state[Voices].discussions)
    return _first([*shared, *messages, *discussions])


def _agreed(state: State) -> datetime | None:
    standing = [agreement.changed for agreement in state[Agreements].standing]
    return _first(
        version.made_at
        for version in state[Versions].all
        if any(changed <= version.at_version for changed in standing)
    )


def _first(moments: Iterable[datetime]) -> datetime | None:
    return min(moments, default=None)
