"""The Dutch wire names of the kinds in what a plan stands on."""

from __future__ import annotations

from services.plans.domain.groundwork.consultation import Followed
from services.plans.domain.groundwork.measures import MeasureKind
from services.plans.domain.groundwork.meldcode_steps import Step
from services.plans.domain.groundwork.messages_withheld import Why
from services.plans.domain.groundwork.outside_sharing import Basis
from services.plans.domain.groundwork.partner_answers import AnswerKind
from services.plans.domain.groundwork.progress import Task
from services.plans.domain.groundwork.reports import Authority
from services.plans.domain.groundwork.risk_assessment import Instrument, InstrumentPart
from services.plans.domain.groundwork.risk_care import Place
from services.plans.domain.groundwork.transparency import Manner, Message
from services.plans.domain.groundwork.unsafety import Unsafety

UNSAFETY = {
    Unsafety.ACUTE: "acuut",
    Unsafety.STRUCTURAL: "structureel",
    Unsafety.BOTH: "acuut-en-structureel",
    Unsafety.NONE_FOUND: "niet-gevonden",
}
FOLLOWED = {Followed.YES: "ja", Followed.PARTLY: "deels", Followed.NO: "nee"}
INSTRUMENT = {Instrument.ARIJ: "arij", Instrument.LIRIK: "lirik", Instrument.OTHER: "anders"}
PART = {
    InstrumentPart.SAFETY: "veiligheid",
    InstrumentPart.RISK: "risico",
    InstrumentPart.WHOLE: "geheel",
}
STEP = {
    Step.SIGNALS: "signalen",
    Step.CONSULTATION: "overleg",
    Step.CONVERSATION: "gesprek",
    Step.WEIGHING: "wegen",
    Step.DECISION: "beslissen",
}
MESSAGE = {Message.TOGETHER_2A: "2a", Message.MAY_REPORT_2B: "2b"}
MANNER = {Manner.IN_PERSON: "persoonlijk", Manner.PHONE: "telefoon", Manner.LETTER: "brief"}
WHY = {Why.DANGER: "gevaar", Why.UNREACHABLE: "onbereikbaar", Why.OTHER: "anders"}
ANSWER = {
    AnswerKind.NONE_YET: "nog-geen-antwoord",
    AnswerKind.TAKEN_UP: "onderzoek-volgt",
    AnswerKind.NOT_TAKEN_UP: "geen-onderzoek",
    AnswerKind.HANDED_OVER: "overgedragen",
    AnswerKind.FINISHED: "onderzoek-klaar",
}
PLACE = {Place.SAFETY_PLAN: "veiligheidsplan", Place.SUPPORT_PLAN: "ondersteuningsplan"}
MEASURE = {
    MeasureKind.RESTRAINING_ORDER: "tijdelijk-huisverbod",
    MeasureKind.PROVISIONAL_SUPERVISION: "voorlopige-ondertoezichtstelling",
    MeasureKind.SUPERVISION_ORDER: "ondertoezichtstelling",
}
BASIS = {
    Basis.CONSENT: "toestemming",
    Basis.LEGAL_DUTY: "wettelijke-plicht",
    Basis.CONFLICT_OF_DUTIES: "conflict-van-plichten",
}
TASK = {
    Task.MAPPED: "situatie-in-kaart",
    Task.DISCUSSED: "besproken",
    Task.AGREED: "afspraken-gemaakt",
}
AUTHORITY = {Authority.VEILIG_THUIS: "veilig-thuis", Authority.RVDK: "rvdk"}
