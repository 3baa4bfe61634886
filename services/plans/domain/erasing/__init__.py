"""Erasing what may no longer be kept (R43, R44; integrity 2.9)."""

from services.plans.domain.erasing import (
    approving,
    deciding,
    erased,
    holding,
    keeping,
    linking,
    ordering,
    owed,
    requests,
)

__all__ = [
    "approving",
    "deciding",
    "erased",
    "holding",
    "keeping",
    "linking",
    "ordering",
    "owed",
    "requests",
]
