"""Carrying out what was ordered to be erased, in each service for itself (R43, R44)."""
