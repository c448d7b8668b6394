"""Real faults: killed processes, several at once, disks that refuse. No answer is lost, none is doubled."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from answers import DEVICE, answer, codes, file_of, ids, numbered
from children import SAVE, Child, saved
from limits import without_privileges

from mediaquiz.decks.dump import dump
from mediaquiz.errors import Busy, StorageError
from mediaquiz.model.deck import Deck
from mediaquiz.store.courselock import writing_decks
from mediaquiz.store.deckstore import load_decks
from mediaquiz.store.files import temp_file
from mediaquiz.store.log import probe

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the faults are those of POSIX systems")


def _strace_works() -> bool:
    trial = ["strace", "-o", os.devnull, "true"]
    return bool(shutil.which("strace")) and subprocess.run(trial, check=False).returncode == 0


needs_strace = pytest.mark.skipif(not _strace_works(), reason="needs strace")


def failing(call: str, error: str, when: str) -> tuple[str, ...]:
    """A command that runs another one whose system calls fail."""
    return ("strace", "-f", "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}")


def test_kills_at_random_moments_lose_and_double_nothing(tmp_path: Path) -> None:
    rng, acknowledged = random.Random(7), []
    for _ in range(20):
        child = Child(SAVE, tmp_path, DEVICE, 10_000).go()
        acknowledged += [child.line() for _ in range(rng.randint(1, 20))]
        time.sleep(rng.random() / 1000)
        acknowledged += child.kill()
    logged = ids(tmp_path)
    assert len(set(logged)) == len(logged)
    assert set(acknowledged) <= set(logged)
    assert len(logged) <= len(acknowledged) + 20, "at most one answer a kill is saved and not acknowledged"
    assert set(codes(tmp_path)) <= {"MQ402"}


def test_a_kill_in_the_middle_of_a_line_costs_that_line_only(tmp_path: Path) -> None:
    first = saved(tmp_path, DEVICE, 5)
    with file_of(tmp_path, int(max(tmp_path.glob("*.jsonl")).stem[-4:])).open("r+b") as file:
        file.truncate(file.seek(0, os.SEEK_END) - 30)
    second = saved(tmp_path, DEVICE, 5)
    assert ids(tmp_path) == first[:4] + second
    assert codes(tmp_path) == ["MQ402"]


def test_four_processes_at_once(tmp_path: Path) -> None:
    children = [Child(SAVE, tmp_path, DEVICE, 50) for _ in range(4)]
    acknowledged = [line for child in [child.go() for child in children] for line in child.rest()]
    assert sorted(acknowledged) == sorted(numbered(*range(1, 201)))
    assert ids(tmp_path) == numbered(*range(1, 201))
    assert codes(tmp_path) == []


def test_a_lock_that_cannot_be_opened_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / ".mediaquiz" / "decks.lock").mkdir(parents=True)
    with pytest.raises(StorageError, match="Is a directory") as caught, writing_decks(tmp_path):
        pytest.fail("it is not held")
    assert "move it away" in caught.value.hint


HOLD = """
import sys
from pathlib import Path
from mediaquiz.store.lock import locked
with locked(Path(sys.argv[1])):
    print("ready", flush=True)
    sys.stdin.readline()
"""


def test_a_log_in_use_is_busy_until_its_user_ends(tmp_path: Path) -> None:
    holder = Child(HOLD, tmp_path / f".{DEVICE}.lock")
    with pytest.raises(Busy, match="in use by another mediaquiz") as caught:
        answer(tmp_path, wait=0.05)
    assert caught.value.hint
    assert ids(tmp_path) == []
    assert answer(tmp_path, device="other222").id == "other222-1"
    holder.kill()
    assert answer(tmp_path, wait=0.05).id == f"{DEVICE}-1"


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that everybody can enter, unlike those of ``tmp_path``."""
    folder = Path(tempfile.mkdtemp(prefix="mediaquiz-public-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written_is_told_and_can_be_read(public: Path) -> None:
    reviews = public / "reviews"
    answer(reviews)
    reviews.chmod(0o555)
    for save in (answer, probe):
        with without_privileges(), pytest.raises(StorageError, match="Permission denied") as caught:
            save(reviews)
        assert "Check who may write there" in caught.value.hint
    with without_privileges():
        assert (ids(reviews), codes(reviews)) == (numbered(1), [])


def test_a_log_that_only_another_user_may_read(public: Path) -> None:
    answer(public)
    answer(public, device="other222")
    (public / "other222-2026.jsonl").chmod(0)
    with without_privileges():
        assert (ids(public), codes(public)) == (numbered(1), ["MQ408"])
    public.chmod(0)
    with without_privileges():
        assert codes(public) == ["MQ408"]
    public.chmod(0o755)


def test_a_deck_that_only_another_user_may_read_hides_no_other(public: Path) -> None:
    (public / "decks").mkdir()
    for name in ("mine", "yours"):
        (public / "decks" / f"{name}.yaml").write_text(dump(Deck("", title=name)), encoding="utf-8")
    assert len(load_decks(public)[0]) == 2
    (public / "decks" / "yours.yaml").chmod(0)
    with without_privileges():
        decks, problems = load_decks(public)
    assert [deck.title for deck in decks] == ["mine"]
    assert [f"{problem.code} {problem.span}" for problem in problems] == ["MQ314 decks/yours.yaml"]


def test_a_course_that_cannot_be_written_is_read_without_a_cache(public: Path) -> None:
    (public / "decks").mkdir()
    (public / "decks" / "mine.yaml").write_text(dump(Deck("", title="mine")), encoding="utf-8")
    load_decks(public)
    shutil.rmtree(public / ".mediaquiz")
    with without_privileges():
        decks, problems = load_decks(public)
    assert ([deck.title for deck in decks], problems) == (["mine"], ())
    assert not (public / ".mediaquiz").exists()


@needs_strace
@pytest.mark.parametrize("when", [1, 2, 3, 4])
def test_an_answer_that_could_not_be_synced_is_told_and_not_kept(tmp_path: Path, when: int) -> None:
    """The syncs are: the folder's, once, for the new file's sake; then one for each answer."""
    told = saved(tmp_path, DEVICE, 3, before=failing("fsync", "EIO", f"{when}+"))
    kept = max(0, when - 2)
    assert told[:kept] == ids(tmp_path) == numbered(*range(1, kept + 1))
    assert told[kept].startswith("StorageError: ") and "disk reports a fault" in told[kept]
    assert codes(tmp_path) == []
    assert saved(tmp_path, DEVICE, 1) == numbered(kept + 1)


@needs_strace
@pytest.mark.parametrize(("error", "expected"), [("ENOLCK", numbered(1, 2)), ("EINVAL", numbered(1, 2)), ("EIO", [])])
def test_a_file_system_without_locks_is_good_enough(tmp_path: Path, error: str, expected: list[str]) -> None:
    told = saved(tmp_path, DEVICE, 2, before=failing("flock", error, "1+"))
    assert ids(tmp_path) == expected
    assert [line for line in told if line.startswith("StorageError")] == told[len(expected) :]


@needs_strace
def test_a_file_system_that_cannot_sync_folders_is_good_enough(tmp_path: Path) -> None:
    assert saved(tmp_path, DEVICE, 2, before=failing("fsync", "EINVAL", "1")) == numbered(1, 2)


REWRITE = """
import os, sys
from pathlib import Path
from mediaquiz.store.files import write_atomic
print("ready", flush=True)
sys.stdin.readline()
while True:
    for letter in b"ab":
        write_atomic(Path(sys.argv[1]), bytes([letter]) * 300_000)
        os.write(1, b"written\\n")
"""


def test_a_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    rng, path = random.Random(11), tmp_path / "deck.yaml"
    for _ in range(12):
        child = Child(REWRITE, path).go()
        for _ in range(rng.randint(1, 4)):
            child.line()
        time.sleep(rng.random() / 300)
        child.kill()
        assert path.read_bytes() in (b"a" * 300_000, b"b" * 300_000)
    strays = set(tmp_path.iterdir()) - {path}
    assert all(stray.match(".mediaquiz-*.tmp") for stray in strays)
    assert temp_file(tmp_path).match(".mediaquiz-*.tmp")


NAME = """
import sys
from mediaquiz.store.device import device_id
print("ready", flush=True)
sys.stdin.readline()
print(device_id())
print(device_id())
"""


def test_programs_that_start_at_once_agree_on_the_device_s_name(tmp_path: Path) -> None:
    for attempt in range(3):
        state = str(tmp_path / str(attempt))
        children = [Child(NAME, MEDIAQUIZ_STATE=state) for _ in range(4)]
        names = [name for child in [child.go() for child in children] for name in child.rest()]
        assert len(names) == 8
        assert len(set(names)) == 1
