"""What an answer says of each item that differs between two pairs of moments (3.10)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from shared.access.gate import ERASED_TEXT
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.difference import Change, ItemChanged
from shared.eventbase.event import Recorded
from shared.web.clocks import clocks
from shared.web.differing_words import by_itself
from shared.web.telling import reason

Data = dict[str, Any]
InWords = Callable[[Change, str, Any], str]


class DifferenceTold:
    """Tells of the changes of a difference to the audience of ``look``.

    ``words_of`` puts one change in words; ``backwards``: from a later day to an earlier one.
    """

    def __init__(self, catalogue: Catalogue, look: Any, words_of: InWords, backwards: bool) -> None:
        self._sentences = catalogue.sentences
        self._look = look
        self._words_of = words_of
        self._backwards = backwards

    @cached_property
    def _words(self) -> Any:
        return self._look.telling

    def item(self, found: ItemChanged) -> Data:
        """What the answer says of one item."""
        # What a correction did is told with what it took back.
        corrections = {c.correction.stamp.event_id for c in found.changes if c.correction}
        told = [
            self._words_of(each, self._sentence(each.recorded), self._words)
            for each in found.changes
            if each.recorded.stamp.event_id not in corrections
        ]
        passed = [by_itself(each, self._backwards) for each in found.passings]
        return {
            "item": found.item,
            "became": found.became,
            "changes": [self._change(each) for each in found.changes],
            "passings": found.passings,
            "words": [*told, *passed],
        }

    def _change(self, change: Change) -> Data:
        recorded, stamp = change.recorded, change.recorded.stamp
        return {
            "event_id": stamp.event_id,
            "name": recorded.event.NAME,
            "sentence": self._sentence(recorded),
            "counts": change.why.counts,
            "why": change.why,
            "effective_at": stamp.effective_at,
            **clocks(stamp),
            "recorded_by": stamp.actor,
            "correction": self._correction(change.correction),
        }

    def _correction(self, correction: Recorded[Any] | None) -> Data | None:
        if correction is None:
            return None
        return {
            "event_id": correction.stamp.event_id,
            "reason": reason(correction, self._words) or None,
            "recorded_at": correction.stamp.recorded_at,
            "recorded_by": correction.stamp.actor,
        }

    def _sentence(self, recorded: Recorded[Any]) -> str:
        tell = self._sentences.get(type(recorded.event))
        return ERASED_TEXT if tell is None else tell(recorded.event, self._words)
