"""What is missing and who speaks to whom: it stays in sight until it is done (S1.2)."""

from __future__ import annotations

import pytest

from services.plans.domain.picture.asking import CloseInformationGap, NoteInformationGap
from services.plans.domain.picture.talking import CancelConversation
from services.plans.views.conversations import conversations_view
from tests.unit.plans.acts import Family
from tests.unit.plans.case import NOWHERE, STRANGER, at, day
from tests.unit.plans.looking import look
from tests.unit.plans.picture_history import held, planned
from tests.unit.plans.test_correction import correct

GAP, DUTY = "informatie-ontbreekt", "gesprek-voeren"
FATHER = NoteInformationGap(what="Vader nog niet gesproken")


def test_a_gap_stays_in_sight_until_it_is_closed_with_a_conversation() -> None:
    """S1.2: given the gap "vader nog niet gesproken", then it stays until he was spoken to."""
    family = Family()
    gap = family.case.item(FATHER)
    assert [str(gap) in told for told in family.case.told(GAP)] == [True]
    talk = family.case.item(held(family.fatma, family.stefan))
    assert GAP in family.case.flags()
    family.case.do(CloseInformationGap(gap=gap, conversation=talk))
    assert GAP not in family.case.flags()


def test_a_gap_is_closed_with_a_reason_as_well_and_never_without_either() -> None:
    """S1.2: "with a conversation or a reason"; and only once."""
    family = Family()
    gap = family.case.item(FATHER)
    assert family.case.refused(CloseInformationGap(gap=gap)) == {"informatie-zonder-antwoord"}
    family.case.do(CloseInformationGap(gap=gap, reason="Hij woont in het buitenland"))
    assert GAP not in family.case.flags()
    again = CloseInformationGap(gap=gap, reason="Nog eens")
    assert family.case.refused(again) == {"informatie-niet-open"}


def test_a_conversation_that_was_not_held_closes_nothing() -> None:
    """S1.2: neither one that is only planned, nor one that turned out to be a mistake."""
    family = Family()
    gap = family.case.item(FATHER)
    plan = family.case.item(planned(family.stefan, family.fatma))
    act = CloseInformationGap(gap=gap, conversation=plan)
    assert family.case.refused(act) == {"gesprek-niet-gevoerd"}
    (talk,) = family.case.do(held(family.fatma, family.stefan))
    family.case.do(CloseInformationGap(gap=gap, conversation=talk.item))
    family.case.do(correct(family.case, talk))
    assert GAP in family.case.flags()


def test_a_planned_conversation_is_owed_until_its_day_is_over_and_settled_when_held() -> None:
    """S1.2: who to speak to when, by whom."""
    family = Family()
    plan = family.case.item(planned(family.stefan, family.fatma))
    [due] = family.case.obligations(DUTY)
    assert (due.about, due.due_at) == (plan, at("2025-03-13 23:00"))
    assert due.settled is None
    family.case.do(held(family.fatma, family.stefan, planned=plan), "2025-03-14 10:00")
    [due] = family.case.obligations(DUTY)
    assert due.settled_late


def test_a_planned_conversation_is_let_go_with_a_reason_and_only_while_it_is_open() -> None:
    """S1.2: it is owed no more, and why stays readable."""
    family = Family()
    plan = family.case.item(planned(family.stefan, family.fatma))
    family.case.do(CancelConversation(planned=plan, reason="Al gesproken"))
    [due] = family.case.obligations(DUTY)
    assert due.settled is not None
    [row] = conversations_view(look(family.case))["planned"]
    assert row["reason_cancelled"] == "Al gesproken"
    for gone in (plan, NOWHERE):
        act = CancelConversation(planned=gone, reason="x")
        assert family.case.refused(act) == {"gesprek-niet-open"}


def test_the_view_tells_who_to_speak_to_first_and_of_which_subjects_first() -> None:
    """S1.2: in order, then by due date; what is done comes after what is open."""
    family = Family()
    done = family.case.item(planned(family.els, family.fatma))
    family.case.do(held(family.fatma, family.els, planned=done))
    later = family.case.item(planned(family.stefan, family.fatma, order=2))
    topics = ("Slapen", "School")
    first = family.case.item(planned(family.mirjam, family.fatma, topics=topics, order=1))
    rows = conversations_view(look(family.case))["planned"]
    assert [row["item"] for row in rows] == [first, later, done]
    assert rows[0]["topics"] == ["Slapen", "School"]


def test_the_view_shows_what_is_missing_and_how_it_was_closed() -> None:
    """S1.2: nothing that was missing disappears."""
    family = Family()
    act = NoteInformationGap(what="De huisarts", about=(family.mirjam,), due=day("2025-03-20"))
    gap = family.case.item(act)
    [row] = conversations_view(look(family.case))["gaps"]
    assert (row["what"], row["due"], row["closed_at"]) == ("De huisarts", day("2025-03-20"), None)
    family.case.do(CloseInformationGap(gap=gap, reason="Niet nodig"))
    [row] = conversations_view(look(family.case))["gaps"]
    assert row["reason"] == "Niet nodig"


@pytest.mark.parametrize("who", ["person", "by"])
def test_only_people_of_this_dossier_speak_and_are_spoken_to(who: str) -> None:
    """W7.1."""
    family = Family()
    people = {"person": family.stefan, "by": family.fatma, who: STRANGER}
    assert family.case.refused(planned(**people)) == {"persoon-onbekend"}
    assert family.case.refused(held(STRANGER, family.stefan)) == {"persoon-onbekend"}


def test_a_conversation_is_held_with_somebody_and_carries_out_a_plan_that_there_is() -> None:
    """S1.2: planned or not, it can be recorded."""
    family = Family()
    assert family.case.refused(held(family.fatma)) == {"gesprek-met-niemand"}
    unknown = held(family.fatma, family.stefan, planned=NOWHERE)
    assert family.case.refused(unknown) == {"gesprek-onbekend"}
    assert family.case.refused(held(family.fatma, family.stefan)) == set()
