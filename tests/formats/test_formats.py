"""The table of formats."""

import pytest

from mediaquiz.errors import NotFound
from mediaquiz.formats import FORMATS, writer


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_writer_a_suffix_and_a_description(name: str) -> None:
    assert callable(writer(name))
    assert FORMATS[name].suffix.startswith(".")
    assert FORMATS[name].about


def test_an_unknown_format_is_named_with_those_that_exist() -> None:
    with pytest.raises(NotFound, match="papyrus") as caught:
        writer("papyrus")
    assert "anki" in caught.value.hint
