"""A meeting entered in one go, on the wire.

An entry may have a name of its own under ``als``; where a later one asks for an id,
``{"uit": name}`` stands for the first thing that the entry of that name makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import ValidationError, fields

from shared.eventbase.act import Act
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.together import Entry, placeholder
from shared.web.fields import Text
from shared.web.names import slug
from shared.web.one_act import OneAct
from shared.web.wire import ActSchema

_MOST = 100
_NAME = Text(60)
_ACT, _AS, _OF = "handeling", "als", "uit"


class Entries(fields.Field[tuple[Entry, ...]]):
    """The acts of a meeting, in their order."""

    def __init__(self, kinds: Mapping[str, type[ActSchema]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._one = OneAct(kinds, _ACT)

    def _deserialize(
        self, value: Any, attr: str | None, data: Any, **kwargs: Any
    ) -> tuple[Entry, ...]:
        if not isinstance(value, list) or not 1 <= len(value) <= _MOST:
            raise ValidationError(f"Geef een lijst van 1 tot en met {_MOST} handelingen.")
        wrong: dict[int, Any] = {}
        entries: list[Entry] = []
        names: set[str] = set()
        for place, written in enumerate(value):
            try:
                entries.append(self._entry(written, names))
            except ValidationError as error:
                wrong[place] = error.messages
        if wrong:
            raise ValidationError(wrong)
        return tuple(entries)

    def _entry(self, written: Any, names: set[str]) -> Entry:
        if not isinstance(written, dict):
            raise ValidationError("Geef van elke handeling wat het is en de inhoud.")
        name = written.get(_AS)
        if name is not None:
            name = _NAME.deserialize(name)
        body = {key: _pointed(said, names) for key, said in written.items() if key != _AS}
        if name in names:
            raise ValidationError({_AS: ["Deze naam heeft een eerdere handeling al."]})
        act: Act = self._one.deserialize(body)
        names.update([name] if name is not None else [])
        return Entry(act, name)


def _pointed(said: Any, names: set[str]) -> Any:
    if isinstance(said, list):
        return [_pointed(each, names) for each in said]
    if not isinstance(said, dict):
        return said
    if set(said) == {_OF}:
        if said[_OF] not in names:
            raise ValidationError({_OF: ["Geen eerdere handeling heeft deze naam."]})
        return str(placeholder(said[_OF]))
    return {key: _pointed(each, names) for key, each in said.items()}


def enterable(
    catalogue: Catalogue, schemas: Iterable[type[ActSchema]]
) -> dict[str, type[ActSchema]]:
    """The acts that a worker may enter in a meeting, by what they are called there.

    Taking something back is not one of them: what is right happened then, not in the meeting.
    """
    return {
        slug(catalogue.acts[schema.ACT].title): schema
        for schema in schemas
        if "{planId}" in schema.PATH
        and "worker" in schema.ACT.ROLES
        and not catalogue.acts[schema.ACT].takes_back
    }
