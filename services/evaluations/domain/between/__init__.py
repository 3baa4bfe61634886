"""What people see, say and hear between evaluations (S7.2, R37)."""

from services.evaluations.domain.between import addressing, contacts, observations, owed

__all__ = ["addressing", "contacts", "observations", "owed"]
