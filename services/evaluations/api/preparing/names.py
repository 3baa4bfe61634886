"""The Dutch wire names of the kinds of point on an agenda."""

from __future__ import annotations

from services.evaluations.domain.preparing.agenda import Topic

TOPIC = {
    Topic.BOTTOM_LINE: "bodemeis",
    Topic.AGREEMENT: "afspraak",
    Topic.ENDING_AGREEMENT: "afspraak-loopt-af",
    Topic.ELSEWHERE: "elders-belegd",
    Topic.RISK_FACTOR: "risicofactor",
    Topic.COMPLICATING_FACTOR: "complicerende-factor",
    Topic.WAITING_FOR_HELP: "wachtlijst",
    Topic.GOING_WRONG_AGAIN: "opnieuw-niet-gelukt",
}
