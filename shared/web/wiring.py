"""Checks that acts, schemas and views fit together, before anything is served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from shared.access.role import Role
from shared.web.names import plain_path, slug
from shared.web.spec import WebSpec
from shared.web.wire import ActSchema, made


class Unwired(TypeError):
    """Something of this service has no route, no schema, or two of them. Names all of it."""


def check(spec: WebSpec) -> None:
    """Raises Unwired when the catalogue, the schemas and the views do not fit."""
    found = [*_acts(spec), *_fields(spec), *_names(spec), *_roles(spec), *_paths(spec)]
    if found:
        raise Unwired("; ".join(found))


def _acts(spec: WebSpec) -> Iterator[str]:
    counted = Counter(schema.ACT for schema in spec.act_schemas)
    for act in spec.catalogue.acts:
        if counted[act] != 1:
            yield f"{act.__name__} has {counted[act]} schemas"
    for act in counted:
        if act not in spec.catalogue.acts:
            yield f"{act.__name__} has a schema and is not in the catalogue"


def _fields(spec: WebSpec) -> Iterator[str]:
    for schema in spec.act_schemas:
        for name in _in_one_only(schema):
            yield f"{schema.__name__}.{name} stands in the schema or in the act, not in both"


@cache
def _in_one_only(schema: type[ActSchema]) -> set[str]:
    return {f.name for f in msgspec.structs.fields(schema.ACT)} ^ _load_names(schema)


def _load_names(schema: type[ActSchema]) -> set[str]:
    return {field.attribute or name for name, field in made(schema).load_fields.items()}


def _names(spec: WebSpec) -> Iterator[str]:
    acts = [slug(registered.title) for registered in spec.catalogue.acts.values()]
    return _twice("operation", [*acts, *(view.name for view in spec.views)])


def _paths(spec: WebSpec) -> Iterator[str]:
    yield from _twice("POST", [plain_path(s.PATH) for s in spec.act_schemas])
    yield from _twice("GET", [plain_path(v.path) for v in spec.views])
    for path in [s.PATH for s in spec.act_schemas] + [v.path for v in spec.views]:
        if not path.startswith("/") or path.endswith("/"):
            yield f"{path!r} must begin with a slash and not end with one"


def _roles(spec: WebSpec) -> Iterator[str]:
    known = {role.value for role in Role}
    for name, roles in [
        *((a.__name__, a.ROLES) for a in spec.catalogue.acts),
        *((v.name, v.roles) for v in spec.views),
    ]:
        for role in set(roles) - known:
            yield f"{name} names an unknown role {role}"


def _twice(what: str, names: Iterable[str]) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"{what} {name} is there {count} times"
