"""Requests that leave nothing behind: refused acts, bodies that are none, looks, wrong tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any
from uuid import uuid4

from services.evaluations.api.incidents.schemas import ReportIncidentSchema
from services.notifications.api.act_schemas import InformPersonSchema
from services.plans.api.family.schemas import ChooseSafeContactSchema
from services.plans.api.plan.change_schemas import MakeAgreementSchema
from services.plans.api.plan.version_schemas import AdjustPlanSchema
from shared.access.role import Role
from shared.web.fields import Text
from shared.web.wire import ActSchema
from tests.integration.canary.stage import Stage

REFUSED = (409, 422)
# Who may look where a worker may not.
_ROLES = {
    "/interne-gebeurtenissen": Role.SERVICE,
    "/dossiers/{planId}/bewijsdossier": Role.INSPECTOR,
    "/dossiers/{planId}/inzage": Role.INSPECTOR,
}
# What cannot be asked without saying which moment.
_MOMENT = "2025-03-10T12:00:00Z"
_ASKED = {
    "/dossiers/{planId}/verschil": f"?vergelekenMetGeldigOp={_MOMENT}",
    "/dossiers/{planId}/waarom-anders": f"?geldigOp={_MOMENT}",
}


def refused(stage: Stage) -> int:
    """Acts that a rule forbids, every text filled; how many."""
    nobody = str(uuid4())
    tried = [
        stage.act(MakeAgreementSchema, wie=[nobody]),
        stage.act(ReportIncidentSchema, aanwezigeKinderen=[nobody]),
        stage.act(ChooseSafeContactSchema, persoonId=nobody, kanaal="brief"),
        stage.act(InformPersonSchema, persoonId=nobody, versie=1),
        stage.act(AdjustPlanSchema, oorzaak={"soort": "evaluatie"}, wijzigingen={}),
    ]
    for answer in tried:
        assert answer.status in REFUSED, answer.raw
    return len(tried)


def invalid(stage: Stage, schemas: Mapping[str, list[type[ActSchema]]]) -> int:
    """For every act a body with a word where none belongs; how many."""
    tried = 0
    for service, acts in schemas.items():
        for schema in acts:
            url = stage.town.by_name[service].base_path + _somewhere(schema.PATH, stage.plan_id)
            body = dict(_nonsense(stage, schema()))
            answer = stage.ask("POST", url, stage.allowed(schema), body)
            assert answer.status == 400, (schema.__name__, answer.raw)
            tried += 1
    return tried


def _nonsense(stage: Stage, schema: ActSchema) -> Iterator[tuple[str, Any]]:
    """A word for every field: where a text belongs too, but as a list of it."""
    for field in schema.load_fields.values():
        word = stage.words.new(f"invalid {type(schema).__name__}.{field.data_key}")
        yield str(field.data_key), [word] if isinstance(field, Text) else word
    yield stage.words.new("unknown key"), 1


def _somewhere(path: str, plan_id: str) -> str:
    """A path about something that is nowhere, in a plan that is."""
    names = [name for _, name, _, _ in Formatter().parse(path) if name]
    return path.format(**{name: str(uuid4()) for name in names} | {"planId": plan_id})


def strangers(stage: Stage) -> None:
    """Words in places of a request that nobody reads as text: token, path, query, headers."""
    new = stage.words.new
    url = f"/plannen/api/v1/dossiers/{stage.plan_id}/veiligheidsplan"
    assert stage.ask("GET", url, token=new("token")).status == 401
    assert stage.ask("GET", f"/plannen/api/v1/dossiers/{new('path')}/personen").status == 404
    assert stage.ask("GET", f"{url}?geldigOp={new('query')}").status == 400
    assert stage.ask("GET", url, If_Match=new("If-Match"), traceparent=new("trace")).status == 200
    words = {"User_Agent": new("User-Agent"), "Referer": new("Referer"), "Accept": new("Accept")}
    assert stage.ask("GET", url, **words).status in (200, 406)


def looks(stage: Stage, ids: Mapping[str, str]) -> int:
    """Every view of every service is read with a reason; how many were answered with 200."""
    answered = 0
    stage.town.sign_all()
    for service in stage.town.services:
        described = stage.ask("GET", f"{service.base_path}/openapi.json").body
        for path in (path for path, methods in described["paths"].items() if "get" in methods):
            reason = stage.words.new(f"reason {service.name} {path}")
            asked = path.format(planId=stage.plan_id, versie=1, **ids) + _ASKED.get(path, "")
            url = service.base_path + asked
            token = stage.token(_ROLES.get(path, Role.WORKER))
            answer = stage.ask("GET", url, token, X_Audit_Toelichting=reason)
            assert answer.status == 200, (url, answer.raw)
            answered += 1
    return answered
