"""The Dutch wire names of the kinds in statements."""

from __future__ import annotations

from services.plans.domain.statements.owners import OwnerRole

OWNER_ROLE = {
    OwnerRole.FAMILY: "gezin",
    OwnerRole.NETWORK: "netwerk",
    OwnerRole.PROFESSIONAL: "professional",
}
