"""The log is JSON lines that cannot carry what nobody allowed (integrity threat 18)."""

import io
import json
from datetime import UTC, datetime

from shared.web.logs import json_log, where

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_line_is_json_with_only_allowed_keys() -> None:
    """A key that is not on the list is dropped, whatever it holds."""
    stream = io.BytesIO()
    json_log(stream, "plannen", lambda: NOW).info("verzoek", status=200, name="Noor", body="{}")
    assert json.loads(stream.getvalue()) == {
        "event": "verzoek",
        "level": "info",
        "source": "plannen",
        "status": 200,
        "timestamp": "2026-03-01T12:00:00.000000Z",
    }


def test_an_exception_is_told_by_its_place_and_not_by_its_text() -> None:
    """The text of an exception often holds the value that caused it."""
    try:
        {}["Noor"]
    except KeyError as error:
        assert where(error).startswith(f"{__name__}:")
        assert "Noor" not in where(error)
    assert where(KeyError("never raised")) == "?"
