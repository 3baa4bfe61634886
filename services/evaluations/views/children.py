"""How each child is in view: last seen, last spoken, alone or not, and by whom (S7.3)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.children.children import Children
from services.evaluations.domain.children.conversations import Conversation, Conversations
from services.evaluations.views.looking import Data, PlanLook


def children_view(look: PlanLook) -> Data:
    """Every child of which this audience may know something; all of them for full sight.

    What somebody may not read leaves no trace here: no time, no number, no name.
    """
    rows = [_child(look, child) for child in _known(look)]
    return {"children": [row for row in rows if look.sight.full or row["conversations"]]}


def _known(look: PlanLook) -> list[UUID]:
    # The order in which the team named them would show that it did.
    named = look.state[Children].now if look.sight.full else ()
    others = [c for c in look.state[Conversations].children if c not in named]
    return look.sight.known((*named, *others))


def _child(look: PlanLook, child: UUID) -> Data:
    held = look.state[Conversations].of(child)
    seen = [each for each in held if look.sight.sees(each.event.conversation)]
    spoken = [each for each in seen if each.spoken]
    whole = {"of_the_plan": child in look.state[Children].now} if look.sight.full else {}
    return {
        "child": child,
        "last_seen": seen[-1].mark.at if seen else None,
        "last_spoken": _conversation(look, spoken[-1]) if spoken else None,
        "conversations": [_conversation(look, each) for each in seen],
    } | whole


def _conversation(look: PlanLook, held: Conversation) -> Data:
    event, said = held.event, look.sight.said(held.words)
    told: Data = {
        "conversation": event.conversation,
        "happened_at": held.mark.at,
        "by": event.by if look.sight.knows(event.by) else None,
        "speaker": event.speaker,
        "spoken": held.spoken,
        "not_spoken": event.not_spoken,
        "alone": event.alone,
        "child_words": said("child_words"),
        "method": said("method"),
        "explanation": said("explanation"),
    }
    return told | (_whole(look, held) if look.sight.full else {})


def _whole(look: PlanLook, held: Conversation) -> Data:
    return {
        "hidden_from": look.hidden_from(held.event.conversation),
        "event_id": held.mark.event_id,
    }
