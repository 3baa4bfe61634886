"""The query of a view: all its keys in one schema, so that all that is wrong is found at once."""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict

from shared.web.problem import InvalidParam, invalid
from shared.web.sentences import CODES, REPEATED, UNKNOWN
from shared.web.travel import KNOWN_KEY, VALID_KEY, TravelQuery
from shared.web.validation import load
from shared.web.view import View
from shared.web.wire import QuerySchema, made


class Query:
    """Loads the query of one view, or raises 400 with everything that is wrong with it."""

    def __init__(self, view: View) -> None:
        self._schema = made(query_schema(view))
        empty, _, wrong = load(self._schema, {})
        # Most requests have no query; its outcome is always the same.
        self._empty: dict[str, Any] | None = None if wrong else empty

    def __call__(self, args: MultiDict[str, str]) -> dict[str, Any]:
        """What the query says, by python names."""
        if not args and self._empty is not None:
            return dict(self._empty)
        loaded, _, wrong = load(self._schema, {k: _repaired(k, v) for k, v in args.items()})
        repeated = [key for key in args if len(args.getlist(key)) > 1]
        wrong += [InvalidParam(key, CODES[REPEATED], REPEATED) for key in repeated]
        if wrong:
            raise invalid(wrong)
        return dict(loaded)


def refuse_moments() -> None:
    """400 for a moment that is asked of what has no past: health, and the description itself."""
    refused = [key for key in (VALID_KEY, KNOWN_KEY) if key in request.args]
    if refused:
        raise invalid([InvalidParam(key, CODES[UNKNOWN], UNKNOWN) for key in refused])


def query_schema(view: View) -> type[QuerySchema]:
    """The schema of all query keys that a view takes."""
    return _joined(view.time_travel, view.query)


@cache
def _joined(time_travel: bool, own: type[QuerySchema] | None) -> type[QuerySchema]:
    bases: list[type[QuerySchema]] = [TravelQuery] if time_travel else []
    bases += [own] if own is not None else []
    return type("Query", (*bases, QuerySchema), {})


def _repaired(key: str, value: str) -> str:
    # An unencoded "+" in an offset arrives as a space; no moment has one otherwise.
    moment = key.lower().endswith((VALID_KEY.lower(), KNOWN_KEY.lower()))
    return value.replace(" ", "+") if moment else value
