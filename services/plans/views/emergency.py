"""The emergency plan: to each person only the pieces that name them (domain.md 3.7, 4.1)."""

from __future__ import annotations

from collections import Counter

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
    orders = [piece.order for piece in pieces] if look.sight.full else _counted(pieces)
    told = [_piece(look, each, order) for each, order in zip(pieces, orders, strict=True)]
    return {"alarm": _ALARM, "pieces": told}


def _counted(pieces: list[SafetyPiece]) -> list[int]:
    """One, two, three within each kind: a number that is left out tells of a hidden piece."""
    so_far: Counter[Piece] = Counter()
    orders = []
    for each in pieces:
        so_far[each.piece] += 1
        orders.append(so_far[each.piece])
    return orders


def _piece(look: Look, piece: SafetyPiece, order: int) -> Data:
    # An inspector sees that there is a place to go, and not where (domain.md 3.7).
    masked = look.actor.role == Role.INSPECTOR and piece.piece is Piece.SAFE_PLACE
    said = look.sight.said(piece.words)
    data: Data = {
        "item": piece.item,
        "piece": piece.piece,
        "order": order,
        "text": None if masked else said("text"),
        "for_people": look.sight.known(piece.for_people),
    }
    return data | (_whole(look, piece) if look.sight.full else {})


def _whole(look: Look, piece: SafetyPiece) -> Data:
    # It was given again when somebody was added, of whom others who read it may not know.
    hidden_from = sorted(look.sight.reach(piece.item).hidden_from)
    return {"since": piece.since, "hidden_from": hidden_from}
