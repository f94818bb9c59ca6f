"""Fixtures for pytest. Copy this file and forge_data.py beside your tests."""
import forge_data
import pytest


@pytest.fixture(scope="session")
def shop():
    try:
        return forge_data.dataset(scenario="holiday_rush", seed=42, stores=3, products=5)
    except forge_data.ForgeMissing as missing:
        pytest.skip(str(missing))
