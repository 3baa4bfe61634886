"""A case as it stands in its data file: who acts, and row by row what is done and expected."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import msgspec

CREATED = 201
_CASES = files("vangnet.journey") / "cases"


class _Read(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something read from a data file, where a misspelled key is an error."""


class Role(_Read, frozen=True):
    """Who an actor is by their token; ``person`` names the involved person they are."""

    role: str
    person: str | None = None


class Act(_Read, frozen=True):
    """One POST, or one per body. ``keep`` gives names to what the answer holds at these paths.

    ``guarded``: the revision is read first and sent along, as a careful writer does.
    """

    act: str
    actor: str
    post: str
    body: dict[str, Any] = {}
    bodies: list[dict[str, Any]] = []
    at: str | None = None
    guarded: bool = False
    status: int = CREATED
    keep: dict[str, str] = {}

    @property
    def is_recorded(self) -> bool:
        """Whether the services are to accept it; a case also tries what they must refuse."""
        return self.status == CREATED

    @property
    def service(self) -> str:
        """The service that it is posted to, by the first part of its path."""
        return self.post.partition(":")[0]


class Expect(_Read, frozen=True):
    """One GET and what must be so in its answer; ``that`` holds assertions."""

    expect: str
    actor: str
    get: str
    query: dict[str, str] = {}
    at: str | None = None
    status: int = 200
    that: list[dict[str, Any]] = []
    keep: dict[str, str] = {}


Step = Act | Expect


class Deferred(_Read, frozen=True):
    """A part of a row that is not built yet: which, and the issue that it waits for."""

    part: str
    issue: int | str
    reason: str


class Row(_Read, frozen=True):
    """One row of a case's table. ``when`` is its first cell, literally."""

    when: str
    summary: str
    events: str
    expected: str
    steps: list[dict[str, Any]] = []
    deferred: list[Deferred] = []

    @property
    def doing(self) -> list[Step]:
        """The steps in order."""
        return [_step(written) for written in self.steps]


class Watch(_Read, frozen=True):
    """What one actor may never read, wherever they look: tried again after every row."""

    actor: str
    gets: list[str]
    never: list[str]


class Case(_Read, frozen=True):
    """A family's case. ``revisions``: per service where the revision of a plan is read."""

    title: str
    actors: dict[str, Role]
    revisions: dict[str, str] = {}
    watches: list[Watch] = []
    phases: list[str] = []
    rows: list[Row] = []


def _step(written: dict[str, Any]) -> Step:
    if "act" in written:
        return msgspec.convert(written, Act)
    return msgspec.convert(written, Expect)


class NoCase(Exception):
    """There is no case of that name."""


def load_case(name: str) -> Case:
    """The case in ``<kind>_<name>.json``, with the rows of its phases. Raises NoCase."""
    found = [file for file in _CASES.iterdir() if file.name.endswith(f"_{name}.json")]
    if not found:
        raise NoCase(name)
    case = msgspec.json.decode(found[0].read_bytes(), type=Case)
    phases = [_rows(phase) for phase in case.phases]
    return msgspec.structs.replace(case, rows=[*case.rows, *(r for rows in phases for r in rows)])


def _rows(phase: str) -> list[Row]:
    return msgspec.json.decode((_CASES / phase).read_bytes(), type=list[Row])
