"""Tasks, what is taken over, and coordination, on the wire."""

from __future__ import annotations

from services.plans.api.family.schemas import people
from services.plans.domain.plan.promises import AnswerAgreement
from services.plans.domain.together.assigning import AnswerTask, AssignTask, EndTask
from services.plans.domain.together.coordination import RecordCoordination
from services.plans.domain.together.takeovers import ReturnTask, TakeOverTask
from shared.web.fields import Day, Flag, Id, Text
from shared.web.wire import ActSchema

_TASKS = "/dossiers/{planId}/taken"
_TAKEOVERS = "/dossiers/{planId}/overgenomen-taken"


class AssignTaskSchema(ActSchema):
    """Asking somebody to do something for an agreement."""

    ACT = AssignTask
    PATH = _TASKS

    agreement = Id(data_key="afspraakId", required=True)
    party = Id(data_key="partij", required=True)
    task = Text(data_key="taak", required=True)
    valid_from = Day(data_key="geldigVanaf", required=True)
    valid_until = Day(data_key="geldigTot")
    shared_with = people("gedeeldMet")
    hidden_from = people("verborgenVoor")


class AnswerTaskSchema(ActSchema):
    """What the party says to a task."""

    ACT = AnswerTask
    PATH = f"{_TASKS}/{{taakId}}/antwoorden"

    task = Id(data_key="taakId", required=True)
    accepted = Flag(data_key="akkoord", required=True)
    reason = Text(data_key="reden")


class EndTaskSchema(ActSchema):
    """Asking a task no longer."""

    ACT = EndTask
    PATH = f"{_TASKS}/{{taakId}}/beeindigingen"

    task = Id(data_key="taakId", required=True)
    reason = Text(data_key="reden", required=True)


class AnswerAgreementSchema(ActSchema):
    """What whoever keeps an agreement says to it."""

    ACT = AnswerAgreement
    PATH = "/dossiers/{planId}/afspraken/{afspraakId}/antwoorden"

    agreement = Id(data_key="afspraakId", required=True)
    accepted = Flag(data_key="akkoord", required=True)
    person = Id(data_key="persoonId")
    reason = Text(data_key="reden")


class TakeOverTaskSchema(ActSchema):
    """Taking a task over from somebody."""

    ACT = TakeOverTask
    PATH = _TAKEOVERS

    task = Text(data_key="taak", required=True)
    from_person = Id(data_key="van", required=True)
    by = Id(data_key="door", required=True)
    first_day = Day(data_key="eersteDag", required=True)
    last_day = Day(data_key="laatsteDag")
    shared_with = people("gedeeldMet")
    hidden_from = people("verborgenVoor")


class ReturnTaskSchema(ActSchema):
    """Giving a task back."""

    ACT = ReturnTask
    PATH = f"{_TAKEOVERS}/{{overnameId}}/teruggaven"

    takeover = Id(data_key="overnameId", required=True)
    how = Text(data_key="hoe")


class RecordCoordinationSchema(ActSchema):
    """Agreeing who keeps it all aligned."""

    ACT = RecordCoordination
    PATH = "/dossiers/{planId}/afstemmingen"

    coordinator = Id(data_key="wieStemtAf", required=True)
    contact_moments = Text(data_key="contactmomenten", required=True)
    backup = Id(data_key="achtervang")
    participants = people("deelnemers")
    hidden_from = people("verborgenVoor")
