"""The Dutch wire names of the kinds in the course of a case."""

from __future__ import annotations

from services.plans.domain.course.complicating_factors import Effect
from services.plans.domain.course.escalation import WayForward
from services.plans.domain.course.factors import Trend
from services.plans.domain.course.follow_up import Occasion
from services.plans.domain.course.helping import HelpStatus
from services.plans.domain.course.phases import Phase
from services.plans.domain.course.placing import PlacedIn
from services.plans.domain.course.recovery import Need
from services.plans.domain.course.transfer import TransferStatus

PHASE = {
    Phase.DIRECT_SAFETY: "directe-veiligheid",
    Phase.STABILITY: "stabiliteit",
    Phase.RECOVERY: "herstel",
}
PLACED_IN = {
    PlacedIn.SAFETY_PLAN: "veiligheidsplan",
    PlacedIn.SUPPORT_PLAN: "ondersteuningsplan",
}
EFFECT = {Effect.CREATES: "ontstaan", Effect.MAINTAINS: "in-stand-houden", Effect.BOTH: "beide"}
TREND = {
    Trend.SMALLER: "kleiner",
    Trend.SAME: "gelijk",
    Trend.LARGER: "groter",
    Trend.GONE: "speelt-niet-meer",
}
NEED = {Need.YES: "ja", Need.NO: "nee", Need.UNKNOWN: "onbekend"}
HELP = {
    HelpStatus.WANTED: "gewenst",
    HelpStatus.REFERRED: "aangemeld",
    HelpStatus.WAITING: "wachtlijst",
    HelpStatus.STARTED: "begonnen",
    HelpStatus.COMPLETED: "afgerond",
    HelpStatus.REFUSED: "geweigerd",
}
WAY_FORWARD = {
    WayForward.CONTINUE_VOLUNTARY: "vrijwillig-verder",
    WayForward.REPORT_VT: "melden-veilig-thuis",
    WayForward.REQUEST_RVDK: "verzoek-raad",
    WayForward.JB_TABLE: "jeugdbeschermingstafel",
    WayForward.OTHER: "anders",
}
OCCASION = {
    Occasion.THREE_MONTHS: "drie-maanden",
    Occasion.SIX_MONTHS: "zes-maanden",
    Occasion.OTHER: "tussendoor",
}
TRANSFER = {
    TransferStatus.OFFERED: "aangeboden",
    TransferStatus.ACKNOWLEDGED: "overgenomen",
    TransferStatus.DECLINED: "geweigerd",
}
