"""What a service does on its channels."""

from __future__ import annotations

from typing import Any

from shared.web.asyncapi_channels import FEED, INTERNAL, PUBLIC
from shared.web.asyncapi_schemas import page_query


def operations() -> dict[str, Any]:
    """What the service does on each channel: it sends."""
    asked = {"method": "GET", "query": page_query(), "bindingVersion": "0.3.0"}
    return {
        "publiceerOpenbaar": _sends(PUBLIC, "Publiceert wat er gebeurde, zonder inhoud."),
        "publiceerIntern": _sends(INTERNAL, "Vertelt de andere diensten wat zij moeten weten."),
        "geefGebeurtenissen": _sends(FEED, "Geeft wat er na een cursor gebeurde.")
        | {"bindings": {"http": asked}},
    }


def _sends(channel: str, description: str) -> dict[str, Any]:
    return {
        "action": "send",
        "channel": {"$ref": f"#/channels/{channel}"},
        "title": description.rstrip("."),
        "description": description,
    }
