"""Preparing the next evaluation: what it is about."""

from services.evaluations.domain.preparing import agenda

__all__ = ["agenda"]
