"""Metrics made when they are asked for, all under one prefix."""

from __future__ import annotations

from collections.abc import Sequence

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily

PREFIX = "vangnet_"


def gauge(name: str, meaning: str, labels: Sequence[str]) -> GaugeMetricFamily:
    """A number that goes up and down."""
    return GaugeMetricFamily(PREFIX + name, meaning, labels=labels)


def counter(name: str, meaning: str, labels: Sequence[str]) -> CounterMetricFamily:
    """A number that only goes up while the process lives; shown as ``<name>_total``."""
    return CounterMetricFamily(PREFIX + name, meaning, labels=labels)


def info(name: str, meaning: str, labels: Sequence[str]) -> InfoMetricFamily:
    """Texts that stand still for a while; shown as ``<name>_info`` with the value 1."""
    return InfoMetricFamily(PREFIX + name, meaning, labels=labels)
