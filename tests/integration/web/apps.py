"""The apps whose documents are checked; a service is added here by its name."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from shared.web.app import create_web
from tests.unit.web.sample_app import BASE, Bench, spec

APPS: dict[str, tuple[str, Callable[[], Flask]]] = {
    "voorbeeld": (BASE, lambda: create_web(spec(Bench()))),
}


def described(name: str) -> bytes:
    """The OpenAPI document that an app serves."""
    base, create = APPS[name]
    return create().test_client().get(f"{base}/openapi.json").data
