"""What professionals see about erasing (R43, R44)."""

from __future__ import annotations

from typing import Any

import pytest

from services.plans.domain.erasing.keeping import Since
from services.plans.views.erasing.keeping import keeping_view
from services.plans.views.erasing.mentions import Way, mentions_view
from services.plans.views.erasing.requests import RequestStatus, requests_view
from shared.web.refusals import NotFound
from tests.unit.plans.acts import Family, add, concern
from tests.unit.plans.case import NOWHERE, day
from tests.unit.plans.erasing.acts import (
    BOSS,
    approve,
    decide,
    elsewhere,
    hold,
    link,
    refusal,
    requested,
)
from tests.unit.plans.looking import look
from tests.unit.plans.test_correction import correct


def mentioned(family: Family, person: Any) -> dict[Any, list[Way]]:
    """By item or person, how it mentions somebody."""
    found = mentions_view(look(family.case), person)["mentions"]
    return {row["item"] or row["of_person"]: row["ways"] for row in found}


def test_a_request_shows_how_far_it_is() -> None:
    """R43: asked, decided, approved or refused, with the reasons and the orders."""
    family = Family()
    item, request = requested(family)

    def shown() -> Any:
        (found,) = requests_view(look(family.case))["requests"]
        return found

    assert (shown()["status"], shown()["why"]) == (RequestStatus.ASKED, "Dat klopt niet meer")
    family.case.do(refusal(request))
    assert shown()["status"] is RequestStatus.REFUSED
    family.case.do(decide(request, item))
    assert shown()["status"] is RequestStatus.DECIDED
    assert [made["granted"]["items"] for made in shown()["decisions"]] == [(), (item,)]
    family.case.do(approve(family, request), actor=BOSS)
    assert shown()["status"] is RequestStatus.APPROVED
    (order,) = requests_view(look(family.case))["orders"]
    assert (order["erasure"], order["items"]) == (request, (item,))


def test_the_term_is_shown_with_its_reason_and_with_the_holds() -> None:
    """R44: also a hold that is over."""
    family = Family()
    family.case.do(hold(until=day("2025-03-11")), actor=BOSS)
    shown = keeping_view(look(family.case))
    assert (shown["last_day"], shown["since"]) == (day("2045-03-10"), Since.LAST_CHANGE)
    assert (shown["review_on"], shown["over"]) == (day("2044-03-11"), False)
    assert [each["in_force"] for each in shown["holds"]] == [True]
    family.case.do(concern(), "2025-03-12 09:00")
    (over,) = keeping_view(look(family.case))["holds"]
    assert (over["in_force"], over["reason"]) == (False, "De rechter wil alles zien")


def test_what_mentions_somebody_is_found_by_their_id_and_by_their_names() -> None:
    """R43: as a word, whatever the capitals, also with an s behind it; people choose."""
    family = Family()
    bas = family.case.item(add("Bas van de Zilverberg"))
    by_id = family.case.item(concern(what="Iets", about=(bas,)))
    both = family.case.item(concern(what="BAS slaat", about=(bas,)))
    in_text = family.case.item(concern(what="Dat is bas’ zus", source="Zilverbergs buurvrouw"))
    for other in ("Basta, zegt zij", "Van de week", "Slecht gebast"):
        family.case.do(concern(what=other))
    assert mentioned(family, bas) == {
        by_id: [Way.NAMED],
        both: [Way.NAMED, Way.IN_TEXT],
        in_text: [Way.IN_TEXT],
    }


def test_what_is_kept_of_somebody_else_can_mention_them_and_what_was_corrected_too() -> None:
    """R43: a wrong event is still readable, so it is still theirs to have erased."""
    family = Family()
    bas = family.case.item(add("Bas"))
    aunt = family.case.item(add("Ria", relation="tante van Bas"))
    (wrong,) = family.case.do(concern(what="Bas slaat"))
    family.case.do(correct(family.case, wrong))
    assert mentioned(family, bas) == {aunt: [Way.IN_TEXT], wrong.item: [Way.IN_TEXT]}
    assert bas not in mentioned(family, bas)


def test_where_else_somebody_stands_is_shown_with_what_mentions_them() -> None:
    """R43: and of nobody whom this dossier never knew anything is shown."""
    family = Family()
    there = elsewhere(family)
    family.case.do(link(family, there))
    (shown,) = mentions_view(look(family.case), family.mirjam)["links"]
    assert (shown["person"], shown["reason"]) == (there, "BSN gezien")
    with pytest.raises(NotFound):
        mentions_view(look(family.case), NOWHERE)


def test_a_name_without_capitals_is_a_name_too() -> None:
    """R43: and a person whose name holds no word is found by their id alone."""
    family = Family()
    small, strange = family.case.item(add("bas")), family.case.item(add("???"))
    item = family.case.item(concern(what="Bas slaat", about=(strange,)))
    assert mentioned(family, small) == {item: [Way.IN_TEXT]}
    assert mentioned(family, strange) == {item: [Way.NAMED]}
