"""Liveness and readiness: open to anybody, and they say nothing but a status."""

from __future__ import annotations

from collections.abc import Set

from flask import Response

from shared.web.problem import unavailable
from shared.web.spec import WebSpec
from shared.web.view import JSON

RETRY_AFTER = 5


class Health:
    """``/gezond``: the process answers. ``/gereed``: everything it needs does too."""

    def __init__(self, spec: WebSpec) -> None:
        self._spec = spec
        self._missing: Set[str] = frozenset()

    def alive(self) -> Response:
        """200 as long as this process can answer at all."""
        return Response(b'{"status":"gezond"}', content_type=JSON)

    def ready(self) -> Response:
        """200 when all parts are ready, else 503. Which part is for our own log only."""
        missing = {name for name, is_ready in self._spec.ready().items() if not is_ready}
        self._tell(missing)
        if missing:
            raise unavailable(RETRY_AFTER)
        return Response(b'{"status":"gereed"}', content_type=JSON)

    def _tell(self, missing: Set[str]) -> None:
        """What changed since somebody last asked: a probe asks every few seconds."""
        before, self._missing = self._missing, missing
        for name in sorted(missing - before):
            self._spec.log.error("niet_gereed", part=name)
        for name in sorted(before - missing):
            self._spec.log.info("weer_gereed", part=name)
