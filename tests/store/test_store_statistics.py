"""The statistics file: whole, merged by keeping lines, safe against damage and against other versions."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mediaquiz.errors import StorageError
from mediaquiz.measure.results.figures import Figures
from mediaquiz.store.pseudonyms import key_file, learners_key, pseudonym
from mediaquiz.store.sealed import seal
from mediaquiz.store.statistics import PATH, Sitting, pooled, read_statistics, save_sitting

FIGURES = Figures(n=8, right=0.1 + 0.2, omitted=1, groups=1, sxx=1 / 3, syy=0.25, sxy=-0.125, upper_n=2.16, upper=2.0,
                  lower_n=2.16, lower=0.5, answers={"호밀": (5.0, 2.16, 0.3)})  # fmt: skip


def sitting(name: str, day: int = 1, digest: str = "d", n: int = 8) -> Sitting:
    return Sitting(name, datetime(2026, 11, day, tzinfo=UTC), digest, n, {("item1", "w1"): FIGURES})


def test_what_is_saved_comes_back_to_the_last_digit(tmp_path: Path) -> None:
    save_sitting(tmp_path, sitting("3b"))
    save_sitting(tmp_path, sitting("3a"))
    assert read_statistics(tmp_path) == ((sitting("3a"), sitting("3b")), ())


def test_a_class_that_is_saved_again_replaces_itself(tmp_path: Path) -> None:
    for day in (1, 2, 3):
        save_sitting(tmp_path, sitting("3b", day))
    assert (tmp_path / PATH).read_bytes().count(b"\n") == 1
    assert read_statistics(tmp_path)[0] == (sitting("3b", 3),)


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (2, 3, 1), (1, 1, 3)])
def test_lines_of_two_machines_merge_in_any_order(tmp_path: Path, order: tuple[int, ...]) -> None:
    lines = b""
    for day in order:
        save_sitting(tmp_path, sitting("3b", day))
        lines += (tmp_path / PATH).read_bytes()
        (tmp_path / PATH).unlink()
    (tmp_path / PATH).write_bytes(lines)
    assert read_statistics(tmp_path)[0] == (sitting("3b", 3),)


def test_lines_that_are_damaged_or_newer_stay_and_are_told(tmp_path: Path) -> None:
    save_sitting(tmp_path, sitting("3b"))
    good = (tmp_path / PATH).read_bytes()
    strange = [
        good[:-2] + b"0",
        seal({"v": 2, "class": "3c"}),
        seal({"v": 1, "class": "3c"}),
        seal({"v": 1, "class": "3c", "at": "2026-11-21", "of": "", "learners": 5, "items": []}),
        seal({"v": 1, "class": "3c", "at": "2026-11-21T00:00:00Z", "of": "", "learners": 5, "items": [7]}),
        b"<<<<<<< ours",
    ]
    (tmp_path / PATH).write_bytes(b"\n".join(strange) + b"\n" + good)
    save_sitting(tmp_path, sitting("3a"))
    found, problems = read_statistics(tmp_path)
    assert [one.name for one in found] == ["3a", "3b"]
    assert [(one.code, one.span.start) for one in problems if one.span] == [("MQ714", n) for n in range(1, 7)]
    assert (tmp_path / PATH).read_bytes().splitlines()[: len(strange)] == strange


def test_pooled_classes(tmp_path: Path) -> None:
    assert pooled([sitting("3a"), sitting("3b")])["item1", "w1"].n == 16
    assert pooled([]) == {}


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / PATH).mkdir(parents=True)
    found, problems = read_statistics(tmp_path)
    assert found == () and problems[0].code == "MQ714"
    with pytest.raises(StorageError):
        save_sitting(tmp_path, sitting("3b"))


def test_pseudonyms_need_their_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDIAQUIZ_STATE", str(tmp_path / "state"))
    key = learners_key()
    assert key == learners_key() and len(key) == 32
    assert pseudonym("Kim  Min", key) == pseudonym("kim min", key) != pseudonym("kim min", b"other")
    assert os.name != "posix" or key_file().stat().st_mode & 0o077 == 0
    key_file().write_text("abc", encoding="ascii")
    assert learners_key() != key
    monkeypatch.setenv("MEDIAQUIZ_STATE", str(key_file()))
    with pytest.raises(StorageError):
        learners_key()
