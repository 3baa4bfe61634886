"""What people are to one another: typed, dated, shared with few, and drawn together (S3.1)."""

from __future__ import annotations

from services.plans.domain.family.people import PartyKind
from services.plans.domain.network.mapping import MapForm, MapNetwork, Mappings
from services.plans.domain.network.relating import EndRelation, ShareRelation
from services.plans.domain.network.relations import Quality, RelationKind, Relations
from shared.access.gate import Sight
from shared.access.role import Role
from shared.eventbase.doing import Actor
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import MARCH_10, Family, add
from tests.unit.plans.case import NOWHERE, STRANGER, at, day
from tests.unit.plans.network_acts import admit, exclude, relate, related
from tests.unit.plans.test_correction import correct

FRIEND, PARENT, PARTNER = RelationKind.FRIEND, RelationKind.PARENT, RelationKind.PARTNER


def knows(family: Family, who: object, whom: object) -> bool:
    """Whether the gate lets one person know of another."""
    actor = Actor("", Role.PERSON, who)  # type: ignore[arg-type]
    return Sight(actor, family.case.state()[Reaches].of, None).knows(whom)  # type: ignore[arg-type]


def test_a_relation_says_what_one_is_to_the_other_since_when_and_how_it_is() -> None:
    """S3.1: kind, from, until and quality."""
    family = Family()
    act = relate(
        family.mirjam, PARTNER, family.stefan, since=day("2010-01-01"), quality=Quality.TENSE
    )
    item = related(family.case, act)
    known = family.case.state()[Relations].all[item]
    assert (known.one, known.kind, known.other) == (family.mirjam, PARTNER, family.stefan)
    assert known.quality is Quality.TENSE
    assert not known.holds_on(day("2009-12-31"))
    assert known.holds_on(day("2010-01-01"))


def test_a_relation_ends_with_a_fact_of_its_own_and_stays_readable_as_what_was() -> None:
    """S3.1: each version can be drawn as of a date."""
    family = Family()
    item = related(family.case, relate(family.mirjam, PARTNER, family.stefan))
    family.case.do(EndRelation(relation=item, until=MARCH_10, reason="Uit elkaar"))
    known = family.case.state()[Relations].all[item]
    assert known.holds_on(MARCH_10)
    assert not known.holds_on(day("2025-03-11"))
    before = family.case.state(valid=at("2025-03-10 09:00"))[Relations].all
    assert item not in before


def test_an_ending_that_was_a_mistake_leaves_the_relation_as_it_was() -> None:
    """W8.1: a correction can take back any of it."""
    family = Family()
    item = related(family.case, relate(family.mirjam, PARTNER, family.stefan))
    (ended,) = family.case.do(EndRelation(relation=item, until=MARCH_10))
    family.case.do(correct(family.case, ended))
    assert family.case.state()[Relations].all[item].until is None


def test_a_relation_shows_itself_to_nobody_by_itself_not_even_to_the_two_in_it() -> None:
    """S3.1: what the mother tells of a new partner is not for that partner to read."""
    family = Family()
    related(family.case, relate(family.mirjam, FRIEND, family.els))
    assert not knows(family, family.mirjam, family.els)
    assert not knows(family, family.els, family.mirjam)


def test_whoever_is_shown_a_relation_knows_of_both_and_of_no_other_reader() -> None:
    """S3.1, design 6: a secret reader does not become known by reading along."""
    family = Family()
    act = relate(family.mirjam, FRIEND, family.els, family.stefan)
    item = related(family.case, act)
    family.case.do(ShareRelation(relation=item, person=family.joris))
    assert knows(family, family.stefan, family.els)
    assert knows(family, family.stefan, family.mirjam)
    assert not knows(family, family.stefan, family.joris)
    assert not knows(family, family.joris, family.stefan)
    assert not knows(family, family.els, family.stefan)
    assert not knows(family, family.mirjam, family.stefan)


def test_what_is_shared_ends_when_the_relation_turns_out_to_be_a_mistake() -> None:
    """W8.1: and nobody knows anybody by it any more."""
    family = Family()
    events = family.case.do(relate(family.mirjam, FRIEND, family.els, family.stefan))
    family.case.do(correct(family.case, events[0]))
    assert not knows(family, family.stefan, family.els)


def test_a_relation_with_somebody_hidden_is_not_shared_by_mistake() -> None:
    """S3.1: a secret new partner; hidden always wins, whichever way it was said."""
    family = Family()
    karel = family.case.item(add("Karel", PartyKind.NETWORK, hidden_from=(family.stefan,)))
    secret = relate(family.mirjam, PARTNER, karel, family.stefan)
    assert family.case.refused(secret) == {"relatie-verborgen"}
    item = related(family.case, relate(family.mirjam, PARTNER, karel, family.mirjam))
    told = ShareRelation(relation=item, person=family.stefan)
    assert family.case.refused(told) == {"relatie-verborgen"}
    hidden = relate(family.mirjam, FRIEND, family.els, hidden_from=(family.stefan,))
    told = ShareRelation(relation=related(family.case, hidden), person=family.stefan)
    assert family.case.refused(told) == {"relatie-verborgen"}
    assert family.case.refused(ShareRelation(relation=item, person=family.els)) == set()


def test_whoever_is_kept_out_of_the_deliberation_is_shown_nothing_of_the_network() -> None:
    """S5.2: "no data": nothing new, and what was shared before is closed."""
    family = Family()
    item = related(family.case, relate(family.mirjam, FRIEND, family.stefan, family.els))
    assert knows(family, family.els, family.mirjam)
    family.case.do(exclude(family.els, family.fatma))
    assert not knows(family, family.els, family.mirjam)
    refused = {"relatie-delen-met-uitgeslotene"}
    assert family.case.refused(ShareRelation(relation=item, person=family.els)) == refused
    new = relate(family.mirjam, PARTNER, family.stefan, family.els)
    assert family.case.refused(new) == refused
    family.case.do(admit(family.els, family.fatma))
    assert knows(family, family.els, family.mirjam)


def test_a_relation_is_between_two_people_of_this_dossier_and_ends_after_it_began() -> None:
    """S3.1, W7.1: what is meaningless is refused."""
    family = Family()
    case, mirjam, els = family.case, family.mirjam, family.els
    assert case.refused(relate(mirjam, FRIEND, mirjam)) == {"relatie-met-zichzelf"}
    assert case.refused(relate(mirjam, FRIEND, STRANGER)) == {"persoon-onbekend"}
    backwards = relate(mirjam, FRIEND, els, since=MARCH_10, until=day("2025-03-09"))
    assert case.refused(backwards) == {"relatie-dagen"}
    item = related(case, relate(mirjam, FRIEND, els, since=MARCH_10, until=MARCH_10))
    early = EndRelation(relation=item, until=day("2025-03-09"))
    assert case.refused(early) == {"relatie-dagen"}
    unknown = EndRelation(relation=NOWHERE, until=MARCH_10)
    assert case.refused(unknown) == {"relatie-onbekend"}
    shared = ShareRelation(relation=NOWHERE, person=els)
    assert case.refused(shared) == {"relatie-onbekend"}


def test_a_drawing_says_in_which_form_when_and_with_whom_it_was_made() -> None:
    """S3.1: together with those involved, a genogram and/or a sociogram."""
    family = Family()
    assert "netwerk-niet-in-kaart" in family.case.flags()
    act = MapNetwork(form=MapForm.GENOGRAM, made_with=(family.mirjam,), note="Mist opa")
    family.case.do(act, "2025-03-11 10:00")
    (made,) = family.case.state()[Mappings].all
    assert (made.form, made.made_with) == (MapForm.GENOGRAM, (family.mirjam,))
    assert made.at == at("2025-03-11 10:00")
    assert not {"netwerk-niet-in-kaart", "netwerk-zonder-betrokkenen"} & family.case.flags()
    stranger = MapNetwork(form=MapForm.BOTH, made_with=(STRANGER,))
    assert family.case.refused(stranger) == {"persoon-onbekend"}


def test_a_drawing_that_professionals_made_by_themselves_stays_in_sight() -> None:
    """S3.1: it is recorded, and it is not yet made together with those involved."""
    family = Family()
    family.case.do(MapNetwork(form=MapForm.SOCIOGRAM, made_with=(family.fatma,)))
    assert "netwerk-zonder-betrokkenen" in family.case.flags()
