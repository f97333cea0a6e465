"""Profiles: quick by default, 200 examples in CI, 10,000 at night (``HYPOTHESIS_PROFILE=nightly``)."""

import os

from hypothesis import HealthCheck, settings

_CALM = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("quick", max_examples=50, deadline=None, suppress_health_check=_CALM)
settings.register_profile(
    "ci", max_examples=200, deadline=None, suppress_health_check=_CALM, derandomize=True
)
settings.register_profile("nightly", max_examples=10_000, deadline=None, suppress_health_check=_CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
