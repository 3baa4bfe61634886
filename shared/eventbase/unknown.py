"""What an act can be about that is not known here: two answers, neither of them a rule."""

from __future__ import annotations


class NotInvolved(Exception):
    """Somebody acts on a plan that, as far as is known here, they have nothing to do with.

    They get the same answer as for a plan that does not exist.
    """


class NotYetKnown(Exception):
    """An act is about something that another service may know and that has not arrived here."""
