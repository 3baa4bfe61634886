"""The questions that the notifications service answers: one module each, at (V, K)."""
