"""The questions about the course of a case."""
