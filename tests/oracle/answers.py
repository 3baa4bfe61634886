"""What the views say, reduced to what the oracle says too: per view, expected and found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from shared.access.role import Role
from tests.oracle.asking import zulu
from tests.oracle.believed import Told, age_on, counted, day_of, in_force, on_paper, picture
from tests.oracle.keeping import Pair
from tests.oracle.living import Family
from tests.oracle.town import WORKER, Audience, OracleTown

# Expected and found, by what it is about.
Compared = Iterator[tuple[str, Any, Any]]
_CONSENT = ((12, "gezagdragers"), (16, "jeugdige-en-gezagdragers"), (200, "jeugdige"))


class Answers:
    """What is answered about one family at one pair of moments, beside what should be."""

    def __init__(self, town: OracleTown, family: Family, told: list[Told], pair: Pair) -> None:
        self._town, self._family, self._pair = town, family, pair
        self._told = told
        self._counted = counted(told, *pair)
        self._is = picture(self._counted)
        self._day = day_of(pair.valid)
        # Taken over out of an earlier plan: several at once, and not what the oracle looks at.
        self._adopted = {
            each["afspraak"]["wat"]
            for act in told
            if act.name == "eerder-plan-overnemen"
            for each in act.body["afspraken"]
        }

    def ask(self, service: str, place: str, who: Audience = WORKER) -> Any:
        """What a view says; None where nothing is to be read."""
        query = {"limit": 5000} if place == "geschiedenis" else {}
        query |= {"geldigOp": zulu(self._pair.valid), "beschikbaarOp": zulu(self._pair.known)}
        path = f"/dossiers/{self._family.plan}/{place}"
        answer = self._town.ask("GET", service, path, who, query=query)
        return answer.json if answer.status_code == 200 else None

    def all(self, who: Audience) -> Compared:
        """Every comparison, for one audience with full sight."""
        if not any(each.name == "dossier-openen" for each in self._counted):
            yield "before the dossier", None, self.ask("plans", "veiligheidsplan", who)
            return
        yield from self._plan(self.ask("plans", "veiligheidsplan", who))
        yield from self._versions(self.ask("plans", "veiligheidsplan/versies", who), who)
        yield from self._dossier(who)
        yield from self._history(self.ask("plans", "geschiedenis", who))
        yield from self._evaluations(who)
        yield from self._informed(who)

    def _plan(self, read: Any) -> Compared:
        now = self._is
        agreed = {a: _agreement(t, self._day) for a, t in now["afspraken"].items()}
        yield "agreements", agreed, {a["afspraakId"]: _read(a) for a in self._agreed(read)}
        lines = {b: _line(t.body) for b, t in now["bodemeisen"].items()}
        yield "bottom lines", lines, {b["bodemeisId"]: _line(b) for b in read["bodemeisen"]}
        versions = sorted(now["versies"], key=lambda each: each.version or 0)
        yield "version", versions[-1].version if versions else None, read["versie"]
        status = "van kracht" if versions else "nog geen plan"
        yield "status", "afgesloten" if now["afgesloten"] else status, read["status"]
        yield "case lead", now["casusregisseur"], read["casusregisseur"]
        kind = now["onveiligheid"].body["soort"] if now["onveiligheid"] else None
        yield "unsafety", kind, (read["onveiligheid"] or {}).get("soort")

    def _agreed(self, read: Any) -> list[Any]:
        return [a for a in read.get("afspraken", ()) if a["wat"] not in self._adopted]

    def _versions(self, read: Any, who: Audience) -> Compared:
        made = {each.version: each for each in self._is["versies"]}
        found = {v["versie"]: _moment(v["vastgelegdOp"]) for v in read["versies"]}
        yield "versions", {n: each.recorded for n, each in made.items()}, found
        for number, version in made.items():
            page = self.ask("plans", f"veiligheidsplan/versies/{number}", who)
            paper = on_paper(self._told, version)
            agreed = {a: t.body["wat"] for a, t in paper["afspraken"].items()}
            read_there = {a["afspraakId"]: a["wat"] for a in self._agreed(page)}
            yield f"version {number}", agreed, read_there

    def _dossier(self, who: Audience) -> Compared:
        now = self._is
        people = {p: (t.body["naam"], t.body["soort"]) for p, t in now["personen"].items()}
        read = self.ask("plans", "personen", who)["personen"]
        yield "people", people, {p["persoonId"]: (p["naam"], p["soort"]) for p in read}
        groups = self.ask("plans", "zorgen", who)["groepen"]
        concerns = {z["zorgId"]: (z["wat"], z["bron"]) for g in groups for z in g["zorgen"]}
        entered = {z: (t.body["wat"], t.body["bron"]) for z, t in now["zorgen"].items()}
        yield "concerns", entered, concerns
        relations = self.ask("plans", "netwerk", who)["relaties"]
        kinds = {
            relation: each.body["soort"]
            for relation, each in now["relaties"].items()
            if _ends(each.body) <= people.keys() and _began(each.body, self._day)
        }
        drawn = [each for each in relations if _ends(each) <= people.keys()]
        yield "relations", kinds, {r["relatieId"]: r["soort"] for r in drawn}
        children = self._ages_read(who)
        ages = self._ages(people)
        family = {p for p, (_, kind) in people.items() if kind == "gezin"} - now["vertrokken"]
        # Of a child outside the family it may be known as well who has custody.
        yield (
            "ages",
            {p: said for p, said in ages.items() if p in family | children.keys()},
            children,
        )

    def _ages(self, people: Iterable[str]) -> dict[str, tuple[int, str]]:
        found = {}
        for person in people:
            born = self._is["personen"][person].body.get("geboortedatum")
            if born is not None:
                age = age_on(date.fromisoformat(born), self._day)
                found[person] = age, next(right for limit, right in _CONSENT if age < limit)
        return {person: said for person, said in found.items() if said[0] < 18}

    def _ages_read(self, who: Audience) -> dict[str, tuple[int, str]]:
        children = self.ask("plans", "gezag", who)["kinderen"]
        found = {c["persoonId"]: (c["leeftijd"], c["toestemmingVan"]) for c in children}
        return {person: said for person, said in found.items() if (said[0] or 18) < 18}

    def _history(self, read: Any) -> Compared:
        told = [each for each in self._counted if each.service == "plans"]
        clocks = {each.recorded: each.body.get("vernomenOp") for each in told}
        found = {_moment(e["vastgelegdOp"]): e for e in read["gebeurtenissen"]}
        unsaid = {at for at in clocks if at not in found}
        yield "history lacks", set(), unsaid
        heard = {at: e["vernomenOp"] and _moment(e["vernomenOp"]) for at, e in found.items()}
        said = {at: when and _moment(when) for at, when in clocks.items()}
        yield "learned", {**heard, **said}, heard
        claimed = {t.recorded: t.happened for t in told if "gebeurdOp" in t.body and not t.voids}
        happened = {at: _moment(found[at]["gebeurdOp"]) for at in claimed if at in found}
        yield "happened", claimed, happened

    def _evaluations(self, who: Audience) -> Compared:
        now = self._is
        read = self.ask("evaluations", "evaluaties", who)
        if read is None:
            yield "what evaluations followed", {}, now["evaluaties"] | now["voorvallen"]
            return
        held = {e["evaluatieId"]: e["versie"] for e in read["evaluaties"]}
        yield "evaluations", {e: t.body["versie"] for e, t in now["evaluaties"].items()}, held
        for evaluation in held:
            page = self.ask("evaluations", f"evaluaties/{evaluation}", who)
            yield "ratings", self._ratings(evaluation), _ratings(page)
        reports = self.ask("evaluations", "voorvallen", who)["voorvallen"]
        incidents = {v["voorvalId"]: (v["wat"], _moment(v["vastgelegdOp"])) for v in reports}
        entered = {v: (t.body["wat"], t.recorded) for v, t in now["voorvallen"].items()}
        yield "incidents", entered, incidents
        claims = self.ask("evaluations", "niet-nakomen", who)["nietNakomen"]
        broken = {b: (t.body["wat"], t.body["afspraakId"]) for b, t in now["nietNakomen"].items()}
        yield "breaches", broken, {b["nietNakomenId"]: (b["wat"], b["afspraakId"]) for b in claims}
        seen = self.ask("evaluations", "waarnemingen", who)["waarnemingen"]
        noted = {w: t.body["wat"] for w, t in now["waarnemingen"].items()}
        yield "observations", noted, {w["waarnemingId"]: w["wat"] for w in seen}

    def _ratings(self, evaluation: str) -> dict[Any, Any]:
        given = self._is["waarderingen"].items()
        return {key[1:]: value for key, value in given if key[0] == evaluation}

    def _informed(self, who: Audience) -> Compared:
        made = {each.version for each in self._is["versies"]}
        ledger = {
            (person["persoonId"], number): person.get("geinformeerdOp")
            for number in made
            for person in self._ledger(number, who)
        }
        # Whoever need not be told of a version does not stand in its ledger.
        expected = self._is["informeringen"].keys() & ledger.keys()
        yield "informed", expected, {key for key in expected if ledger[key] is not None}

    def _ledger(self, version: int | None, who: Audience) -> list[Any]:
        read = self.ask("notifications", f"informeringen/versies/{version}", who)
        return [] if read is None else list(read["personen"])

    def party(self, person: str) -> Compared:
        """What somebody reads of the plan: what concerns them, on paper, and is not hidden."""
        read = self.ask("plans", "veiligheidsplan", Audience(Role.PERSON, person))
        if read is None:
            return
        versions = sorted(self._is["versies"], key=lambda each: each.version or 0)
        expected = self._theirs(versions[-1], person) if versions else set()
        found = {a["wat"] for a in self._agreed(read)}
        # Whoever left since may read less of what was theirs, as the gate is judged now; whose work
        # it is reads the plan with a worker's sight, and has no version of their own (3.7).
        ever = picture(counted(self._told, _EVER, _EVER))
        known = ever["personen"].get(person)
        if person in ever["vertrokken"] or known is None or known.body["soort"] not in _READERS:
            expected &= found
        yield f"the plan of {person}", expected, found

    def _theirs(self, version: Told, person: str) -> set[str]:
        # The gate is judged now: what was taken back since is gone, what was hidden since hidden.
        now = counted(self._told, _EVER, _EVER)
        made = {each.params.get("afspraakId", each.item) for each in now if each.name in _WRITTEN}
        hidden = {
            each.params.get("afspraakId", each.item)
            for each in now
            if person in each.body.get("verborgenVoor", ())
        }
        return {
            each.body["wat"]
            for item, each in on_paper(self._told, version)["afspraken"].items()
            if person in _concerned(each.body) and item in made - hidden
            if person not in each.body.get("verborgenVoor", ())
        }


_READERS = ("gezin", "netwerk")
_WRITTEN = ("afspraak-maken", "afspraak-wijzigen")
_EVER = datetime.max.replace(tzinfo=datetime.fromisoformat("2026-01-01T00:00Z").tzinfo)


def _concerned(body: dict[str, Any]) -> list[str]:
    return [p for field in ("wie", "voorWie", "gedeeldMet") for p in body.get(field, ())]


def _ends(relation: dict[str, Any]) -> set[str]:
    return {relation["persoonId"], relation["vanPersoonId"]}


def _began(relation: dict[str, Any], day: date) -> bool:
    return date.fromisoformat(relation.get("sinds", "0001-01-01")) <= day


def _agreement(each: Told, day: date) -> Any:
    body = each.body
    hidden = sorted(body.get("verborgenVoor", ()))
    return body["wat"], body["wie"], body["doel"], in_force(each, day), hidden


def _read(said: dict[str, Any]) -> Any:
    hidden = sorted(said["verborgenVoor"])
    return said["wat"], said["wie"], said["doel"], said["vanKracht"], hidden


def _line(body: dict[str, Any]) -> Any:
    return body["tekst"], body["voorWie"]


def _ratings(page: Any) -> dict[Any, Any]:
    given = page["waarderingen"]
    return {(w["persoonId"], w["vraag"], w["overKind"]): w["waarde"] for w in given}


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
