"""Copies of everything that services keep, to another folder and back."""
