"""How safety was judged: suspicions, instruments, consultations and judgements (W0.4, W1)."""

from __future__ import annotations

from services.plans.domain.family.people import People
from services.plans.domain.groundwork.children_at_home import ChildrenAtHome
from services.plans.domain.groundwork.judgement import Judgement, Judgements
from services.plans.domain.groundwork.registrations import Held, Registrations
from services.plans.domain.groundwork.suspicions import Suspicion, Suspicions
from services.plans.domain.groundwork.unsafety import Classifications
from services.plans.views.parts.content import Data
from services.plans.views.parts.groundwork import assessments, classified, consultations
from shared.web.look import Look


def judging_view(look: Look) -> Data:
    """All of it at (V, K), each with who did it and when."""
    state = look.state
    return {
        "suspicions": [_suspicion(look, each) for each in state[Suspicions].all],
        "children_at_home": _children_at_home(look),
        "classifications": [classified(look, each) for each in state[Classifications].all],
        "judgements": [_judgement(look, each) for each in state[Judgements].all],
        "assessments": assessments(look),
        "consultations": consultations(look),
        "registrations": _registrations(look),
    }


def _suspicion(look: Look, each: Suspicion) -> Data:
    return {
        "item": each.item,
        "grounds": each.grounds,
        "suspicion_only": each.suspicion_only,
        "explanation": look.sight.said(each.words)("explanation"),
        "at": each.at,
        **look.clocks(each.mark.event_id),
    }


def _children_at_home(look: Look) -> Data | None:
    answer = look.state[ChildrenAtHome].current
    if answer is None:
        return None
    how = look.sight.said(answer.words)("how")
    return {"children": answer.children, "how": how, "by": answer.by, "at": answer.at}


def _judgement(look: Look, each: Judgement) -> Data:
    said = look.sight.said(each.words)
    return {
        "item": each.item,
        "judgement": said("judgement"),
        "rationale": said("rationale"),
        "forms": look.sight.listed(each.words, "forms"),
        "remark": said("remark"),
        "made_by": each.made_by,
        "consulted": each.consulted,
        "based_on": each.based_on,
        "about": each.about,
        "at": each.at,
    }


def _registrations(look: Look) -> list[Data]:
    of = look.state[Registrations].of
    known = look.state[People].all
    return [_registration(look, each) for person in known for each in of.get(person, {}).values()]


def _registration(look: Look, each: Held) -> Data:
    return {
        "person": each.person,
        "register": each.registration.register,
        "valid_from": each.registration.valid_from,
        "valid_until": each.registration.valid_until,
        "number": look.sight.said(each.number)("number"),
        "checked_on": each.checked_on,
    }
