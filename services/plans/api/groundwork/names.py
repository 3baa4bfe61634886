"""The Dutch wire names of the kinds in what a plan stands on."""

from __future__ import annotations

from services.plans.domain.groundwork.consultation import Followed
from services.plans.domain.groundwork.meldcode_steps import Step
from services.plans.domain.groundwork.reports import Authority
from services.plans.domain.groundwork.risk_assessment import Instrument, InstrumentPart
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
AUTHORITY = {Authority.VEILIG_THUIS: "veilig-thuis", Authority.RVDK: "rvdk"}
