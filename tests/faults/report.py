"""The figures of a run with kills, in the form that lets somebody repeat it."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import asdict

from tests.faults.checking import Found
from tests.faults.ledger import Ledger


def report(seed: int, kills: str, ledger: Ledger, wrong: Found, seconds: float) -> None:
    """Prints seed, kills, acts and what went wrong."""
    kinds = Counter(acked.request.kind for acked in ledger.acked.values())
    refused = dict(Counter(ledger.refused.values()))
    print(
        f"\nseed {seed}: {kills}; {len(ledger.acked)} acknowledged, "
        f"{len(ledger.refused)} refused {refused}; "
        f"{len(ledger.unclear)} sent again after {dict(ledger.faults)}, "
        f"of which {wrong.resolved} stood there already; "
        f"lost {len(wrong.lost)}, double {len(wrong.double)}, "
        f"out of order {len(wrong.disordered)}, altered {len(wrong.altered)}, "
        f"of {wrong.published} messages {len(wrong.missing)} missing, "
        f"{wrong.intended} notices intended; {seconds:.1f} s\n{dict(kinds)}"
    )
    for name, what in asdict(wrong).items():
        if isinstance(what, list) and what:
            print(f"{name}: {what[:3]}")
