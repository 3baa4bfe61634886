"""The Dutch wire names of the kinds in the picture of a family."""

from __future__ import annotations

from services.plans.domain.picture.concerns import Ascertained

ASCERTAINED = {Ascertained.FACT: "feit", Ascertained.OPINION: "mening"}
