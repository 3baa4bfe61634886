"""The network of a family: who is what to whom, and who can think along (S3, S5)."""

from services.plans.domain.network import (
    attendance,
    circles,
    departed_keepers,
    inviting,
    mapping,
    relating,
    relations,
    willingness,
)

__all__ = [
    "attendance",
    "circles",
    "departed_keepers",
    "inviting",
    "mapping",
    "relating",
    "relations",
    "willingness",
]
