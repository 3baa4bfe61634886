"""What the library asks a factory for, when everything is there already."""

from __future__ import annotations

from typing import Any, NoReturn

from eventsourcing.persistence import InfrastructureFactory

from shared.record.recorder import RecordRecorder


class ReadyFactory(InfrastructureFactory[Any]):
    """Hands out the one recorder that it was given: this record has nothing else to make."""

    def __init__(self, recorder: RecordRecorder) -> None:
        super().__init__({})
        self._recorder = recorder

    def application_recorder(self) -> RecordRecorder:
        """The recorder of the events."""
        return self._recorder

    def aggregate_recorder(self, purpose: str = "events") -> NoReturn:
        """Raises TypeError: there are no snapshots."""
        raise TypeError(f"this record keeps no {purpose} of aggregates")

    def tracking_recorder(self, tracking_recorder_class: Any = None) -> NoReturn:
        """Raises TypeError: the inbox tracks what was followed."""
        raise TypeError("what was followed is tracked in the inbox")

    def process_recorder(self) -> NoReturn:
        """Raises TypeError: what belongs with an act is written beside it."""
        raise TypeError("what belongs with an act is written beside it")
