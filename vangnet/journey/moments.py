"""Moments as a case's data file writes them."""

from __future__ import annotations

from datetime import UTC, datetime

from shared.eventbase.calendar import AMSTERDAM


def local(text: str) -> datetime:
    """A moment as people in the Netherlands say it, such as "2025-03-10 09:10"."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=AMSTERDAM).astimezone(UTC)
