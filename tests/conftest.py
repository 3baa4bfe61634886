"""How thorough the random tests are: quick by default, ``TEST_EXAMPLES`` for more.

Hypothesis prints what is needed to repeat a failure.
"""

import os

from hypothesis import HealthCheck, settings

from tests.parts.memory import write_in_memory

settings.register_profile(
    "vangnet",
    max_examples=int(os.environ.get("TEST_EXAMPLES", "5")),
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("vangnet")
write_in_memory()

pytest_plugins = ["tests.parts.postgres", "tests.parts.kafka"]
