"""Every view of every service: other for another audience, and other at another pair of moments.

The family is case A, played into a store; the views are those that the apps really serve, so a
new one is asked too.
"""

from __future__ import annotations

from collections.abc import Iterator

from shared.access.role import Role
from tests.integration.whole.case_a import Family

NOT_OF_ONE_PLAN = {"dossiers", "keuzelijsten", "gebeurtenissen", "interne-gebeurtenissen"}
# For who supervises only, and tested in tests/integration/vangnet and tests/integration/whole.
PROOF = {"bewijsdossier", "inzage"}
OPEN = {"openapi", "gezond", "gereed"}
# Somebody's own, which a worker reads as they do.
THEIRS = {"veilig-contact", "gezinsversie"}
NOW = "geldigOp=2026-03-20T12:00:00Z&beschikbaarOp=2026-03-16T13:00:00Z"
EARLIER = (
    "geldigOp=2025-03-15T12:00:00Z&beschikbaarOp=2025-03-15T12:00:00Z",
    # For what was complete by then, or cannot change: before it was there.
    "geldigOp=2025-03-10T08:20:00Z&beschikbaarOp=2025-03-10T08:20:00Z",
    "geldigOp=2025-03-10T08:00:00Z&beschikbaarOp=2025-03-10T08:00:00Z",
)


def views(family: Family) -> Iterator[tuple[str, str]]:
    """Every view about one plan: its name and its path for this family."""
    others = OPEN | NOT_OF_ONE_PLAN | PROOF
    for service in family.village.town.services:
        for rule in service.app.url_map.iter_rules():
            if "GET" in (rule.methods or ()) and rule.endpoint not in others:
                yield rule.endpoint, family.path(rule.rule)


def test_every_view_answers_a_worker_and_stefan_differently(family: Family) -> None:
    """Design 6: what he may not see is not in his answer, in any view."""
    asked, same = 0, []
    for name, path in views(family):
        asked += 1
        worker = family.answer(path, Role.WORKER, NOW)
        stefan = family.answer(path, Role.PERSON, NOW)
        assert worker[0] == 200, path
        if worker == stefan and name not in THEIRS:
            same.append(path)
    assert same == []
    assert asked >= 18


def test_somebody_s_safe_contact_is_for_them_and_for_workers_only(family: Family) -> None:
    """The same for a worker and for the person whose it is."""
    path = f"/plannen/api/v1/dossiers/{family.plan}/personen/{family.stefan}/veilig-contact"
    assert family.answer(path, Role.WORKER, NOW) == family.answer(path, Role.PERSON, NOW)
    assert family.answer(path, Role.SUPERVISOR, NOW)[0] == 403


def test_somebody_s_own_page_is_the_same_for_a_worker_who_hands_it_over(family: Family) -> None:
    """W0.11: byte for byte; and anybody else's is not there."""
    page = f"/plannen/api/v1/dossiers/{family.plan}/personen/{{}}/gezinsversie"
    own, hers = page.format(family.stefan), page.format(family.mirjam)
    assert family.answer(own, Role.WORKER, NOW) == family.answer(own, Role.PERSON, NOW)
    assert family.answer(hers, Role.WORKER, NOW)[0] == 200
    assert family.answer(hers, Role.PERSON, NOW)[0] == 404


def test_every_view_differs_between_two_pairs_of_moments(family: Family) -> None:
    """Design 3: V and K reach every view, and nothing answers for now when asked for then."""
    same = []
    for _, path in views(family):
        now = family.answer(path, Role.WORKER, NOW)
        if all(family.answer(path, Role.WORKER, earlier) == now for earlier in EARLIER):
            same.append(path)
    assert same == []
