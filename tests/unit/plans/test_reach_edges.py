"""Whom what is said in passing reaches: answers, relations, exceptions, take-overs (design 6)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from services.plans.domain import catalogue
from services.plans.domain.family.case_lead import AssignCaseLead
from services.plans.domain.network.relations import RelationKind
from services.plans.domain.picture.exceptions import RecordException
from services.plans.domain.together.assigning import AnswerTask, AssignTask, EndTask
from services.plans.domain.together.coordination import RecordCoordination
from services.plans.domain.together.cover import AnnounceAbsence
from services.plans.domain.together.takeovers import TakeOverTask
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import MARCH_10, Family, add, agree
from tests.unit.plans.case import PLAN
from tests.unit.plans.network_acts import relate


def secret(family: Family) -> UUID:
    """Truus, who is hidden from Stefan."""
    return family.case.item(add("Truus", hidden_from=(family.stefan,)))


def test_an_answer_to_a_task_is_hidden_from_whom_the_task_is() -> None:
    """W7.1: and of whoever gave it."""
    family = Family()
    agreement = family.case.item(agree(family.mirjam))
    asked = AssignTask(
        agreement=agreement,
        party=family.els,
        task="Ophalen",
        valid_from=MARCH_10,
        hidden_from=(family.stefan,),
    )
    task = family.case.item(asked)
    [answered] = family.case.do(AnswerTask(task=task, accepted=True))
    reach = family.case.state()[Reaches].of[answered.item]
    assert (reach.concerns, reach.hidden_from) == ({family.els}, {family.stefan})


def test_a_task_that_ended_is_settled_then_and_not_before_it_was_asked() -> None:
    """W7.1: by the event that ended it."""
    family = Family()
    agreement = family.case.item(agree(family.mirjam))
    asked = AssignTask(agreement=agreement, party=family.els, task="Ophalen", valid_from=MARCH_10)
    task = family.case.item(asked)
    early = EndTask(task=task, reason="x", effective_at=family.case.now - timedelta(seconds=1))
    assert family.case.refused(early) == {"taak-voor-begin"}
    [ended] = family.case.do(EndTask(task=task, reason="x"))
    [due] = [o for o in family.case.obligations("taak-bevestigen") if o.about == task]
    assert due.settled is not None
    assert (due.settled.event_id, due.settled.at) == (
        family.case.event_id(ended),
        family.case.now,
    )


def test_what_was_shared_of_a_relation_reaches_one_reader_and_hides_the_two_in_it() -> None:
    """S3.1: as soon as it is shared, in whatever order that is read."""
    family = Family()
    events = family.case.do(relate(family.mirjam, RelationKind.PARTNER, family.stefan, family.els))
    shares = [each.item for each in events[1:]]
    history = family.case.history
    backwards = catalogue.fold(PLAN, [*history[:-2], history[-1], history[-2]])
    for state in (family.case.state(), backwards):
        [reach] = [state[Reaches].of[item] for item in shares]
        assert reach.includes(family.els)
        assert not reach.includes(family.mirjam)
        assert not reach.includes(family.stefan)


def test_a_relation_with_somebody_hidden_is_shown_to_nobody_they_are_hidden_from() -> None:
    """S5.2: whichever of the two it is."""
    family = Family()
    truus = secret(family)
    for one, other in ((truus, family.mirjam), (family.mirjam, truus)):
        shown = relate(one, RelationKind.PARTNER, other, family.stefan)
        assert family.case.refused(shown) == {"relatie-verborgen"}


def test_an_exception_is_of_whoever_made_it() -> None:
    """S2.4: and hidden from whom that was said."""
    family = Family()
    slept = RecordException(what="Bleef slapen", by=(family.els,), hidden_from=(family.stefan,))
    told, *_ = family.case.do(slept)
    reach = family.case.state()[Reaches].of[told.item]
    assert (reach.concerns, reach.hidden_from) == ({family.els}, {family.stefan})


def test_help_is_not_told_to_whom_either_helper_is_hidden_from() -> None:
    """S7.1: those it is from and by read it too, and so do those it is shared with."""
    family = Family()
    truus = secret(family)
    for from_person, by in ((truus, family.stefan), (family.stefan, truus)):
        taken = TakeOverTask(task="Koken", from_person=from_person, by=by, first_day=MARCH_10)
        assert "overname-verraadt-iemand" in family.case.refused(taken)
    for from_person in (truus, family.mirjam):
        shared = TakeOverTask(
            task="Koken",
            from_person=from_person,
            by=family.els if from_person is truus else truus,
            first_day=MARCH_10,
            shared_with=(family.stefan,),
        )
        assert "overname-verraadt-iemand" in family.case.refused(shared)


def test_who_coordinates_is_not_told_to_whom_they_are_hidden_from() -> None:
    """W7.1: nor who stands in."""
    family = Family()
    truus = secret(family)
    coordinated = RecordCoordination(
        coordinator=truus,
        contact_moments="Elke maandag",
        participants=(family.stefan,),
    )
    assert "afstemming-verraadt-iemand" in family.case.refused(coordinated)


def test_what_lasts_one_day_ends_on_the_day_on_which_it_begins() -> None:
    """S7.1, W7.2: both days count."""
    family = Family()
    family.case.do(AssignCaseLead(person=family.fatma))
    day = {"first_day": MARCH_10, "last_day": MARCH_10}
    one = TakeOverTask(task="Koken", from_person=family.mirjam, by=family.els, **day)
    assert family.case.refused(one) == set()
    assert family.case.refused(AnnounceAbsence(**day)) == set()
