"""Files of a newer mediaquiz: told with their lines and what to do, read as far as they are known, never written."""

import json
import shlex
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from shells import Shell

from mediaquiz.store.sealed import seal

RECORD = {
    "v": 1, "id": "k3m9xq2a-1", "t": "review", "at": "2026-03-02T01:02:03.000Z", "day": "2026-03-02", "tz": 0,
    "item": "aaaaaaaaaaaa", "rating": 3, "ms": 4000, "mode": "short", "due": "2026-03-12", "ivl": 10,
}  # fmt: skip
DECK = """\
version: 1
items:
  - id: aaaaaaaaaaaa
    type: short
    stem: What do ships drop to stay in place?
    answer: an anchor
    status: ready
"""
PAST = "card_id,review_time,review_rating,review_state,review_duration\naaaaaaaaaaaa,1767261600000,3,1,4000\n"


def deck(root: Path) -> None:
    path = root / "decks" / "sea.yaml"
    path.write_text(path.read_text().replace("version: 1", "version: 2\nmood: calm"))


def log_of(device: str, *, first: int) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        newer = [RECORD | {"v": 2, "id": f"{device}-{first + n}", "wonder": [n]} for n in (0, 1)]
        with (root / "reviews" / f"{device}-2026.jsonl").open("ab") as file:
            file.writelines(seal(one) + b"\n" for one in newer)

    return write


def log_in_another_form(root: Path) -> None:
    (root / "reviews" / "zzzzzzzz-2026.jsonl").write_bytes(seal({"v": 3, "what": "nobody knows"}) + b"\n")


def lock(root: Path) -> None:
    (root / "decks" / "mediaquiz.lock").write_text("aaaaaaaaaaaa v2:0123456789ab 2026-03-01T10:00:00.5Z by=me\n")


def results(root: Path) -> None:
    told = {"format": "mediaquiz-results", "v": 2, "answers": []}
    (root / "class.json").write_text(json.dumps(told))


def statistics(root: Path) -> None:
    (root / "decks" / "statistics.jsonl").write_bytes(seal({"v": 2, "class": "3b"}) + b"\n")


def backup(root: Path) -> None:
    with zipfile.ZipFile(root / "old.zip", "w") as archive:
        archive.writestr("manifest.json", json.dumps({"format": 99, "files": {}}))


OWN, OTHER = log_of("k3m9xq2a", first=2), log_of("zzzzzzzz", first=1)
TABLE: list[tuple[Callable[[Path], None], str, int, str]] = [
    (OWN, "undo", 6, "reviews/k3m9xq2a-2026.jsonl:2: 2 records have version 2, this mediaquiz knows 1"),
    (OWN, "config new_per_day 5", 6, "Update mediaquiz"),
    (OTHER, "undo", 6, "reviews/zzzzzzzz-2026.jsonl:1: 2 records have version 2"),
    (OTHER, "quiz --serve", 6, "Update mediaquiz"),
    (OTHER, "import reviews past.csv", 6, "Update mediaquiz"),
    (OTHER, "check", 1, "reviews/zzzzzzzz-2026.jsonl:1:1: MQ410 error: 2 records have version 2"),
    (OTHER, "due", 0, ""),
    (log_in_another_form, "undo", 6, "reviews/zzzzzzzz-2026.jsonl:1: a record has version 3"),
    (deck, "check", 0, "decks/sea.yaml:1:10: MQ309 warning: the deck has version 2, this mediaquiz knows 1"),
    (deck, "check", 0, "'mood'. Update mediaquiz to read it."),
    (deck, "items retire aaaaaaaaaaaa", 6, "Update mediaquiz to change this deck."),
    (deck, "quiz --new", 0, "What do ships drop to stay in place?"),
    (lock, "check", 0, "decks/mediaquiz.lock:1:1: MQ401 warning: a lock line is damaged and was left out. Update"),
    (results, "analyze class.json", 1, "class.json:1: error: MQ711 results of version 2, this mediaquiz knows 1"),
    (statistics, "check", 0, ""),
    (backup, "restore old.zip", 6, "old.zip was written by a newer mediaquiz"),
]


@pytest.fixture
def sea(shell: Shell) -> Shell:
    """A course of one question, answered once on this device."""
    for name in ("decks", "reviews"):
        (shell.folder / name).mkdir()
    (shell.folder / "mediaquiz.yaml").write_text("title: The Sea\ncourse: sea\n")
    (shell.folder / "decks" / "sea.yaml").write_text(DECK)
    (shell.folder / "reviews" / "k3m9xq2a-2026.jsonl").write_bytes(seal(RECORD) + b"\n")
    (shell.folder / "past.csv").write_text(PAST)
    state = Path(shell.env["MEDIAQUIZ_STATE"])
    state.mkdir()
    (state / "device").write_text("k3m9xq2a\n")
    return shell


def files(root: Path) -> dict[str, bytes]:
    """All that is the user's."""
    found = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(".mediaquiz/")}


@pytest.mark.parametrize(("prepare", "command", "code", "words"), TABLE, ids=[row[1] for row in TABLE])
def test_a_newer_file_is_told_and_left_as_it_is(
    sea: Shell, prepare: Callable[[Path], None], command: str, code: int, words: str
) -> None:
    prepare(sea.folder)
    before = files(sea.folder)
    told = sea(*shlex.split(command))
    assert words in " ".join((told.stdout + told.stderr).split())
    assert told.returncode == code, told.stdout + told.stderr
    assert files(sea.folder) == before


def test_a_build_leaves_a_newer_deck(sea: Shell) -> None:
    deck(sea.folder)
    before = (sea.folder / "decks" / "sea.yaml").read_bytes()
    assert sea("build").returncode == 0
    assert (sea.folder / "decks" / "sea.yaml").read_bytes() == before
