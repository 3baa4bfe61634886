"""A day or a moment, as somebody types it."""

from __future__ import annotations

from datetime import datetime, timedelta

import click

from shared.eventbase.calendar import AMSTERDAM, end_of_day
from shared.record.errors import SettingsError


class Moment(click.ParamType[datetime]):
    """A day (all of it), or a moment; Dutch time unless it says otherwise."""

    name = "tijdstip"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment that was written. Raises SettingsError."""
        try:
            found = datetime.fromisoformat(value)
        except ValueError:
            raise SettingsError(
                f"{value!r} is geen tijdstip. Schrijf bijvoorbeeld 2025-03-10 of 2025-03-10T09:10."
            ) from None
        if len(value) <= len("2025-03-10"):
            return end_of_day(found.date()) - timedelta(microseconds=1)
        return found if found.tzinfo else found.replace(tzinfo=AMSTERDAM)
