"""Deployments to operate on: on SQLite and on PostgreSQL."""

from __future__ import annotations

from tests.integration.postgres.conftest import settings_on as settings_on
