"""Who may see what: tokens, the gate, and the log of every read (design section 6)."""
