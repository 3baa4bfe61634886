"""The base of everything on the wire. Names in code are English, ``data_key`` gives the Dutch one;

that happens in schemas and nowhere else (design section 1).
"""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar, TypeVar

from marshmallow import RAISE, Schema, post_load
from marshmallow.fields import Field

from shared.eventbase.act import Act
from shared.web.dutch import translate
from shared.web.fields import Id, Instant
from shared.web.sentences import SENTENCES

S = TypeVar("S", bound=Schema)


@cache
def made(schema: type[S]) -> S:
    """The one schema of this class: nothing in it changes when it is used."""
    return schema()


class WireSchema(Schema):
    """A schema whose unknown keys are errors and whose sentences are Dutch.

    ``NAME`` is what OpenAPI calls it (Dutch, UpperCamelCase); without it the name of the class.
    Made once and kept: a schema made per request costs as much as using it.
    """

    FROM_QUERY: ClassVar[bool] = False
    NAME: ClassVar[str] = ""

    class Meta:
        """What marshmallow reads its options from."""

        unknown = RAISE

    error_messages = {
        "type": SENTENCES["Invalid input type."],
        "unknown": SENTENCES["Unknown field."],
    }

    def on_bind_field(self, field_name: str, field_obj: Field[Any]) -> None:
        """Gives each field its Dutch sentences."""
        translate(field_obj)


class QuerySchema(WireSchema):
    """The query keys of a view; every value arrives as text."""

    FROM_QUERY = True


class ActSchema(WireSchema):
    """One act on the wire. ``ACT`` is what it loads into, ``PATH`` where it is posted.

    Path variables other than planId are loaded as if they stood in the body under their own name.
    """

    ACT: ClassVar[type[Act]] = Act
    PATH: ClassVar[str] = ""

    effective_at = Instant(data_key="gebeurdOp")
    learned_at = Instant(data_key="vernomenOp")
    learned_by = Id(data_key="vernomenDoor")

    @post_load
    def act(self, data: dict[str, Any], **_: Any) -> Act:
        """The act that was asked for."""
        return self.ACT(**data)
