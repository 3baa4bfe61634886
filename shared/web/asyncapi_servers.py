"""Where the channels of a service are found: at the brokers, and at its own API."""

from __future__ import annotations

from typing import Any


def servers(base_path: str) -> dict[str, Any]:
    """The brokers, and the web server with the feed."""
    return {
        "kafka": {
            "host": "{broker}",
            "protocol": "kafka",
            "title": "Kafka",
            "description": "De brokers van de gemeente, als zij die heeft.",
            "variables": {"broker": _variable("Naam en poort van een broker.", "kafka:9092")},
        },
        "web": {
            "host": "{gemeente}",
            "pathname": base_path,
            "protocol": "https",
            "title": "De API",
            "description": "De feed die opgehaald wordt, met een token.",
            "variables": {"gemeente": _variable("Waar Vangnet draait.", "vangnet.gemeente.nl")},
            "security": [{"$ref": "#/components/securitySchemes/bearer"}],
        },
    }


def _variable(description: str, default: str) -> dict[str, str]:
    return {"description": description, "default": default}
