"""What holds of telling people, whatever was followed, sent, refused or recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from services.notifications.domain.attempts import NoticeIntended, NoticeSent
from services.notifications.domain.informings import Informings, PersonInformed
from services.notifications.domain.notices import Notices
from services.notifications.domain.obligations import obligations
from services.notifications.domain.people import People
from services.notifications.domain.terms import OWN
from services.notifications.domain.versions import Versions
from services.notifications.domain.withholding import InformingWithheld
from tests.unit.lives.invariants import Invariant, World


def _settled_by_sending(world: World) -> list[Any]:
    said = {each.item for each in world.events(PersonInformed, InformingWithheld)}
    return [
        due
        for due in obligations(world.state, OWN)
        if not due.is_open and {each.item for each in (due.informed, due.withheld) if each} - said
    ]


def _told_of_nothing_new(world: World) -> Iterator[Any]:
    versions = world.state[Versions].all
    for notice in world.state[Notices].all.values():
        version = versions.get(notice.occasion.version or 0)
        if version is not None and notice.person not in version.changed_for:
            yield notice


def _told_without_version(world: World) -> list[Any]:
    versions = world.state[Versions]
    return [
        each
        for each in world.state[Informings].all
        if each.occasion.version is not None
        and versions.stand(each.occasion)
        and not versions.own_number(each.person, each.occasion)
    ]


def _withheld_alone(world: World) -> list[Any]:
    decided = world.events(InformingWithheld)
    return [each for each in decided if each.decided_by == each.consulted]


def _sent_more_often_than_meant(world: World) -> Counter[Any]:
    meant = Counter(each.notice for each in world.events(NoticeIntended))
    return Counter(each.notice for each in world.events(NoticeSent)) - meant


def _to_nobody_known(world: World) -> list[Any]:
    known = world.state[People].kinds
    return [n for n in world.state[Notices].all.values() if n.person not in known]


NOTIFICATIONS = (
    Invariant("only being told settles, or a decision not to", "W8.4", _settled_by_sending),
    Invariant("nobody is told of a version that is not news to them", "W8.4", _told_of_nothing_new),
    Invariant("whoever knows of a version has one", "W8.4", _told_without_version),
    Invariant("keeping it from somebody is not decided alone", "W8.4", _withheld_alone),
    Invariant("nothing is sent without having been meant", "W8.4", _sent_more_often_than_meant),
    Invariant("a notice is for somebody in the dossier", "W7.1", _to_nobody_known),
)
