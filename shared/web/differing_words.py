"""A difference in words: one or more Dutch sentences per change, at B1 level (domain 3.10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from shared.eventbase.difference import Change, Why
from shared.eventbase.event import Recorded
from shared.eventbase.passing import Passing
from shared.eventbase.sentence import Words
from shared.web.telling import day, happened_and_recorded, moment, reason, whole

Sentence = Callable[[Recorded[Any]], str]

_BEGINS = {
    Why.HAPPENED: "",
    Why.LEARNED: "Later bekend geworden: ",
    Why.STILL_BELIEVED: "Nog niet gecorrigeerd: ",
    Why.CORRECTED: "Klopt niet meer: ",
    Why.NOT_YET_HAPPENED: "Nog niet gebeurd: ",
    Why.NOT_YET_KNOWN: "Nog niet bekend: ",
}


def in_words(change: Change, sentence: str, words: Words) -> str:
    """What an event made different, when, and how it came to be known."""
    told = f"{_BEGINS[change.why]}{whole(sentence)}"
    if change.correction is not None:
        return f"{told} {_taken_back(change.correction, words)}"
    return f"{told} {happened_and_recorded(change.recorded.stamp, words)}"


def by_itself(passing: Passing, backwards: bool) -> str:
    """What came because a day came; or, looking back, what had not come yet."""
    return f"Nog niet: {passing.sentence}" if backwards else passing.sentence


def why_in_words(change: Change, sentence: str, words: Words, known: datetime) -> str:
    """Why a day looks different with what is known now from what was known at ``known``."""
    then, told = f"Op {moment(known)}", whole(sentence)
    if change.why is Why.CORRECTED and change.correction is not None:
        return f"{then} stond er nog: {told} {_taken_back(change.correction, words)}"
    heard = happened_and_recorded(change.recorded.stamp, words)
    if change.instead:
        return f"In plaats daarvan staat er nu: {told} {heard}"
    return f"{then} wisten wij nog niet: {told} {heard}"


def _taken_back(correction: Recorded[Any], words: Words) -> str:
    stamp, because = correction.stamp, reason(correction, words)
    on = f"Op {day(stamp.recorded_at or stamp.effective_at)} gecorrigeerd door {stamp.actor}"
    return whole(f"{on}, omdat: {because}" if because else on)
