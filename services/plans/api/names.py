"""The Dutch wire names of what the plans service counts in kinds."""

from __future__ import annotations

import enum
from typing import TypeVar

from services.plans.domain.agreements import Purpose
from services.plans.domain.bottom_lines import SetBy
from services.plans.domain.closing import GoodEnough
from services.plans.domain.concerns import Ascertained
from services.plans.domain.consultation import Followed
from services.plans.domain.dossier import Ground
from services.plans.domain.meldcode import Step
from services.plans.domain.people import PartyKind, Register
from services.plans.domain.reports import Authority
from services.plans.domain.risk_assessment import Instrument, InstrumentPart
from services.plans.domain.safe_contact import Channel
from services.plans.domain.transparency import Manner, Message
from services.plans.domain.unsafety import Unsafety
from services.plans.domain.versions import CauseKind, Path
from services.plans.views.plan import PlanStatus

M = TypeVar("M", bound=enum.Enum)

GROUND = {
    Ground.UNSAFE_SITUATION: "onveilige-situatie",
    Ground.DEVELOPMENT_THREATENED: "ontwikkeling-bedreigd",
    Ground.ABUSE_VICTIM: "slachtoffer-mishandeling",
    Ground.ADULT_DOMESTIC_VIOLENCE: "huiselijk-geweld-volwassenen",
}
PARTY = {
    PartyKind.FAMILY: "gezin",
    PartyKind.NETWORK: "netwerk",
    PartyKind.PROFESSIONAL: "beroepskracht",
    PartyKind.AGENCY: "instantie",
}
REGISTER = {Register.SKJ: "skj", Register.BEHAVIOURAL_SCIENTIST: "gedragswetenschapper"}
CHANNEL = {
    Channel.EMAIL: "e-mail",
    Channel.PHONE: "telefoon",
    Channel.IN_PERSON: "persoonlijk",
    Channel.LETTER: "brief",
}
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
ASCERTAINED = {Ascertained.FACT: "feit", Ascertained.OPINION: "mening"}
SET_BY = {SetBy.TEAM: "team", SetBy.VEILIG_THUIS: "veilig-thuis"}
PURPOSE = {
    Purpose.DIRECT_SAFETY: "directe-veiligheid",
    Purpose.STABILITY: "stabiliteit",
    Purpose.RECOVERY: "herstel",
}
PATH = {Path.ACUTE: "acuut", Path.REGULAR: "regulier"}
CAUSE = {
    CauseKind.ACTIVATION: "vaststelling",
    CauseKind.EVALUATION: "evaluatie",
    CauseKind.INCIDENT: "voorval",
    CauseKind.BREACH: "niet-nakomen",
    CauseKind.REQUEST: "verzoek",
}
GOOD_ENOUGH = {
    GoodEnough.MET: "bereikt",
    GoodEnough.PARTLY: "deels-bereikt",
    GoodEnough.NOT_MET: "niet-bereikt",
}
STATUS = {
    PlanStatus.NONE_YET: "nog geen plan",
    PlanStatus.IN_FORCE: "van kracht",
    PlanStatus.CLOSED: "afgesloten",
}
