"""What must be said at (V, K): sort, filter, apply, out of what was entered and nothing else.

Written from domain.md (3.5, 3.6, 3.10, W0.9, W3.4, W7.2, W8.1) and design.md, section 3. Imports
nothing of the services: what they have in common with this is only what people typed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from tests.oracle.living import Entered, Family, parts_of

_HERE = ZoneInfo("Europe/Amsterdam")
_REWORDS = {"afspraak-wijzigen": "afspraakId", "bodemeis-wijzigen": "bodemeisId"}
_WORDS = {"afspraak-maken", "bodemeis-stellen", *_REWORDS}
Picture = dict[str, Any]


class Told(NamedTuple):
    """One thing that was told, with its clocks; ``voids``: when what it takes back was recorded."""

    service: str
    name: str
    item: str
    body: dict[str, Any]
    params: dict[str, str]
    happened: datetime
    recorded: datetime
    version: int | None
    voids: datetime | None


def told_of(family: Family) -> list[Told]:
    """Everything that was entered about a family, in the order of recording."""
    acts = [parts_of(done) for done in family.entered]
    told = [_told(family, part, parts[0].recorded_at) for parts in acts for part in parts]
    return _keeping_hidden(sorted(told, key=lambda each: each.recorded))


def _keeping_hidden(told: list[Told]) -> list[Told]:
    """With from whom each rewording kept the item hidden (design 6).

    Who words it anew and says nothing of that, keeps it hidden as they know it then: it stays so
    when what they knew turns out to be a mistake.
    """
    said: list[Told] = []
    for each in told:
        if each.name in _REWORDS and each.body.get("verborgenVoor") is None:
            # An adjustment is told of under its first item, and says nothing of who may read it.
            worded = [t for t in known(said, each.recorded) if t.name in _WORDS]
            before = [t for t in worded if _words(t) == _words(each)]
            stood = max(before, key=lambda t: (t.happened, t.recorded), default=each)
            hidden = stood.body.get("verborgenVoor", ())
            each = each._replace(body=each.body | {"verborgenVoor": sorted(hidden)})
        said.append(each)
    return said


def _words(each: Told) -> str:
    return each.params[_REWORDS[each.name]] if each.name in _REWORDS else each.item


def _told(family: Family, done: Entered, first: datetime) -> Told:
    # Nobody claimed when it happened: then when it was recorded, with all that it was told with.
    body, recorded = done.body, done.recorded_at
    if done.deed.name == "relatie-vastleggen":
        # Each one it is shared with is an event of its own, which can be taken back by itself.
        first = recorded = recorded - timedelta(microseconds=len(done.answer["onderdelen"]) - 1)
    voids = family.taken_back.get(body.get("gebeurtenisId", ""))
    claimed = body.get("gebeurdOp")
    happened = first if claimed is None or voids else datetime.fromisoformat(claimed)
    item = next(iter(done.answer["onderdelen"]), "")
    version = done.answer.get("versie")
    deed = done.deed
    return Told(
        deed.service, deed.name, item, body, done.params, happened, recorded, version, voids
    )


def known(told: Iterable[Told], at: datetime) -> list[Told]:
    """Recorded at or before K, without what a correction that was known takes back."""
    heard = [each for each in told if each.recorded <= at]
    wrong = {(each.service, each.voids) for each in heard if each.voids is not None}
    return [each for each in heard if (each.service, each.recorded) not in wrong]


def counted(told: Iterable[Told], valid: datetime, at: datetime) -> list[Told]:
    """What counts at (V, K), in the order in which it happened."""
    found = [each for each in known(told, at) if each.happened <= valid]
    return sorted(found, key=lambda each: (each.happened, each.recorded))


def picture(told: Iterable[Told]) -> Picture:
    """What is so after all of this, in this order."""
    made: Picture = {"personen": {}, "afspraken": {}, "bodemeisen": {}, "zorgen": {}}
    made |= {"evaluaties": {}, "waarderingen": {}, "voorvallen": {}, "nietNakomen": {}}
    made |= {"waarnemingen": {}, "versies": [], "casusregisseur": None, "onveiligheid": None}
    made |= {"relaties": {}, "informeringen": {}, "vertrokken": set(), "afgesloten": None}
    for each in told:
        _APPLIED.get(each.name, _nothing)(made, each)
    return made


def _nothing(made: Picture, each: Told) -> None:
    """Says something that the oracle does not look at."""


def _put(place: str) -> Callable[[Picture, Told], None]:
    def put(made: Picture, each: Told) -> None:
        made[place][each.item] = each

    return put


def _replace(place: str, param: str) -> Callable[[Picture, Told], None]:
    def replace(made: Picture, each: Told) -> None:
        if each.params[param] in made[place]:
            made[place][each.params[param]] = each

    return replace


def _reworded(made: Picture, each: Told) -> None:
    # All of it is said anew: it stands also when only its making was taken back.
    made["afspraken"][each.params["afspraakId"]] = each


def _drop(place: str, param: str) -> Callable[[Picture, Told], None]:
    def drop(made: Picture, each: Told) -> None:
        made[place].pop(each.params[param], None)

    return drop


def _keep(place: str, field: str | None = None) -> Callable[[Picture, Told], None]:
    def keep(made: Picture, each: Told) -> None:
        made[place] = each if field is None else each.body[field]

    return keep


def _rated(made: Picture, each: Told) -> None:
    body = each.body
    who = each.params["evaluatieId"], body["persoonId"], body["vraag"], body.get("overKind")
    made["waarderingen"][who] = body.get("waarde")


def _versioned(made: Picture, each: Told) -> None:
    made["versies"].append(each)


def _left(made: Picture, each: Told) -> None:
    made["vertrokken"].add(each.params["persoonId"])


def _returned(made: Picture, each: Told) -> None:
    made["vertrokken"].discard(each.params["persoonId"])


def _informed(made: Picture, each: Told) -> None:
    if "versie" in each.body:
        made["informeringen"][each.body["persoonId"], each.body["versie"]] = each


_APPLIED: dict[str, Callable[[Picture, Told], None]] = {
    "persoon-toevoegen": _put("personen"),
    "betrokkenheid-beeindigen": _left,
    "betrokkenheid-hervatten": _returned,
    "afspraak-maken": _put("afspraken"),
    "afspraak-wijzigen": _reworded,
    "afspraak-beeindigen": _drop("afspraken", "afspraakId"),
    "bodemeis-stellen": _put("bodemeisen"),
    "bodemeis-wijzigen": _replace("bodemeisen", "bodemeisId"),
    "bodemeis-intrekken": _drop("bodemeisen", "bodemeisId"),
    "zorg-vastleggen": _put("zorgen"),
    "relatie-vastleggen": _put("relaties"),
    "casusregisseur-aanwijzen": _keep("casusregisseur", "persoonId"),
    "casusregie-overdragen": _keep("casusregisseur", "persoonId"),
    "onveiligheid-beoordelen": _keep("onveiligheid"),
    "plan-vaststellen": _versioned,
    "plan-bijstellen": _versioned,
    "plan-afsluiten": _keep("afgesloten"),
    "evaluatie-beginnen": _put("evaluaties"),
    "schaalvraag-beantwoorden": _rated,
    "voorval-melden": _put("voorvallen"),
    "niet-nakomen-melden": _put("nietNakomen"),
    "waarneming-vastleggen": _put("waarnemingen"),
    "informeren-vastleggen": _informed,
}


def day_of(moment: datetime) -> date:
    """The day that it is here, at that moment."""
    return moment.astimezone(_HERE).date()


def in_force(agreement: Told, day: date) -> bool:
    """Whether an agreement holds on a day, its first and last included (S6.6)."""
    first = date.fromisoformat(agreement.body["geldigVanaf"])
    last = agreement.body.get("geldigTot")
    return first <= day and (last is None or day <= date.fromisoformat(last))


def age_on(born: date, day: date) -> int:
    """How old somebody is on a day (3.6: rights change by themselves)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def on_paper(told: list[Told], version: Told) -> Picture:
    """What a version says: what stood in the record before it (ADR 0003), its own changes too."""
    stood = known([each for each in told if each.service == "plans"], version.recorded)
    return picture(sorted(stood, key=lambda each: (each.happened, each.recorded)))
