"""The product holds no promise to finish something later."""

import re
from collections.abc import Iterable, Iterator

import pytest

from tests.house.tree import Source, product

# Spelled in pieces, so that this file does not look unfinished itself.
LATER = ("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK", "NotImplemented" + "Error")
OPEN = re.compile(rf"\b({'|'.join(LATER)})\b")


def unfinished(sources: Iterable[Source]) -> Iterator[str]:
    """Every line that says that it is not done."""
    for source in sources:
        for number, line in enumerate(source.text.splitlines(), 1):
            if OPEN.search(line):
                yield f"{source.path}:{number} {line.strip()}"


def test_nothing_in_the_product_is_left_for_later():
    """What stands in the product works; what does not work yet stands in an issue."""
    assert list(unfinished(product())) == []


@pytest.mark.parametrize("mark", LATER)
def test_a_promise_to_finish_later_is_found(mark: str):
    """The check can fail."""
    found = list(unfinished([Source("shared/x.py", f"x = 1\nx = 2  # {mark}: later")]))
    assert found == [f"shared/x.py:2 x = 2  # {mark}: later"]
