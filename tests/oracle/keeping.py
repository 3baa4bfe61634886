"""Answers that are kept, to be held against what is answered elsewhere or later."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from tests.oracle.asking import Answer, Asked
from tests.oracle.comparing import differences, only_less, plain, same
from tests.oracle.living import Family
from tests.oracle.town import OracleTown

# What somebody else reads, whoever asks for it: the gate judges now what that person may see.
_FOR_A_PERSON = {"gezinsversie"}


class Pair(NamedTuple):
    """Two moments: V, what was so on it, and K, what was known by then."""

    valid: datetime
    known: datetime


class Kept(NamedTuple):
    """What was answered about the past, and which versions were the party's own meanwhile."""

    family: Family
    asked: Asked
    pair: Pair
    answer: Answer
    own_versions: Any


def keep(town: OracleTown, family: Family, asked: Asked, pair: Pair) -> Kept:
    """Asks it, and keeps the answer."""
    answer = asked.at(town, *pair)
    return Kept(family, asked, pair, answer, _own_versions(town, asked, pair))


def disagreement(one: Kept, other: Kept) -> str | None:
    """In what two answers to one question disagree; a party reads no more in ``one``.

    A version is somebody's own when they read something else in it than in the one before. What
    was hidden since, or taken back, is judged now (W8.4, design 6): then their numbers shift, and
    nothing that bears a number can be compared.
    """
    asked, left, right = one.asked, one.answer, other.answer
    if asked.who.person is None and asked.question.name not in _FOR_A_PERSON:
        fine = same(asked, left, right)
    else:
        own = one.family.names.get(asked.who.person, "")
        fine = only_less(asked, left, right, own) or one.own_versions != other.own_versions
    if fine:
        return None
    said = list(differences(plain(asked, left), plain(asked, right)))[:4]
    where = f"{asked.question.key} {asked.path} {asked.query} {asked.who} {one.pair}"
    return f"{where}: {left.status}/{right.status} {said}"


def _own_versions(town: OracleTown, asked: Asked, pair: Pair) -> Any:
    if asked.who.person is None:
        return None
    path = f"/dossiers/{asked.plan}/veiligheidsplan/versies"
    own = asked._replace(question=town.routes.question("plans", "versies"), path=path, query={})
    return plain(own, own.at(town, *pair))
