"""What belongs to a user and a machine: the folders, the device's name, the settings file."""

from pathlib import Path

import pytest

from mediaquiz.errors import StorageError
from mediaquiz.store import places
from mediaquiz.store.config import read_config
from mediaquiz.store.device import device_id
from mediaquiz.store.places import config_folder, state_folder


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder that is not there yet."""
    folder = tmp_path / "state"
    monkeypatch.setenv("MEDIAQUIZ_STATE", str(folder))
    return folder


class TestDevice:
    def test_the_name_is_made_once(self, state: Path) -> None:
        name = device_id()
        assert len(name) == 8 and name.isalnum() and name.isascii() and name == name.lower()
        assert [device_id() for _ in range(3)] == [name] * 3
        assert (state / "device").read_text() == f"{name}\n"

    def test_two_machines_have_two_names(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        names = set()
        for machine in range(20):
            monkeypatch.setenv("MEDIAQUIZ_STATE", str(tmp_path / str(machine)))
            names.add(device_id())
        assert len(names) == 20

    @pytest.mark.parametrize(
        "damage", [b"", b"\n", b"\0" * 8, b"\xff\xfe", b"../../xx", b"k3m9xq2", b"k3m9xq2ab", b"K3M9XQ2A"]
    )
    def test_a_damaged_name_is_replaced(self, state: Path, damage: bytes) -> None:
        state.mkdir()
        (state / "device").write_bytes(damage)
        name = device_id()
        assert name.encode() != damage
        assert device_id() == name

    def test_a_name_survives_an_editor(self, state: Path) -> None:
        name = device_id()
        (state / "device").write_bytes(f" {name}\r\n".encode())
        assert device_id() == name

    def test_a_file_in_the_state_folder_s_place(self, state: Path) -> None:
        state.write_text("in the way")
        with pytest.raises(StorageError) as caught:
            device_id()
        assert "move it away" in caught.value.hint

    def test_a_folder_in_the_name_s_place(self, state: Path) -> None:
        (state / "device").mkdir(parents=True)
        with pytest.raises(StorageError):
            device_id()


class TestPlaces:
    def test_told_folders_win(self, state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("MEDIAQUIZ_CONFIG", str(tmp_path))
        assert (state_folder(), config_folder()) == (state, tmp_path)

    @pytest.mark.skipif(places.sys.platform != "linux", reason="compares what is known of Linux")
    @pytest.mark.parametrize("xdg", [None, "", "/tmp/xdg"])
    def test_the_folders_are_those_that_the_library_names(
        self, xdg: str | None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("MEDIAQUIZ_STATE", "MEDIAQUIZ_CONFIG", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            monkeypatch.delenv(name, raising=False)
            if xdg is not None and name.startswith("XDG"):
                monkeypatch.setenv(name, xdg)
        known = state_folder(), config_folder()
        monkeypatch.setattr(places, "_FREEDESKTOP", frozenset())
        assert (state_folder(), config_folder()) == known


class TestConfig:
    @pytest.fixture
    def config(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("MEDIAQUIZ_CONFIG", str(tmp_path))
        return tmp_path / "config.toml"

    def test_no_file_is_no_settings(self, config: Path) -> None:
        assert read_config() == ({}, ())

    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_a_good_file(self, config: Path, mark: str) -> None:
        config.write_text(f'{mark}retention = 0.92\r\n[limits]\r\nnew = 7\r\nname = "빵"\r\n', encoding="utf-8")
        assert read_config() == ({"retention": 0.92, "limits": {"new": 7, "name": "빵"}}, ())

    @pytest.mark.parametrize("text", [b"retention = ", b"\xff\xfe", b"a = 1\na = 2", b"a = " + b"[" * 100_000])
    def test_a_broken_file_is_told_and_ignored(self, config: Path, text: bytes) -> None:
        config.write_bytes(text)
        values, (problem,) = read_config()
        assert (values, problem.code, str(problem.span)) == ({}, "MQ603", str(config))
        assert problem.hint

    def test_a_file_that_cannot_be_read(self, config: Path) -> None:
        config.mkdir()
        values, (problem,) = read_config()
        assert (values, problem.code) == ({}, "MQ603")
        assert "directory" in problem.message
