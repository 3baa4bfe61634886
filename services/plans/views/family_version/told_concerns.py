"""The concerns that one person was told of by the version of their page (S2.1)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.plans.domain.picture.concerns import Concerns
from services.plans.domain.picture.sharing import Sharing
from services.plans.views.family_version.reader import Reader


class ToldConcern(msgspec.Struct, frozen=True):
    """What the concern is, and what it does to a child; not whose it is, nor who told of it."""

    what: str
    consequence: str | None


def told_concerns(reader: Reader) -> list[ToldConcern]:
    """Those that the person was told of by then, and that still count as told."""
    heard = [concern for concern in reader.state[Concerns].all if _heard(reader, concern)]
    sight, concerns = reader.told(heard), reader.state[Concerns].all
    said = [sight.said(concerns[each].words) for each in heard if sight.sees(each)]
    return [ToldConcern(each("what"), each("consequence")) for each in said]


def _heard(reader: Reader, concern: UUID) -> bool:
    still = {each.item for each in reader.look.now[Sharing].told.get(concern, ())}
    then = reader.state[Sharing].told.get(concern, ())
    return any(each.person == reader.person and each.item in still for each in then)
