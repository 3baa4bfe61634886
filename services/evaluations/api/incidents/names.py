"""The Dutch wire names of the kinds of incident."""

from __future__ import annotations

from services.evaluations.domain.incidents.triage import Severity

SEVERITY = {Severity.SERIOUS: "ernstig", Severity.OTHER: "anders"}
