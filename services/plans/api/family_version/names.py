"""The Dutch wire names of the kinds of reader."""

from __future__ import annotations

from services.plans.views.family_version.audience import Audience

AUDIENCE = {
    Audience.FAMILY: "gezinslid",
    Audience.YOUTH: "jongere",
    Audience.CHILD: "kind",
    Audience.NETWORK: "netwerk",
    Audience.AGENCY: "instantie",
}
