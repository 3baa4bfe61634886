"""How thorough the random tests are: quick by default, ``VANGNET_EXAMPLES`` for more.

Hypothesis prints what is needed to repeat a failure.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "vangnet",
    max_examples=int(os.environ.get("VANGNET_EXAMPLES", "5")),
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("vangnet")
