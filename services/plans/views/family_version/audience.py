"""For whom a page is written, and what each of them is given to read (W0.11, domain.md 3.7)."""

from __future__ import annotations

import enum
from datetime import date

import msgspec

from services.plans.domain.family.birthdays import ADULT, age_on
from services.plans.domain.family.custody import Custodies
from services.plans.domain.family.people import PartyKind
from services.plans.views.family_version.fitting import LINES, LINES_IN_LARGE_LETTERS
from services.plans.views.family_version.reader import Reader

_HAS_RIGHTS = 12


class Audience(enum.Enum):
    """The kinds of reader."""

    FAMILY = "family"
    YOUTH = "youth"
    CHILD = "child"
    NETWORK = "network"
    AGENCY = "agency"


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """Which parts of their own version a reader gets on the page; what is left out is not hidden
    from them, but not theirs to carry, or not what the page is for.

    ``own_outcomes``, ``others_outcomes``: what follows when a promise is kept or not; ``secrets``:
    what is hidden from somebody else; ``room``: how many lines there are in the letter that this
    page is printed in.
    """

    own_outcomes: bool = True
    others_outcomes: bool = False
    bottom_lines: bool = False
    reasons: bool = False
    concerns: bool = False
    unanswered: bool = True
    what_child_does: bool = False
    secrets: bool = True
    over: bool = True
    room: int = LINES


CONTENTS = {
    Audience.FAMILY: Contents(others_outcomes=True, bottom_lines=True, reasons=True, concerns=True),
    # What adults must do, or lose, when they fail is not for a child to carry. Nor is a secret:
    # the sheet of paper goes along to everybody whom the child goes to.
    Audience.YOUTH: Contents(bottom_lines=True, what_child_does=True, secrets=False),
    Audience.CHILD: Contents(
        own_outcomes=False,
        unanswered=False,
        what_child_does=True,
        secrets=False,
        over=False,
        room=LINES_IN_LARGE_LETTERS,
    ),
    Audience.NETWORK: Contents(),
    Audience.AGENCY: Contents(others_outcomes=True, bottom_lines=True, reasons=True),
}
_BY_KIND = {PartyKind.NETWORK: Audience.NETWORK, PartyKind.AGENCY: Audience.AGENCY}


def audience_of(reader: Reader) -> Audience:
    """For whom the page of this person is written."""
    age = _age(reader)
    if age is not None and age < ADULT:
        return Audience.CHILD if age < _HAS_RIGHTS else Audience.YOUTH
    if age is None and _is_in_custody(reader):
        return Audience.CHILD
    return _BY_KIND.get(reader.myself.kind, Audience.FAMILY)


def _age(reader: Reader) -> int | None:
    born = reader.on_paper([reader.person]).said(reader.myself.details)("birth_date")
    # One that was erased is a marker, and tells no age.
    return age_on(born, reader.look.day) if isinstance(born, date) else None


def _is_in_custody(reader: Reader) -> bool:
    # Somebody holds custody of a child only; how old it is, is not known here.
    known = reader.look.state[Custodies].known(reader.person)
    return known is not None and bool(known.holders)
