"""Bodies made from a schema alone: a text that somebody adds gets a word without being asked."""

from __future__ import annotations

from typing import Any

import pytest
from marshmallow import Schema, fields

from shared.web.fields import Day, Flag, Id, Listed, Text, Whole
from shared.web.wire import ActSchema, WireSchema
from tests.integration.canary.filling import Filler
from tests.integration.canary.places import Unfillable, text_places
from tests.integration.canary.words import MARK, Words

PERSON = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"


class Inner(WireSchema):
    """Something inside an act."""

    note = Text(data_key="notitie")
    day = Day(data_key="dag", required=True)


class Choice(fields.Field[Any]):
    """One of two bodies."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.schemas: dict[str, Schema] = {"een": Inner(), "ander": Inner()}


class Added(ActSchema):
    """An act that nobody prepared this test for."""

    what = Text(data_key="wat", required=True)
    who = Listed(Id(), data_key="wie", required=True)
    count = Whole(data_key="aantal", required=True)
    told = Flag(data_key="verteld", required=True)
    inner = fields.Nested(Inner, data_key="binnen")
    several = Listed(fields.Nested(Inner), data_key="meer")
    choices = Listed(Choice(), data_key="keuzes")


def words_in(said: Any) -> list[str]:
    """Every word in a body."""
    if isinstance(said, dict):
        return [word for value in said.values() for word in words_in(value)]
    if isinstance(said, list):
        return [word for value in said for word in words_in(value)]
    return [said] if isinstance(said, str) and said.startswith(MARK) else []


def test_every_text_that_the_walk_finds_gets_a_word_of_its_own():
    """However deep it stands: the walk that demands and the filler that fills agree."""
    words = Words(1)
    body = Filler(words, "dienst", PERSON).body(Added(), {"keuzes": {"een": {}, "ander": {}}})
    places = {f"dienst.Added.{place}" for place in text_places(Added())}
    assert places == set(words.at) and len(places) == 5
    assert sorted(words_in(body)) == sorted(words.all)


def test_what_is_required_besides_texts_is_valid():
    """And what is not required is left out."""
    body = Filler(Words(1), "dienst", PERSON).body(Added(), {"keuzes": {"een": {}}})
    assert (body["wie"], body["aantal"], body["verteld"]) == ([PERSON], 1, False)
    assert body["binnen"]["dag"] == "2025-03-10"
    assert "vernomenDoor" not in body


def test_a_field_of_an_unknown_kind_is_named():
    """Whoever makes one must say how it is filled."""

    class Odd(ActSchema):
        loose = fields.String(data_key="los", required=True)

    with pytest.raises(Unfillable, match="los is a String"):
        list(text_places(Odd()))
