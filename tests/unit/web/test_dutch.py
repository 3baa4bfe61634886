"""No English sentence of marshmallow reaches a user."""

import inspect
from typing import Any

import pytest
from marshmallow import ValidationError, fields, validate

from shared.web.sentences import SENTENCES
from shared.web.wire import WireSchema


def english() -> set[str]:
    """Every default message of every field, schema and validator that marshmallow has."""
    found = set(WireSchema._default_error_messages.values())
    for _, kind in inspect.getmembers(fields, inspect.isclass):
        found |= set(getattr(kind, "default_error_messages", {}).values())
    for _, kind in inspect.getmembers(validate, inspect.isclass):
        found |= {getattr(kind, "default_message", None)} - {None, ""}
    return found


def test_every_message_of_marshmallow_has_a_dutch_sentence() -> None:
    """A new version with a new message fails here."""
    assert english() - set(SENTENCES) == set()


class Library(WireSchema):
    """The library's own fields and validators, as somebody may still use them."""

    mail = fields.Email()
    mails = fields.List(fields.Email(), validate=validate.Length(1, 2))
    number = fields.Integer(validate=validate.Range(min=3))
    small = fields.Integer(validate=validate.Range(max=3))
    exact = fields.String(validate=validate.Length(equal=3))
    code = fields.String(validate=validate.Regexp("^a"))
    choice = fields.String(validate=validate.OneOf(["a", "b"]))
    pairs = fields.Dict(keys=fields.String(), values=fields.Date())
    needed = fields.String(required=True)


WRONG: dict[str, Any] = {
    "mail": "x", "mails": [], "number": 2, "small": 9, "exact": "a", "code": "b", "choice": "c",
    "pairs": {"a": "x"}, "other": 1,
}  # fmt: skip


def test_the_librarys_own_fields_and_validators_speak_dutch() -> None:
    """Also inside lists and mappings."""
    with pytest.raises(ValidationError) as caught:
        Library().load(WRONG)
    assert caught.value.messages == {
        "mail": ["Hier hoort een e-mailadres."],
        "mails": ["Kies 1 tot en met 2 onderdelen of tekens."],
        "number": ["Kies minstens 3."],
        "small": ["Kies hoogstens 3."],
        "exact": ["Kies precies 3 onderdelen of tekens."],
        "code": ["Dit heeft de verkeerde vorm."],
        "choice": ["Kies een van: a, b."],
        "pairs": {"a": {"value": ["Hier hoort een datum, zoals 2026-03-01."]}},
        "needed": ["Dit veld is verplicht."],
        "other": ["Dit is een onbekend veld."],
    }
