"""New suspicions, registrations and judgements, on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.family import names as family_names
from services.plans.api.family.schemas import RegistrationSchema, people
from services.plans.domain.family.dossier import Ground
from services.plans.domain.groundwork.children_at_home import AnswerChildrenAtHome
from services.plans.domain.groundwork.judgement import RecordSafetyJudgement
from services.plans.domain.groundwork.registrations import RecordRegistration
from services.plans.domain.groundwork.suspicions import AddGround
from shared.web.fields import Day, Flag, Id, Listed, Text, WireEnum
from shared.web.wire import ActSchema


class AddGroundSchema(ActSchema):
    """Adding a ground to a dossier."""

    ACT = AddGround
    PATH = "/dossiers/{planId}/gronden"

    grounds = Listed(WireEnum(Ground, family_names.GROUND), 1, 4, data_key="gronden", required=True)
    explanation = Text(data_key="toelichting", required=True)
    suspicion_only = Flag(data_key="alleenVermoeden")


class RecordRegistrationSchema(ActSchema):
    """Recording a registration as the register says it."""

    ACT = RecordRegistration
    PATH = "/dossiers/{planId}/personen/{persoonId}/registraties"

    person = Id(data_key="persoonId", required=True)
    registration = fields.Nested(RegistrationSchema, data_key="registratie", required=True)
    number = Text(50, data_key="nummer", required=True)
    checked_on = Day(data_key="nagekekenOp", required=True)


class RecordSafetyJudgementSchema(ActSchema):
    """Recording a judgement of safety."""

    ACT = RecordSafetyJudgement
    PATH = "/dossiers/{planId}/beoordelingen"

    judgement = Text(data_key="oordeel", required=True)
    rationale = Text(data_key="onderbouwing", required=True)
    made_by = Id(data_key="beoordeeldDoor", required=True)
    consulted = people("geraadpleegd")
    based_on = Listed(Id(), data_key="risicotaxatieIds")
    about = people("overWie")
    forms = Listed(Text(200), most=50, data_key="vormen")
    remark = Text(data_key="opmerking")


class AnswerChildrenAtHomeSchema(ActSchema):
    """Answering whether there are children in the house."""

    ACT = AnswerChildrenAtHome
    PATH = "/dossiers/{planId}/kinderen-in-huis"

    children = Flag(data_key="kinderenInHuis", required=True)
    how = Text(data_key="hoeNagegaan", required=True)
    by = Id(data_key="door", required=True)
