"""The steps towards erasing: they stand in the file, and change nothing of what is in it (R44)."""

from __future__ import annotations

from shared.eventbase.event import Event


class Step(Event, frozen=True):
    """Something that is done about erasing, and does not make a file be kept longer."""
