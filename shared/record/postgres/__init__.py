"""The record in PostgreSQL: for a town where every service is its own process."""
