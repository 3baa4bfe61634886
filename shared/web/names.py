"""Names that follow from Dutch titles and path templates."""

from __future__ import annotations

import re
import unicodedata

_VARIABLE = re.compile(r"\{(\w+)(?::(\w+))?\}")
_CONVERTERS = {None: "string", "int": "int"}


def slug(title: str) -> str:
    """A Dutch title as an operation's name: "Afspraak maken" is ``afspraak-maken``."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def upper_camel(title: str) -> str:
    """A Dutch title as a schema's name: "Afspraak maken" is ``AfspraakMaken``."""
    return "".join(word.capitalize() for word in slug(title).split("-"))


def flask_rule(path: str) -> str:
    """A path template as Flask writes it; ``{…Id}`` takes nothing but a UUID."""
    return _VARIABLE.sub(lambda m: f"<{kind_of(m[1], m[2])}:{m[1]}>", path)


def kind_of(name: str, written: str | None) -> str:
    """The kind of a path variable: uuid, int or string."""
    return "uuid" if name.endswith("Id") else _CONVERTERS[written]


def variables(path: str) -> list[tuple[str, str]]:
    """The variables of a path template, each with its kind."""
    return [(m[1], kind_of(m[1], m[2])) for m in _VARIABLE.finditer(path)]


def plain_path(path: str) -> str:
    """A path template as OpenAPI writes it."""
    return _VARIABLE.sub(r"{\1}", path)
