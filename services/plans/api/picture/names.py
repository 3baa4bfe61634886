"""The Dutch wire names of the kinds in the picture of a family."""

from __future__ import annotations

from services.plans.domain.picture.concerns import Ascertained
from services.plans.domain.picture.framework import Column
from services.plans.domain.picture.proposals import Subject
from services.plans.domain.picture.scale_questions import ScaleQuestion
from services.plans.views.framework import RowKind

ASCERTAINED = {Ascertained.FACT: "feit", Ascertained.OPINION: "mening"}
COLUMN = {
    Column.WORRIES: "zorgen",
    Column.WORKING_WELL: "wat-gaat-goed",
    Column.NEEDS_TO_HAPPEN: "wat-moet-gebeuren",
    Column.HISTORY: "voorgeschiedenis",
    Column.COMPLICATING: "complicerend",
}
ROW = {
    RowKind.ENTRY: "raamwerk",
    RowKind.CONCERN: "zorg",
    RowKind.STRENGTH: "kracht",
    RowKind.EXCEPTION: "uitzondering",
}
SUBJECT = {
    Subject.CHILDREN: "kinderen zien en spreken",
    Subject.FAMILY: "gezinsleden spreken",
    Subject.OTHERS: "netwerk en instanties spreken",
}
QUESTION = {ScaleQuestion.SAFETY: "veiligheid", ScaleQuestion.WORRY: "zorgen"}
