"""The children of a plan: who they are, and that somebody sees and speaks them (S7.3)."""

from services.evaluations.domain.children import children, conversations, owed, recording

__all__ = ["children", "conversations", "owed", "recording"]
