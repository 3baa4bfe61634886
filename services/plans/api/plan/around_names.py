"""The Dutch wire names of the kinds around a plan."""

from __future__ import annotations

from services.plans.domain.plan.discussing import Agrees
from services.plans.domain.plan.emergency import Piece
from services.plans.views.adopted import AdoptionStatus

AGREES = {
    Agrees.YES: "ja",
    Agrees.PARTLY: "deels",
    Agrees.NO: "nee",
    Agrees.COULD_NOT_ANSWER: "kon-niet-antwoorden",
}
PIECE = {
    Piece.CALL: "bellen",
    Piece.SAFE_PLACE: "veilige-plek",
    Piece.CODE_WORD: "codewoord",
    Piece.CHILD_DOES: "wat-het-kind-doet",
    Piece.OTHER: "anders",
}
ADOPTION = {
    AdoptionStatus.TO_CONFIRM: "te bevestigen",
    AdoptionStatus.CONFIRMED: "bevestigd",
    AdoptionStatus.DROPPED: "vervallen",
}
