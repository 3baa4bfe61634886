"""How a view or the record says no; the web layer knows the answer to each."""

from __future__ import annotations


class NotFound(Exception):
    """It does not exist, or this actor may not know that it does: the same answer."""


class UnknownPlan(NotFound):
    """There is no such plan for this actor."""


class Forbidden(Exception):
    """This professional may know of it and may not do it."""


class RevisionMismatch(Exception):
    """The plan is no longer as the caller read it."""


class Conflict(Exception):
    """Others were first, and deciding again did not help."""
