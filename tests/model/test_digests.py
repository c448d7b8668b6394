"""SHA-256 by Python's own module is that of ``hashlib``, also where Python was built without it."""

import hashlib
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz import text


@given(st.binary(max_size=300))
def test_it_is_sha_256(data: bytes) -> None:
    assert text.sha256(data) == hashlib.sha256(data).digest()


def test_a_python_without_a_module_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_sha2", "_sha256"):
        monkeypatch.setitem(sys.modules, name, None)
    text._sha256.cache_clear()
    assert text._sha256() is hashlib.sha256
    text._sha256.cache_clear()
