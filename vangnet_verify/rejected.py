"""Why something does not hold."""

from __future__ import annotations


class Rejected(Exception):
    """What was shown does not hold; the message is the Dutch sentence that says why."""
