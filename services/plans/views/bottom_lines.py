"""The bottom lines that hold: by which day, and whether they were found to be met (W0.8)."""

from __future__ import annotations

from services.plans.domain.plan.bottom_lines import BottomLine, BottomLines
from services.plans.domain.plan.bottom_lines_judged import Finding, Findings
from services.plans.views.parts.content import Data
from shared.web.look import Look


def bottom_lines_view(look: Look) -> Data:
    """Each with what was found between evaluations; for professionals."""
    return {"lines": [_line(look, line) for line in look.state[BottomLines].standing]}


def _line(look: Look, line: BottomLine) -> Data:
    found = look.state[Findings].of.get(line.item, [])
    due = look.state[Findings].due.get(line.item)
    return {
        "item": line.item,
        "text": look.sight.said(line.words)("text"),
        "due_by": due[1] if due is not None else None,
        "met": found[-1].met if found else None,
        "findings": [_finding(look, each) for each in found],
    }


def _finding(look: Look, finding: Finding) -> Data:
    return {
        "met": finding.met,
        "evidence": look.sight.said(finding.words)("evidence"),
        "judged_by": finding.judged_by,
        "at": finding.mark.at,
    }
