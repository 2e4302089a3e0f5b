"""How generated tests run: the same few examples each time, so that a failure is one of the code. For a wide search, name the other
profile: `pytest --hypothesis-profile=wide`.
"""

import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("committed", max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("wide", max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("committed")


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Bytes may hold the time at which they were packed, and tests must have the same names in every process."""
    return argname if isinstance(val, bytes) else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With TAWATUR_SKIP_NOTHING, a test that lacks something (Chromium, the packages of pages) fails."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("TAWATUR_SKIP_NOTHING"):
        report.outcome = "failed"
    return report
