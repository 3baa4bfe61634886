"""The course of a case, on the wire."""
