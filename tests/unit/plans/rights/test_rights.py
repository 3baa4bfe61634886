"""Access, a copy, rectification, and one's own view (R42; domain 3.5)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from services.plans.domain.rights.answering import Outcome, RightsRefusal
from services.plans.domain.rights.asking import Right
from services.plans.domain.rights.own_statements import OwnStatements
from services.plans.views.rights.own_statements import own_statements_view
from services.plans.views.rights.requests import rights_view
from shared.eventbase.obligation import Obligation
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, concern
from tests.unit.plans.case import NOWHERE, at
from tests.unit.plans.looking import look
from tests.unit.plans.rights.acts import answer, ask, extend, refusal, state_own, used
from tests.unit.plans.test_correction import correct

ONE_MONTH, THREE_MONTHS = at("2025-04-10 22:00"), at("2025-06-10 22:00")


def owed(family: Family) -> Obligation:
    """That the one request must be answered."""
    (found,) = family.case.obligations("rechtenverzoek-beantwoorden")
    return found


def test_a_request_is_answered_within_a_month_of_when_it_was_received() -> None:
    """R42: the answer settles it, also one that refuses; there is one answer."""
    family = Family()
    request = family.case.item(ask(family), "2025-03-10 10:00")
    assert (owed(family).due_at, owed(family).settled) == (ONE_MONTH, None)
    refused = refusal(request)
    (given,) = family.case.do(refused)
    assert given.refusal is refused.refusal is not None
    assert owed(family).settled is not None
    assert family.case.refused(answer(request)) == {"rechtenverzoek-al-beantwoord"}
    assert family.case.refused(extend(request)) == {"rechtenverzoek-al-beantwoord"}
    family.case.do(correct(family.case, given))
    assert owed(family).settled is None


def test_two_months_are_added_when_that_is_said_within_the_first() -> None:
    """R42: once."""
    family = Family()
    request = family.case.item(ask(family), "2025-03-10 10:00")
    assert family.case.refused(extend(request), "2025-04-10 22:00") == {"verlenging-te-laat"}
    said = extend(request, effective_at=ONE_MONTH - timedelta(seconds=1))
    family.case.do(said)
    assert owed(family).due_at == THREE_MONTHS
    again = extend(request, effective_at=said.effective_at)
    assert family.case.refused(again) == {"verlenging-al-gegeven"}
    unknown = family.case.refused(extend(NOWHERE))
    assert unknown == {"rechtenverzoek-onbekend"}


def test_nothing_is_given_to_somebody_of_whom_it_was_not_seen_who_they_are() -> None:
    """R42: it may be seen at the answer; a refusal gives nothing away."""
    family = Family()
    request = family.case.item(ask(family, identity=None))
    for outcome, refused in (
        (Outcome.GRANTED, None),
        (Outcome.PARTLY, RightsRefusal.OTHERS_PRIVACY),
    ):
        unseen = answer(request, outcome=outcome, refusal=refused)
        assert family.case.refused(unseen) == {"rechtenverzoek-identiteit"}
    assert family.case.refused(answer(request, identity="Hij kwam langs")) == set()
    other = family.case.item(ask(family, identity=None))
    assert family.case.refused(refusal(other)) == set()


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.REFUSED])
def test_what_is_not_given_has_a_ground(outcome: Outcome) -> None:
    """R42: and what is given has none."""
    family = Family()
    request = family.case.item(ask(family))
    bare = answer(request, outcome=outcome)
    assert family.case.refused(bare) == {"rechtenverzoek-weigergrond"}
    superfluous = answer(request, refusal=RightsRefusal.GOOD_CARE)
    assert family.case.refused(superfluous) == {"rechtenverzoek-weigergrond"}
    grounded = answer(request, outcome=outcome, refusal=RightsRefusal.GOOD_CARE)
    assert family.case.refused(grounded) == set()


def test_an_opinion_is_shown_and_not_corrected() -> None:
    """R42, domain 3.5: so it is a ground against a rectification only."""
    family = Family()
    access, correction = (
        family.case.item(ask(family, right=right)) for right in (Right.ACCESS, Right.RECTIFICATION)
    )
    opinion = RightsRefusal.OPINION
    assert family.case.refused(refusal(access, refusal=opinion)) == {"rechtenverzoek-mening"}
    assert family.case.refused(refusal(correction, refusal=opinion)) == set()


def test_whoever_is_named_belongs_to_the_dossier() -> None:
    """R42: who asked, for whom, who was consulted, and whose view it is."""
    family = Family()
    for name in ("on_behalf_of", "asked_by"):
        strange = replace(ask(family), **{name: NOWHERE})
        assert family.case.refused(strange) == {"persoon-onbekend"}
    request = family.case.item(ask(family))
    assert family.case.refused(answer(request, consulted=NOWHERE)) == {"persoon-onbekend"}
    stranger = replace(state_own(family, NOWHERE), person=NOWHERE)
    assert family.case.refused(stranger) == {"persoon-onbekend"}


def test_ones_own_view_stands_beside_what_it_is_about() -> None:
    """R42: of one thing or several, and not of nothing."""
    family = Family()
    assert family.case.refused(state_own(family)) == {"verklaring-zonder-onderwerp"}
    one, other, none = (family.case.item(concern()) for _ in range(3))
    family.case.do(state_own(family, one, other))
    found = family.case.state()[OwnStatements]
    assert [len(found.about(item)) for item in (one, other, none)] == [1, 1, 0]
    (shown,) = own_statements_view(look(family.case))["statements"]
    assert (shown["text"], shown["person"]) == ("Zo was het niet", family.stefan)


def test_a_request_is_shown_with_its_term_and_its_answer_to_professionals() -> None:
    """R42, domain 3.7: nothing of it is for anybody of the dossier to read."""
    family = Family()
    before = len(family.case.history)
    used(family)
    (shown,) = rights_view(look(family.case))["requests"]
    assert (shown["what"], shown["reason_extended"]) == ("Alles", "Veel papier")
    assert shown["due_at"] == THREE_MONTHS
    assert shown["answer"]["explanation"] == "Zie bijlage"
    made = [r.event.item for r in family.case.history[before:]]
    reaches = family.case.state()[Reaches].of
    assert [reaches[item].concerns for item in made] == [frozenset()] * 5
