"""Erasing what may no longer be kept (R43, R44; integrity 2.9)."""

from services.plans.domain.erasing import erased, ordering

__all__ = ["erased", "ordering"]
