"""What a case gave names to: ids that the services drew, to be used in later steps."""

from __future__ import annotations

from string import Template
from typing import Any

from vangnet.journey.selecting import select


class Unnamed(Exception):
    """A step uses a name that no earlier step gave."""


class Memory:
    """Names and what they stand for."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}

    def keep(self, wanted: dict[str, str], answer: Any) -> None:
        """Gives each name the first value at its path in ``answer``. Raises Unnamed."""
        for name, path in wanted.items():
            found = select(answer, path)
            if not found:
                raise Unnamed(f"het antwoord heeft geen {path} om {name} te noemen")
            self.names[name] = str(found[0])

    def knows(self, written: str) -> bool:
        """Whether every $name in ``written`` was given."""
        return set(Template(written).get_identifiers()) <= self.names.keys()

    def fill(self, written: Any) -> Any:
        """``written`` with every $name replaced, however deep it stands. Raises Unnamed."""
        if isinstance(written, dict):
            return {key: self.fill(value) for key, value in written.items()}
        if isinstance(written, list):
            return [self.fill(value) for value in written]
        return self._filled(written) if isinstance(written, str) else written

    def _filled(self, written: str) -> str:
        try:
            return Template(written).substitute(self.names)
        except KeyError as missing:
            raise Unnamed(f"de naam {missing} is nog aan niets gegeven") from None
