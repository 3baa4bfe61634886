"""The mutator does what it says: it changes code that is alive, and only what tests do not see
survives."""

from __future__ import annotations

import ast
from pathlib import Path

from shared.eventbase.terms import Term, Terms
from tests.house.tree import ROOT
from tests.mutation.akin import stems
from tests.mutation.covering import covered
from tests.mutation.mutants import differing, mutants, mutated
from tests.mutation.reporting import judged, page, rooms
from tests.mutation.swapping import Loaded
from tests.mutation.thresholds import raised

CODE = '''
from functools import wraps

def decorated(function):
    return function

@decorated
def adult(age: int, known=True) -> bool:
    """At least 18."""
    if not known:
        return False
    return age >= 18

OLD = [lambda age: age > 65]

class Box:
    def put(self, *things):
        self.held = sorted(things)
'''


def names(code: str) -> list[str]:
    """What is changed in a file."""
    return [each.name for each in mutants("a.py", ast.parse(code))]


def test_every_function_is_changed_also_when_it_is_decorated_a_method_or_a_lambda() -> None:
    """ADR 0020: and neither docstrings, annotations and defaults, nor what is around them."""
    assert names(CODE) == [
        "a.py::adult: not known -> known",
        "a.py::adult: return False -> pass",
        "a.py::adult: False -> True",
        "a.py::adult: age >= 18 -> age > 18",
        "a.py::adult: 18 -> 19",
        "a.py::lambda: age > 65 -> age >= 65",
        "a.py::lambda: 65 -> 66",
        "a.py::Box.put: self.held = sorted(things) -> pass",
        "a.py::Box.put: sorted(things) -> list(things)",
    ]


def test_who_is_left_out_of_a_reach_and_what_is_left_out_of_a_value_are_changes() -> None:
    """Design 6: the changes that matter most here."""
    code = "def f():\n    reaches.put(item, (a,), hidden)\n    return Made(a, kept=b, also=None)\n"
    assert {each.partition(": ")[2] for each in names(code)} >= {
        "reaches.put(item, (a,), hidden) -> reaches.put(item, (a,), ())",
        "(a,) -> ()",
        "Made(a, kept=b, also=None) -> Made(None, kept=b, also=None)",
        "Made(a, kept=b, also=None) -> Made(a, also=None)",
    }
    # To the gate an item without a reach is as much nobody's as one that reaches nobody.
    assert names("def f():\n    reaches.put(item, ())\n") == []


def test_a_mutant_is_the_file_with_one_change_and_the_tree_stays_as_it_was() -> None:
    """So that mutants do not pile up."""
    tree = ast.parse(CODE)
    before = ast.dump(tree)
    for mutant in mutants("a.py", tree):
        pairs = list(differing(compile(CODE, "a.py", "exec"), mutated(tree, mutant)))
        assert pairs, mutant.name
        assert ast.dump(tree) == before


def test_functions_that_are_alive_run_the_mutant(tmp_path: Path) -> None:
    """Without loading anything anew: who holds the function, runs the change."""
    path = tmp_path / "grown.py"
    path.write_text(CODE)
    space: dict[str, object] = {}
    exec(compile(CODE, str(path), "exec", dont_inherit=True), space)
    adult = space["adult"]
    loaded = Loaded([path], tmp_path)
    [older] = [m for m in loaded.mutants() if m.name.endswith("18 -> 19")]
    assert adult(18)  # type: ignore[operator]
    assert loaded.swap(older)
    assert not adult(18)  # type: ignore[operator]


def test_the_lines_that_a_test_runs_are_known() -> None:
    """Only those of the files that are watched."""
    space: dict[str, object] = {}
    exec(compile(CODE, "a.py", "exec"), space)
    ran = covered(lambda: space["adult"](3, known=False), {"a.py"})  # type: ignore[operator]
    assert {line for _, line in ran.lines} == {7, 10, 11}


def test_a_threshold_is_raised_by_one() -> None:
    """R23 and the others: a day longer is noticed."""
    code = 'catalogue.threshold("R1", Term(weeks=4))\ncatalogue.threshold("R2-x", 3)'
    found = list(raised("a.py", "a.py", ast.parse(code)))
    assert [(each.threshold, each.value) for each in found] == [("R1", Term(weeks=5)), ("R2-x", 4)]
    terms = Terms({"R2-x": 3})
    assert found[1].take_effect([terms])
    assert terms._of["R2-x"][0].value == 4
    assert not found[0].take_effect([terms])


def test_the_page_tells_per_room_what_survives() -> None:
    """What makes no difference counts for nothing."""
    outcomes = {"services/plans/domain/x/a.py::f: a -> b": "survived"}
    outcomes |= {f"services/plans/domain/x/a.py::f: {n} -> 0": "killed" for n in range(3)}
    [room] = rooms(outcomes, ())
    assert (room.name, room.tried, room.caught, room.share) == (
        "services/plans/domain/x",
        4,
        3,
        0.25,
    )
    assert "| services/plans/domain/x | 4 | 3 | 0 | 1 | 25.0% |" in page([room])
    assert "`a.py::f: a -> b`" in page([room])
    [judged_room] = rooms(outcomes, list(outcomes)[:1])
    assert judged_room.share == 0


def test_what_was_judged_to_make_no_difference_is_still_there() -> None:
    """A judgement of a line that changed is made again."""
    found = set()
    for name in judged():
        path = name.partition("::")[0]
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        found |= {each.name for each in mutants(path, tree)}
        found |= {each.name for each in raised(path, path, tree)}
    assert judged().keys() - found == set()


def test_a_test_that_is_called_alike_is_tried_first() -> None:
    """Else the hundreds that fold a whole history would take its turn."""
    moved = stems(
        "services/plans/domain/groundwork/measures.py::_moved: Moved(item) -> Moved(None)"
    )
    akin = stems("tests/unit/lives/test_nothing_lost.py::test_said[plans-45-MoveMeasureEnd]")
    other = stems("tests/unit/lives/test_nothing_lost.py::test_said[plans-45-AddPerson]")
    assert moved & akin == {"move", "meas"}
    assert moved & other == set()
