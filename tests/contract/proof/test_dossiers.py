"""A dossier proves itself to a stranger, and a dishonest one does not."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from shared.eventbase.sealed import Compartment, Kind
from shared.proof.dossier import NotSigned
from tests.contract.proof.office import Office
from tests.contract.record.family import agreed, evaluated, joined
from vangnet_verify.events import ERASED, WITHHELD
from vangnet_verify.rejected import Rejected


@pytest.fixture
def plan(office: Office) -> UUID:
    """A plan of 40 events in two streams among 60 of others, signed."""
    plan, evaluation, person = uuid4(), uuid4(), uuid4()
    office.happen(joined(plan, 1, person, "Mirjam", "Duindoornlaan 1"))
    for version in range(2, 21):
        office.happen(
            agreed(plan, version, f"afspraak {version}"), evaluated(plan, evaluation, version - 1)
        )
        office.happen(agreed(uuid4(), 1), agreed(uuid4(), 1), agreed(uuid4(), 1))
    office.sign()
    return plan


def test_a_dossier_holds_what_was_recorded_and_proves_it(office: Office, plan: UUID) -> None:
    """Integrity 2.7: every event of the plan, each in its place, none missing."""
    proved = office.verify(office.dossier(plan))
    assert len(proved.events) == 39
    words = [event.parts["words"] for event in proved.events if "words" in event.parts]
    assert words == [f'{{"text":"afspraak {n}"}}' for n in range(2, 21)]


def test_an_address_is_withheld_from_an_inspector_and_the_rest_still_proves(
    office: Office, plan: UUID
) -> None:
    """Design 6: the gate decides, also here."""
    dossier = office.dossier(plan)
    first = office.verify(dossier).events[0]
    assert first.reasons == {WITHHELD}
    assert first.parts["address"] is None
    assert first.parts["name"] == '{"full":"Mirjam"}'


def test_after_an_erasure_the_dossier_proves_itself_still(office: Office, plan: UUID) -> None:
    """Integrity 2.9: what was erased is marked, and every other event keeps its proof."""
    found = office.record.of_plan(plan)[1].event
    office.record.keys.destroy(plan, [Compartment(Kind.ITEM, found.item)])
    proved = office.verify(office.dossier(plan))
    assert [ERASED in event.reasons for event in proved.events[:3]] == [False, True, False]


def test_what_was_recorded_later_is_there_without_its_content(office: Office, plan: UUID) -> None:
    """Of K the dossier tells no more, and that something followed shows."""
    office.clock.move(days=1)
    office.happen(agreed(plan, 21, "later pas"))
    office.sign()
    known = office.clock.now
    office.clock.move(days=-1)
    dossier = office.dossier(plan)
    office.clock.now = known
    proved = office.verify(dossier)
    assert len(proved.events) == 40
    assert proved.events[-1].parts["words"] is None
    assert b"later pas" not in dossier


def test_who_may_not_see_everything_gets_no_content(office: Office, plan: UUID) -> None:
    """A party never gets the chain (integrity.md 2.7); this is the last line behind the roles."""
    proved = office.verify(office.dossier(plan, role="person"))
    assert all(value is None for event in proved.events for value in event.parts.values())


def test_before_the_signer_came_by_there_is_no_dossier(office: Office, plan: UUID) -> None:
    """A proof without a signature proves nothing."""
    late = uuid4()
    office.happen(agreed(late, 1))
    with pytest.raises(NotSigned):
        office.dossier(late)


def test_a_stranger_with_other_keys_believes_nothing(office: Office, plan: UUID) -> None:
    """The keys are those that were published beforehand, not those in the dossier."""
    dossier = office.dossier(plan)
    office.trusted = office.trusted[1:]
    with pytest.raises(Rejected, match="niet ondertekend met een bekende sleutel"):
        office.verify(dossier)
