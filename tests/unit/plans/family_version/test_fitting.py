"""At most two sheets of paper, the most important first (W0.9, domain.md 4.1)."""

from __future__ import annotations

from services.plans.domain.picture.sharing import ShareConcern
from services.plans.domain.plan.emergency import Piece, RecordSafetyPiece
from services.plans.views.family_version.fitting import LINE, LONGEST, TITLE, Sheet, few
from tests.unit.plans.acts import Family, activate, agree, bottom_line, concern
from tests.unit.plans.family_version.own import own, page


def row(lines: int) -> dict[str, object]:
    """A row that takes so many lines."""
    return {"number": 1, "what": "x" * (LINE * lines)}


def test_rows_are_taken_in_their_order_until_one_does_not_fit() -> None:
    """W0.9: what is less important never takes the place of what is more so."""
    sheet = Sheet(TITLE + 5)
    assert sheet.fill([row(2), row(4), row(1)]) == [row(2)]
    assert sheet.is_full
    assert sheet.fill([row(1)]) == []


def test_what_fits_is_taken_whole() -> None:
    """W0.9: nothing is said of a rest that is not there."""
    sheet = Sheet(TITLE + 10)
    assert sheet.fill([row(2), row(4)]) == [row(2), row(4)]
    assert not sheet.is_full


def test_a_long_text_is_cut_at_a_word_and_that_is_said() -> None:
    """W0.9: one promise does not push all others off the page."""
    sheet = Sheet()
    (cut,) = sheet.fill([{"what": "woord " * 200}])
    assert len(cut["what"]) <= LONGEST + 2
    assert cut["what"].endswith("woord …")
    assert sheet.is_full


def test_line_breaks_take_no_room() -> None:
    """A text of empty lines is as long as what it says."""
    assert Sheet().fill([{"what": "een\n\n\ntwee"}]) == [{"what": "een twee"}]


def test_of_many_names_the_first_are_said() -> None:
    """A promise of a whole street still fits."""
    assert few(("Els", "Hans")) == ("Els", "Hans")
    assert few(tuple("abcdefgh")) == ("a", "b", "c", "d", "e", "f", "anderen")


def test_a_plan_that_does_not_fit_keeps_its_most_important_parts() -> None:
    """W0.9: whom to call, what one does, what follows; the rest is asked of the team."""
    family = Family()
    me, long = family.stefan, " " + "lange zin " * 12
    told = family.case.item(concern(what="Zorg" + long))
    family.case.do(ShareConcern(concern=told, person=me))
    for number in range(12):
        family.case.do(bottom_line(me, text=f"Eis {number}{long}"))
        theirs = agree(family.els, what=f"Ander {number}{long}", for_people=(me,))
        family.case.do(theirs)
        mine = agree(me, what=f"Zelf {number}{long}", if_not_kept=f"Gevolg {number}{long}")
        family.case.do(mine)
    family.case.do(RecordSafetyPiece(piece=Piece.CALL, text="Bel Els", for_people=(me,)))
    family.case.do(activate())
    found = own(family, me)
    assert found["calls"] == ["Bel Els"]
    assert len(found["mine"]) == len(found["if_not_kept"]) == 12
    assert 0 < len(found["bottom_lines"]) < 12
    assert found["others"] == found["concerns"] == []
    assert "De rest staat in het hele plan: vraag het wijkteam." in page(family, me)


def test_a_plan_that_fits_speaks_of_no_rest() -> None:
    """W0.9: nobody is sent for what they hold already."""
    family = Family()
    family.in_force()
    assert own(family, family.stefan)["more_in_plan"] is False
    assert "De rest" not in page(family, family.stefan)
