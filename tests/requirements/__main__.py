"""Prints docs/requirements.md."""

from tests.requirements.listing import text

print(text(), end="")
