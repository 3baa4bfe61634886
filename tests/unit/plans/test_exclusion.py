"""What keeping somebody out of the deliberation does, and what it does not (decision 19)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.network.attendance import AdmitToDeliberation, ExcludeFromDeliberation
from services.plans.domain.network.inviting import Invitations
from services.plans.domain.network.relations import RelationKind, Relations
from services.plans.domain.plan.promises import AnswerAgreement
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family
from tests.unit.plans.case import LATE, at
from tests.unit.plans.network_acts import admit, exclude, invite, relate, related
from tests.unit.plans.test_tasks import as_person

Decision = ExcludeFromDeliberation | AdmitToDeliberation


def on(act: Decision, moment: str) -> Decision:
    """The same decision, taken at another moment."""
    return msgspec.structs.replace(act, effective_at=at(moment))


def shown(family: Family, reader: UUID, valid: datetime = LATE) -> bool:
    """Whether anything of the network is shown to somebody, now or as it was."""
    state, now = family.case.state(valid), family.case.state()[Reaches].of
    return any(now[share].includes(reader) for share in state[Relations].read_by(reader))


def test_what_was_shown_is_hidden_at_once_and_at_every_moment() -> None:
    """S5.2 Accept, decision 19: no data, whatever moment is asked for."""
    family = Family()
    related(family.case, relate(family.mirjam, RelationKind.FRIEND, family.fatma, family.els))
    before = family.case.now
    assert shown(family, family.els)
    family.case.do(exclude(family.els, family.fatma))
    assert not shown(family, family.els)
    assert not shown(family, family.els, before)
    family.case.do(admit(family.els, family.fatma))
    assert shown(family, family.els)


def test_nothing_is_shared_with_whoever_is_kept_out() -> None:
    """S5.2 Accept: no data from then on either."""
    family = Family()
    family.case.do(exclude(family.els, family.fatma))
    relation = relate(family.mirjam, RelationKind.FRIEND, family.fatma, family.els)
    assert family.case.refused(relation) == {"relatie-delen-met-uitgeslotene"}


def test_an_agreement_of_whoever_is_kept_out_stays_theirs() -> None:
    """Decision 19: excluding withholds no plan; that is a decision of its own."""
    family = Family()
    item = family.in_force()
    family.case.do(exclude(family.stefan, family.fatma))
    assert family.case.state()[Reaches].of[item].includes(family.stefan)
    answer = AnswerAgreement(agreement=item, accepted=True)
    assert family.case.refused(answer, actor=as_person(family.stefan)) == set()


def test_an_invitation_of_before_the_decision_is_recorded_and_asks_to_be_taken_back() -> None:
    """S5.2: what happened can be told later; what may not happen is refused."""
    family = Family()
    family.case.do(exclude(family.els, family.fatma), "2025-03-12 09:00")
    family.case.now = at("2025-03-14 09:00")
    for moment, rules in (("11", set()), ("13", {"uitgesloten-van-beraad"})):
        asked = invite(family.els, family.fatma, effective_at=at(f"2025-03-{moment} 09:00"))
        assert family.case.refused(asked) == rules
    assert set(family.case.state()[Invitations].of) == {family.els}
    assert "uitgenodigd-en-uitgesloten" in family.case.flags()


def test_who_was_let_in_between_two_decisions_was_invited_then() -> None:
    """Decision 19: every decision counts from when it was taken to the next."""
    family = Family()
    family.case.do(exclude(family.els, family.fatma), "2025-03-12 09:00")
    family.case.do(admit(family.els, family.fatma), "2025-03-13 09:00")
    family.case.do(exclude(family.els, family.fatma), "2025-03-14 09:00")
    family.case.now = at("2025-03-15 09:00")
    for moment, rules in (("12", {"uitgesloten-van-beraad"}), ("13", set())):
        asked = invite(family.els, family.fatma, effective_at=at(f"2025-03-{moment} 10:00"))
        assert family.case.refused(asked) == rules


def test_a_decision_is_not_dated_before_the_last_one_about_the_same_person() -> None:
    """S5.2, W8.3: it would be recorded, and keep nobody out."""
    family = Family()
    family.case.do(exclude(family.els, family.fatma), "2025-03-12 09:00")
    early = on(admit(family.els, family.fatma), "2025-03-11 09:00")
    assert family.case.refused(early, "2025-03-13 09:00") == {"deelname-voor-vorige"}
    family.case.do(admit(family.els, family.fatma), "2025-03-14 09:00")
    again = on(exclude(family.els, family.fatma), "2025-03-13 09:00")
    assert family.case.refused(again, "2025-03-15 09:00") == {"deelname-voor-vorige"}
    other = on(exclude(family.stefan, family.fatma), "2025-03-11 09:00")
    assert family.case.refused(other, "2025-03-15 10:00") == set()
    since = on(exclude(family.els, family.fatma), "2025-03-14 10:00")
    assert family.case.refused(since, "2025-03-15 11:00") == set()
