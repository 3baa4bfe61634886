"""Asks every question of a service about a history, in memory, as anybody may ask it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
import orjson

from services.evaluations.api.asking import Asking
from services.evaluations.api.views import all_views as views_of_evaluations
from services.evaluations.domain import catalogue as evaluations
from services.evaluations.views.looking import AskPlans
from services.notifications.api.views import InformingViews
from services.notifications.domain import catalogue as notifications
from services.plans.api.others import Others
from services.plans.api.views import Beside
from services.plans.api.views import all_views as views_of_plans
from services.plans.domain import catalogue as plans
from shared.access.role import Role
from shared.eventbase.doing import Actor
from shared.eventbase.event import Event, Recorded, shape
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.sealed import ERASED, Compartment, Sealed
from shared.eventbase.state import Fold, State
from shared.web.cursor import Cursors
from shared.web.dump import compiled
from shared.web.paging import Pages
from shared.web.refusals import NotFound
from shared.web.revision import Revisions
from shared.web.view import Cut, Raw, Reading, View
from tests.unit.lives.ids import kinds
from tests.unit.lives.life import people

_REVISIONS, _CURSORS = Revisions(b"secret"), Cursors(b"secret")
Views = Callable[[Any], Sequence[View]]


class Box(NamedTuple):
    """Content as it is stored: whose it is, and what it says, or that it was erased."""

    compartment: Compartment
    content: Any


class Shelf:
    """What the views read through: one history, whose content stands in boxes."""

    def __init__(self, plan_id: UUID, history: list[Recorded[Any]], fold: Fold) -> None:
        self._plan_id, self._history, self.fold = plan_id, history, fold
        self.record = self.sealer = self

    def now(self, plan_id: UUID) -> tuple[list[Recorded[Any]], State]:
        """All of it, and the state that it makes."""
        return self._history, self.fold(self._plan_id, self._history)

    def state(self, plan_id: UUID, moment: Moment) -> State:
        """The state at (V, K)."""
        return self.fold(self._plan_id, known_and_effective(self._history, moment))

    def recorded(self, plan_id: UUID, event_id: UUID) -> Recorded[Any] | None:
        """An event of our own by its id."""
        own = (r for r in self._history if r.stamp.source is None)
        return next((r for r in own if r.stamp.event_id == event_id), None)

    def plans(self, after: int, limit: int) -> list[tuple[int, UUID]]:
        """The one plan that there is."""
        return [(1, self._plan_id)]

    def compartment(self, sealed: Sealed[Any]) -> Compartment | None:
        """Whose it is, erased or not."""
        found: Compartment = sealed.box.compartment
        return found

    def open(self, sealed: Sealed[Any]) -> Any:
        """What it says."""
        return sealed.box.content


def boxed(history: list[Recorded[Any]], rng: random.Random) -> list[Recorded[Any]]:
    """A history as it is stored, with some of its content erased."""
    return [
        msgspec.structs.replace(recorded, event=_boxed(recorded.event, rng)) for recorded in history
    ]


def _boxed(event: Event, rng: random.Random) -> Event:
    boxes = {
        name: Sealed(box=Box(event.compartment(name), ERASED if rng.random() < 0.1 else content))
        for name in shape(type(event)).sealed
        if (content := getattr(event, name).content) is not None
    }
    return msgspec.structs.replace(event, **boxes)


def _nobody(look: Any) -> Any:
    return {"looks": [], "following": None}


def _plans(shelf: Any) -> Sequence[View]:
    return views_of_plans(shelf, plans.terms(), _REVISIONS, _CURSORS, Beside(Others({}), _nobody))


def _evaluations(shelf: Any) -> Sequence[View]:
    plans_says = AskPlans(lambda plan_id, moment: lambda _: None, lambda plan_id, moment: ())
    asking = Asking(shelf, _REVISIONS, plans_says, evaluations.terms(), Pages(_CURSORS))
    return views_of_evaluations(asking, _nobody)


def _notifications(shelf: Any) -> Sequence[View]:
    return InformingViews(
        shelf,
        lambda plan_id, moment: lambda _: None,
        notifications.terms(),
        _nobody,
        Pages(_CURSORS),
    ).all()


SERVICES: dict[str, tuple[Any, Views]] = {
    "plans": (plans, _plans),
    "evaluations": (evaluations, _evaluations),
    "notifications": (notifications, _notifications),
}


def ask_everything(
    service: str, plan_id: UUID, history: list[Recorded[Any]], now: datetime, rng: random.Random
) -> int:
    """Puts every question once, as somebody who may ask it, at some moments; how many answered."""
    catalogue, views = SERVICES[service]
    shelf = Shelf(plan_id, boxed(history, rng), catalogue.fold)
    found = [
        _answered(view, reading)
        for view, reading in _readings(views(shelf), plan_id, history, now, rng)
    ]
    return sum(found)


def _readings(
    views: Sequence[View],
    plan_id: UUID,
    history: list[Recorded[Any]],
    now: datetime,
    rng: random.Random,
) -> Iterator[tuple[View, Reading]]:
    ids = list(kinds(history)) or [plan_id]
    moments = [now, *(each.stamp.effective_at for each in history)]
    for view in views:
        role = Role(rng.choice(view.roles))
        person = rng.choice(people(history) or ids) if role is Role.PERSON else None
        asked_for_past = rng.random() < 0.5
        moment = Moment(rng.choice(moments), now) if asked_for_past else Moment(now, now)
        path = {
            name: rng.randrange(5) if kind == ":int" else rng.choice(ids)
            for name, kind in re.findall(r"\{(\w+)(:int)?\}", view.path)
        }
        actor = Actor("somebody", role, person)
        yield view, Reading(actor, plan_id, path, {}, moment, asked_for_past)


def _answered(view: View, reading: Reading) -> bool:
    try:
        found = view.read(reading)
    except NotFound:
        return False
    if isinstance(found, Cut):
        found = found.content
    if not isinstance(found, Raw):
        orjson.dumps(compiled(view.answer())(found))
    return True
