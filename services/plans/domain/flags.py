"""Open points of a plan: accepted, but in sight until they are met (domain.md 1)."""

from __future__ import annotations

from datetime import datetime

from services.plans.domain.agreements import Agreements, Purpose
from services.plans.domain.bottom_lines import BottomLines
from services.plans.domain.case_lead import CaseLead
from services.plans.domain.concerns import Concerns
from services.plans.domain.consultation import Consultations
from services.plans.domain.dossier import Dossier
from services.plans.domain.earlier_plans import EarlierPlans
from services.plans.domain.meldcode import Meldcode
from services.plans.domain.pending import pending_items
from services.plans.domain.people import PartyKind, People
from services.plans.domain.reports import Reports
from services.plans.domain.risk_assessment import RiskAssessments
from services.plans.domain.schedule import Schedules
from services.plans.domain.sharing import Sharing
from services.plans.domain.support_plans import SupportPlans
from services.plans.domain.transparency import Message, Transparency
from services.plans.domain.unsafety import Classifications, Unsafety
from services.plans.domain.versions import Versions
from shared.eventbase.calendar import local_day
from shared.eventbase.rule import Broken, Flag, when
from shared.eventbase.state import State


def _unprotected(state: State, at: datetime) -> list[str]:
    current = state[Classifications].current
    if current is None or not current.kind.is_acute:
        return []
    safe = [a for a in state[Agreements].standing if a.purpose is Purpose.DIRECT_SAFETY]
    protected = {p for a in safe if a.in_force_on(local_day(at)) for p in a.for_people}
    return [str(person) for person in current.endangered if person not in protected]


def _untold(state: State, at: datetime) -> list[str]:
    if state[Classifications].current is None or state[Meldcode].is_decided:
        return []
    return _messages_owed(state)


def _messages_owed(state: State) -> list[str]:
    family = [p.person for p in state[People].all.values() if p.kind is PartyKind.FAMILY]
    given = state[Transparency].given
    return [
        f"{message.value} aan {person}"
        for person in family
        for message in Message
        if message not in given.get(person, ())
    ]


def _undecided(state: State, at: datetime) -> tuple[str, ...]:
    told = state[Transparency].given and not _messages_owed(state)
    return when(state[Dossier].item and not state[Meldcode].is_decided and not told)


def _against_the_norm(state: State, at: datetime) -> tuple[str, ...]:
    decision = state[Meldcode].decision
    weighing = decision.weighing if decision is not None else None
    return when(decision and not decision.report and weighing and weighing.norm_is_to_report)


def _unsure(state: State, at: datetime) -> tuple[str, ...]:
    current = state[Classifications].current
    unsafe = current is not None and current.kind is not Unsafety.NONE_FOUND
    return when(unsafe and not state[Reports].all)


def _in_force(state: State) -> bool:
    return state[Versions].current is not None


def _unshared(state: State, at: datetime) -> list[str]:
    told = state[Sharing].told
    return [str(concern) for concern in state[Concerns].all if concern not in told]


FLAGS = (
    Flag(
        "geen-casusregisseur",
        "W7.2",
        "Er is geen casusregisseur.",
        lambda s, at: when(not s[CaseLead].person),
    ),
    Flag(
        "geen-collega-geraadpleegd",
        "W1.1",
        "Er is nog geen andere bevoegde collega geraadpleegd.",
        lambda s, at: when(s[Dossier].item and not s[Consultations].all),
    ),
    Flag(
        "geen-risicotaxatie",
        "W1.2",
        "Beoordeling zonder risicotaxatie.",
        lambda s, at: when(s[Classifications].all and not s[RiskAssessments].all),
    ),
    Flag(
        "eerder-plan-niet-nagegaan",
        "W4.3",
        "Niet nagegaan of er een eerder veiligheidsplan is.",
        lambda s, at: when(_in_force(s) and not s[EarlierPlans].checks),
    ),
    Flag(
        "ondersteuningsplan-vermeldt-niet",
        "W4.1",
        "Het ondersteuningsplan vermeldt het veiligheidsplan nog niet.",
        lambda s, at: when(s[SupportPlans].unconfirmed),
    ),
    Flag("zorg-niet-gedeeld", "S2.1", "Zorg {} is nog met niemand gedeeld.", _unshared),
    Flag("meldcode-open", "W2.1", "Meldcode of boodschap 2a/2b.", _undecided),
    Flag(
        "niet-gemeld-tegen-norm",
        "W2.1",
        "Volgens de vijf vragen is melden de norm, en er is besloten niet te melden.",
        _against_the_norm,
    ),
    Flag("boodschap-open", "W2.2", "Boodschap {} is nog niet gegeven.", _untold),
    Flag("geen-melding", "R08", "Acute of structurele onveiligheid is nog niet gemeld.", _unsure),
    Flag("onbeschermd", "W3.2", "Geen directe veiligheidsafspraak voor {}.", _unprotected),
    Flag(
        "geen-bodemeis",
        "W0.8",
        "Het plan heeft nog geen bodemeisen.",
        lambda s, at: when(_in_force(s) and not s[BottomLines].standing),
    ),
    Flag(
        "geen-evaluatieritme",
        "W8.2",
        "Er is nog geen evaluatieritme afgesproken.",
        lambda s, at: when(_in_force(s) and s[Schedules].current is None),
    ),
    Flag(
        "afspraak-zonder-consequentie",
        "S6.6",
        "Bij een afspraak staat niet wat er gebeurt als het niet lukt: {}.",
        lambda s, at: [str(a.item) for a in s[Agreements].standing if not a.has_consequence],
    ),
    Flag(
        "nog-niet-in-versie",
        "W8.3",
        "Onderdeel {} staat nog in geen versie. Stel het plan bij.",
        lambda s, at: [str(item) for item in pending_items(s)] if _in_force(s) else [],
    ),
)


def open_points(state: State, at: datetime) -> list[Broken]:
    """Everything that is still open in this plan at V."""
    return [point for flag in FLAGS for point in flag.raised(state, at)]
