"""What a journey prints: a line per row, why it failed, what waits for which issue, the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from vangnet.journey.case import Deferred
from vangnet.journey.outcome import Outcome, Verdict

_WIDTH = 11


def tell(outcome: Outcome, out: TextIO) -> None:
    """Prints one row."""
    row = outcome.row
    print(f"{outcome.verdict.value:{_WIDTH}}{row.when}  {row.summary}", file=out)
    for failure in outcome.failures:
        print(f"{'':{_WIDTH}}  fout: {failure}", file=out)
    for deferred in row.deferred:
        print(f"{'':{_WIDTH}}  later: {_deferred(deferred)}", file=out)


def tell_counts(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Prints how many rows went how."""
    counts = Counter(outcome.verdict for outcome in outcomes)
    print(", ".join(f"{counts[verdict]} {verdict.value}" for verdict in Verdict), file=out)


def _deferred(deferred: Deferred) -> str:
    issue = f"issue {deferred.issue}" if isinstance(deferred.issue, int) else deferred.issue
    return f"{deferred.part} ({issue}): {deferred.reason}"
