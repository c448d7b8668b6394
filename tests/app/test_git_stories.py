"""A course in git, with real branches: decks, lock and log merge by themselves, or leave a clear conflict."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from classroom import FOLD, RYE, SALT, STONE, YEAST, Classroom

from mediaquiz.app.start import start
from mediaquiz.model.review import Kind
from mediaquiz.store import log

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LINES = (YEAST, SALT, FOLD, STONE)


class Repository(Classroom):
    """A course under version control, its reviews as well."""

    def __init__(self, root: Path) -> None:
        root.mkdir()
        start(root, sync=True, title="Bread")
        super().__init__(root)
        self.git("init", "-q", "-b", "main")
        self.teach("bread", *LINES)
        self.build()
        self.commit("a course")

    def git(self, *arguments: str, check: bool = True) -> str:
        names = {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env={**os.environ, **names, **alone},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0 or not check, done.stdout + done.stderr
        return done.stdout

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def branch(self, name: str) -> None:
        self.git("checkout", "-q", "-b", name, "main")

    def review(self, device: str, word: str) -> None:
        log.append(self.root / "reviews", device, Kind.REVIEW, NOW, NOW.date(), self.item(word).id, {"rating": 3})

    @property
    def conflicts(self) -> list[str]:
        return self.git("diff", "--name-only", "--diff-filter=U").split()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "course")


def test_one_edits_another_rebuilds_a_third_reviews(repository: Repository) -> None:
    room = repository
    ids = room.ids("bread")
    room.branch("teacher")
    room.edit("bread", "stem: A hot stone browns the crust. Why?", "stem: Why do we bake on a stone?")
    room.commit("a better question")
    room.branch("author")
    room.teach("bread", "# not a heading", *LINES[:1], RYE, *LINES[1:])
    room.build()
    room.commit("the lesson grew: all lines moved")
    room.branch("learner")
    room.review("bcdfghjk", "Yeast makes")
    room.review("bcdfghjk", "hot stone")
    room.commit("two answers")
    room.git("checkout", "-q", "main")
    for name in ("teacher", "author", "learner"):
        room.git("merge", "-q", "--no-edit", name)
    assert set(ids) < set(room.ids("bread")) and len(room.ids("bread")) == len(ids) + 1
    assert room.item("hot stone").content.stem == "Why do we bake on a stone?"
    reviewed = {record.item for record in log.read_all(room.root / "reviews")[0]}
    assert reviewed == {room.item("Yeast makes").id, room.item("hot stone").id}
    report = room.build()
    assert (report.written, report.problems) == (0, ())


def test_two_machines_review_and_build(repository: Repository) -> None:
    room = repository
    edits = {"bcdfghjk": ("Yeast makes", "Why is it that yeast makes"), "kjhgfdcb": ("A hot stone", "Any hot stone")}
    for device, (before, after) in edits.items():
        room.branch(device)
        room.review(device, before)
        room.edit("bread", f"stem: {before}", f"stem: {after}")
        room.build()
        room.commit(device)
    room.git("checkout", "-q", "main")
    for device in edits:
        room.git("merge", "-q", "--no-edit", device)
    assert len(log.read_all(room.root / "reviews")[0]) == 2
    assert all(f"stem: {after}" in room.text("bread") for _, after in edits.values())
    assert room.build().problems == ()


def test_a_conflict_is_named_by_its_line_and_the_deck_is_left_alone(repository: Repository) -> None:
    room = repository
    for name in ("one", "two"):
        room.branch(name)
        room.edit("bread", "stem: Yeast makes the dough rise. Why?", f"stem: Why does dough rise, says {name}?")
        room.commit(name)
    room.git("checkout", "-q", "one")
    room.git("merge", "-q", "two", check=False)
    assert room.conflicts == ["decks/bread.yaml"]
    conflicted = room.text("bread")
    line = conflicted.split("<<<<<<<")[0].count("\n") + 1
    report = room.build()
    told = [problem for problem in report.problems if problem.code == "MQ301"]
    assert told[0].span is not None and told[0].span.start == line
    assert "conflict" in told[0].message
    assert room.text("bread") == conflicted
    ours = conflicted.replace("<<<<<<< HEAD\n", "").split("=======\n")
    room.deck("bread").write_text(ours[0] + ours[1].split(">>>>>>> two\n")[1], encoding="utf-8")
    assert room.build().problems == ()
    assert room.item("Yeast makes").content.stem == "Why does dough rise, says one?"


def test_both_branches_built_the_same_new_takeaway(repository: Repository) -> None:
    room = repository
    before = set(room.ids("bread"))
    for name in ("one", "two"):
        room.branch(name)
        room.teach("bread", *LINES, RYE)
        room.build()
        room.commit(name)
    room.git("checkout", "-q", "one")
    room.git("merge", "-q", "two", check=False)
    assert room.conflicts == ["decks/bread.yaml"], "two ids for one question: only a human can choose"
    room.git("checkout", "--ours", "decks/bread.yaml")
    report = room.build()
    assert (report.written, report.problems) == (0, ())
    assert before < set(room.ids("bread")) and len(room.ids("bread")) == len(before) + 1
