"""Evaluations, ratings and incidents: how it goes with the plan, and what must be done about it."""
