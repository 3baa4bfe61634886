"""What can change in a plan, on the wire: bottom lines, agreements and the evaluation rhythm."""

from __future__ import annotations

from services.plans.api.family.schemas import people
from services.plans.api.plan import names
from services.plans.domain.plan.agreeing import ChangeAgreement, EndAgreement, MakeAgreement
from services.plans.domain.plan.agreements import Purpose
from services.plans.domain.plan.bottom_lines import SetBottomLine, SetBy, WithdrawBottomLine
from services.plans.domain.plan.revising import ReviseBottomLine
from services.plans.domain.plan.schedule import AgreeEvaluationSchedule
from shared.web.fields import Day, Id, Text, Whole, WireEnum
from shared.web.wire import ActSchema

_ONE_AGREEMENT = "/dossiers/{planId}/afspraken/{afspraakId}"


class SetBottomLineSchema(ActSchema):
    """Setting a bottom line."""

    ACT = SetBottomLine
    PATH = "/dossiers/{planId}/bodemeisen"

    text = Text(data_key="tekst", required=True)
    for_people = people("voorWie", least=1, required=True)
    set_by = WireEnum(SetBy, names.SET_BY, data_key="gesteldDoor")
    reason = Text(data_key="reden")
    measurable_by = Text(data_key="meetbaarAan")
    hidden_from = people("verborgenVoor")
    concerns = people("zorgen")
    due_by = Day(data_key="uiterlijk")


class ReviseBottomLineSchema(ActSchema):
    """Giving a bottom line other content."""

    ACT = ReviseBottomLine
    PATH = "/dossiers/{planId}/bodemeisen/{bodemeisId}/wijzigingen"

    item = Id(data_key="bodemeisId", required=True)
    text = Text(data_key="tekst", required=True)
    reason = Text(data_key="reden", required=True)
    for_people = people("voorWie", least=1, required=True)
    measurable_by = Text(data_key="meetbaarAan")
    concerns = people("zorgen")
    hidden_from = people("verborgenVoor")


class WithdrawBottomLineSchema(ActSchema):
    """Withdrawing a bottom line."""

    ACT = WithdrawBottomLine
    PATH = "/dossiers/{planId}/bodemeisen/{bodemeisId}/intrekkingen"

    item = Id(data_key="bodemeisId", required=True)
    reason = Text(data_key="reden", required=True)


class _AgreementSchema(ActSchema):
    """The content of an agreement, whole."""

    what = Text(data_key="wat", required=True)
    responsible = people("wie", required=True)
    purpose = WireEnum(Purpose, names.PURPOSE, data_key="doel", required=True)
    valid_from = Day(data_key="geldigVanaf", required=True)
    valid_until = Day(data_key="geldigTot")
    if_kept = Text(data_key="alsHetLukt")
    if_not_kept = Text(data_key="alsHetNietLukt")
    for_people = people("voorWie")
    shared_with = people("gedeeldMet")
    based_on = people("gebaseerdOp")
    bottom_lines = people("bodemeisen")
    risk_statements = people("risicoUitspraken")
    hidden_from = people("verborgenVoor")


class MakeAgreementSchema(_AgreementSchema):
    """Making an agreement."""

    ACT = MakeAgreement
    PATH = "/dossiers/{planId}/afspraken"


class ChangeAgreementSchema(_AgreementSchema):
    """Giving an agreement other content."""

    ACT = ChangeAgreement
    PATH = f"{_ONE_AGREEMENT}/wijzigingen"

    item = Id(data_key="afspraakId", required=True)


class EndAgreementSchema(ActSchema):
    """Ending an agreement before its time."""

    ACT = EndAgreement
    PATH = f"{_ONE_AGREEMENT}/beeindigingen"

    item = Id(data_key="afspraakId", required=True)
    reason = Text(data_key="reden", required=True)


class AgreeEvaluationScheduleSchema(ActSchema):
    """Agreeing on the rhythm of evaluation."""

    ACT = AgreeEvaluationSchedule
    PATH = "/dossiers/{planId}/evaluatieritme"

    first_on = Day(data_key="eersteDatum", required=True)
    every_weeks = Whole(1, 52, data_key="aantalWeken", required=True)
    manner = Text(data_key="wijze", required=True)
    where = Text(200, data_key="plaats")
    participants = people("deelnemers")
