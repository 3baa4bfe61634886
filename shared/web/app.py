"""One service's Flask app, made from its WebSpec. Starts nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from flask import Flask, Response, g

from shared.web.act_route import ActRoute
from shared.web.audit import Audit, Door
from shared.web.errors import problem_of
from shared.web.guard import Guard
from shared.web.headers import Headed
from shared.web.health import Health
from shared.web.logs import where
from shared.web.names import flask_rule
from shared.web.observed import Observed
from shared.web.openapi import document
from shared.web.problem import MEDIA_TYPE, Problem
from shared.web.query import refuse_moments
from shared.web.routing import Route
from shared.web.spec import WebSpec
from shared.web.strict_json import MAX_BYTES
from shared.web.view import JSON
from shared.web.view_route import ViewRoute
from shared.web.wire import made
from shared.web.wiring import check


def create_web(spec: WebSpec) -> Flask:
    """The app of one service; raises Unwired when something of it has no route or no schema."""
    check(spec)
    app = Flask(f"vangnet.{spec.service}", static_folder=None)
    app.url_rule_class = Route
    # Werkzeug cuts a chunked body off at the limit without a word, so it may read one byte more
    # than we take: what is that long was cut off.
    app.config["MAX_CONTENT_LENGTH"] = MAX_BYTES + 1
    # NL ADR /core/no-trailing-slash: a slash too many is 404, never a redirect.
    app.url_map.merge_slashes = False
    app.url_map.redirect_defaults = False
    doors = _add_routes(app, spec)
    _add_open_routes(app, spec)
    observed = Observed(spec)
    app.before_request(observed.begin)
    app.before_request(Guard(spec, Audit(spec), doors))
    app.register_error_handler(Exception, _answer_error(spec))
    app.after_request(observed.answered)
    app.teardown_request(observed.leave)
    app.wsgi_app = Headed(app.wsgi_app, spec.version)  # type: ignore[method-assign]
    return app


def _add_routes(app: Flask, spec: WebSpec) -> dict[str, Door]:
    audit = Audit(spec)
    doors = {}
    for schema in spec.act_schemas:
        act = ActRoute(spec, audit, made(schema), spec.catalogue.acts[schema.ACT])
        doors[act.door.operation] = act.door
        _route(app, spec, schema.PATH, act.door.operation, act, "POST")
    for view in spec.views:
        route = ViewRoute(spec, audit, view)
        doors[view.name] = route.door
        _route(app, spec, view.path, view.name, route, "GET")
    return doors


def _add_open_routes(app: Flask, spec: WebSpec) -> None:
    health = Health(spec)
    # Made when first asked for: it takes longer than all else of a start.
    described = cache(lambda: document(spec))
    opened = {
        "/gezond": ("gezond", health.alive),
        "/gereed": ("gereed", health.ready),
        "/openapi.json": ("openapi", lambda: _open_document(described())),
    }
    for path, (name, answer) in opened.items():
        _route(app, spec, path, name, _timeless(answer), "GET")


def _timeless(answer: Callable[[], Response]) -> Callable[[], Response]:
    def answered() -> Response:
        refuse_moments()
        return answer()

    return answered


def _open_document(described: bytes) -> Response:
    # NL ADR /core/publish-openapi: without authentication, for scripts of any origin.
    return Response(described, headers={"Access-Control-Allow-Origin": "*"}, content_type=JSON)


def _route(app: Flask, spec: WebSpec, path: str, name: str, view: Any, method: str) -> None:
    rule = spec.base_path + flask_rule(path)
    # OPTIONS is not offered: nothing but openapi.json may be read from another origin.
    app.add_url_rule(rule, name, view, methods=[method], provide_automatic_options=False)


def _answer_error(spec: WebSpec) -> Any:
    def answer(error: Exception) -> Response:
        problem = problem_of(error)
        # A problem that was raised as one is foreseen, and is not news.
        if problem.status >= 500 and not isinstance(error, Problem):
            found = {"error": type(error).__name__, "where": where(error)}
            spec.log.error("fout", request_id=g.caller.trace_id, **found)
        headers = problem.headers
        return Response(problem.body, problem.status, headers, content_type=MEDIA_TYPE)

    return answer
