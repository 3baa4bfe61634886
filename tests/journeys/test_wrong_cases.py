"""A journey that cannot fail proves nothing: each way to be wrong is found and told."""

from __future__ import annotations

import io
from typing import Any

import msgspec
import pytest

from vangnet.journey import run_journey
from vangnet.journey.case import Case, Deferred, Watch, load_case
from vangnet.journey.runner import run_case

STEFAN = "plannen:/dossiers/$plan/veiligheidsplan"
NO_PLAN = {"path": "status", "equals": "nog geen plan"}


def _opened(*extra: dict[str, Any], watches: tuple[Watch, ...] = ()) -> Case:
    """The rows of case A in which the dossier is opened, with more steps at the end."""
    case = load_case("a")
    row = case.rows[1]
    row = msgspec.structs.replace(row, steps=[*row.steps[:12], *extra])
    return msgspec.structs.replace(case, rows=[row], watches=list(watches))


def _run(case: Case) -> tuple[int, str]:
    out = io.StringIO()
    return run_case(case, out), out.getvalue()


def _look(**changed: Any) -> dict[str, Any]:
    look = {"expect": "een blik", "actor": "stefan", "get": STEFAN, "that": [NO_PLAN]}
    return look | changed


def _act(**changed: Any) -> dict[str, Any]:
    act = {"act": "een daad", "actor": "fatma", "post": "plannen:/dossiers/$plan/casusregie"}
    return act | {"body": {"persoonId": "$fatma"}} | changed


def test_a_case_that_goes_as_it_says_ends_with_zero_and_its_counts():
    """What the command line gives back to a script."""
    code, told = _run(_opened(_look(), _act()))
    assert (code, told.splitlines()[-1]) == (0, "1 ok, 0 uitgesteld, 0 mislukt")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (_look(that=[{"path": "status", "equals": "van kracht"}]), 'moet "van kracht" zijn'),
        (
            _look(that=[{"text_absent": "nog geen plan"}]),
            'nergens in het antwoord mag "nog geen plan"',
        ),
        (_look(status=404), "antwoord 200 in plaats van 404"),
        (_look(actor="fatma", get="plannen:/dossiers/$niemand"), "'niemand' is nog aan niets"),
        (_look(at="2025-03-10 09:00"), "gaat niet terug naar 2025-03-10 09:00"),
        (_act(body={"persoonId": "$stefan"}), "antwoord 409 in plaats van 201"),
        (_act(actor="rob"), "antwoord 403 in plaats van 201"),
        (_act(keep={"X": "onderdelen.9"}), "heeft geen onderdelen.9 om X te noemen"),
    ],
)
def test_a_planted_wrong_step_fails_the_journey_and_says_what_was_wrong(
    step: dict[str, Any], said: str
):
    """A wrong expectation, a refused act, an unknown name, a clock that goes back."""
    code, told = _run(_opened(step))
    assert code == 1
    assert told.splitlines()[-1] == "0 ok, 0 uitgesteld, 1 mislukt"
    assert said in told


def test_a_word_that_is_read_by_whom_it_must_not_reach_fails_its_row():
    """The watch sees what the actor sees."""
    watch = Watch("stefan", [STEFAN, "plannen:/dossiers/$later"], ["geen plan", "$ook_later"])
    code, told = _run(_opened(_look(), watches=(watch,)))
    assert code == 1
    assert "stefan leest 'geen plan' in plannen:/dossiers/" in told


def test_a_row_without_steps_is_deferred_and_tells_to_which_issue():
    """Deferring is no failure, and no success either."""
    case = _opened()
    row = msgspec.structs.replace(
        case.rows[0], steps=[], deferred=[Deferred("fasen", 4, "Nog niet gebouwd.")]
    )
    code, told = _run(msgspec.structs.replace(case, rows=[row]))
    assert (code, told.splitlines()[-1]) == (0, "0 ok, 1 uitgesteld, 0 mislukt")
    assert "later: fasen (issue 4): Nog niet gebouwd." in told


def test_a_case_that_does_not_exist_is_named():
    """With those that do."""
    out = io.StringIO()
    assert run_journey("z", out) == 1
    assert out.getvalue() == "Er is geen casus z. Kies a, b of c.\n"


def test_a_misspelled_key_in_a_data_file_is_an_error():
    """An assertion under a wrong key would never be looked at."""
    with pytest.raises(msgspec.ValidationError):
        _run(_opened(_look(dat=[NO_PLAN])))
