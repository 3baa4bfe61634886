"""The audit of a whole store: its rows, what was signed of them, and who looked. Needs no keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from shared.access.log import AccessLog
from shared.proof.accesslog import SignedAccessLog
from shared.proof.stored_tree import TILE
from shared.proof.tables.checkpoints import KeptCheckpoint
from shared.record.audit import audit
from shared.record.merkle import root
from shared.record.recorder import RecordRecorder
from shared.record.walk import Fault, Finding
from vangnet_verify.checkpoint import Checkpoint, parse_checkpoint
from vangnet_verify.dossier import MAKER
from vangnet_verify.note import VerifierKey, parse_note, signed_by
from vangnet_verify.receipts import parse_receipt
from vangnet_verify.rejected import Rejected

_TOLD_EVERY = 10_000


def audit_record(
    origin: str,
    ledger: RecordRecorder,
    checkpoints: Iterable[KeptCheckpoint],
    keys: Sequence[VerifierKey],
    heard: Callable[[int], None],
) -> list[Finding]:
    """Every fault in a record and in the checkpoints that were kept of it.

    With ``keys``, what is under them must be signed by one of those; without, they are only
    compared with the rows. With a key of the service among them, it must have signed itself that
    dossiers were destroyed: an event that nobody can open could otherwise say so. ``heard`` is
    told the number of events now and then.
    """
    signed, wrong = _signed(checkpoints, keys)

    def counted(seq: int) -> None:
        if seq % _TOLD_EVERY == 0:
            heard(seq)

    findings = audit(origin, ledger, signed, counted)
    makers = [key for key in keys if key.name.endswith(MAKER)]
    unsigned = (seq for seq in ledger.destructions() if not _received(origin, ledger, makers, seq))
    findings += [Finding(Fault.RECEIPT, seq) for seq in unsigned if makers]
    return findings + wrong


def audit_access(
    log: AccessLog, checkpoints: Iterable[KeptCheckpoint], keys: Sequence[VerifierKey]
) -> list[Finding]:
    """The place from which on the access log is not what was written, or was signed."""
    signed, wrong = _signed(checkpoints, keys)
    kept = SignedAccessLog(log)
    walk = kept.walk()
    for row in kept.rows(0):
        wrong += walk.step(row)
        found = root(walk.edge.peaks)
        if signed.pop(row.seq, found) != found:
            wrong.append(Finding(Fault.ACCESS, row.seq))
    return wrong[:1] or [Finding(Fault.SHORTER, size) for size in sorted(signed) if size]


def _received(origin: str, ledger: RecordRecorder, keys: Sequence[VerifierKey], seq: int) -> bool:
    """Whether the service signed, when it recorded it, that the event at ``seq`` was its own."""
    opened = ledger.destruction(seq)
    if opened is None:
        return False
    try:
        receipt = parse_receipt(opened.receipt, keys)
    except Rejected:
        return False
    leaves = dict(ledger.hashes(0, [(seq - 1) // TILE]))
    return (receipt.log.rpartition("/")[0], receipt.root) == (origin, leaves.get(seq - 1))


def _signed(
    checkpoints: Iterable[KeptCheckpoint], keys: Sequence[VerifierKey]
) -> tuple[dict[int, bytes], list[Finding]]:
    """The root that was signed at each size, and which checkpoints are not what was signed."""
    signed: dict[int, bytes] = {}
    wrong: list[Finding] = []
    for kept in checkpoints:
        found = _read(kept.note, keys)
        if found is None or found.size != kept.size:
            wrong.append(Finding(Fault.SIGNATURE, kept.size))
        elif signed.setdefault(found.size, found.root) != found.root:
            wrong.append(Finding(Fault.REWRITTEN, found.size))
    return signed, wrong


def _read(note: bytes, keys: Sequence[VerifierKey]) -> Checkpoint | None:
    try:
        parsed = parse_note(note)
        checkpoint = parse_checkpoint(parsed)
        known = not keys or any(k.name == checkpoint.origin for k in signed_by(parsed, keys))
    except Rejected:
        return None
    return checkpoint if known else None
