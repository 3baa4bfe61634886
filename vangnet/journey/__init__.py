"""Journeys: a family's case played from a data file, each row's acts and what must follow."""

from vangnet.journey.demo import Demo, load_demo
from vangnet.journey.runner import run_journey

__all__ = ["Demo", "load_demo", "run_journey"]
