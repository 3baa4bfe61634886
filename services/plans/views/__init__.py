"""The questions that the plans service answers: one module each, for one audience, at (V, K)."""
