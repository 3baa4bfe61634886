"""What was written by hand before the code ran, held against what the services answer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.integration.time_travel.golden_case import OVERSIGHT, Cases, Pair, golden
from tests.integration.time_travel.golden_reading import (
    EVALUATIONS,
    NOTIFICATIONS,
    PLANS,
    Reader,
)

CASES = {name: golden(f"case_{name}") for name in "abc"}
MOMENTS = {
    f"{name}: {moment['naam']}": (name, moment)
    for name, case in CASES.items()
    for moment in case["momenten"]
}
NOT_YET = {
    f"{name}: {moment['waarom']}": (name, moment)
    for name, case in CASES.items()
    for moment in case["bestondNogNiet"]
}
ALL_OF_A_PARTY = (
    *((PLANS, f"/veiligheidsplan{path}") for path in ("", "/versies")),
    *((PLANS, path) for path in ("/geschiedenis", "/zorgen", "/netwerk", "/taken", "/noodplan")),
    *((EVALUATIONS, path) for path in ("/tijdlijn", "/voorvallen", "/kinderen", "/niet-nakomen")),
    *((EVALUATIONS, path) for path in ("/evaluaties", "/waarnemingen")),
    *((NOTIFICATIONS, path) for path in ("/informeringen", "/geschiedenis", "/berichten")),
)
EVERYWHERE = {
    PLANS: ("/veiligheidsplan", "/geschiedenis", "/fasen"),
    EVALUATIONS: ("/voorvallen", "/tijdlijn"),
    NOTIFICATIONS: ("/informeringen", "/geschiedenis"),
}


def pair_of(moment: dict[str, Any]) -> Pair:
    """The pair of moments that stands with an answer."""
    return Pair(moment["geldigOp"], moment["beschikbaarOp"])


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_was_so_is_what_was_written_by_hand(cases: Cases, moment: str):
    """Design 3: the plan as it was on any day, as it was known on any day, and nothing beyond."""
    name, written = MOMENTS[moment]
    answer = dict(written["antwoord"])
    del answer["lezen"]
    assert Reader(cases[name], CASES[name], pair_of(written)).answer() == answer


@pytest.mark.parametrize("moment", MOMENTS)
def test_each_party_reads_what_was_written_by_hand_and_not_a_word_of_what_is_hidden(
    cases: Cases, moment: str
):
    """Design 6: authorisation is judged now, over what was so then."""
    name, written = MOMENTS[moment]
    reader = Reader(cases[name], CASES[name], pair_of(written))
    for person, expected in written["antwoord"]["lezen"].items():
        words = set(expected.get("nergens", ()))
        shown = {key: value for key, value in expected.items() if key != "nergens"}
        actor = person.lower()
        assert reader.reads(actor, "zorgen" in shown) == shown, person
        for service, path in ALL_OF_A_PARTY:
            said = cases[name].ask(actor, service, path, pair_of(written)).raw.decode()
            assert [word for word in words if word in said] == [], (person, service, path)


@pytest.mark.parametrize("moment", NOT_YET)
def test_before_the_dossier_existed_there_is_none_in_any_service(cases: Cases, moment: str):
    """An answer without anything in it would say that there was a family, and that all was well."""
    name, written = NOT_YET[moment]
    for service, paths in EVERYWHERE.items():
        for path in paths:
            asked = cases[name].ask(OVERSIGHT, service, path, pair_of(written))
            assert asked.status == 404, (service, path)


def test_the_pairs_have_the_four_combinations_of_the_dutch_convention():
    """Both moments, either one, and neither."""
    given = {(m["geldigOp"] is None, m["beschikbaarOp"] is None) for _, m in MOMENTS.values()}
    assert given == {(False, False), (False, True), (True, False), (True, True)}


@pytest.mark.parametrize("name", CASES)
def test_there_are_six_pairs_for_each_case(name: str):
    """As many as were promised, and none twice."""
    pairs = {pair_of(moment) for moment in CASES[name]["momenten"]}
    assert len(pairs) == len(CASES[name]["momenten"]) == 6
