"""The figures of a run with kills, in the form that lets somebody repeat it."""

from __future__ import annotations

from collections import Counter

from tests.faults.checking import Found
from tests.faults.killing import Killer


def report(killer: Killer, wrong: Found, seed: int, seconds: float) -> None:
    """Prints seed, kills, acts and what went wrong."""
    ledger = killer.ledger
    kinds = Counter(acked.request.kind for acked in ledger.acked.values())
    print(
        f"\nseed {seed}: {killer.kills} kills, {killer.counted} with acts in flight; "
        f"{killer.resent} sent again; {len(ledger.acked)} acknowledged, "
        f"{len(ledger.refused)} refused {dict(Counter(ledger.refused.values()))}; "
        f"lost {len(wrong.lost)}, double {len(wrong.double)}, altered {len(wrong.altered)}, "
        f"of {wrong.published} messages {len(wrong.missing)} missing; "
        f"{seconds:.1f} s\n{dict(kinds)}"
    )
