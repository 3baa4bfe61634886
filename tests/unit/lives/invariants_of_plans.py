"""What holds in every dossier, whatever people did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from services.plans.domain.course.direct_safety import DirectSafetyWeighed
from services.plans.domain.family.case_lead import CaseLead, CaseLeadAssigned
from services.plans.domain.family.custody import CustodyRecorded
from services.plans.domain.family.people import PartyKind, People, PersonAdded
from services.plans.domain.groundwork.measures import Measures, lasts
from services.plans.domain.groundwork.unsafety import Classifications
from services.plans.domain.network.attendance import Attendances
from services.plans.domain.network.inviting import Invitations
from services.plans.domain.network.relations import PersonsRelated
from services.plans.domain.plan.agreements import Agreement, Agreements, Purpose
from services.plans.domain.plan.bottom_lines import BottomLines
from services.plans.domain.plan.closing import Closing
from services.plans.domain.plan.pending import pending_items
from services.plans.domain.plan.schedule import Schedules
from services.plans.domain.plan.versions import NAMED_CAUSES, Versions
from services.plans.domain.together.takeovers import TaskTakenOver
from services.plans.domain.together.tasks import Tasks
from shared.eventbase.calendar import local_day
from shared.eventbase.reach import Reaches
from tests.unit.lives.ids import ids_in
from tests.unit.lives.invariants import EVERYWHERE, Invariant, World


def _unled(world: World) -> Iterator[object]:
    lead = world.state[CaseLead].person
    if lead is None:
        yield from world.events(CaseLeadAssigned)
        yield from () if "geen-casusregisseur" in world.flags else ("not in sight",)
    else:
        known = world.state[People].all.get(lead)
        if known is None or known.kind is not PartyKind.PROFESSIONAL:
            yield lead


def _misnumbered(world: World) -> list[int]:
    numbers = [version.number for version in world.state[Versions].all]
    return [] if numbers == list(range(1, len(numbers) + 1)) else numbers


def _without_cause(world: World) -> list[Any]:
    return [
        version
        for version in world.state[Versions].all
        if version.cause is None or (version.cause.kind in NAMED_CAUSES and not version.cause.id)
    ]


def _out_of_order(world: World) -> list[Any]:
    made = [version.made_at for version in world.state[Versions].all]
    return [] if made == sorted(made) else made


def _kept_by_nobody(world: World) -> list[Agreement]:
    known = world.state[People].all.keys()
    standing = world.state[Agreements].standing
    return [each for each in standing if not each.responsible or set(each.responsible) - known]


def _backwards(world: World) -> list[Agreement]:
    standing = world.state[Agreements].standing
    return [each for each in standing if each.valid_until and each.valid_until < each.valid_from]


def _unknown_people(world: World) -> set[tuple[str, UUID]]:
    known = world.state[People].all.keys()
    gone = world.ever_added - known
    return {
        (each.event.TOPIC, person)
        for each in world.counted
        for person in ids_in(each.event)
        if person in gone
    }


def _closed_without_plan(world: World) -> list[object]:
    closing = world.state[Closing]
    if closing.closed is None:
        return []
    return [] if world.state[Versions].current and closing.pictures else [closing.closed]


def _unprotected(world: World) -> list[UUID]:
    current = world.state[Classifications].current
    if current is None or not current.kind.is_acute or "onbeschermd" in world.flags:
        return []
    today = local_day(world.now)
    safe = [a for a in world.state[Agreements].standing if a.in_force_on(today)]
    direct = {p for a in safe if a.purpose is Purpose.DIRECT_SAFETY for p in a.for_people}
    return [person for person in current.endangered if person not in direct]


def _unseen_gaps(world: World) -> Iterator[str]:
    if world.state[Versions].current is None:
        return
    if world.state[Schedules].current is None and "geen-evaluatieritme" not in world.flags:
        yield "geen-evaluatieritme"
    if not world.state[BottomLines].standing and "geen-bodemeis" not in world.flags:
        yield "geen-bodemeis"
    if pending_items(world.state) and "nog-niet-in-versie" not in world.flags:
        yield "nog-niet-in-versie"


def _custody_of_oneself(world: World) -> list[Any]:
    return [each for each in world.events(CustodyRecorded) if each.child in each.holders]


def _endless_measures(world: World) -> list[Any]:
    measures = world.state[Measures].all
    return [
        measure
        for measure in measures
        if measure.ends < measure.begins
        or (measure.kind.longest and lasts(measure.begins, measure.ends) > measure.kind.longest)
    ]


def _related_to_oneself(world: World) -> list[Any]:
    return [each for each in world.events(PersonsRelated) if each.one == each.other]


def _invited_though_excluded(world: World) -> list[UUID]:
    excludes = world.state[Attendances].excludes
    found = [person for person in world.state[Invitations].of if excludes(person)]
    return [] if "uitgenodigd-en-uitgesloten" in world.flags else found


def _taken_over_from_oneself(world: World) -> list[Any]:
    return [each for each in world.events(TaskTakenOver) if each.by == each.from_person]


def _decided_alone(world: World) -> list[Any]:
    decided = world.events(DirectSafetyWeighed)
    return [each for each in decided if each.consulted == each.decided_by]


def _task_of_a_stranger(world: World) -> list[Any]:
    known = world.state[People].all
    return [task for task in world.state[Tasks].all.values() if task.assigned.party not in known]


def _forgotten(world: World) -> list[Any]:
    """Who was hidden from somebody, and is hidden from them no more."""
    reaches = world.state[Reaches].of
    return [
        added
        for added in world.events(PersonAdded)
        if set(added.hidden_from) - reaches[added.person].hidden_from
    ]


PLANS = (
    *EVERYWHERE,
    Invariant("who leads is a known professional; that nobody does is seen", "W7.2", _unled),
    Invariant("versions are numbered from one without gap or double", "W8.3", _misnumbered),
    Invariant("every version has a cause, of its own", "W8.3", _without_cause),
    Invariant("a later version was made later", "W0.11", _out_of_order),
    Invariant("somebody known must keep an agreement", "R34", _kept_by_nobody),
    Invariant("no agreement ends before it begins", "S6.6", _backwards),
    Invariant("whoever is named is in the dossier", "W7.1", _unknown_people),
    Invariant("a plan is closed against good enough", "W0.6", _closed_without_plan),
    Invariant("whoever is in acute danger is protected, or seen not to be", "W3.2", _unprotected),
    Invariant("what a plan in force lacks is seen", "W8.2", _unseen_gaps),
    Invariant("a child has no custody of itself", "R49", _custody_of_oneself),
    Invariant("a measure lasts no longer than the law allows", "R16", _endless_measures),
    Invariant("a relation is between two people", "S3.1", _related_to_oneself),
    Invariant("an invitation to one who is excluded is seen", "S5.2", _invited_though_excluded),
    Invariant("a task is taken over from another", "S7.1", _taken_over_from_oneself),
    Invariant("a task is somebody's in the dossier", "W7.1", _task_of_a_stranger),
    Invariant("a colleague who is consulted is another", "W1.1", _decided_alone),
    Invariant("whoever is hidden from somebody stays so", "W7.1", _forgotten),
)
