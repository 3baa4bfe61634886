"""The figures of a run, in the form that lets somebody repeat it."""

from __future__ import annotations

import time

from tests.faults.broker.checking import Found
from tests.faults.broker.striking import Striker
from tests.faults.broker.trial import Trial


def report(trial: Trial, striker: Striker, wrong: Found) -> None:
    """Prints seed, faults, events, and what went wrong."""
    on_topics = trial.on_topics
    applied = [each.effects.count() for each in trial.downstream]
    print(
        f"\nTEST_SEED={trial.seed}: faults {dict(striker.done)}, "
        f"at least {striker.least_under_way} events under way at each; "
        f"{len(trial.upstream.acked)} acknowledged, applied {applied}, "
        f"lost {len(wrong.lost)}, double {len(wrong.double)}, "
        f"out of order {len(wrong.disordered)}; "
        f"{on_topics.records} records on topics, {on_topics.duplicates} duplicates skipped; "
        f"poison {dict(trial.poisoner.sent)}, parked once "
        f"{[len(each.strays()) for each in trial.downstream]} of {len(on_topics.strays)}; "
        f"alarms {dict(trial.alarms.seen)}, unpromised {len(trial.alarms.unpromised)}, "
        f"errors {dict(trial.alarms.errors)}; "
        f"producers abandoned {trial.relay.made - 1}, "
        f"slowest recovery {striker.slowest:.1f} s, longest silence {trial.silence():.1f} s; "
        f"{time.monotonic() - trial.began:.1f} s"
    )
