"""What can be wrong with a record. Every message is Dutch and says what to do."""

from __future__ import annotations

from eventsourcing.persistence import OperationalError


class RecordError(Exception):
    """Something is wrong with the record itself, not with what somebody asked of it."""


class TamperedError(RecordError):
    """Stored bytes are not what was written: altered, or moved to another row or key."""


class UnknownTopicError(RecordError):
    """A stored topic that this service's catalogue does not hold. It is never imported."""


class NewerEventError(RecordError):
    """A stored event of a newer class version than this software knows."""


class UnreadableEventError(RecordError):
    """An event that could not be read back once stored, so it is not stored."""


class ErasedPlanError(RecordError):
    """Nothing can be added to a plan whose core key was destroyed."""


class DestructionError(RecordError):
    """A dossier that may not be removed: nothing says so, or its keys are still there."""


class KeyStoreError(RecordError):
    """The key store does not fit the record: a key or an epoch key is not there at all."""


class SettingsError(RecordError):
    """The record refuses to start with these settings or on this store."""


class CommitUnclearError(OperationalError):
    """The database did not say whether the commit succeeded: read again before concluding."""
