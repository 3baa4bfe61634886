"""The family version: somebody's own plan, on at most two pages of paper (W0.9, W0.11)."""
