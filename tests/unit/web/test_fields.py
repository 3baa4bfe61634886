"""What each field takes from the wire, refuses, and gives back."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from marshmallow import Schema, ValidationError, fields
from marshmallow.fields import Field

from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum, in_zulu
from shared.web.wire import QuerySchema, WireSchema
from tests.unit.web.sample_domain import Purpose
from tests.unit.web.sample_wire import PURPOSES

ID = "5b0d3f0e-7a55-4f6e-9f0d-2f8a4b1c9d10"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def load(field: Field[Any], value: Any, base: type[Schema] = WireSchema) -> Any:
    """What a schema with this one field makes of ``value``."""
    schema = type("One", (base,), {"x": field})()
    return schema.load({"x": value})["x"]


TAKEN = [
    (Text(), "  a\r\nb \t", "a\nb"),
    (Text(), "José 😀 العربية", "José 😀 العربية"),
    (Id(), ID.upper(), UUID(ID)),
    (Day(), "2026-02-28", date(2026, 2, 28)),
    (Instant(), "2026-03-01T12:00:00Z", NOON),
    (Instant(), "2026-03-01T13:00:00.000+01:00", NOON),
    (Instant(), "2026-03-01T06:30:00-05:30", NOON),
    (Instant(), "2026-03-01T12:00:00.123456789Z", NOON.replace(microsecond=123456)),
    (Whole(), 0, 0),
    (Flag(), True, True),
    (WireEnum(Purpose, PURPOSES), "herstel", Purpose.RECOVERY),
    (Listed(Whole(), most=2), [1, 2], (1, 2)),
]


@pytest.mark.parametrize(("field", "sent", "expected"), TAKEN)
def test_what_is_meant_is_taken(field: Field[Any], sent: Any, expected: Any) -> None:
    """Any offset, any script, trimmed text."""
    assert load(field, sent) == expected


REFUSED = [
    (Text(), ["", "  ", 3, None, ["a"], "a\x00b", "\x1b[31m", "\x85", "\ud800", "a" * 4001]),
    (Text(3), ["abcd"]),
    (Id(), ["", "x", ID[:-1], ID.replace("-", ""), f"{{{ID}}}", f"urn:uuid:{ID}", 5, ID + "\n"]),
    (Day(), ["2026-02-30", "20260228", "2026-2-8", "2026-02-28T00:00:00Z", "2026-W09-1", 20260228,
             "٢٠٢٦-٠٢-٢٨"]),
    (Instant(), ["2026-03-01T12:00:00", "2026-03-01", "2026-03-01 12:00:00Z", 1772366400,
                 "2026-03-01t12:00:00z", "2026-03-01T12:00:00-00:00", "2026-02-30T12:00:00Z",
                 "2026-03-01T25:00:00Z", "0001-01-01T00:00:00+01:00", "2026-03-01T12:00:00Z\n"]),
    (Whole(), [True, 1.0, "1", 2**53, -1, None]),
    (Whole(1, 3), [0, 4]),
    (Flag(), ["true", 1, 0, "yes"]),
    (WireEnum(Purpose, PURPOSES), ["recovery", "RECOVERY", "", 1, None, ["herstel"], {}]),
    (Listed(Whole(), least=1, most=2), [[], [1, 2, 3], "12", {"a": 1}, [1, "x"]]),
    (fields.Nested(WireSchema), [3, [], "a"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "sent"), [(field, value) for field, values in REFUSED for value in values]
)
def test_what_could_be_misread_is_refused(field: Field[Any], sent: Any) -> None:
    """Naive moments, seven other ways to write a UUID, ``1`` for true, and characters unseen."""
    with pytest.raises(ValidationError):
        load(field, sent)


def test_a_query_carries_numbers_and_flags_as_text() -> None:
    """There is no other way to write them there; the bounds still hold."""
    assert load(Whole(1, 9), "7", QuerySchema) == 7
    assert load(Flag(), "false", QuerySchema) is False
    for field, value in [(Whole(), "7.0"), (Whole(), " 7"), (Whole(1, 9), "10"), (Flag(), "ja")]:
        with pytest.raises(ValidationError):
            load(field, value, QuerySchema)


def test_moments_go_out_in_zulu_with_microseconds() -> None:
    """NL ADR /core/date-time/timezone; one length, so that they sort as text."""
    amsterdam = timezone(timedelta(hours=1))
    assert in_zulu(NOON.astimezone(amsterdam)) == "2026-03-01T12:00:00.000000Z"


def test_an_enum_with_a_member_without_a_dutch_name_is_a_mistake() -> None:
    """Found when the schema is written, not when the value first turns up."""
    with pytest.raises(TypeError, match="Purpose"):
        WireEnum(Purpose, {Purpose.SAFETY: "veiligheid"})
