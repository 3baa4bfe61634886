"""NL ADR /core/publish-openapi: the OpenAPI document of a service, read from what serves it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from shared.web.names import plain_path, upper_camel
from shared.web.openapi_fields import describe
from shared.web.openapi_operations import act_operation, open_operation, view_operation
from shared.web.openapi_parts import API_VERSION, PROBLEM, problem_responses
from shared.web.spec import WebSpec

OPENAPI_VERSION = "3.0.3"


def document(spec: WebSpec) -> bytes:
    """The document as JSON, made once: it cannot differ from the routes it was made with."""
    titles = {s: spec.catalogue.acts[s.ACT].title for s in spec.act_schemas}
    plugin = MarshmallowPlugin(schema_name_resolver=lambda schema: schema_name(schema, titles))
    made = APISpec(
        title=spec.title,
        version=spec.version,
        openapi_version=OPENAPI_VERSION,
        plugins=[plugin],
        info=_info(spec),
        servers=[{"url": spec.base_path}],
        security=[{"bearer": []}],
        tags=[{"name": "Handelingen"}, {"name": "Vragen"}, {"name": "Dienst"}],
    )
    assert plugin.converter is not None
    plugin.converter.add_attribute_function(describe)  # type: ignore[no-untyped-call]
    _components(made, spec.version)
    _paths(made, spec)
    return orjson.dumps(made.to_dict())


def schema_name(schema: Any, titles: Mapping[Any, str]) -> str:
    """A schema's name in the document: an act's title, its own name, or else its class's.

    None ("") for one of which only some fields are answered: it stands where it is used.
    """
    if getattr(schema, "only", None) is not None:
        return ""
    found: Any = schema if isinstance(schema, type) else type(schema)
    if found in titles:
        return upper_camel(titles[found])
    return str(found.NAME or found.__name__.removesuffix("Schema"))


def _info(spec: WebSpec) -> dict[str, Any]:
    contact = spec.contact
    found: dict[str, Any] = {
        "contact": {"name": contact.name, "email": contact.email, "url": contact.url},
        "license": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl"},
    }
    if spec.description:
        found["description"] = spec.description
    return found


def _components(made: APISpec, version: str) -> None:
    made.components.security_scheme(
        "bearer", {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
    )
    made.components.header("API-Version", {**API_VERSION, "example": version})
    made.components.schema("Probleem", PROBLEM)
    for name, response in problem_responses().items():
        made.components.response(name, response)


def _paths(made: APISpec, spec: WebSpec) -> None:
    for schema in spec.act_schemas:
        registered = spec.catalogue.acts[schema.ACT]
        operation = act_operation(schema, registered, spec.act_answer)
        made.path(plain_path(schema.PATH), operations={"post": operation})
    for view in spec.views:
        made.path(plain_path(view.path), operations={"get": view_operation(view)})
    made.path("/gezond", operations={"get": open_operation("gezond", "Draait deze dienst?")})
    ready = open_operation("gereed", "Kan deze dienst antwoorden?", "503")
    made.path("/gereed", operations={"get": ready})
    described = open_operation("openapi", "Deze beschrijving zelf.")
    made.path("/openapi.json", operations={"get": described})
