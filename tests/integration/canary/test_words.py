"""The search for words finds them in every form, wherever they stand."""

from __future__ import annotations

from base64 import b64encode

import pytest

from tests.integration.canary.words import Words, found_in

FORMS = {
    "utf-8": str.encode,
    "small letters": lambda text: text.lower().encode(),
    "utf-16": lambda text: text.encode("utf-16-le"),
    "utf-16 the other way": lambda text: text.encode("utf-16-be"),
    "hex": lambda text: text.encode().hex().encode(),
    "HEX": lambda text: text.encode().hex().upper().encode(),
    "base64": lambda text: b64encode(text.encode()),
    "base64 of small letters": lambda text: b64encode(text.lower().encode()),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_a_word_is_found_in_every_form_at_every_place(form: str, before: str):
    """Between other text, and the words that are not there are not found."""
    words = Words(1)
    there, _ = words.new("there"), words.new("elsewhere")
    data = FORMS[form](f"{before}{there} en verder")
    assert found_in({"file": b"\0" + data}, words.all) == {there: {"file"}}
