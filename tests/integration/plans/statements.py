"""What a worker types in of a family's picture and of what its people fear and want."""

from __future__ import annotations

from typing import Any

from tests.integration.plans.family import Family


def risk(family: Family, text: str, *owners: str, **more: Any) -> str:
    """A risk statement of these people."""
    said = {"tekst": text, "waarover": "De ruzies", "namens": "gezin", "vanWie": list(owners)}
    return family.item("/risico-uitspraken", {**said, **more})


def desired(family: Family, text: str, risk_statement: str, *owners: str, **more: Any) -> str:
    """A desired situation of these people."""
    said = {"tekst": text, "namens": "gezin", "vanWie": list(owners)}
    return family.item(
        "/gewenste-situaties", {**said, "risicoUitspraken": [risk_statement], **more}
    )


def discuss(family: Family, statement: str, *people: str, **reactions: str) -> None:
    """A discussion with people who were together; ``reactions`` by the name of a person."""
    said = [{"persoonId": getattr(family, who), "tekst": text} for who, text in reactions.items()]
    body = {"met": list(people), "reacties": said}
    family.do(f"/uitspraken/{statement}/besprekingen", body)


def concern(family: Family, what: str, **more: Any) -> str:
    """A concern that Els told of."""
    said = {"wat": what, "aard": "mening", "bron": "Els, oma", "letterlijk": "Ik sta doodsangsten"}
    return family.item("/zorgen", {**said, **more})


def share(family: Family, what: str, person: str, reaction: str) -> None:
    """Somebody is told of a concern."""
    body = {"persoonId": person, "reactie": reaction}
    family.do(f"/zorgen/{what}/gesprekken", body)


def mapped(family: Family) -> None:
    """Something for every view: seen by all who may, and by Stefan only what he was told of."""
    fear = risk(family, "Dan gaat het mis", family.mirjam)
    desired(family, "Rust", fear, family.mirjam)
    discuss(family, fear, family.stefan, stefan="Onzin")
    share(family, concern(family, "Er is ruzie"), family.stefan, "Dat valt mee")
    family.do("/goed-genoeg", {"tekst": "Iedereen slaapt door", "voorWie": [family.mirjam]})
    family.do("/beraden", {"deelnemers": [family.els], "voldoendeInKaart": True})
    plan = {"persoonId": family.stefan, "onderwerpen": ["De ruzie"], "door": family.fatma}
    family.do("/gesprekken/gepland", {**plan, "uiterlijk": "2025-03-20"})
