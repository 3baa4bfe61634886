"""What a service's app tells of each request: a span, a duration and a line in the log."""

from __future__ import annotations

from flask import Response, g, request

from shared.telemetry.requests import RequestTrace
from shared.telemetry.tracing import Tracing
from shared.web.caller import Caller
from shared.web.guard import OPEN
from shared.web.spec import WebSpec

# Asked all the time by machines, and never about anything that somebody did.
_UNTRACED = OPEN | {"interne-gebeurtenissen"}


class Observed:
    """Looks on from before the guard until the answer is out."""

    def __init__(self, spec: WebSpec) -> None:
        self._spec = spec
        self._traced = spec.telemetry.requests(spec.service)
        self._untraced = self._traced.without(Tracing())

    def begin(self) -> None:
        """Runs first of all. The rule stands in for the path, which holds the ids of plans."""
        rule = request.url_rule
        requests = self._untraced if request.endpoint in _UNTRACED else self._traced
        came = request.environ.get("HTTP_TRACEPARENT")
        g.trace = requests.begin(request.method, None if rule is None else rule.rule, came)

    def answered(self, response: Response) -> Response:
        """The answer is made."""
        caller: Caller = g.caller
        seconds = self._spec.stopwatch() - caller.started
        trace: RequestTrace = g.trace
        trace.answered(response.status_code, seconds)
        self._spec.log.info(
            "verzoek",
            request_id=caller.trace_id,
            service=self._spec.service,
            method=request.method,
            route=None if request.url_rule is None else request.url_rule.rule,
            status=response.status_code,
            duration_ms=round(seconds * 1000, 2),
        )
        return response

    def leave(self, error: BaseException | None) -> None:
        """Runs last of all."""
        trace: RequestTrace | None = g.pop("trace", None)
        if trace is not None:
            trace.leave()
