"""Who holds custody of each child, and when rights change by themselves (R41, R49)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from services.plans.domain.family.birthdays import (
    ADULT,
    WARN_DAYS,
    age_on,
    consent_at,
    next_change,
)
from services.plans.domain.family.custody import Custodies, Custody, CustodySource
from services.plans.domain.family.custody_checks import CHECK_CUSTODY
from services.plans.domain.family.leaving import Departures
from services.plans.domain.family.people import PartyKind, People
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.eventbase.calendar import local_day


def custody_view(look: DossierLook) -> Data:
    """Every child, and of whom of the family it is not known how old they are."""
    gone = look.state[Departures].of
    people = [p for p in look.state[People].all.values() if p.person not in gone]
    family = [p.person for p in people if p.kind is PartyKind.FAMILY]
    born = {p.person: _born(look, p.person) for p in people}
    known = look.state[Custodies].of
    children = [p for p in born if p in known or (p in family and _is_minor(look, born[p]))]
    return {
        "children": [_child(look, child, born[child]) for child in children],
        "age_unknown": [person for person in family if born[person] is None],
    }


def _born(look: DossierLook, person: UUID) -> date | None:
    said = look.sight.said(look.state[People].all[person].details)("birth_date")
    return said if isinstance(said, date) and said <= look.day else None


def _is_minor(look: DossierLook, born: date | None) -> bool:
    return born is not None and age_on(born, look.day) < ADULT


def _child(look: DossierLook, child: UUID, born: date | None) -> Data:
    custodies = look.state[Custodies]
    known = custodies.known(child)
    age = age_on(born, look.day) if born is not None else None
    return {
        "person": child,
        "name": look.sight.said(look.state[People].all[child].details)("name"),
        "age": age,
        "consent": consent_at(age) if age is not None else None,
        "next_age": _next_age(look, born) if born is not None else None,
        "custody": _custody(look, known) if known is not None else None,
        "check_again": _check_again(look, child, known),
        "said": [_custody(look, each) for each in custodies.contradicting(child)],
    }


def _next_age(look: DossierLook, born: date) -> Data | None:
    coming = next_change(born, look.day)
    if coming is None:
        return None
    age, on = coming
    days = look.terms.number(WARN_DAYS, look.day)
    return {"age": age, "on": on, "soon": (on - look.day).days <= days}


def _check_again(look: DossierLook, child: UUID, known: Custody | None) -> date | None:
    if known is None or known.source is CustodySource.OF_AGE:
        return None
    owed = [each for each in look.obligations if each.duty == CHECK_CUSTODY]
    due = [o.due_at for o in owed if o.about == child and o.opened == known.mark]
    return local_day(due[0]) if due else None


def _custody(look: DossierLook, custody: Custody) -> Data:
    return {
        "item": custody.item,
        "source": custody.source,
        "checked_on": custody.checked_on,
        "holders": custody.holders,
        "said_by": custody.said_by,
        "note": look.sight.said(custody.words)("note"),
    }
