"""The compiled dump gives what marshmallow gives, for whatever it is given."""

from __future__ import annotations

from typing import Any

import msgspec
import orjson
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import fields, post_dump

from shared.web.dump import compiled
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import WireSchema
from tests.unit.web.sample_domain import Purpose
from tests.unit.web.sample_wire import PURPOSES


class LeafSchema(WireSchema):
    """One of every field."""

    ident = Id(data_key="id")
    text = Text(data_key="tekst", attribute="words")
    day = Day(data_key="dag")
    at = Instant(data_key="op")
    number = Whole(data_key="nummer", dump_default=7)
    flag = Flag(data_key="vlag", dump_default=lambda: False)
    purpose = WireEnum(Purpose, PURPOSES, data_key="doel")
    ids = Listed(Id())
    odd = fields.Decimal(as_string=True)
    secret = Text(load_only=True)


class HookedSchema(WireSchema):
    """A schema that the compiler leaves to marshmallow."""

    text = Text()

    @post_dump
    def shout(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """In capitals."""
        return {key: str(value).upper() for key, value in data.items()}


class TreeSchema(WireSchema):
    """Leaves, lists of them, itself, and a hooked one."""

    leaf = fields.Nested(LeafSchema, data_key="blad")
    leaves = Listed(fields.Nested(LeafSchema), data_key="bladeren")
    many = fields.Nested(LeafSchema, many=True)
    only = fields.Nested(LeafSchema(only=("text",)))
    hooked = fields.Nested(HookedSchema)
    child = fields.Nested(lambda: TreeSchema(exclude=("leaf",)))


LEAF = {
    "ident": st.uuids(),
    "words": st.text(st.characters(exclude_categories=["Cs"])),
    "day": st.dates(),
    "at": st.datetimes(timezones=st.timezones()),
    "number": st.integers(-(2**60), 2**60),
    "flag": st.booleans(),
    "purpose": st.sampled_from(Purpose),
    "ids": st.lists(st.uuids(), max_size=3),
    "odd": st.decimals(allow_nan=False, allow_infinity=False),
    "secret": st.just("never shown"),
}


class Leaf(msgspec.Struct):
    """The same as a struct, which has no optional attributes."""

    ident: Any = None
    words: Any = None
    at: Any = None


def _some(parts: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional={k: v | st.none() for k, v in parts.items()})


LEAVES = _some(LEAF) | st.builds(Leaf, st.uuids(), LEAF["words"], LEAF["at"])
_BRANCH = {
    "leaf": LEAVES,
    "leaves": st.lists(LEAVES, max_size=3),
    "many": st.lists(LEAVES, max_size=3),
    "only": LEAVES,
    "hooked": st.fixed_dictionaries({"text": st.text("abc")}),
}
TREES = st.recursive(_some(_BRANCH), lambda inner: _some({**_BRANCH, "child": inner}), max_leaves=3)


@given(TREES)
def test_compiled_equals_marshmallow(tree: dict[str, Any]) -> None:
    """As JSON, bytes for bytes, the order of keys included."""
    schema = TreeSchema()
    assert orjson.dumps(compiled(schema)(tree)) == orjson.dumps(schema.dump(tree))


def test_a_schema_for_many_is_compiled_too() -> None:
    """The list is the answer."""
    schema = LeafSchema(many=True)
    assert compiled(schema)([{"words": "a"}]) == schema.dump([{"words": "a"}])
