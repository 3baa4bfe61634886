"""The record: every service's event store. Envelope, seal, keys and chain (design section 4)."""
