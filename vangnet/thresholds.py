"""The thresholds that whoever runs Vangnet sets: a TOML file, a table per service."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from services.evaluations.domain import catalogue as evaluations
from services.notifications.domain import catalogue as notifications
from services.plans.domain import catalogue as plans
from shared.eventbase.terms import Term, Threshold, Value
from shared.record.errors import SettingsError
from shared.service.settings import Thresholds

_CATALOGUES = {catalogue.service: catalogue for catalogue in (plans, evaluations, notifications)}


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    """One line of the file: a number, a term or a list, and the first day on which it holds."""

    valid_from: date
    number: int | None = None
    hours: int | None = None
    working_days: int | None = None
    days: int | None = None
    weeks: int | None = None
    months: int | None = None
    choices: tuple[str, ...] | None = None


def read_thresholds(path: Path | None) -> Thresholds:
    """What the file says. Raises SettingsError for what no service knows, or cannot be."""
    if path is None:
        return {}
    try:
        written = msgspec.convert(
            tomllib.loads(path.read_text("utf-8")), dict[str, dict[str, list[_Written]]]
        )
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f"{path.name} is geen lijst van termijnen: {error}") from error
    return {service: _of_service(service, named) for service, named in written.items()}


def _of_service(
    service: str, named: Mapping[str, list[_Written]]
) -> dict[str, tuple[Threshold, ...]]:
    known: Mapping[str, Any] = _CATALOGUES[service].thresholds if service in _CATALOGUES else {}
    unknown = sorted(named.keys() - known.keys())
    if unknown or not known:
        raise SettingsError(
            f"Onbekende termijn bij {service}: {', '.join(unknown)}. Dit kan: "
            f"{', '.join(sorted(known)) or ', '.join(_CATALOGUES)}."
        )
    return {
        name: tuple(_threshold(name, line, known[name]) for line in lines)
        for name, lines in named.items()
    }


def _threshold(name: str, line: _Written, own: Value) -> Threshold:
    term = Term(line.hours, line.working_days, line.days, line.weeks, line.months)
    lengths = [n for n in msgspec.structs.astuple(term) if n is not None]
    given: list[Value] = [term for _ in lengths]
    given += [each for each in (line.number, line.choices) if each is not None]
    if len(given) != 1 or type(given[0]) is not type(own) or _is_nothing(given[0], lengths):
        raise SettingsError(f"Geef bij {name} {_KINDS[type(own)]}, en een eerste dag (valid_from).")
    return Threshold(given[0], line.valid_from)


def _is_nothing(value: Value, lengths: list[int]) -> bool:
    negative = min([0, *lengths, *([value] if isinstance(value, int) else [])]) < 0
    return negative or value == ()


_KINDS = {
    Term: "één termijn",
    int: "één getal (number)",
    tuple: "één lijst (choices)",
}
