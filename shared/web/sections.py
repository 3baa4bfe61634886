"""Answers that are put together from views that exist, each with only some of its fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from marshmallow import fields

from shared.web.wire import WireSchema


class Section(msgspec.Struct, frozen=True):
    """One view in an answer: its Dutch name there, and which of its fields are asked for.

    ``only``: names in code, with dots into what is nested; none: all of them. ``beyond_record``:
    it tells of more than events, as a view that does.
    """

    name: str
    answer: type[WireSchema]
    only: tuple[str, ...]
    view: Callable[[Any], Any]
    beyond_record: bool = False


def sections_answer(name: str, sections: Sequence[Section]) -> type[WireSchema]:
    """The schema of an answer that has these sections, under ``name`` in OpenAPI."""
    nested = {
        each.name: fields.Nested(each.answer, only=each.only or None, data_key=each.name)
        for each in sections
    }
    return type(name, (WireSchema,), {"NAME": name, **nested})


def told(sections: Sequence[Section], look: Any) -> dict[str, Any]:
    """What the sections say, all out of one look."""
    return {each.name: each.view(look) for each in sections}
