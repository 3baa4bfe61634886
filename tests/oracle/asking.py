"""Questions to a town: every view there is, with what its path and query may name."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from shared.access.role import Role
from tests.oracle.living import Family
from tests.oracle.routes import Question
from tests.oracle.town import WORKER, Audience, OracleTown

FULL = (WORKER, Audience(Role.COLLEAGUE), Audience(Role.SUPERVISOR), Audience(Role.INSPECTOR))


class Asked(NamedTuple):
    """One request: which view, with which path and query, by whom."""

    question: Question
    plan: str
    path: str
    query: dict[str, str]
    who: Audience

    def at(self, town: OracleTown, valid: datetime | None, known: datetime | None) -> Answer:
        """The answer at a pair of moments; None leaves one out."""
        named = {"geldigOp": valid, "beschikbaarOp": known}
        moments = {key: zulu(at) for key, at in named.items() if at is not None}
        got = town.ask(
            "GET", self.question.service, self.path, self.who, query=self.query | moments
        )
        body = got.json if got.is_json else got.get_data(as_text=True)
        return Answer(got.status_code, body, got.get_data())


class Answer(NamedTuple):
    """What came back: the status, the body as data when it is JSON, and its bytes."""

    status: int
    body: Any
    raw: bytes


def zulu(moment: datetime) -> str:
    """A moment as it is asked for."""
    return moment.isoformat().replace("+00:00", "Z")


class Asking:
    """Draws questions about one family."""

    def __init__(self, family: Family, rng: random.Random) -> None:
        self._family = family
        self._rng = rng

    def of(self, question: Question, who: Audience, moment: datetime) -> Asked | None:
        """A request to this view; None when there is nothing yet that its path could name."""
        params = {each: self._param(each) for each in question.path_params}
        if None in params.values():
            return None
        query = {
            name: self._queried(name, schema, moment)
            for name, schema in question.query.items()
            if name in question.required or (name != "na" and self._rng.random() < 0.3)
        }
        path = question.path.format(planId=self._family.plan, **params)
        return Asked(question, self._family.plan, path, query, who)

    def _param(self, name: str) -> str | None:
        if name == "versie":
            return str(self._rng.randint(1, self._family.versions + 1))
        if name.endswith("Id"):
            return self._family.id_for(name)
        raise LookupError(f"say here what stands for {name} in a path")

    def _queried(self, name: str, schema: dict[str, Any], moment: datetime) -> str:
        if name == "limit":
            return "100"
        if schema.get("format") == "date-time":
            return zulu(moment - timedelta(minutes=self._rng.randrange(20_000)))
        if schema.get("format") == "uuid":
            return self._family.id_for(name) or self._family.plan
        if schema.get("type") == "integer":
            return str(self._rng.randint(1, 3))
        if "enum" in schema:
            return str(self._rng.choice(schema["enum"]))
        return name
