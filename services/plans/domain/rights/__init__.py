"""What people may ask of a file that is about them (R42; domain 3.5)."""

from services.plans.domain.rights import answering, asking, own_statements

__all__ = ["answering", "asking", "own_statements"]
