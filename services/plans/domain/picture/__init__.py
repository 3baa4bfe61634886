"""The picture of the family: concerns and moments when it stayed safe."""

from services.plans.domain.picture import (
    concerns,
    exceptions,
    sharing,
)

__all__ = [
    "concerns",
    "exceptions",
    "sharing",
]
