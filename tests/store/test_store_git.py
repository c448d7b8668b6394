"""Decks as git has them: in a real repository, and where there is none."""

import subprocess
from pathlib import Path

import pytest

from mediaquiz.errors import NotFound
from mediaquiz.store.git import file_at, files_at


def git(root: Path, *arguments: str) -> None:
    name = ("-c", "user.name=A Teacher", "-c", "user.email=teacher@example.org")
    subprocess.run(["git", "-C", str(root), *name, *arguments], check=True, capture_output=True)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    (root / "decks" / "빵").mkdir(parents=True)
    (root / "decks" / "bread.yaml").write_text("title: Bread\n")
    (root / "decks" / "빵" / "반죽.yaml").write_text("title: 반죽\n")
    git(tmp_path, "init", "-q", str(root))
    git(root, "add", ".")
    git(root, "commit", "-qm", "decks")
    return root


def test_the_files_of_a_revision(course: Path) -> None:
    (course / "decks" / "new.yaml").write_text("title: New\n")
    assert files_at(course, "HEAD", "decks") == ("decks/bread.yaml", "decks/빵/반죽.yaml")


def test_a_file_as_it_was(course: Path) -> None:
    (course / "decks" / "bread.yaml").write_text("title: Changed\n")
    assert file_at(course, "HEAD", "decks/bread.yaml") == b"title: Bread\n"


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x", "HEAD~9"])
def test_what_git_does_not_know(course: Path, revision: str) -> None:
    with pytest.raises(NotFound, match="git does not know this"):
        files_at(course, revision, "decks")
    assert not (course / "x").exists()


def test_a_course_without_git(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        file_at(tmp_path, "HEAD", "decks/bread.yaml")


def test_no_git_on_the_machine(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(course))
    with pytest.raises(NotFound, match="git cannot be started"):
        files_at(course, "HEAD", "decks")
