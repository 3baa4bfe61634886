"""Every view is for an audience and a moment: none may forget either (design 3 and 6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from services.plans.views.network.svg import SVG
from shared.access.development import DevelopmentIssuer
from shared.access.role import Role
from shared.web.view import NDJSON
from tests.integration.plans import course, erasing, groundwork, questions
from tests.integration.plans.family import Family, agreement, in_force
from tests.integration.plans.statements import mapped
from tests.integration.plans.together import FOR_PEOPLE, PATHS, live_together
from tests.integration.plans.town import Town

BEFORE, AFTER = "2025-03-11T00:00:00Z", "2025-03-21T00:00:00Z"
Audience = tuple[Role, str | None]
WORKER, COLLEAGUE = (Role.WORKER, None), (Role.COLLEAGUE, None)


class Asked(NamedTuple):
    """A view's path, and two audiences that must not get the same."""

    path: str
    audiences: tuple[Audience, Audience]


def asked(family: Family) -> dict[str, Asked]:
    """Every view of the service; a new one fails the first test until it stands here."""
    stefan, mirjam = (Role.PERSON, family.stefan), (Role.PERSON, family.mirjam)
    contact = f"{family.dossier}/personen/{family.mirjam}/veilig-contact"
    page = f"{family.dossier}/personen/{family.mirjam}/gezinsversie"
    return {
        "dossiers": Asked("/dossiers", (WORKER, stefan)),
        "lopende-plannen": Asked("/lopende-plannen", (COLLEAGUE, stefan)),
        "veiligheidsplan": Asked(family.plan, (mirjam, stefan)),
        "versies": Asked(f"{family.plan}/versies", (mirjam, stefan)),
        "versie": Asked(f"{family.plan}/versies/2", (mirjam, stefan)),
        "personen": Asked(f"{family.dossier}/personen", (mirjam, stefan)),
        "veilig-contact": Asked(contact, (mirjam, stefan)),
        "gezinsversie": Asked(page, (mirjam, stefan)),
        "geschiedenis": Asked(f"{family.dossier}/geschiedenis", (COLLEAGUE, stefan)),
        "verplichtingen": Asked(f"{family.dossier}/verplichtingen", (COLLEAGUE, stefan)),
        **{v: Asked(f"{family.dossier}/{v}", (COLLEAGUE, stefan)) for v in groundwork.VIEWS},
        "raamwerk": Asked(f"{family.dossier}/raamwerk", (COLLEAGUE, stefan)),
        "zorgen": Asked(f"{family.dossier}/zorgen", (stefan, mirjam)),
        "gesprekken": Asked(f"{family.dossier}/gesprekken", (COLLEAGUE, stefan)),
        "beraden": Asked(f"{family.dossier}/beraden", (COLLEAGUE, stefan)),
        "risico-uitspraken": Asked(f"{family.dossier}/risico-uitspraken", (mirjam, stefan)),
        "goed-genoeg": Asked(f"{family.dossier}/goed-genoeg", (COLLEAGUE, stefan)),
        "netwerk": Asked(f"{family.dossier}/netwerk", (mirjam, stefan)),
        "genogram": Asked(f"{family.dossier}/netwerk/genogram.svg", (mirjam, stefan)),
        "sociogram": Asked(f"{family.dossier}/netwerk/sociogram.svg", (mirjam, stefan)),
        "netwerkcirkels": Asked(f"{family.dossier}/netwerkcirkels", (COLLEAGUE, stefan)),
        "gezag": Asked(f"{family.dossier}/gezag", (COLLEAGUE, stefan)),
        **{
            name: Asked(family.dossier + path, (mirjam if name in FOR_PEOPLE else WORKER, stefan))
            for name, path in PATHS.items()
        },
        **{n: Asked(f"{family.dossier}/{path}", (WORKER, stefan)) for n, path in TRAVELS.items()},
        **{n: Asked(path, (COLLEAGUE, stefan)) for n, path in course.paths(family).items()},
        **{n: Asked(path, (COLLEAGUE, stefan)) for n, path in erasing.paths(family).items()},
        **{n: Asked(path, (COLLEAGUE, stefan)) for n, path in questions.paths(family).items()},
    }


# What differs between moments, and all that was recorded.
TRAVELS = {
    "verschil": "verschil?vergelekenMetGeldigOp=2025-03-10T09:30:00Z",
    "waarom-anders": "waarom-anders",
    "geschiedenisregels": "geschiedenisregels",
}
NAMES = (
    "dossiers",
    "lopende-plannen",
    "veiligheidsplan",
    "versies",
    "versie",
    "personen",
    "veilig-contact",
    "gezinsversie",
    "geschiedenis",
    "verplichtingen",
    *groundwork.VIEWS,
    "raamwerk",
    "zorgen",
    "gesprekken",
    "beraden",
    "risico-uitspraken",
    "goed-genoeg",
    "netwerk",
    "genogram",
    "sociogram",
    "netwerkcirkels",
    "gezag",
    *PATHS,
    *TRAVELS,
    *course.NAMES,
    *erasing.NAMES,
    *questions.NAMES,
)
# Open to all, or for machines and without a pair of moments; tested in tests/integration/web.
ELSEWHERE = {"openapi", "gezond", "gereed", "gebeurtenissen", "interne-gebeurtenissen"}
# For who supervises; tested in tests/integration/vangnet and tests/integration/whole.
PROOF = {"bewijsdossier", "inzage"}
# Everybody finds their own looks here, and who oversees those of all (domain 3.7).
OWN_LOOKS = {"vraag-10", "vraag-10-deel"}
# How far it was at K, whatever V; tested in tests/integration/time_travel.
CUT = {"stromen"}

# A setting that holds on a day: it says nothing of anybody, and nothing is known of it later.
SETTINGS = {"keuzelijsten"}


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, issuer: DevelopmentIssuer) -> Iterator[Family]:
    """A family to which something happened in every view between BEFORE and AFTER; only read."""
    town = Town(tmp_path_factory.mktemp("lived"), issuer)
    yield live(in_force(town))
    town.close()


def live(family: Family) -> Family:
    """What happened to it."""
    family.town.at("2025-03-14 10:00")
    course.live(family)
    hidden = agreement("Schuilplaats", family.mirjam, family.hans, verborgenVoor=[family.stefan])
    family.adjust(
        {"soort": "afspraak-maken", **hidden},
        {"soort": "afspraak-maken", **agreement("Praten", family.stefan, family.mirjam)},
    )
    groundwork.happens(family)
    family.adjust(
        {"soort": "afspraak-maken", **agreement("Rust", family.mirjam)},
    )
    contact = {"kanaal": "telefoon", "adres": "0612345678"}
    family.do(f"/personen/{family.mirjam}/veilig-contact", contact)
    mapped(family)
    known = {"persoonId": family.mirjam, "soort": "partner", "vanPersoonId": family.hans}
    family.do("/relaties", known | {"gedeeldMet": [family.mirjam]})
    family.do(f"/personen/{family.els}/netwerkcirkel", {"cirkel": 1})
    read = {"bron": "gezagsregister", "nagegaanOp": "2025-03-14", "gezagdragers": [family.mirjam]}
    family.do(f"/personen/{family.hans}/gezag", read)
    Family(family.town)
    truus = family.add("Truus", "netwerk")
    helps = agreement("Truus helpt", truus, family.mirjam, family.stefan)
    family.adjust({"soort": "afspraak-maken", **helps})
    live_together(family)
    erasing.live(family)
    family.town.at("2025-03-21 10:00")
    return family


def seen(family: Family, path: str, audience: Audience, **query: str) -> tuple[int, Any]:
    """What an audience gets, without the moments that it was asked for."""
    answer = family.town.get(path, *audience, **query)
    if answer.mimetype in (SVG, NDJSON, "text/html"):
        return answer.status_code, answer.data
    body = {k: v for k, v in (answer.json or {}).items() if k not in ("tijdreis", "instance")}
    return answer.status_code, body


def test_every_view_that_is_registered_is_asked_here(lived: Family) -> None:
    """A new view fails this until it is added to the list above."""
    rules = lived.town.service.app.url_map.iter_rules()
    reads = {rule.endpoint for rule in rules if "GET" in (rule.methods or ())}
    others = ELSEWHERE | SETTINGS | PROOF | CUT | questions.OF_OTHERS
    assert reads - others == set(NAMES) == set(asked(lived))
    assert reads >= others


@pytest.mark.parametrize("name", NAMES)
def test_two_audiences_get_different_answers(lived: Family, name: str) -> None:
    """Design 6: a view that forgot its audience would give both the same."""
    path, (one, other) = asked(lived)[name]
    first, second = seen(lived, path, one), seen(lived, path, other)
    assert first[0] == 200
    assert first != second


@pytest.mark.parametrize("key", ["geldigOp", "beschikbaarOp"])
@pytest.mark.parametrize("name", NAMES)
def test_two_moments_get_different_answers(lived: Family, name: str, key: str) -> None:
    """Design 3: a view that forgot V or K would give both the same."""
    path, (audience, _) = asked(lived)[name]
    before = seen(lived, path, audience, **{key: BEFORE})
    after = seen(lived, path, audience, **{key: AFTER})
    assert after[0] == 200
    assert before != after


@pytest.mark.parametrize("role", [Role.WORKER, Role.SUPERVISOR, Role.INSPECTOR])
def test_the_lists_to_choose_from_are_the_same_for_every_professional(
    lived: Family, role: Role
) -> None:
    """W1.2, T7: ARIJ first."""
    listed = lived.town.get("/keuzelijsten", role).json
    assert listed["instrumenten"] == ["arij", "lirik", "anders"]
    assert "seksueel misbruik" in listed["vormenVanOnveiligheid"]
    assert lived.town.get("/keuzelijsten", Role.PERSON, lived.stefan).status_code in (403, 404)


def test_the_inspector_and_the_supervisor_read_what_the_worker_reads(lived: Family) -> None:
    """Domain 3.7: of the plan itself; not where somebody can be reached."""
    for name in sorted(set(NAMES) - OWN_LOOKS):
        path = asked(lived)[name].path
        expected = seen(lived, path, WORKER)
        for role in (Role.COLLEAGUE, Role.SUPERVISOR, Role.INSPECTOR):
            found = seen(lived, path, (role, None))
            assert (found == expected) == (name != "veilig-contact"), (name, role)


def test_no_view_is_for_the_timer(lived: Family) -> None:
    """Deny by default: a role that no view names gets 403."""
    for name in NAMES:
        assert lived.town.get(asked(lived)[name].path, Role.SYSTEM).status_code == 403
