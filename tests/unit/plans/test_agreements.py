"""Agreements: concrete promises of named people (S6.4-S6.6, W7.1, R34)."""

from __future__ import annotations

from typing import Any

import pytest

from services.plans.domain.picture.exceptions import RecordException
from services.plans.domain.plan.agreeing import ChangeAgreement, EndAgreement
from services.plans.domain.plan.agreements import Agreement, Agreements, Purpose
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, agree, bottom_line
from tests.unit.plans.case import NOWHERE, STRANGER, Case, at, day, uid


def only(case: Case) -> Agreement:
    """The one agreement that stands."""
    (agreement,) = case.state()[Agreements].standing
    return agreement


def change(item: Any, *responsible: Any, **more: Any) -> ChangeAgreement:
    """Other content for an agreement."""
    said = {"what": "Bellen", "purpose": Purpose.STABILITY, "valid_from": day("2025-03-12")}
    return ChangeAgreement(item=item, responsible=responsible, **{**said, **more})


def test_an_agreement_needs_somebody_who_keeps_it() -> None:
    """W7.1, R34: refused without a responsible party."""
    assert Family().case.refused(agree()) == {"afspraak-zonder-wie"}


@pytest.mark.parametrize("field", ["for_people", "shared_with", "hidden_from"])
def test_everybody_named_belongs_to_the_dossier(field: str) -> None:
    """W7.1: in whichever role they are named."""
    family = Family()
    assert family.case.refused(agree(STRANGER)) == {"persoon-onbekend"}
    act = agree(family.stefan, **{field: (STRANGER,)})
    assert family.case.refused(act) == {"persoon-onbekend"}


def test_an_agreement_can_build_on_exceptions_and_serve_bottom_lines() -> None:
    """S6.5, S2.3: "toen oma bleef slapen ging het goed" is its basis."""
    family = Family()
    slept = family.case.item(RecordException(what="Oma bleef slapen", by=(family.els,)))
    calm = family.case.item(bottom_line(family.mirjam))
    family.case.do(agree(family.els, based_on=(slept,), bottom_lines=(calm,)))
    made = only(family.case)
    assert (made.based_on, made.bottom_lines) == ((slept,), (calm,))


@pytest.mark.parametrize("link", ["based_on", "bottom_lines"])
def test_a_link_to_something_else_is_refused_and_named(link: str) -> None:
    """S6.5: only what stands in this dossier can be linked to."""
    family = Family()
    (broken,) = family.case.broken(agree(family.els, **{link: (NOWHERE,)}))
    assert (broken.rule, broken.paragraph) == ("afspraak-verwijst", "S6.5")
    assert str(NOWHERE) in broken.message


def test_a_last_day_before_the_first_is_refused_and_one_day_is_not() -> None:
    """S6.6: the term runs forward."""
    family = Family()
    assert family.case.refused(agree(family.els, valid_until=day("2025-03-09"))) == {
        "afspraak-looptijd"
    }
    assert family.case.refused(agree(family.els, valid_until=day("2025-03-10"))) == set()


def test_an_agreement_is_in_force_from_its_first_day_to_its_last() -> None:
    """S6.6: never silently in force after its last day, which is inclusive."""
    family = Family()
    family.case.do(agree(family.els, valid_until=day("2025-03-14")))
    made = only(family.case)
    days = [day(f"2025-03-{n:02}") for n in (9, 10, 14, 15)]
    assert [made.in_force_on(each) for each in days] == [False, True, True, False]


def test_an_agreement_without_consequence_is_flagged_and_accepted() -> None:
    """S6.6, R34."""
    family = Family()
    item = family.case.item(agree(family.els, if_not_kept=None))
    assert [str(item) in told for told in family.case.told("afspraak-zonder-consequentie")] == [
        True
    ]
    family.case.do(change(item, family.els, if_not_kept="Wij bellen."))
    assert "afspraak-zonder-consequentie" not in family.case.flags()


def test_a_change_gives_an_agreement_other_content_whole() -> None:
    """W8.3: what the change does not say is no longer so."""
    family = Family()
    item = family.case.item(agree(family.stefan, for_people=(family.mirjam,)))
    family.case.do(change(item, family.els))
    changed = only(family.case)
    assert (changed.responsible, changed.for_people) == ((family.els,), ())
    assert changed.words.content is not None
    assert changed.words.content.what == "Bellen"
    assert family.case.state()[Reaches].of[item].concerns == {family.els}


def test_a_change_meets_every_rule_of_a_new_agreement() -> None:
    """W8.3, R34: and all that is wrong is said at once."""
    family = Family()
    act = change(NOWHERE, valid_until=day("2025-03-01"), based_on=(NOWHERE,))
    assert family.case.refused(act) == {
        "afspraak-onbekend",
        "afspraak-zonder-wie",
        "afspraak-looptijd",
        "afspraak-verwijst",
    }


def test_an_ended_agreement_is_over_at_once_and_for_good() -> None:
    """W8.3: it is in force no more, and can be neither ended nor changed again."""
    family = Family()
    item = family.case.item(agree(family.stefan))
    family.case.do(EndAgreement(item=item, reason="Verhuisd"))
    held = family.case.state()[Agreements].all[item]
    assert not held.in_force_on(day("2025-03-12"))
    assert family.case.refused(EndAgreement(item=item, reason="x")) == {"afspraak-onbekend"}
    assert family.case.refused(change(item, family.els)) == {"afspraak-onbekend"}


def test_nobody_can_end_an_agreement_before_it_was_made() -> None:
    """Design 3: an end that lies before the beginning would be accepted and do nothing."""
    family = Family()
    item = family.case.item(agree(family.stefan), "2025-03-12 09:00")
    before = at("2025-03-11 09:00")
    ending = EndAgreement(item=item, reason="Eerder", effective_at=before)
    assert family.case.refused(ending) == {"afspraak-voor-begin"}
    changing = change(item, family.els, effective_at=before)
    assert family.case.refused(changing) == {"afspraak-voor-begin"}
    late = EndAgreement(item=item, reason="Later", effective_at=at("2025-03-12 12:00"))
    assert family.case.refused(late, "2025-03-14 09:00") == set()
    assert family.case.state()[Agreements].standing == []


def test_an_agreement_reaches_who_keeps_it_who_it_is_for_and_who_it_is_shared_with() -> None:
    """Design 6, W8.4: and never whom it is hidden from."""
    family = Family()
    item = family.case.item(
        agree(
            family.els,
            for_people=(family.mirjam,),
            shared_with=(family.joris, family.stefan),
            hidden_from=(family.stefan,),
        )
    )
    reach = family.case.state()[Reaches].of[item]
    people = (family.els, family.mirjam, family.joris, family.stefan, family.fatma, uid(9))
    assert [reach.includes(p) for p in people] == [True, True, True, False, False, False]
