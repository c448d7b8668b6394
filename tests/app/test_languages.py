"""A lesson in two languages is two files, two decks, and one lesson for the learner."""

from itertools import permutations

import pytest
from shells import Shell

from mediaquiz.app.languages import one_language
from mediaquiz.model.deck import Deck

ENGLISH = "# Ink\n\n## Key Takeaways\n\n- Ink dries fast because its water sinks into the paper.\n"
KOREAN = "# 잉크\n\n**잉크**는 글씨를 쓰거나 그림을 찍어 내는 데 쓰는 색깔 있는 액체예요.\n"


def names(language: str, *paths: str) -> list[str]:
    decks = [Deck(path, lang="ko" if ".ko." in path else "en") for path in paths]
    return [deck.path for deck in one_language(decks, language)]


@pytest.mark.parametrize(
    ("language", "given", "kept"),
    [
        ("en", ["a.yaml", "a.ko.yaml"], ["a.yaml"]),
        ("ko", ["a.yaml", "a.ko.yaml"], ["a.ko.yaml"]),
        ("de", ["a.yaml", "a.ko.yaml"], ["a.yaml"]),
        ("ko", ["a.yaml", "b.yaml", "b.ko.yaml"], ["a.yaml", "b.ko.yaml"]),
        ("en", ["a.ko.yaml"], ["a.ko.yaml"]),
        ("en", ["x/a.yaml", "y/a.ko.yaml"], ["x/a.yaml", "y/a.ko.yaml"]),
        ("en", ["v1.2.yaml", "v1.yaml"], ["v1.2.yaml", "v1.yaml"]),
        ("de", ["a.fr.yaml", "a.ko.yaml"], ["a.fr.yaml"]),
        ("en", [], []),
    ],
)
def test_each_lesson_is_asked_in_one_language(language: str, given: list[str], kept: list[str]) -> None:
    assert names(language, *given) == kept


@pytest.mark.parametrize("paths", list(permutations(["a.en.yaml", "a.ko.yaml", "a.yaml"])))
def test_the_order_of_files_chooses_nothing(paths: tuple[str, ...]) -> None:
    assert names("ko", *paths) == ["a.ko.yaml"]
    assert names("en", *paths) == ["a.en.yaml"]


def course_in(shell: Shell, language: str) -> None:
    (shell.folder / "mediaquiz.yaml").write_text(f"title: Ink\ncourse: ink\nlanguage: {language}\n", "utf-8")


@pytest.fixture
def ink(shell: Shell) -> Shell:
    """A lesson in English and Korean, built."""
    (shell.folder / "lessons").mkdir()
    (shell.folder / "lessons" / "01-ink.md").write_text(ENGLISH, "utf-8")
    (shell.folder / "lessons" / "01-ink.ko.md").write_text(KOREAN, "utf-8")
    course_in(shell, "en")
    assert shell("build").returncode == 0
    return shell


@pytest.mark.parametrize(("language", "asked", "other"), [("en", "dries", "잉크"), ("ko", "잉크", "dries")])
def test_the_language_of_the_course_chooses(ink: Shell, language: str, asked: str, other: str) -> None:
    course_in(ink, language)
    quizzed = ink("--json", "quiz", "--new").stdout
    assert asked in quizzed and other not in quizzed
    assert ink("export", "csv", "-o", "ink.csv").returncode == 0
    exported = (ink.folder / "ink.csv").read_text("utf-8")
    assert asked in exported and other not in exported


def test_both_languages_stand_in_the_decks_of_the_teacher(ink: Shell) -> None:
    listed = ink("items", "list").stdout
    assert "dries" in listed and "잉크" in listed


def test_the_demo_begins_in_the_language_of_the_learner(shell: Shell) -> None:
    assert shell("--lang", "ko", "init", "--demo").returncode == 0
    assert "\nlanguage: ko\n" in (shell.folder / "mediaquiz.yaml").read_text("utf-8")
