"""The Dutch wire names of the grounds for erasing, which more than one service shows."""

from __future__ import annotations

from shared.eventbase.erasing import Ground

GROUND = {
    Ground.REQUEST: "verzoek",
    Ground.TERM_OVER: "bewaartermijn-voorbij",
    Ground.MISTAKE: "ten-onrechte-vastgelegd",
}
