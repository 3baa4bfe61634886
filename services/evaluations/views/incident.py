"""One incident with how it was judged, and the list of incidents (W9.1)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.incidents.incidents import Incident, Incidents
from services.evaluations.domain.incidents.triage import Assessed, Triage
from services.evaluations.views.looking import Data, PlanLook
from shared.web.refusals import NotFound


def incidents_view(look: PlanLook) -> Data:
    """The incidents that this audience may know of, in the order in which they happened."""
    known = look.state[Incidents].all.values()
    seen = [incident for incident in known if look.sight.sees(incident.event.incident)]
    ordered = sorted(seen, key=lambda incident: incident.at)
    return {"incidents": [_incident(look, incident) for incident in ordered]}


def incident_view(look: PlanLook, incident_id: UUID, revision: str) -> Data:
    """One incident; NotFound when there was none then, or none for this audience."""
    incident = look.state[Incidents].all.get(incident_id)
    if incident is None or not look.sight.sees(incident_id):
        raise NotFound
    whole = {"revision": revision} if look.sight.full else {}
    return _incident(look, incident) | whole


def _incident(look: PlanLook, incident: Incident) -> Data:
    event, said = incident.event, look.sight.said(incident.event.words)
    told: Data = {
        "incident": event.incident,
        "what": said("what"),
        "where": said("where"),
        "reporter": event.reporter,
        "children_present": _children(look, incident),
        "safety_worsened": event.safety_worsened,
        "happened_at": incident.at,
        "recorded_at": incident.recorded_at,
    }
    return told | (_whole(look, incident) if look.sight.full else {})


def _children(look: PlanLook, incident: Incident) -> list[UUID]:
    # What somebody typed in with their own token is no secret to them.
    if look.person is not None and incident.typed_by == look.person:
        return list(incident.event.children_present)
    return [c for c in incident.event.children_present if look.sight.knows(c)]


def _whole(look: PlanLook, incident: Incident) -> Data:
    key = incident.event.incident
    return {
        "reporter_description": look.sight.said(incident.event.words)("reporter_description"),
        **look.clocks(incident.event_id),
        "heard_at": incident.heard_at,
        "recorded_by": incident.recorded_by,
        "hidden_from": look.hidden_from(key),
        "event_id": incident.event_id,
        "assessments": [_judged(look, each) for each in look.state[Triage].of.get(key, [])],
    }


def _judged(look: PlanLook, assessed: Assessed) -> Data:
    said = look.sight.said(assessed.event.words)
    return {
        "assessment": assessed.event.assessment,
        "severity": assessed.event.severity,
        "classification": said("classification"),
        "action": said("action"),
        "judged_at": assessed.mark.at,
    }
