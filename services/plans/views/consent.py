"""What each person says to the plan, and with whom it was gone through (W0.9)."""

from __future__ import annotations

from services.plans.domain.family.people import PartyKind, People
from services.plans.domain.plan.discussing import Consent, Discussion, Voices
from services.plans.views.parts.content import Data
from shared.web.look import Look


def consent_view(look: Look) -> Data:
    """To a person their own answers; to those with full sight also whom nobody asked yet."""
    voices = look.state[Voices]
    answers = [_answer(look, each) for each in voices.answers if look.sight.sees(each.item)]
    if not look.sight.full:
        return {"answers": answers}
    return {
        "answers": answers,
        "discussions": [_discussion(look, each) for each in voices.discussions],
        "unasked": _unasked(look),
    }


def _unasked(look: Look) -> list[object]:
    asked = {answer.person for answer in look.state[Voices].answers}
    people = look.state[People].all.values()
    family = [each.person for each in people if each.kind is PartyKind.FAMILY]
    return [person for person in family if person not in asked]


def _answer(look: Look, answer: Consent) -> Data:
    data: Data = {
        "person": answer.person,
        "agrees": answer.agrees,
        "remark": look.sight.said(answer.words)("remark"),
        "at": answer.at,
        "in_own_name": answer.own,
    }
    # The plan's own numbers would tell a person how many versions they cannot see.
    return data | ({"plan_version": answer.plan_version} if look.sight.full else {})


def _discussion(look: Look, held: Discussion) -> Data:
    said = look.sight.said(held.words)
    return {
        "person": held.person,
        "by": held.by,
        "manner": said("manner"),
        "said": said("said"),
        "plan_version": held.plan_version,
        "at": held.at,
    }
