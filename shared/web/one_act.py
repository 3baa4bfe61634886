"""One of several acts inside another: a key says which, the rest is that act's own body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields

from shared.eventbase.act import Act
from shared.web.wire import ActSchema

_OF_THE_WHOLE = ("effective_at", "learned_at", "learned_by")


class OneAct(fields.Field[Act]):
    """An act of one of these kinds, which stands under ``key``.

    When it happened is said once, by the act around it. Raises TypeError when ``key`` means
    something else in one of the acts.
    """

    def __init__(
        self, kinds: Mapping[str, type[ActSchema]], key: str = "soort", **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.key = key
        self.schemas = {kind: made(exclude=_OF_THE_WHOLE) for kind, made in kinds.items()}
        for kind, schema in self.schemas.items():
            if key in {field.data_key for field in schema.load_fields.values()}:
                raise TypeError(f"{kind} has a {key} of its own")

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Act:
        kind = value.get(self.key) if isinstance(value, dict) else None
        schema = self.schemas.get(kind) if isinstance(kind, str) else None
        if schema is None:
            raise ValidationError({self.key: [f"Kies een van: {', '.join(self.schemas)}."]})
        act: Act = schema.load({key: said for key, said in value.items() if key != self.key})
        return act
