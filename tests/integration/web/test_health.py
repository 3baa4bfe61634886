"""Liveness and readiness say nothing but a status."""

from tests.unit.web.sample_app import BASE, Bench, client


def test_a_living_service_says_so_to_anybody() -> None:
    """Without a token, and without looking at its parts."""
    answer = client(Bench(parts={"opslag": False}), None).get(f"{BASE}/gezond")
    assert (answer.status_code, answer.data) == (200, b'{"status":"gezond"}')


def test_a_service_with_a_part_missing_is_not_ready() -> None:
    """Which part is for our own log."""
    bench = Bench(parts={"opslag": True, "sleutels": False})
    answer = client(bench, None).get(f"{BASE}/gereed")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert b"sleutels" not in answer.data
    assert b'"part":"sleutels"' in bench.log.getvalue()
    assert client(Bench(), None).get(f"{BASE}/gereed").status_code == 200
