"""What can be done and asked over HTTP, read from the documents that the services publish."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from shared.service.service import Service

Schema = dict[str, Any]


class Deed(NamedTuple):
    """One POST route: the Dutch name of the act, and what its body may hold."""

    service: str
    path: str
    name: str
    body: Schema
    guarded: bool

    @property
    def params(self) -> list[str]:
        """What its path names, besides the dossier."""
        return _params(self.path)


class Question(NamedTuple):
    """One GET route; ``query``: what may be asked besides the two moments, with its schema."""

    service: str
    path: str
    name: str
    query: dict[str, Schema]
    required: frozenset[str]
    travels: bool

    @property
    def path_params(self) -> list[str]:
        """What its path names, besides the dossier."""
        return _params(self.path)

    @property
    def key(self) -> str:
        """What tells it from every other: two services each have a history."""
        return f"{self.service}/{self.name}"


_MOMENTS = {"geldigOp", "beschikbaarOp"}


class Routes:
    """All acts and all views of some services."""

    def __init__(self, services: list[Service]) -> None:
        self._schemas: dict[str, Schema] = {}
        self.deeds: dict[tuple[str, str], Deed] = {}
        self.questions: list[Question] = []
        for service in services:
            answer = service.app.test_client().get(f"{service.base_path}/openapi.json")
            document = json.loads(answer.get_data())
            self._schemas |= {
                f"{service.name}/{name}": schema
                for name, schema in document["components"]["schemas"].items()
            }
            for path, method, operation in _operations(document):
                self._add(service.name, path, method, operation)

    def question(self, service: str, name: str) -> Question:
        """The view of this name."""
        return next(q for q in self.questions if (q.service, q.name) == (service, name))

    def _add(self, service: str, path: str, method: str, operation: Schema) -> None:
        name = operation["operationId"]
        if method == "get":
            asked = {
                each["name"]: each for each in operation.get("parameters", []) if "name" in each
            }
            query = {n: each for n, each in asked.items() if each["in"] == "query"}
            more = {n: each["schema"] for n, each in query.items() if n not in _MOMENTS}
            required = frozenset(n for n in more if query[n].get("required"))
            travels = query.keys() >= _MOMENTS
            self.questions.append(Question(service, path, name, more, required, travels))
        elif method == "post":
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            needed = {each.get("name") for each in operation["parameters"] if each.get("required")}
            guarded = "If-Match" in needed
            body = self.resolved(service, schema)
            self.deeds[service, name] = Deed(service, path, name, body, guarded)

    def resolved(self, service: str, schema: Schema) -> Schema:
        """A schema itself, where another one refers to it."""
        if "$ref" in schema:
            return self._schemas[f"{service}/{schema['$ref'].rpartition('/')[2]}"]
        return schema


def _params(path: str) -> list[str]:
    return [each for each in re.findall(r"{(\w+)}", path) if each != "planId"]


def _operations(document: Schema) -> Iterator[tuple[str, str, Schema]]:
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if isinstance(operation, dict) and "operationId" in operation:
                yield path, method, operation
