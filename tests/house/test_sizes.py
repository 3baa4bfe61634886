"""How long files and functions are: a longer file is a room with two purposes."""

import ast
from collections.abc import Iterable
from statistics import median

from tests.house.tree import Source, product


def functions(sources: Iterable[Source]) -> dict[str, int]:
    """The length of every function, from its ``def`` to its last line."""
    return {
        f"{source.path}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def files(sources: Iterable[Source]) -> dict[str, int]:
    """The length in lines of every file that says anything."""
    return {s.path: len(s.text.splitlines()) for s in sources if s.text.strip()}


def oversized(lengths: dict[str, int], most: int, middle: int, p90: int | None = None) -> list[str]:
    """What breaks the limits: each thing that is too long, and a crowd that is, as a whole."""
    found = [f"{name}: {n} lines, at most {most}" for name, n in lengths.items() if n > most]
    ordered = sorted(lengths.values())
    if ordered and median(ordered) > middle:
        found.append(f"the median is {median(ordered):g} lines, at most {middle}")
    if ordered and p90 and ordered[int(len(ordered) * 0.9)] > p90:
        found.append(f"one in ten is over {p90} lines")
    return found


def test_files_stay_short_enough_to_read_at_a_sitting():
    """None over 300 lines, half of them at most 60, nine in ten at most 150."""
    assert oversized(files(product()), most=300, middle=60, p90=150) == []


def test_functions_stay_short_enough_to_see_at_a_glance():
    """None over 40 lines, half of them at most 8."""
    assert oversized(functions(product()), most=40, middle=8) == []


def test_a_long_file_and_a_crowd_of_longish_files_are_found():
    """The check on files can fail in each of its three ways."""
    assert oversized({"a": 301, "b": 10, "c": 10}, most=300, middle=60) == [
        "a: 301 lines, at most 300"
    ]
    crowd = files([Source(f"shared/{n}.py", "x = 1\n" * 151) for n in range(9)])
    assert len(oversized(crowd, most=300, middle=60, p90=150)) == 2


def test_a_long_function_is_found_with_its_place():
    """The check on functions can fail, inside a class too."""
    long = Source("shared/x.py", "class A:\n    def f(self):\n" + "        x = 1\n" * 40)
    assert oversized(functions([long]), most=40, middle=50) == [
        "shared/x.py:2 f: 41 lines, at most 40"
    ]
