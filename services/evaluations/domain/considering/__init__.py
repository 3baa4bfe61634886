"""What keeps going wrong, and that somebody considers what else must be done (R12, R28)."""

from services.evaluations.domain.considering import considerations, repeated

__all__ = ["considerations", "repeated"]
