"""Who does what, as one person's version says it: agreements, and tasks (W0.9, W7.1)."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from services.plans.domain.plan.agreements import Purpose
from services.plans.domain.together.tasks import Task, standing_tasks
from services.plans.views.family_version.reader import Reader
from services.plans.views.parts.content import Data
from shared.access.gate import Sight


class Stage(enum.Enum):
    """Where the day of the page stands in the days of a promise."""

    HOLDS = "holds"
    BEGINS = "begins"
    OVER = "over"


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the reader does, or somebody else; ``who``: whom else they know of.

    ``answered``: the reader said yes to what is asked of them. ``is_secret``: somebody else may
    not know of it.
    """

    what: str
    mine: bool
    who: tuple[str, ...] = ()
    for_me: bool = False
    for_whom: tuple[str, ...] = ()
    first_day: date
    last_day: date | None
    stage: Stage
    is_for_safety: bool = False
    answered: bool = True
    is_secret: bool = False
    if_kept: str | None = None
    if_not_kept: str | None = None


_STAGES = list(Stage)


def promises(reader: Reader) -> list[Promise]:
    """All of them; what holds first, and of that what keeps people safe now."""
    found = [*_agreements(reader), *_tasks(reader)]
    return sorted(found, key=lambda each: (_STAGES.index(each.stage), not each.is_for_safety))


def _agreements(reader: Reader) -> Iterator[Promise]:
    for agreement in reader.paper["agreements"]:
        yield _agreement(reader, agreement)


def _agreement(reader: Reader, agreement: Data) -> Promise:
    responsible, for_people = agreement["responsible"], agreement["for_people"]
    first_day, last_day = agreement["valid_from"], agreement["valid_until"]
    return Promise(
        what=agreement["what"],
        mine=reader.person in responsible,
        who=reader.names(responsible),
        for_me=reader.person in for_people,
        for_whom=reader.names(for_people),
        first_day=first_day,
        last_day=last_day,
        stage=_stage(first_day, last_day, reader.look.day),
        is_for_safety=agreement["purpose"] is Purpose.DIRECT_SAFETY,
        is_secret=reader.is_secret(agreement["item"]),
        if_kept=agreement["if_kept"],
        if_not_kept=agreement["if_not_kept"],
    )


def _tasks(reader: Reader) -> Iterator[Promise]:
    asked = standing_tasks(reader.state)
    people = (task.assigned.party for task in asked)
    sight = reader.on_paper([*(task.item for task in asked), *people])
    for task in asked:
        declined = task.answer is not None and not task.accepted
        if sight.sees(task.item) and not declined:
            yield _task(reader, sight, task)


def _task(reader: Reader, sight: Sight, task: Task) -> Promise:
    assigned = task.assigned
    words: Any = sight.said(assigned.words)("task")
    return Promise(
        what=words,
        mine=assigned.party == reader.person,
        who=reader.names(sight.known((assigned.party,))),
        first_day=assigned.valid_from,
        last_day=assigned.valid_until,
        stage=_stage(assigned.valid_from, assigned.valid_until, reader.look.day),
        answered=task.accepted,
        is_secret=reader.is_secret(task.item),
    )


def _stage(first_day: date, last_day: date | None, day: date) -> Stage:
    if last_day is not None and last_day < day:
        return Stage.OVER
    return Stage.HOLDS if first_day <= day else Stage.BEGINS
