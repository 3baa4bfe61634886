"""The emergency plan: to each person only the pieces that name them (domain.md 3.7, 4.1)."""

from __future__ import annotations

from services.plans.domain.plan.emergency import EmergencyPlan, Piece, SafetyPiece
from services.plans.views.parts.content import Data
from shared.access.role import Role
from shared.web.look import Look

# Of everybody, whatever else they may or may not know.
_ALARM = "112"
_ORDER = list(Piece)


def emergency_view(look: Look) -> Data:
    """The pieces for this audience, whom to call first; the number 112 is there for everybody."""
    found = look.state[EmergencyPlan].pieces.values()
    pieces = [piece for piece in found if look.sight.sees(piece.item)]
    pieces.sort(key=lambda piece: (_ORDER.index(piece.piece), piece.order))
    return {"alarm": _ALARM, "pieces": [_piece(look, piece) for piece in pieces]}


def _piece(look: Look, piece: SafetyPiece) -> Data:
    # An inspector sees that there is a place to go, and not where (domain.md 3.7).
    masked = look.actor.role == Role.INSPECTOR and piece.piece is Piece.SAFE_PLACE
    said = look.sight.said(piece.words)
    data: Data = {
        "item": piece.item,
        "piece": piece.piece,
        "order": piece.order,
        "text": None if masked else said("text"),
        "for_people": look.sight.known(piece.for_people),
        "since": piece.since,
    }
    hidden = {"hidden_from": sorted(look.sight.reach(piece.item).hidden_from)}
    return data | (hidden if look.sight.full else {})
