"""A build that reads only what changed gives the same bytes as one that reads everything."""

import os
import random
import shutil
from pathlib import Path

import pytest
from classroom import CRUMB, DARK, FOLD, LEVAIN, REST, RYE, SALT, STEAM, STONE, YEAST, Classroom

from mediaquiz.app import extract, generated, snapshot
from mediaquiz.app.report import Report

FACTS = (YEAST, SALT, FOLD, STONE, RYE, STEAM, DARK, REST, CRUMB, LEVAIN)
LESSONS = ("bread", "flour", "oven", "week2/rest")


def copied(room: Classroom, root: Path) -> Classroom:
    """The course elsewhere, without its caches, at the same time and with the same chance to come."""
    shutil.copytree(room.root, root, ignore=shutil.ignore_patterns(".mediaquiz"), symlinks=True)
    twin = Classroom(root)
    twin.now = room.now
    twin.rng.setstate(room.rng.getstate())
    return twin


def said(report: Report) -> tuple[object, ...]:
    return report.built, report.problems


class Author:
    """Somebody who changes lessons and decks at random."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)

    def act(self, room: Classroom) -> None:
        self.rng.choice((self.write, self.write, self.rename, self.drop, self.reword, self.delete, self.forget))(room)

    def write(self, room: Classroom) -> None:
        facts = self.rng.sample(FACTS, self.rng.randint(0, 5))
        room.teach(self.rng.choice(LESSONS), *(self.varied(fact) for fact in facts))

    def varied(self, fact: str) -> str:
        return fact.replace(" because ", " mostly because ") if self.rng.random() < 0.3 else fact

    def rename(self, room: Classroom) -> None:
        path = self.one(room, "lessons", "*.md")
        if path:
            path.rename(path.with_stem(f"{path.stem}-{self.rng.randint(1, 9)}"))

    def drop(self, room: Classroom) -> None:
        path = self.one(room, "lessons", "*.md")
        if path:
            path.unlink()

    def reword(self, room: Classroom) -> None:
        path = self.one(room, "decks", "*.yaml")
        if path:
            word = self.rng.choice(("approved", "retired", "draft"))
            path.write_text(path.read_text().replace("    status: ready", f"    status: {word}", 1))

    def delete(self, room: Classroom) -> None:
        path = self.one(room, "decks", "*.yaml")
        if path:
            head, *blocks = path.read_text().split("\n  - id: ")
            blocks = blocks[1:] if "removed:" not in "".join(blocks) else blocks
            path.write_text("\n  - id: ".join([head if blocks else head.replace("items:", "items: []"), *blocks]))

    def forget(self, room: Classroom) -> None:
        path = self.one(room, "decks", "*.yaml")
        if path:
            path.unlink()

    def one(self, room: Classroom, folder: str, glob: str) -> Path | None:
        paths = sorted((room.root / folder).rglob(glob))
        return self.rng.choice(paths) if paths else None


def check_history(tmp_path: Path, seed: int) -> None:
    """Build a course through a history of edits, each time beside a copy that remembers nothing."""
    room, author = Classroom(tmp_path / "course", seed), Author(seed)
    for name in LESSONS[:3]:
        room.teach(name, *author.rng.sample(FACTS, 4))
    for step in range(6):
        twin = copied(room, tmp_path / f"twin{step}")
        ours, theirs = room.build(), twin.build()
        assert said(ours) == said(theirs)
        assert room.files() == twin.files()
        again = room.build()
        assert (again.written, room.files()) == (0, twin.files()), "a second build changes nothing"
        ids = [item.id for deck in room.decks.values() for item in deck.items]
        assert len(set(ids)) == len(ids), "no id is used twice"
        for _ in range(author.rng.randint(0, 3)):
            author.act(room)


@pytest.mark.parametrize("seed", range(12))
def test_builds_with_and_without_memory_agree(tmp_path: Path, seed: int) -> None:
    check_history(tmp_path, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 400))
def test_many_builds_with_and_without_memory_agree(tmp_path: Path, seed: int) -> None:
    check_history(tmp_path, seed)


@pytest.fixture
def room(tmp_path: Path) -> Classroom:
    room = Classroom(tmp_path / "course")
    for name, fact in zip(LESSONS, (YEAST, SALT, FOLD, RYE), strict=True):
        room.teach(name, fact, CRUMB.replace("Crumb", f"Crumb of {name}"))
    room.build()
    return room


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lessons that are read from now on."""
    names: list[str] = []
    from_file = extract.from_file

    def noted(path: Path, name: str = "", *, repeated: frozenset[str] = frozenset()) -> extract.Result:
        names.append(name)
        return from_file(path, name, repeated=repeated)

    monkeypatch.setattr(extract, "from_file", noted)
    return names


def test_only_changed_lessons_are_read(room: Classroom, read: list[str]) -> None:
    room.teach("flour", SALT, STONE)
    room.build()
    assert read == ["lessons/flour.md"]
    room.build()
    assert read == ["lessons/flour.md"]


def test_a_lesson_that_was_only_touched_is_not_read(room: Classroom, read: list[str]) -> None:
    os.utime(room.root / "lessons/bread.md", (0, 0))
    room.build()
    assert read == []


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", b'{"engine":"x","lessons":{}}'])
def test_a_damaged_memory_only_costs_time(room: Classroom, read: list[str], damage: bytes) -> None:
    files = room.files()
    for cache in (generated.CACHE_FILE, snapshot.CACHE_FILE):
        (room.root / cache).write_bytes(damage)
    assert room.build().written == 0
    assert room.files() == files
    assert len(read) == len(LESSONS)


def test_another_version_of_the_program_reads_all(
    room: Classroom, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    room.build()
    for module in (generated, snapshot):
        monkeypatch.setattr(module, "engine", lambda: "another")
    room.build()
    assert len(read) == len(LESSONS)


def test_a_build_after_one_that_did_nothing_reads_no_deck(room: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    first = room.build()
    monkeypatch.setattr("mediaquiz.app.rebuild.rebuild", None)
    assert said(room.build()) == said(first)


@pytest.mark.parametrize("change", ["settings", "lesson", "deck", "lock", "gone"])
def test_whatever_changes_is_seen(room: Classroom, change: str) -> None:
    room.build()
    match change:
        case "settings":
            (room.root / "mediaquiz.yaml").write_text("exclude: [flour.md]\n")
        case "lesson":
            room.teach("bread", YEAST, STONE)
        case "deck":
            room.cut("bread", "Yeast makes")
        case "lock":
            (room.root / "decks/mediaquiz.lock").unlink()
        case "gone":
            room.drop("bread")
    twin = copied(room, room.root.with_name("twin"))
    assert said(room.build()) == said(twin.build())
    assert room.files() == twin.files()


def test_a_check_writes_nothing_at_all(room: Classroom) -> None:
    room.teach("bread", STONE)
    before = {path: path.read_bytes() for path in room.root.rglob("*") if path.is_file()}
    assert room.build(write=False).written == 1
    assert {path: path.read_bytes() for path in room.root.rglob("*") if path.is_file()} == before


def test_a_deck_that_is_not_utf_8_is_never_written_over(room: Classroom) -> None:
    room.deck("bread").write_bytes("title: 빵\n".encode("cp949"))
    room.teach("bread", STONE)
    report = room.build()
    assert [problem.code for problem in report.problems] == ["MQ314"]
    assert room.deck("bread").read_bytes() == "title: 빵\n".encode("cp949")
