"""Proof to somebody who does not trust us: trees, checkpoints, receipts, dossiers (RFC 6962)."""
