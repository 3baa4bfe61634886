"""How our own fields look in OpenAPI, for apispec's marshmallow plugin."""

from __future__ import annotations

from typing import Any

from marshmallow.fields import Field

from shared.web.clocks import Lag
from shared.web.fields import Text, WireEnum


def describe(_converter: Any, field: Field[Any], **_: Any) -> dict[str, Any]:
    """What OpenAPI says of a field beyond what apispec knows already."""
    if isinstance(field, Text):
        return {"minLength": 1, "maxLength": field.longest}
    if isinstance(field, WireEnum):
        return {"type": "string", "enum": list(field.names.values())}
    return {"type": "string", "format": "duration"} if isinstance(field, Lag) else {}
