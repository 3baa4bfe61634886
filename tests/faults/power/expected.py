"""What may be asked of a disk after a cut: everything that was acknowledged before it."""

from __future__ import annotations

from uuid import UUID

from tests.faults.power import notes

Person = tuple[UUID, UUID]


class Expected:
    """What the writer said so far. ``erasing``: begun, so that it may be so or not."""

    def __init__(self) -> None:
        self.opened: notes.Opened | None = None
        self.begun: dict[UUID, int] = {}
        self.leaves: dict[int, bytes] = {}
        self.answers: dict[bytes, bytes] = {}
        self.erasing: set[Person] = set()
        self.erased: dict[Person, bytes] = {}
        self.old_epochs: list[bytes] = []
        self.published = notes.Published(0, b"")
        self.acknowledged = 0
        self.failed = 0

    def hear(self, note: notes.Note) -> None:
        """The next thing that was said."""
        match note:
            case notes.Opened():
                self.opened = note
            case notes.Begun():
                self.begun |= note.acts
            case notes.Recorded():
                self.leaves |= note.leaves
                self.answers |= {bytes.fromhex(k): answer for k, answer in note.answers.items()}
            case notes.Erasing():
                self.erasing.add((note.plan, note.person))
            case notes.Erased():
                self.erased[note.plan, note.person] = note.wrapped
            case notes.Rotated():
                self.old_epochs.append(note.old)
            case notes.Published():
                self.published = note
            case notes.Failed():
                self.failed += 1
        self.acknowledged += not isinstance(note, notes.Begun | notes.Erasing | notes.Failed)
