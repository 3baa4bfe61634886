"""The framework, strengths and deliberations, on the wire."""

from __future__ import annotations

from services.plans.api.family.schemas import people
from services.plans.api.picture import names
from services.plans.domain.picture.concerns import Ascertained
from services.plans.domain.picture.deliberations import HoldDeliberation
from services.plans.domain.picture.framework import Column, RecordFrameworkEntry
from services.plans.domain.picture.scale_questions import AnswerScaleQuestion, ScaleQuestion
from services.plans.domain.picture.strengths import RecordStrength
from shared.web.fields import Day, Flag, Id, Listed, Text, Whole, WireEnum
from shared.web.wire import ActSchema


class RecordFrameworkEntrySchema(ActSchema):
    """Putting something into the framework."""

    ACT = RecordFrameworkEntry
    PATH = "/dossiers/{planId}/raamwerk"

    column = WireEnum(Column, names.COLUMN, data_key="kolom", required=True)
    text = Text(data_key="tekst", required=True)
    source = Text(200, data_key="bron", required=True)
    on = Day(data_key="datum", required=True)
    ascertained = WireEnum(Ascertained, names.ASCERTAINED, data_key="aard", required=True)
    about = people("overWie")
    holder = Id(data_key="vanWie")
    quote = Text(data_key="letterlijk")
    origin = Id(data_key="beraadId")
    supersedes = Id(data_key="vervangt")


class RecordStrengthSchema(ActSchema):
    """Recording what works well."""

    ACT = RecordStrength
    PATH = "/dossiers/{planId}/krachten"

    what = Text(data_key="wat", required=True)
    source = Text(200, data_key="bron", required=True)
    ascertained = WireEnum(Ascertained, names.ASCERTAINED, data_key="aard", required=True)
    about = people("overWie")
    holder = Id(data_key="vanWie")
    on = Day(data_key="datum")
    quote = Text(data_key="letterlijk")


class HoldDeliberationSchema(ActSchema):
    """Recording a network deliberation."""

    ACT = HoldDeliberation
    PATH = "/dossiers/{planId}/beraden"

    participants = people("deelnemers", required=True)
    sufficient = Flag(data_key="voldoendeInKaart", required=True)
    missing = Listed(Text(), most=50, data_key="watOntbreekt")
    where = Text(200, data_key="plaats")
    remark = Text(data_key="opmerking")
    sitting_of = Id(data_key="zittingVan")


class AnswerScaleQuestionSchema(ActSchema):
    """What somebody answers to a scale question in a deliberation."""

    ACT = AnswerScaleQuestion
    PATH = "/dossiers/{planId}/beraden/{beraadId}/schaalvragen"

    deliberation = Id(data_key="beraadId", required=True)
    person = Id(data_key="persoonId", required=True)
    question = WireEnum(ScaleQuestion, names.QUESTION, data_key="vraag", required=True)
    value = Whole(data_key="waarde")
    declined = Flag(data_key="wilNietZeggen")
    why = Text(data_key="waarom")
    about_child = Id(data_key="overKind")
