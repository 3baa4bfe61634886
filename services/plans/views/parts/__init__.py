"""The parts of what the plan view answers."""
