"""Profiles: quick by default, 200 examples in CI, 10,000 at night (``HYPOTHESIS_PROFILE=nightly``)."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from .imap_server import Server, missing, running

_CALM = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("quick", max_examples=50, deadline=None, suppress_health_check=_CALM)
settings.register_profile(
    "ci", max_examples=200, deadline=None, suppress_health_check=_CALM, derandomize=True
)
settings.register_profile("nightly", max_examples=10_000, deadline=None, suppress_health_check=_CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(scope="session")
def mail_server() -> Iterator[Server]:
    """Return a real IMAP server; without one the test is skipped, but never in CI."""
    why = missing()
    if why is not None:
        if os.environ.get("CI"):
            pytest.fail(f"CI must run the tests of the mail server: {why}")
        pytest.skip(f"no mail server can be started: {why}")
    with running() as server:
        yield server


@pytest.fixture
def mailbox(mail_server: Server) -> Server:
    """Return the server with an empty mailbox."""
    mail_server.empty()
    return mail_server
