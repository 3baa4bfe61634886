"""The answers to the ten questions, reduced to how they were written by hand."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.integration.time_travel.golden_case import OVERSIGHT, Pair, Told, golden
from tests.integration.time_travel.golden_reading import local

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
SAME = "hetzelfde"


class Question:
    """One question as it was written, and as it is answered."""

    def __init__(self, number: str, told: Told) -> None:
        self.written: dict[str, Any] = golden("questions")["vragen"][number]
        case = golden(f"case_{self.written['casus']}")
        path = f"/vragen/{number}"
        asked = told.ask(OVERSIGHT, "plannen", path, Pair(self.written["X"], None))
        if asked.status != 200:
            raise LookupError(path, asked.status, asked.raw)
        self.answered = asked.body
        named = {item: label for label, item in told.names.items() if label[0].isupper()}
        people = told.ask(OVERSIGHT, "plannen", "/personen", Pair(None, None)).body["personen"]
        short = {name: label for label, name in case["personen"].items()}
        self._labels = named | {row["persoonId"]: short[row["naam"]] for row in people}

    def by_hand(self, key: str) -> Any:
        """What was written for one of the two pairs of moments."""
        found = self.written[key]
        return self._ordered(self.written["zoalsToenBekend"] if found == SAME else found)

    def said(self, key: str) -> Any:
        """What is answered at it, by the names of people and things, without what is empty."""
        parts = {
            service: {name: self._short(name, section) for name, section in part.items()}
            for service, part in self.answered[key].items()
        }
        looks = {service: part.pop("inzage", None) for service, part in parts.items()}
        for service, who in looks.items():
            if who is not None:
                parts[service]["wieKeek"] = who
        return self._ordered({s: self._full(p) for s, p in parts.items()})

    def _full(self, part: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in part.items() if key == "wieKeek" or value}

    def _short(self, name: str, section: Any) -> Any:
        if name == "inzage":
            return sorted(map(look, section["inzage"]))
        return self._named(section)

    def _named(self, value: Any) -> Any:
        """Ids by their names, instants to the minute; what has no name or is empty is left out."""
        if isinstance(value, dict):
            named = {key: self._named(each) for key, each in value.items()}
            return {key: each for key, each in named.items() if each not in (None, [], {})}
        if isinstance(value, list):
            return [self._named(each) for each in value]
        if isinstance(value, str) and ID.fullmatch(value):
            return self._labels.get(value)
        return local(value) if isinstance(value, str) and INSTANT.fullmatch(value) else value

    def _ordered(self, value: Any) -> Any:
        """The same, with every list in one order: a golden answer says what, not in which order."""
        if isinstance(value, dict):
            return {key: self._ordered(each) for key, each in value.items()}
        return sorted(map(self._ordered, value), key=_as_text) if isinstance(value, list) else value


def look(row: dict[str, Any]) -> str:
    """Who did what, and how it ended."""
    return f"{row['wie']}, {row['handeling']}: {row['wat']}, {row['uitkomst']}"


def _as_text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
