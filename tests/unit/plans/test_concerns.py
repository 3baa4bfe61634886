"""Concerns: named, from somebody, fact or opinion, and told to those they are about (W0.7, S2)."""

from __future__ import annotations

from services.plans.domain.picture.concerns import Ascertained, Concerns
from services.plans.domain.picture.sharing import LeaveConcernUnshared, ShareConcern, Sharing
from services.plans.views.concerns import concerns_view
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, concern
from tests.unit.plans.case import NOWHERE, STRANGER, at
from tests.unit.plans.looking import look


def test_a_concern_says_whether_it_is_a_fact_and_who_brought_it_up() -> None:
    """W0.7: "bron: school (naam, datum)", marked as fact or opinion."""
    family = Family()
    item = family.case.item(concern(ascertained=Ascertained.OPINION, about=(family.stefan,)))
    known = family.case.state()[Concerns].all[item]
    assert known.ascertained is Ascertained.OPINION
    assert known.words.content is not None
    assert known.words.content.source == "school, juf Anna"


def test_the_literal_words_stand_apart_from_those_of_the_worker() -> None:
    """S2.2: a mother's quote is shown literally, and it is her concern."""
    family = Family()
    item = family.case.item(concern(holder=family.mirjam, quote="Ik doe geen oog dicht"))
    known = family.case.state()[Concerns].all[item]
    assert known.words.content is not None
    assert (known.holder, known.words.content.quote) == (family.mirjam, "Ik doe geen oog dicht")
    assert known.words.content.what == "Bas slaat"


def test_the_view_groups_concerns_by_whose_they_are_each_in_their_own_words() -> None:
    """S2.2: given mother's quote, then it is shown literally, not merged into other text."""
    family = Family()
    hers = concern(what="Slaapt slecht", holder=family.mirjam, quote="Ik doe geen oog dicht")
    family.case.do(hers)
    family.case.do(concern())
    family.case.do(concern(holder=family.mirjam))
    groups = concerns_view(look(family.case))["groups"]
    assert [(g["holder"], len(g["concerns"])) for g in groups] == [(family.mirjam, 2), (None, 1)]
    first = groups[0]["concerns"][0]
    assert (first["what"], first["quote"]) == ("Slaapt slecht", "Ik doe geen oog dicht")


def test_a_concern_that_nobody_was_told_of_stays_in_sight_with_the_reason() -> None:
    """S2.1: "nog niet gedeeld (reden: ...)"; the reason does not close it."""
    family = Family()
    item = family.case.item(concern())
    assert family.case.told("zorg-niet-gedeeld") == [f"Zorg {item} is nog met niemand gedeeld."]
    family.case.do(LeaveConcernUnshared(concern=item, reason="Eerst het gesprek met school"))
    left = family.case.state()[Sharing].left[item]
    assert left.words.content is not None
    assert left.words.content.reason == "Eerst het gesprek met school"
    assert "zorg-niet-gedeeld" in family.case.flags()


def test_each_person_who_was_told_is_kept_with_the_moment_and_the_reaction() -> None:
    """S2.1: each one's own reaction, side by side."""
    family = Family()
    item = family.case.item(concern())
    family.case.do(
        ShareConcern(concern=item, person=family.stefan, reaction="Onzin"), "2025-03-11 10:00"
    )
    family.case.do(ShareConcern(concern=item, person=family.mirjam, reaction="Dat klopt"))
    told = family.case.state()[Sharing].told[item]
    assert [(t.person, t.words.content.reaction) for t in told if t.words.content] == [
        (family.stefan, "Onzin"),
        (family.mirjam, "Dat klopt"),
    ]
    assert told[0].at == at("2025-03-11 10:00")
    assert "zorg-niet-gedeeld" not in family.case.flags()


def test_being_told_of_a_concern_tells_nobody_whose_it_is_or_who_else_was_told() -> None:
    """Design 6: who shares an item with somebody knows of them; a reporter must not be known."""
    family = Family()
    item = family.case.item(concern(holder=family.els, about=(family.mirjam,)))
    family.case.do(ShareConcern(concern=item, person=family.stefan))
    reaches = family.case.state()[Reaches].of.values()
    assert not any({family.stefan, family.els} <= reach.concerns for reach in reaches)


def test_what_is_hidden_from_somebody_is_not_shared_with_them_by_mistake() -> None:
    """Design 6: hidden always wins."""
    family = Family()
    item = family.case.item(concern(hidden_from=(family.stefan,)))
    told = ShareConcern(concern=item, person=family.stefan)
    assert family.case.refused(told) == {"zorg-verborgen"}


def test_only_a_concern_of_this_dossier_is_shared_with_people_of_this_dossier() -> None:
    """W7.1."""
    family = Family()
    item = family.case.item(concern())
    unknown = ShareConcern(concern=NOWHERE, person=family.stefan)
    assert family.case.refused(unknown) == {"zorg-onbekend"}
    assert family.case.refused(ShareConcern(concern=item, person=STRANGER)) == {"persoon-onbekend"}
    assert family.case.refused(LeaveConcernUnshared(concern=NOWHERE, reason="x")) == {
        "zorg-onbekend"
    }
    assert family.case.refused(concern(holder=STRANGER)) == {"persoon-onbekend"}
