"""The committed AsyncAPI documents, and what in a message they do not allow."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft7Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from vangnet.asyncapi_documents import path_of

ROOT = Path(__file__).parents[3]
PUBLIC, INTERNAL, FEED = "openbaar", "intern", "feed"
_DOCUMENT = "urn:document"
_formats = FormatChecker()


@_formats.checks("date-time", raises=ValueError)
def _moment(value: object) -> bool:
    return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None


@_formats.checks("uri", raises=ValueError)
def _address(value: object) -> bool:
    return isinstance(value, str) and bool(urlsplit(value).scheme)


def document(service: str) -> dict[str, Any]:
    """The committed document of a service."""
    found: dict[str, Any] = json.loads((ROOT / path_of(service)).read_bytes())
    return found


class Channel:
    """One channel of a document: which messages may be on it."""

    def __init__(self, document: dict[str, Any], name: str) -> None:
        self._registry: Registry[Any] = Registry().with_resource(
            _DOCUMENT, Resource.from_contents(document, default_specification=DRAFT7)
        )
        messages = document["components"]["messages"]
        channel = document["channels"][name]
        self.address: str = channel["address"]
        found = [messages[key] for key in channel["messages"]]
        self._bodies = {each["name"]: self._validator(each["payload"]) for each in found}
        self._headers = {each["name"]: self._validator(each.get("headers", {})) for each in found}

    def _validator(self, schema: dict[str, Any]) -> Draft7Validator:
        absolute = {"$ref": _DOCUMENT + schema["$ref"]} if "$ref" in schema else schema
        return Draft7Validator(absolute, registry=self._registry, format_checker=_formats)

    @property
    def types(self) -> set[str]:
        """The names of its messages: for an event its CloudEvents type."""
        return set(self._bodies)

    def complaints(self, name: str, body: Any, headers: dict[str, str] | None = None) -> list[str]:
        """What is wrong with a message; that it is not documented at all, if it is not."""
        if name not in self._bodies:
            return [f"{name} is not documented"]
        errors = [*self._bodies[name].iter_errors(body)]
        if headers is not None:
            errors += self._headers[name].iter_errors(headers)
        return [f"{name} {list(error.path)}: {error.message}" for error in errors]
