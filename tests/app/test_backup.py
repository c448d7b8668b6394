"""Backups: whole or not there, proved by reading back; restoring never loses what came after."""

import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mediaquiz.app.backup import back_up, look, restore
from mediaquiz.app.course import Course, read
from mediaquiz.decks.dump import dump
from mediaquiz.errors import MediaquizError, NewerVersion, NotFound, StorageError
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Recall
from mediaquiz.model.review import Kind
from mediaquiz.store.backup import MANIFEST, DamagedBackup
from mediaquiz.store.log import append, read_all

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
DEVICE = "k3m9xq2a"
DECK = "decks/bread.yaml"
LOG = f"reviews/{DEVICE}-2026.jsonl"
LOCK = "decks/mediaquiz.lock"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course with a deck, a lock file and three answers."""
    root = tmp_path / "bread"
    (root / "decks").mkdir(parents=True)
    (root / "mediaquiz.yaml").write_text("title: Bread\ncourse: bread\n", encoding="utf-8")
    (root / DECK).write_text(deck("Crust"), encoding="utf-8")
    (root / LOCK).write_text("# times\nbread-crumb1 aa 2026-11-20T10:00:00Z\n", encoding="utf-8")
    for number in range(3):
        answer(root, number)
    return read(root)


def deck(answer: str) -> str:
    return dump(Deck(DECK, title="Bread", items=(Item("bread-crumb1", Recall("What browns first?", answer)),)))


def answer(root: Path, number: int, device: str = DEVICE) -> str:
    at = NOW + timedelta(minutes=number)
    return append(root / "reviews", device, Kind.REVIEW, at, at.date(), "bread-crumb1", {"rating": 3, "ms": number}).id


def truth(root: Path) -> dict[str, bytes]:
    """Every file of the course but caches and locks."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    }


def ids(root: Path) -> list[str]:
    return sorted(record.id for record in read_all(root / "reviews")[0])


def saved(course: Course) -> Path:
    return back_up(course, course.root.parent / "saved.zip", NOW).path


def test_a_backup_holds_the_truth_and_brings_it_back(course: Course, tmp_path: Path) -> None:
    (course.root / "decks" / "loaf.svg").write_text("<svg/>", encoding="utf-8")
    content = back_up(course, tmp_path, NOW)
    assert content.path.name == "bread-2026-11-21-100000.zip"
    assert (content.decks, content.records, content.files, content.problems) == (1, 3, 5, ())
    assert look(content.path) == content
    done = restore(content.path, tmp_path / "new", None)
    assert truth(tmp_path / "new") == truth(course.root)
    assert (done.records, set(done.back), done.grown, done.aside) == (3, set(truth(course.root)), (), ())


def test_any_unzip_makes_a_course_of_it(course: Course, tmp_path: Path) -> None:
    shutil.unpack_archive(saved(course), tmp_path / "unpacked", "zip")
    (tmp_path / "unpacked" / MANIFEST).unlink()
    assert truth(tmp_path / "unpacked") == truth(course.root)


def test_the_same_course_makes_the_same_bytes(course: Course, tmp_path: Path) -> None:
    first, second = (back_up(course, tmp_path / name, NOW).path for name in ("a.zip", "b.zip"))
    assert first.read_bytes() == second.read_bytes()


def test_restoring_what_is_there_changes_nothing(course: Course) -> None:
    before = truth(course.root)
    path = saved(course)
    assert not restore(path, course.root, course).changed
    assert truth(course.root) == before


def test_newer_answers_stay(course: Course) -> None:
    path = saved(course)
    newer = [answer(course.root, 5), answer(course.root, 6, "other222")]
    assert not restore(path, course.root, course).changed
    assert ids(course.root) == sorted([*(f"{DEVICE}-{n}" for n in (1, 2, 3)), *newer])


def _cut(root: Path, keep: int) -> None:
    lines = (root / LOG).read_bytes().split(b"\n")
    (root / LOG).write_bytes(b"".join(line + b"\n" for line in lines[:keep]))


@pytest.mark.parametrize("keep", [0, 1, 2])
def test_answers_that_were_lost_come_back_and_their_numbers_are_not_used_again(course: Course, keep: int) -> None:
    path = saved(course)
    whole = (course.root / LOG).read_bytes()
    _cut(course.root, keep)
    done = restore(path, course.root, course)
    assert (done.records, done.grown) == (3 - keep, (LOG,))
    assert (course.root / LOG).read_bytes() == whole
    assert answer(course.root, 9) == f"{DEVICE}-4"


def test_lost_answers_come_back_to_their_place_among_newer_ones(course: Course) -> None:
    path = saved(course)
    lines = (course.root / LOG).read_bytes().split(b"\n")
    damaged = b"\n".join([lines[0], b"damage", lines[2], b""])
    (course.root / LOG).write_bytes(damaged)
    newer = answer(course.root, 9)
    assert newer == f"{DEVICE}-4"
    done = restore(path, course.root, course)
    assert done.records == 1
    assert (course.root / LOG).read_bytes().split(b"\n")[:4] == [lines[0], b"damage", lines[1], lines[2]]
    assert answer(course.root, 10) == f"{DEVICE}-5"


def test_a_log_file_that_is_gone_comes_back_whole(course: Course) -> None:
    path = saved(course)
    (course.root / LOG).rename(course.root / "reviews" / "a copy.jsonl")
    done = restore(path, course.root, course)
    assert (done.records, done.back) == (0, (LOG,))
    assert answer(course.root, 9) == f"{DEVICE}-4"


def test_a_deck_that_changed_stays_and_the_old_one_is_put_beside_it(course: Course) -> None:
    path = saved(course)
    (course.root / DECK).write_text(deck("Flour"), encoding="utf-8")
    done = restore(path, course.root, course)
    assert done.aside == (f"{DECK}.from-backup-2026-11-21-100000",)
    assert (course.root / DECK).read_text(encoding="utf-8") == deck("Flour")
    assert (course.root / done.aside[0]).read_text(encoding="utf-8") == deck("Crust")
    assert not restore(path, course.root, course).changed, "once is enough"


def test_a_deck_that_is_gone_comes_back(course: Course) -> None:
    path = saved(course)
    (course.root / DECK).unlink()
    assert restore(path, course.root, course).back == (DECK,)
    assert (course.root / DECK).read_text(encoding="utf-8") == deck("Crust")


def test_the_lock_files_are_joined(course: Course) -> None:
    path = saved(course)
    (course.root / LOCK).write_text("# times\nbread-crumb2 bb 2026-11-21T10:00:00Z", encoding="utf-8")
    assert restore(path, course.root, course).grown == (LOCK,)
    assert (course.root / LOCK).read_text(encoding="utf-8").splitlines() == [
        "# times",
        "bread-crumb2 bb 2026-11-21T10:00:00Z",
        "bread-crumb1 aa 2026-11-20T10:00:00Z",
    ]


def test_the_statistics_of_both_sides_are_kept(course: Course) -> None:
    statistics = course.root / "decks" / "statistics.jsonl"
    statistics.write_bytes(b"a class\n")
    path = saved(course)
    statistics.write_bytes(b"another class\n")
    assert restore(path, course.root, course).grown == ("decks/statistics.jsonl",)
    assert statistics.read_bytes() == b"another class\na class\n"


def test_damage_that_was_saved_is_told(course: Course) -> None:
    (course.root / LOG).write_bytes((course.root / LOG).read_bytes().replace(b'"rating":3', b'"rating":4', 1))
    content = look(saved(course))
    assert (content.records, [problem.code for problem in content.problems]) == (2, ["MQ401"])


# What is refused


def test_a_backup_never_replaces_a_file(course: Course, tmp_path: Path) -> None:
    with pytest.raises(MediaquizError, match="exists already"):
        back_up(course, course.root / "mediaquiz.yaml", NOW)


def test_an_empty_course_has_nothing_to_save(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(MediaquizError, match="nothing to back up"):
        back_up(read(tmp_path / "empty"), tmp_path / "x.zip", NOW)
    assert not (tmp_path / "x.zip").exists()


def test_another_courses_backup_is_refused(course: Course, tmp_path: Path) -> None:
    other = tmp_path / "cheese"
    other.mkdir()
    (other / "mediaquiz.yaml").write_text("course: cheese\n", encoding="utf-8")
    with pytest.raises(MediaquizError, match="is of the course 'bread'"):
        restore(saved(course), other, read(other))
    assert list(truth(other)) == ["mediaquiz.yaml"]


def test_a_backup_with_any_flipped_bit_is_refused_before_anything_is_touched(course: Course) -> None:
    path = saved(course)
    whole, before = path.read_bytes(), truth(course.root)
    _, last = len(whole), look(path)
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        try:
            found = look(path)
        except (DamagedBackup, NewerVersion, NotFound):
            continue
        # Not every byte of a ZIP archive means something; what is read is right.
        assert found == last, place
    for size in range(0, len(whole), 31):
        path.write_bytes(whole[:size])
        with pytest.raises((DamagedBackup, NotFound)):
            restore(path, course.root, course)
    assert truth(course.root) == before


def _repacked(path: Path, change: Callable[[dict[str, object]], object], extra: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members[MANIFEST])
    change(manifest)
    members[MANIFEST] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (members | extra).items():
            archive.writestr(name, data)


HOSTILE: dict[str, Callable[[dict[str, object]], object]] = {
    "a newer format": lambda manifest: manifest.update(format=99),
    "no files": lambda manifest: manifest.pop("files"),
    "files that are no table": lambda manifest: manifest.update(files=["a"]),
    "a file that is not there": lambda manifest: manifest.update(files={"decks/x.yaml": [1, "00"]}),
    "a path upwards": lambda manifest: manifest.update(files={"decks/../../evil": [1, "00"]}),
    "an absolute path": lambda manifest: manifest.update(files={"/etc/evil": [1, "00"]}),
    "a drive": lambda manifest: manifest.update(files={"decks/C:evil": [1, "00"]}),
    "a backslash": lambda manifest: manifest.update(files={"decks/..\\evil": [1, "00"]}),
    "a program's file": lambda manifest: manifest.update(files={".git/hooks/pre-commit": [1, "00"]}),
    "an impossible size": lambda manifest: manifest.update(files={"decks/evil": [10**15, "00"]}),
    "a negative size": lambda manifest: manifest.update(files={"decks/evil": [-5, "00"]}),
    "a bomb": lambda manifest: manifest.update(files={"decks/bomb": [1, "00"]}),
    "no time": lambda manifest: manifest.update(made_at="yesterday"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_archive_is_refused(course: Course, what: str) -> None:
    path = saved(course)
    _repacked(path, HOSTILE[what], {"decks/evil": b"x", "decks/bomb": b"\0" * 50_000_000})
    before = truth(course.root.parent)
    with pytest.raises((DamagedBackup, NewerVersion)) as refused:
        restore(path, course.root, course)
    assert refused.value.hint
    assert truth(course.root.parent) == before


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive_is_refused(course: Course, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(DamagedBackup):
        look(tmp_path / "x.zip")
    with pytest.raises(NotFound):
        look(tmp_path / "nothing.zip")
    with pytest.raises(NotFound):
        look(tmp_path)


def test_a_disk_that_gives_other_bytes_back_is_told(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mediaquiz.store import backup, files

    def forgetful(path: Path, data: bytes) -> None:
        files.write_atomic(path, data.replace(b"mediaquiz.yaml", b"mediaquiz.yamm"))

    monkeypatch.setattr(backup, "write_atomic", forgetful)
    with pytest.raises((StorageError, DamagedBackup)):
        back_up(course, tmp_path / "x.zip", NOW)
