"""The user's settings file: one value changes, every other line stays as its owner wrote it."""

from pathlib import Path

import pytest

from mediaquiz.errors import MediaquizError
from mediaquiz.store.config import config_file, read_config, write_config

OWN = '# my settings\nlanguage = "ko"  # at home\n\n[colours]\nright = "green"\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEDIAQUIZ_CONFIG", str(tmp_path / "config"))
    return tmp_path / "config"


def test_the_first_value_makes_the_file() -> None:
    write_config("language", "ko")
    assert read_config() == ({"language": "ko"}, ())


def test_a_value_is_replaced_and_the_rest_stays() -> None:
    config_file().parent.mkdir()
    config_file().write_text(OWN, encoding="utf-8")
    write_config("language", "en")
    assert config_file().read_text(encoding="utf-8") == OWN.replace('language = "ko"  # at home', 'language = "en"')


def test_a_new_value_stands_before_the_first_table() -> None:
    config_file().parent.mkdir()
    config_file().write_text(OWN, encoding="utf-8")
    write_config("plain", True)
    assert read_config()[0] == {"language": "ko", "plain": True, "colours": {"right": "green"}}


def test_a_value_is_taken_out() -> None:
    write_config("language", "ko")
    write_config("language", None)
    assert read_config() == ({}, ())


@pytest.mark.parametrize("text", ["language = \n", '[a]\nb = 1\nlanguage = """\n'])
def test_a_file_that_is_not_understood_is_left_alone(text: str) -> None:
    config_file().parent.mkdir()
    config_file().write_text(text, encoding="utf-8")
    with pytest.raises(MediaquizError, match="cannot be changed"):
        write_config("language", "ko")
    assert config_file().read_text(encoding="utf-8") == text
