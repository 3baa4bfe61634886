"""The fold never raises, whatever it gets in whatever order (design section 3)."""

from datetime import datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from services.notifications.domain import catalogue
from services.notifications.domain.attempts import (
    NoticeFailed,
    NoticeIntended,
    NoticeSent,
    NoticeWithdrawn,
)
from services.notifications.domain.bouncing import NoticeBounced
from services.notifications.domain.followed import (
    CaseLeadAssigned,
    ChangedFor,
    IncidentAssessed,
    IncidentReported,
    LeadAway,
    LeadCovered,
    PartyKind,
    PersonAdded,
    PlanActivated,
    PlanAdjusted,
    Unsafety,
    UnsafetyClassified,
)
from services.notifications.domain.holding_back import HeldBack, NoticeHeldBack
from services.notifications.domain.informings import Confirmation, Manner, PersonInformed
from services.notifications.domain.notices import Reason, Withdrawal
from services.notifications.domain.obligations import obligations
from services.notifications.domain.occasion import Occasion
from services.notifications.domain.retrying import RetryAsked
from services.notifications.domain.tasks import tasks
from services.notifications.domain.terms import OWN
from services.notifications.domain.withholding import InformingWithheld, WithholdingWords
from services.notifications.views.standing import Standing, standing
from shared.eventbase.event import Recorded, Stamp
from shared.eventbase.sealed import seal
from tests.unit.notifications.family import PLAN, at, uid

ids = st.integers(1, 3).map(uid)
numbers = st.integers(1, 3)
moments = st.integers(1, 28).map(lambda day: at(f"2025-03-{day:02} 09:00"))
occasions = st.one_of(
    st.builds(Occasion, version=numbers), st.builds(Occasion, incident=ids), st.just(Occasion())
)
changes = st.lists(st.builds(ChangedFor, ids, numbers), max_size=3).map(tuple)
events = st.one_of(
    st.builds(PersonAdded, ids, st.sampled_from(PartyKind)),
    st.builds(CaseLeadAssigned, ids),
    st.builds(LeadAway, ids, ids, moments.map(datetime.date)),
    st.builds(LeadCovered, ids, ids),
    st.builds(UnsafetyClassified, st.sampled_from(Unsafety)),
    st.builds(PlanActivated, numbers, changes),
    st.builds(PlanAdjusted, numbers, changes),
    st.builds(IncidentReported, ids),
    st.builds(IncidentAssessed, ids),
    st.builds(NoticeIntended, ids, ids, occasions, numbers),
    st.builds(NoticeSent, ids),
    st.builds(NoticeFailed, ids, st.sampled_from(Reason), st.none() | moments),
    st.builds(NoticeWithdrawn, ids, st.sampled_from(Withdrawal)),
    st.builds(NoticeHeldBack, ids, occasions, st.sampled_from(HeldBack)),
    st.builds(RetryAsked, ids),
    st.builds(NoticeBounced, ids),
    st.builds(
        PersonInformed,
        ids,
        st.just(seal(Confirmation("ja"))),
        ids,
        occasions,
        st.sampled_from(Manner),
    ),
    st.builds(
        InformingWithheld, ids, st.just(seal(WithholdingWords("nee"))), ids, numbers, ids, ids
    ),
)


def recorded(event: object, moment: object) -> Recorded:
    return Recorded(event, Stamp(UUID(int=1), PLAN, PLAN, 1, UUID(int=2), "x", "worker", moment))


@given(st.lists(st.builds(recorded, events, moments), max_size=25))
def test_any_events_in_any_order_give_a_state_from_which_everything_can_be_derived(history):
    """Design 3: total, and so is all that is derived from it."""
    state = catalogue.fold(PLAN, history)
    stands = [standing(state, due) for due in obligations(state, OWN)]
    assert all(isinstance(each, Standing) for each in stands)
    assert all(task.person is not None for task in tasks(state))


@given(st.lists(st.builds(recorded, events, moments), max_size=25))
def test_only_an_informing_or_a_decision_settles(history):
    """W8.4: whatever was sent, refused or held back, without those two all stays open."""
    settling = (PersonInformed, InformingWithheld)
    unsettled = [r for r in history if not isinstance(r.event, settling)]
    assert all(each.is_open for each in obligations(catalogue.fold(PLAN, unsettled), OWN))
