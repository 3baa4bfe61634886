"""Two worlds that differ only in what one person may not know (design 6).

Both live the same visible life, at the same moments and with the same ids; the second one has
more in between, all of it hidden from that person. Whatever the person asks must be answered
with the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from shared.access.development import DevelopmentIssuer
from shared.access.role import Role
from tests.integration.plans import erasing
from tests.integration.plans.family import agreement, in_force
from tests.integration.plans.network_deeds import (
    DRAWINGS,
    hidden_preparations,
    hidden_relation,
    visible_ending,
    visible_relation,
)
from tests.integration.plans.statements import concern, desired, discuss, risk, share
from tests.integration.plans.together import FOR_PEOPLE, code_word, task
from tests.integration.plans.town import START, Town

MAKE = {"soort": "afspraak-maken"}
Answer = tuple[int, list[tuple[str, str]], bytes]


class World:
    """One world: a family with a plan, in which steps happen that a seed decides."""

    def __init__(self, folder: Path, issuer: DevelopmentIssuer) -> None:
        self.town = Town(folder, issuer)
        self.town.label("family")
        self.family = in_force(self.town)
        self.visible: list[str] = []
        self.hidden: list[str] = []
        self.relations: list[str] = []

    def step(self, number: int, act: Callable[[World, random.Random], None], seed: str) -> None:
        """One thing that happens, at its own moment, with ids of its own."""
        self.town.at(START + timedelta(hours=number))
        self.town.label(seed)
        act(self, random.Random(seed))

    def made(self, done: Any) -> str:
        """The first thing that an act made."""
        found: str = done["onderdelen"][0]
        return found


def _who(world: World, rng: random.Random) -> list[str]:
    family = world.family
    return rng.sample([family.mirjam, family.els, family.hans], rng.randrange(1, 3))


def visible_adjustment(world: World, rng: random.Random) -> None:
    """A version with something for Stefan in it."""
    family = world.family
    body = MAKE | agreement(f"Zichtbaar {rng.random()}", family.stefan, *_who(world, rng))
    world.visible.append(world.made(family.adjust(body)))


def visible_change(world: World, rng: random.Random) -> None:
    """Other content for something that Stefan reads."""
    family = world.family
    if not world.visible:
        return
    body = agreement(f"Gewijzigd {rng.random()}", family.stefan, gedeeldMet=_who(world, rng))
    item = rng.choice(world.visible)
    family.adjust({"soort": "afspraak-wijzigen", "afspraakId": item, **body})


def visible_end(world: World, rng: random.Random) -> None:
    """Something that Stefan reads comes to an end."""
    if not world.visible:
        return
    item = world.visible.pop(rng.randrange(len(world.visible)))
    ending = {"soort": "afspraak-beeindigen", "afspraakId": item, "reden": "Klaar"}
    world.family.adjust(ending)


def visible_bottom_line(world: World, rng: random.Random) -> None:
    """A bottom line for Stefan, and the rhythm in which all meet."""
    family = world.family
    line = {"soort": "bodemeis-stellen", "tekst": "Rust", "voorWie": [family.stefan]}
    rhythm = {
        "soort": "evaluatieritme-afspreken",
        "eersteDatum": "2025-04-01",
        "aantalWeken": rng.randrange(1, 9),
        "wijze": "Samen",
        "deelnemers": [family.stefan, family.mirjam],
    }
    family.adjust(line, rhythm)


def visible_statement(world: World, rng: random.Random) -> None:
    """A statement of Stefan's own, one that he is told of, and a concern that he is told of."""
    family = world.family
    risk(family, f"Van Stefan {rng.random()}", family.stefan)
    discuss(family, risk(family, "Van Mirjam", family.mirjam), family.stefan, stefan="Onzin")
    share(family, concern(family, "Ruzie"), family.stefan, "Valt mee")


def confirmation(world: World, rng: random.Random) -> None:
    """The plan is confirmed as it is."""
    world.family.adjust()


def visible_task(world: World, rng: random.Random) -> None:
    """Something is asked of Stefan, and of Els, who says yes, so that Stefan can count on it."""
    family = world.family
    task(family, family.stefan)
    family.do("/instemmingen", {"persoonId": family.stefan, "eens": "nee"})
    call = {"soort": "bellen", "tekst": "Els", "voorWie": [family.stefan, family.mirjam]}
    family.do("/noodplanonderdelen", call)
    asked = task(family, family.els, gedeeldMet=[family.stefan])
    if rng.random() < 0.5:
        family.do(f"/taken/{asked}/antwoorden", {"akkoord": True})


VISIBLE = (
    visible_task,
    visible_adjustment,
    visible_change,
    visible_end,
    visible_bottom_line,
    visible_statement,
    confirmation,
    visible_relation,
    visible_ending,
)


def _secret(world: World, rng: random.Random) -> dict[str, Any]:
    # It concerns only others; or it is hidden from Stefan, at times though he is named in it.
    family = world.family
    what, who = f"Geheim {rng.random()}", _who(world, rng)
    if rng.random() < 0.3:
        return agreement(what, *who)
    who += [family.stefan] if rng.random() < 0.3 else []
    more = {"voorWie": [family.stefan]} if rng.random() < 0.3 else {}
    return agreement(what, *who, verborgenVoor=[family.stefan], **more)


def hidden_adjustment(world: World, rng: random.Random) -> None:
    """A version whose only change is hidden from Stefan."""
    world.hidden.append(world.made(world.family.adjust(MAKE | _secret(world, rng))))


def hidden_change(world: World, rng: random.Random) -> None:
    """A change to something hidden, in a version of its own."""
    if world.hidden:
        change = {"soort": "afspraak-wijzigen", "afspraakId": rng.choice(world.hidden)}
        world.family.adjust(change | _secret(world, rng))


def hidden_end(world: World, rng: random.Random) -> None:
    """The end of something hidden."""
    if world.hidden:
        item = world.hidden.pop(rng.randrange(len(world.hidden)))
        ending = {"soort": "afspraak-beeindigen", "afspraakId": item, "reden": "Klaar"}
        world.family.adjust(ending)


def hidden_person(world: World, rng: random.Random) -> None:
    """Somebody hidden, with an agreement that is hidden too."""
    family = world.family
    who = family.add(f"Geheim {rng.random()}", "netwerk", verborgenVoor=[family.stefan])
    secret = agreement("Schuilplaats", who, family.mirjam, verborgenVoor=[family.stefan])
    family.adjust(MAKE | secret)


def anothers_affairs(world: World, rng: random.Random) -> None:
    """What concerns Stefan not: a safe contact, a consultation's groundwork, a lead, a report."""
    family = world.family
    contact = {"kanaal": "e-mail", "adres": "geheim@example.org"}
    family.do(f"/personen/{family.mirjam}/veilig-contact", contact)
    family.do("/casusregie", {"persoonId": family.fatma})
    family.do("/uitzonderingen", {"wat": "Mirjam belde Hans", "door": [family.mirjam]})
    judged = {"soort": "acuut", "onderbouwing": "Geheim", "bedreigdePersonen": [family.mirjam]}
    family.do("/onveiligheid", judged)
    report = {"instantie": "veilig-thuis", "reden": "Geheim", "gezinVoorafIngelicht": True}
    family.do("/meldingen", report)


def anothers_statements(world: World, rng: random.Random) -> None:
    """What others fear and want and were told of, and what a worker knows and does not know."""
    family = world.family
    fear = risk(family, f"Geheim {rng.random()}", family.mirjam, voorWie=[family.stefan])
    desired(family, "Geheim", fear, family.mirjam)
    discuss(family, fear, family.els, family.mirjam)
    told = concern(family, "Geheim", zorgVan=family.stefan, overWie=[family.stefan])
    share(family, told, family.mirjam, "Geheim")
    family.do("/ontbrekende-informatie", {"wat": "Geheim", "overWie": [family.stefan]})
    held = {"met": [family.mirjam], "door": family.fatma, "uitkomst": "Geheim"}
    family.do("/gesprekken", held)


def hidden_correction(world: World, rng: random.Random) -> None:
    """Something hidden was a mistake, and is taken back in a version of its own."""
    family = world.family
    done = family.do("/afspraken", _secret(world, rng))
    entries = world.town.json(f"{family.dossier}/geschiedenis")["gebeurtenissen"]
    (event,) = [e for e in entries if e["vastgelegdOp"] == done["vastgelegdOp"]]
    body = {"gebeurtenisId": event["gebeurtenisId"], "reden": "Vergissing"}
    family.do("/correcties", body, If_Match=family.revision)


def hidden_task(world: World, rng: random.Random) -> None:
    """What is asked of others: hidden, not shared, or shared and not promised."""
    family = world.family
    more: dict[str, Any] = {"verborgenVoor": [family.stefan], "gedeeldMet": [family.mirjam]}
    asked = task(family, family.hans, **more if rng.random() < 0.5 else {})
    family.do(f"/taken/{asked}/antwoorden", {"akkoord": True})
    task(family, family.els, gedeeldMet=[family.stefan])
    cooking = {"taak": "Koken", "van": family.mirjam, "door": family.hans}
    family.do("/overgenomen-taken", cooking | {"eersteDag": "2025-03-14"})
    family.do("/casusregie/bekendmakingen", {"personen": [family.mirjam], "wijze": "Gebeld"})
    family.do("/noodplanonderdelen", code_word(family))
    family.do("/instemmingen", {"persoonId": family.mirjam, "eens": "nee", "opmerking": "Bang"})
    family.do("/besprekingen", {"persoonId": family.stefan, "door": family.fatma, "wijze": "Thuis"})
    family.adjust()


def what_is_erased(world: World, rng: random.Random) -> None:
    """Others ask for erasure, and something that is hidden from Stefan is to be erased."""
    erasing.live(world.family)
    items = world.hidden or [str(UUID(int=rng.getrandbits(128), version=4))]
    erasing.decided(world.family, onderdelen=items[:1], personen=[world.family.hans])


HIDDEN = (
    what_is_erased,
    hidden_task,
    hidden_adjustment,
    hidden_change,
    hidden_end,
    hidden_person,
    anothers_affairs,
    anothers_statements,
    hidden_correction,
    hidden_relation,
    hidden_preparations,
)


def live(world: World, seed: int, extra: bool, steps: int = 9) -> None:
    """A life decided by ``seed``; with ``extra`` there is something hidden between the rest."""
    rng = random.Random(seed)
    for number in range(steps):
        visible, hidden, much = rng.choice(VISIBLE), rng.choice(HIDDEN), rng.random()
        world.step(3 * number + 1, visible, f"{seed}-{number}")
        if extra and much < 0.7:
            world.step(3 * number + 2, hidden, f"{seed}-{number}-hidden")
    world.town.at(START + timedelta(hours=3 * steps + 1))


def answers(world: World, moments: list[datetime]) -> dict[str, Answer]:
    """All that Stefan can read of this world, now and at each of these moments."""
    family, town = world.family, world.town
    contact = f"{family.dossier}/personen/{family.mirjam}/veilig-contact"
    own = f"{family.dossier}/personen/{family.stefan}/veilig-contact"
    paths = [family.plan, f"{family.plan}/versies", f"{family.dossier}/personen", contact, own]
    pages = [f"{family.dossier}/personen/{p}/gezinsversie" for p in (family.stefan, family.mirjam)]
    paths += [*pages, *(f"{family.plan}/versies/{n}" for n in range(1, 13))]
    paths += [family.dossier + drawing for drawing in DRAWINGS]
    paths += [f"{family.dossier}/geschiedenis", "/dossiers", "/gebeurtenissen"]
    paths += [f"{family.dossier}/{what}" for what in ("zorgen", "risico-uitspraken", "gesprekken")]
    paths += [family.dossier + path for path in FOR_PEOPLE.values()]
    found = {}
    for query in _queries(moments):
        for path in paths:
            town.label("answer")
            answer = town.get(path, Role.PERSON, family.stefan, **query)
            key = f"{path.replace(family.dossier, '')} {query}"
            found[key] = (answer.status_code, list(answer.headers), answer.data)
    return found


def _queries(moments: list[datetime]) -> list[dict[str, str]]:
    keys = (("geldigOp",), ("beschikbaarOp",), ("geldigOp", "beschikbaarOp"))
    asked = [dict.fromkeys(each, moment.isoformat()) for moment in moments for each in keys]
    return [{}, *asked]


def differences(one: dict[str, Answer], other: dict[str, Answer]) -> list[str]:
    """The questions that were answered differently."""
    return [key for key in one.keys() | other.keys() if one.get(key) != other.get(key)]
