"""Flask plumbing that every service needs: routes from a catalogue, the NL API Design Rules on

every response, problem+json, strict JSON, idempotency, time travel, OpenAPI. Knows no domain.
"""
