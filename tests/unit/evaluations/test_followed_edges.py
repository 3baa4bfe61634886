"""What is followed of the plan, at the exact edges: which version, which day, and for whom."""

from __future__ import annotations

from datetime import date

import msgspec

from services.evaluations.domain import catalogue
from services.evaluations.domain.followed.course_events import (
    HelpMoved,
    HelpStatus,
    RiskFactorFound,
)
from services.evaluations.domain.followed.events import (
    LeadAssigned,
    PersonJoined,
    PlanEnded,
)
from services.evaluations.domain.followed.people import People
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.values import (
    Cause,
    CauseKind,
    ItemKind,
    PartyKind,
    PlanItem,
)
from services.evaluations.domain.followed.working_on import Factors, Help
from services.evaluations.domain.incidents.reporting import ReportIncident
from shared.eventbase.reach import Reaches
from tests.unit.evaluations.case import (
    A1,
    ELS,
    FATMA,
    MIRJAM,
    at,
    family,
    person,
    uid,
    version,
)
from tests.unit.evaluations.course_history import HELP, RISK


def test_what_is_followed_of_the_plan_is_known() -> None:
    """W7.2, W0.1: who leads, and since when there is a dossier."""
    case = family()
    case.follow(LeadAssigned(FATMA), "2025-03-11 09:00")
    plan = case.state()[Plan]
    assert plan.case_lead == FATMA
    assert plan.opened is not None
    assert plan.opened.at == at("2025-03-10 09:10")
    assert plan.opened.event_id == case.history[0].stamp.event_id


def test_the_plan_begins_with_its_first_version_and_ends_with_its_end() -> None:
    """W3.1, W0.6: each by the event that made it so."""
    case = family()
    case.follow(version(2), "2025-03-11 10:00")
    end = case.follow(PlanEnded(), "2025-03-12 10:00")
    plan = case.state()[Plan]
    assert plan.first is not None and plan.first.made.version == 1
    assert plan.ended is not None and plan.ended.event_id == end


def test_an_item_is_as_it_stood_in_the_version_that_held() -> None:
    """W8.1: from the moment of that version on; before the first, as it first stood."""
    case = family()
    for number, until in ((2, date(2025, 5, 1)), (3, date(2025, 6, 1))):
        item = PlanItem(uid(77), ItemKind.AGREEMENT, None, until)
        case.follow(version(number, items=(item,)), f"2025-03-2{number} 10:00")
    plan = case.state()[Plan]
    moments = ("2025-03-11 10:00", "2025-03-22 10:00", "2025-03-23 09:59", "2025-03-23 10:00")
    found = [plan.item_at(uid(77), at(each)) for each in moments]
    ends = [each.valid_until.month for each in found if each and each.valid_until]
    assert ends == [5, 5, 5, 6]


def test_the_first_version_that_names_a_cause_settles_it() -> None:
    """W8.3: a later one that names it too came too late to matter."""
    case = family()
    cause = Cause(CauseKind.INCIDENT, uid(66))
    case.follow(version(3, cause), "2025-03-23 10:00")
    case.follow(version(2, cause), "2025-03-22 10:00")
    found = case.state()[Plan].caused_by(uid(66))
    assert found is not None
    assert found.made.version == 2


def test_an_item_holds_on_its_first_and_its_last_day() -> None:
    """S6.6: both inclusive."""
    item = PlanItem(A1, ItemKind.AGREEMENT, date(2025, 3, 2), date(2025, 3, 4))
    days = [date(2025, 3, n) for n in range(1, 6)]
    assert [item.in_force_on(day) for day in days] == [False, True, True, True, False]


def test_who_is_hidden_from_somebody_is_unknown_to_them() -> None:
    """Design 6: they cannot be named by them, and are their own."""
    case = family()
    case.follow(PersonJoined(uid(88), PartyKind.NETWORK, (ELS,)), "2025-03-11 09:00")
    reach = case.state()[Reaches].of[uid(88)]
    assert (reach.concerns, reach.hidden_from) == ({uid(88)}, {ELS})
    assert uid(88) in case.state()[People].all
    naming = ReportIncident(what="x", children_present=(uid(88),))
    assert "persoon-onbekend" in case.refused(naming, actor=person(ELS))
    case.do(naming, actor=person(MIRJAM))


def test_a_version_is_told_as_what_it_is() -> None:
    """T4: adjusted, or confirmed as it is."""
    made = version(2)
    tell = catalogue.sentences[type(made)]
    unchanged = msgspec.structs.replace(made, unchanged=True)
    assert "bijgesteld" in tell(made, None)
    assert "ongewijzigd bevestigd" in tell(unchanged, None)


def test_help_that_is_waited_for_and_a_factor_are_known_since_they_were() -> None:
    """W6.3, W5.2, design 2: whatever order it came in."""
    case = family()
    case.follow(RiskFactorFound(RISK), "2025-03-11 10:00")
    for status, day in (
        (HelpStatus.WAITING, 12),
        (HelpStatus.STARTED, 13),
        (HelpStatus.WAITING, 14),
    ):
        case.follow(HelpMoved(HELP, status), f"2025-03-{day} 10:00")
    state = case.backwards()
    assert state[Help].waiting == {HELP: at("2025-03-14 10:00")}
    assert [factor.since for factor in state[Factors].present] == [at("2025-03-11 10:00")]
