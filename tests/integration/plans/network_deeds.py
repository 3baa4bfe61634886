"""What happens in the network of the two worlds: some of it Stefan's to see, most of it not."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.integration.plans.two_worlds import World

KINDS = ("ouder", "partner", "ex-partner", "vriend", "buur", "broer-of-zus", "grootouder")
QUALITIES = ("hecht", "goed", "gespannen")
DRAWINGS = ("/netwerk", "/netwerk/genogram.svg", "/netwerk/sociogram.svg")


def relation(rng: random.Random, one: str, other: str, *readers: str, **more: Any) -> Any:
    """Some relation between these two, shown to these readers."""
    return {
        "persoonId": one,
        "vanPersoonId": other,
        "soort": rng.choice(KINDS),
        "kwaliteit": rng.choice(QUALITIES),
        "toelichting": f"Geheim {rng.random()}",
        "gedeeldMet": list(readers),
        **more,
    }


def visible_relation(world: World, rng: random.Random) -> None:
    """Stefan is shown what two others, or he and another, are to one another."""
    f = world.family
    unknown = f.add(f"Buur {rng.random()}", "netwerk")
    one, other = rng.sample([f.mirjam, f.els, f.stefan, unknown], 2)
    world.relations.append(f.item("/relaties", relation(rng, one, other, f.stefan)))


def visible_ending(world: World, rng: random.Random) -> None:
    """Something that Stefan sees is over."""
    if world.relations:
        item = world.relations.pop(rng.randrange(len(world.relations)))
        world.family.do(f"/relaties/{item}/einde", {"totEnMet": "2025-03-10"})


def hidden_relation(world: World, rng: random.Random) -> None:
    """A secret new partner; what two of whom Stefan knows are to one another; what he is to one."""
    f = world.family
    karel = f.add("Karel", "netwerk", verborgenVoor=[f.stefan])
    f.do("/relaties", relation(rng, f.mirjam, karel, f.mirjam))
    f.do("/relaties", relation(rng, karel, f.els, f.mirjam, verborgenVoor=[f.stefan]))
    kept = f.item("/relaties", relation(rng, f.mirjam, f.els, f.mirjam, f.hans))
    f.do(f"/relaties/{kept}/lezers", {"persoonId": f.fatma})
    f.do(f"/relaties/{kept}/einde", {"totEnMet": "2025-03-10", "reden": "Geheim"})
    f.do("/relaties", relation(rng, f.stefan, f.hans, f.mirjam, f.hans))
    f.adjust()


def hidden_preparations(world: World, rng: random.Random) -> None:
    """Whom a deliberation is prepared with, and who has custody: nothing of it is for Stefan."""
    f = world.family
    f.do("/netwerktekeningen", {"vorm": "beide", "gemaaktMet": [f.mirjam], "toelichting": "Geheim"})
    one, decided = f"/personen/{f.els}", {"reden": "Geheim", "beslotenDoor": f.fatma}
    f.do(f"{one}/netwerkcirkel", {"cirkel": rng.randrange(1, 4), "genoemdDoor": [f.mirjam]})
    f.do(f"{one}/uitnodigingen", {"uitgenodigdDoor": f.fatma})
    f.do(f"{one}/bereidheid", {"denktMee": True, "komt": False})
    f.do(f"{one}/uitsluitingen", decided)
    f.do(f"{one}/toelatingen", decided)
    read = {"bron": "gezagsregister", "nagegaanOp": "2025-03-10", "gezagdragers": [f.mirjam]}
    f.do(f"/personen/{f.hans}/gezag", read)
    for step in ("vertrek", "terugkeer"):
        f.do(f"{one}/{step}", {"reden": "Geheim"})
    f.adjust()
