"""Our internal messages under the JSON schema that CloudEvents publishes."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import msgspec

from shared.feed.cloudevents import to_cloudevent
from tests.unit.feed.feeds import message


def test_the_standard_schema_accepts_it() -> None:
    """The JSON schema that CloudEvents publishes."""
    schema = msgspec.json.decode((Path(__file__).parent / "cloudevents.schema.json").read_bytes())
    jsonschema.validate(msgspec.json.decode(to_cloudevent(message(7))), schema)
