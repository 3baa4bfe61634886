"""The Dutch wire names of the ways in which there is contact."""

from __future__ import annotations

from services.evaluations.domain.between.contacts import Way

WAY = {
    Way.VISIT: "huisbezoek",
    Way.ELSEWHERE: "elders",
    Way.PHONE: "telefoon",
    Way.WRITTEN: "schriftelijk",
}
