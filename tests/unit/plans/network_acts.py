"""Acts on the network, with everything filled in that a test does not care about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.family.custody import CustodySource, RecordCustody
from services.plans.domain.family.leaving import EndInvolvement, ResumeInvolvement
from services.plans.domain.network.attendance import AdmitToDeliberation, ExcludeFromDeliberation
from services.plans.domain.network.circles import PlaceInNetworkCircle
from services.plans.domain.network.inviting import InviteToDeliberation
from services.plans.domain.network.mapping import MapForm, MapNetwork
from services.plans.domain.network.relating import EndRelation, RelatePersons, ShareRelation
from services.plans.domain.network.relations import RelationKind
from services.plans.domain.network.willingness import RecordWillingness
from tests.unit.plans.acts import MARCH_10, Family
from tests.unit.plans.case import Case


def relate(
    one: UUID, kind: RelationKind, other: UUID, *readers: UUID, **more: Any
) -> RelatePersons:
    """What one is to the other, shown to these readers."""
    return RelatePersons(one=one, kind=kind, other=other, shared_with=readers, **more)


def related(case: Case, act: RelatePersons) -> UUID:
    """Performs it; the id of the relation."""
    found: UUID = case.do(act)[0].item
    return found


def willing(person: UUID, **more: Any) -> RecordWillingness:
    """Thinks along and comes."""
    return RecordWillingness(**{"person": person, "thinks_along": True, "comes": True} | more)


def exclude(person: UUID, by: UUID) -> ExcludeFromDeliberation:
    """Kept out, for the sake of a child."""
    return ExcludeFromDeliberation(person=person, reason="Niet veilig voor Bas", decided_by=by)


def admit(person: UUID, by: UUID) -> AdmitToDeliberation:
    """Let in again."""
    return AdmitToDeliberation(person=person, reason="Hij woont weer thuis", decided_by=by)


def invite(person: UUID, by: UUID, **more: Any) -> InviteToDeliberation:
    """Asked to come."""
    return InviteToDeliberation(person=person, invited_by=by, **more)


def custody(child: UUID, *holders: UUID, **more: Any) -> RecordCustody:
    """Read in the register on 10 March."""
    read = {"source": CustodySource.REGISTER, "checked_on": MARCH_10}
    return RecordCustody(**{"child": child, "holders": holders, **read} | more)


def leave(person: UUID) -> EndInvolvement:
    """Somebody's part ends."""
    return EndInvolvement(person=person, reason="Verhuisd")


def whole_network(family: Family) -> None:
    """Every act on the network once."""
    case, mirjam, stefan, els = family.case, family.mirjam, family.stefan, family.els
    relation = related(case, relate(mirjam, RelationKind.FORMER_PARTNER, stefan, mirjam))
    case.do(ShareRelation(relation=relation, person=stefan))
    case.do(EndRelation(relation=relation, until=MARCH_10))
    case.do(MapNetwork(form=MapForm.BOTH, made_with=(mirjam, els)))
    case.do(PlaceInNetworkCircle(person=els, circle=1, named_by=(mirjam,)))
    case.do(invite(els, family.fatma, held_on=MARCH_10))
    case.do(willing(els))
    case.do(exclude(els, family.fatma))
    case.do(admit(els, family.fatma))
    case.do(custody(els, mirjam, said_by=stefan))
    case.do(leave(els))
    case.do(ResumeInvolvement(person=els, reason="Terug"))
