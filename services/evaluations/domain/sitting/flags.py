"""Open points of the evaluations: accepted, but in sight until they are met (domain.md 1)."""

from __future__ import annotations

from datetime import datetime

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.sitting.assessments import Assessments, Verdict
from services.evaluations.domain.sitting.completeness import missing
from services.evaluations.domain.sitting.evaluations import Evaluations
from shared.eventbase.rule import Flag, when
from shared.eventbase.state import State


def _no_rhythm(state: State, at: datetime) -> tuple[str, ...]:
    current = state[Plan].current
    return when(current is not None and current.made.schedule is None and not state[Plan].ended)


def _older_version(state: State, at: datetime) -> list[str]:
    """Judged a version that had a successor on that day: it may have judged what no longer was."""
    versions = state[Plan].versions
    return [
        str(evaluation.evaluation)
        for evaluation in state[Evaluations].all.values()
        if any(
            number > evaluation.plan_version and version.mark.at < evaluation.started.at
            for number, version in versions.items()
        )
    ]


def _unknown_verdicts(state: State, at: datetime) -> list[str]:
    return [
        str(item)
        for evaluation in state[Evaluations].all
        for item, assessment in state[Assessments].of.get(evaluation, {}).items()
        if assessment.event.verdict is Verdict.UNKNOWN
    ]


def _unheard(state: State, at: datetime) -> list[str]:
    """Who was not there at the last evaluation, and was not heard in another way either."""
    held = state[Evaluations].all.values()
    last = max(held, key=lambda evaluation: evaluation.started.at, default=None)
    absent = last.absent if last is not None else ()
    return [str(each.person) for each in absent if not each.heard_otherwise]


def _no_longer_complete(state: State, at: datetime) -> list[str]:
    evaluations = state[Evaluations]
    done = [e for key, e in evaluations.all.items() if key in evaluations.completed]
    return [str(evaluation.evaluation) for evaluation in done if missing(state, evaluation)]


catalogue.flag(
    Flag("geen-evaluatieritme", "W8.2", "Er is nog geen evaluatieritme afgesproken.", _no_rhythm),
    Flag(
        "oudere-versie-beoordeeld",
        "W8.1",
        "Evaluatie {} beoordeelt een versie die toen al was vervangen.",
        _older_version,
    ),
    Flag(
        "onderdeel-onbekend",
        "W8.1",
        "Van onderdeel {} is niet bekend of het lukt.",
        _unknown_verdicts,
    ),
    Flag(
        "afwezige-niet-gehoord",
        "W8.1",
        "Persoon {} was niet bij de laatste evaluatie en is niet op een andere manier gehoord.",
        _unheard,
    ),
    Flag(
        "niet-meer-volledig",
        "S7.4",
        "Evaluatie {} mist iets door een correctie.",
        _no_longer_complete,
    ),
)
