"""The fields that wire schemas are made of: strict where marshmallow's own are lenient."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from marshmallow import ValidationError, fields, validate

from shared.eventbase.calendar import local_day

M = TypeVar("M", bound=enum.Enum)

DEFAULT_TEXT = 4000
MAX_LISTED = 500
_WHOLE_LIMIT = 2**53 - 1
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|\+\d\d:\d\d|-(?!00:00)\d\d:\d\d)", re.ASCII
)
# Control characters, save tab and line feed, and halves of surrogate pairs: none can be shown.
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Text(fields.String):
    """Text that says something: trimmed, not empty, showable, at most ``longest`` characters."""

    def __init__(self, longest: int = DEFAULT_TEXT, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest = longest

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        text = value.replace("\r\n", "\n").strip()
        if not text:
            raise ValidationError("Vul hier iets in.")
        if len(text) > self.longest:
            raise ValidationError(f"Gebruik hoogstens {self.longest} tekens.")
        if _UNSHOWABLE.search(text):
            raise ValidationError("Deze tekst bevat tekens die niet te tonen zijn.")
        return text


class Id(fields.UUID):
    """A UUID in its one canonical form (RFC 9562), not the eight others that Python takes."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> UUID:
        if not isinstance(value, str) or not _UUID.fullmatch(value):
            raise self.make_error("invalid_uuid")
        return UUID(value)


class Day(fields.Date):
    """NL ADR /core/date-time/date-omit-time-portion: a day, as 2026-03-01."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        if not isinstance(value, str) or not _DATE.fullmatch(value):
            raise self.make_error("invalid")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self.make_error("invalid") from None


class Instant(fields.AwareDateTime):
    """NL ADR /core/date-time/timezone: any offset is taken, a naive one never; answered in Z."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> datetime:
        if not isinstance(value, str) or not _MOMENT.fullmatch(value):
            raise ValidationError("Hier hoort een tijdstip met tijdzone: 2026-03-01T12:00:00Z.")
        try:
            moment = datetime.fromisoformat(value).astimezone(UTC)
            # The last hours of the year 9999 are on no Dutch calendar.
            local_day(moment)
            return moment
        except (ValueError, OverflowError):
            raise ValidationError("Dit tijdstip bestaat niet.") from None

    def _serialize(self, value: datetime | None, attr: Any, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else in_zulu(value)


def in_zulu(moment: datetime) -> str:
    """A moment as it goes over the wire: in UTC, with microseconds, ending in Z."""
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return f"{moment.isoformat(timespec='microseconds')[:-6]}Z"


class Whole(fields.Integer):
    """A whole number: no ``true``, no 5.0, no "5" except in a query, where all is text."""

    def __init__(self, least: int = 0, most: int = _WHOLE_LIMIT, **kwargs: Any) -> None:
        super().__init__(validate=validate.Range(least, most), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if type(value) is int:
            return value
        if isinstance(value, str) and _in_query(self) and re.fullmatch(r"-?[0-9]{1,16}", value):
            return int(value)
        raise self.make_error("invalid")


class Flag(fields.Boolean):
    """``true`` or ``false``, and not the twenty spellings that marshmallow takes."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if isinstance(value, bool):
            return value
        if _in_query(self) and value in ("true", "false"):
            return bool(value == "true")
        raise self.make_error("invalid")


class WireEnum(fields.Field[M], Generic[M]):
    """An enum under its Dutch names: the only place where those names are tied to the code's."""

    def __init__(self, kind: type[M], names: Mapping[M, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if set(names) != set(kind) or len(set(names.values())) != len(names):
            raise TypeError(f"{kind.__name__}: every member needs one Dutch name of its own")
        self.names = dict(names)
        self._members = {name: member for member, name in names.items()}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> M:
        if not isinstance(value, str) or value not in self._members:
            raise ValidationError(f"Kies een van: {', '.join(self._members)}.")
        return self._members[value]

    def _serialize(self, value: M | None, attr: Any, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else self.names[value]


class Listed(fields.List[Any]):
    """A list with bounds; without them one request could carry a million items."""

    def __init__(self, inner: Any, least: int = 0, most: int = MAX_LISTED, **kwargs: Any) -> None:
        super().__init__(inner, validate=validate.Length(least, most), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        # Acts are immutable, and what they hold with them.
        return tuple(super()._deserialize(value, attr, data, **kwargs))


def _in_query(field: fields.Field[Any]) -> bool:
    return bool(getattr(field.root, "FROM_QUERY", False))
