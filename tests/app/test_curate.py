"""A teacher's commands, run as in a shell: adding, listing, approving, retiring, restoring."""

import json
import re
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from shells import Shell

from mediaquiz.app.curate import VERDICTS, approved, restored, retired, with_note
from mediaquiz.app.writing import Words, guessed, item_of
from mediaquiz.errors import MediaquizError
from mediaquiz.model.item import Item, ItemType, Recall, Status
from mediaquiz.model.review import Kind
from mediaquiz.store import log

DECK = """\
# Ours; the order is that of the lecture.
version: 1
lesson: lessons/light.md
title: Light
items:
  - id: prism0000001
    type: recall
    stem: What does a prism do?   # asked every year
    answer: It splits light.
    status: draft
  - id: prism0000002
    type: short
    stem: Which colour bends most?
    answer: violet
    concept: Dispersion
    tags: [optics]
"""


@pytest.fixture
def class_(shell: Shell) -> Shell:
    """A small course with one deck."""
    for name, text in (("lessons/light.md", "# Light\n"), ("decks/light.yaml", DECK)):
        path = shell.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return shell


def deck(shell: Shell, name: str = "light") -> str:
    return (shell.folder / "decks" / f"{name}.yaml").read_text(encoding="utf-8")


def listed(shell: Shell, *arguments: str) -> list[str]:
    out = shell("--json", "items", *arguments).stdout
    return [json.loads(line)["id"] for line in out.splitlines()]


def test_approving_changes_one_line(class_: Shell) -> None:
    done = class_("items", "approve", "prism0000001")
    assert (done.returncode, "1 item approved." in done.stdout) == (0, True)
    assert deck(class_) == DECK.replace("status: draft", "status: approved")


def test_a_beginning_of_an_id_is_enough(class_: Shell) -> None:
    assert class_("items", "show", "prism0000002").returncode == 0
    asked = class_("items", "approve", "prism")
    assert (asked.returncode, "prism0000001, prism0000002" in asked.stderr) == (3, True)
    assert deck(class_) == DECK


def test_retired_with_a_reason_and_back_again(class_: Shell) -> None:
    class_("items", "retire", "--concept", "dispersion", "--reason", "asked twice")
    assert "status: retired" in deck(class_) and "notes: asked twice" in deck(class_)
    assert listed(class_, "list", "--status", "retired") == ["prism0000002"]
    class_("items", "restore", "--tag", "optics")
    assert listed(class_, "list", "--status", "ready") == ["prism0000002"]


def test_check_writes_nothing(class_: Shell) -> None:
    done = class_("items", "approve", "--status", "draft", "--check")
    assert "would change" in done.stdout
    assert deck(class_) == DECK


def test_neither_ids_nor_filters_is_no_choice(class_: Shell) -> None:
    assert class_("items", "retire").returncode == 2
    assert deck(class_) == DECK


def test_a_deck_with_errors_is_never_written(class_: Shell) -> None:
    broken = DECK.replace("answer: violet", "anser: violet")
    (class_.folder / "decks/light.yaml").write_text(broken, encoding="utf-8")
    done = class_("items", "approve", "prism0000001")
    assert done.returncode == 1
    assert "decks/light.yaml:" in done.stderr
    assert deck(class_) == broken


def test_search_looks_everywhere(class_: Shell) -> None:
    assert listed(class_, "search", "bends", "VIOLET") == ["prism0000002"]
    assert listed(class_, "search", "splits", "violet") == []


def test_show_tells_everything(class_: Shell) -> None:
    told = json.loads(class_("--json", "items", "show", "prism0000002").stdout)
    assert (told["file"], told["line"], told["answer"]) == ("decks/light.yaml", 11, "violet")
    shown = class_("items", "show", "prism0000002").stdout
    assert "decks/light.yaml:11" in shown and "Concept: Dispersion" in shown


def remark(shell: Shell, kind: Kind, text: str) -> None:
    now = datetime.now(UTC) - timedelta(hours=1)
    log.append(shell.folder / "reviews", "abcdefgh", kind, now, now.date(), "prism0000002", {"text": text})


def test_flags_are_listed_until_the_item_is_approved(class_: Shell) -> None:
    remark(class_, Kind.FLAG, "purple and violet?")
    remark(class_, Kind.ALIAS, "purple")
    assert listed(class_, "list", "--flagged") == ["prism0000002"]
    shown = class_("items", "list", "--flagged").stdout
    assert "Flagged: purple and violet?" in shown and "A learner's answer: purple" in shown
    assert "1 flag is answered." in class_("items", "approve", "prism0000002").stdout
    assert listed(class_, "list", "--flagged") == []


def test_a_flag_is_answered_by_a_new_wording(class_: Shell) -> None:
    class_("items", "approve", "prism0000001")
    remark(class_, Kind.FLAG, "which light?")
    assert listed(class_, "list", "--flagged") == ["prism0000002"]
    path = class_.folder / "decks/light.yaml"
    path.write_text(deck(class_).replace("Which colour", "Which colour of light"), encoding="utf-8")
    class_("items", "retire", "prism0000001")
    assert listed(class_, "list", "--flagged") == []


ADDED: list[tuple[list[str], ItemType, str]] = [
    (["Why?", "Because."], ItemType.RECALL, "answer: Because."),
    (["Blue {{bends}} more than red."], ItemType.CLOZE, "text: Blue {{bends}} more than red."),
    (["Which?", "violet", "--wrong", "red"], ItemType.CHOICE, "key: violet"),
    (["Which two?", "a", "b", "--wrong", "c"], ItemType.MULTI, "      - a"),
    (["Name both.", "a", "b"], ItemType.LIST, "members:"),
    (["Which one?", "violet", "--accept", "purple"], ItemType.SHORT, "- purple"),
    (["--type", "order", "Order.", "a", "b", "c"], ItemType.ORDER, "sequence:"),
    (["--type", "match", "Join.", "a=1", "b=2", "c=3"], ItemType.MATCH, '- [a, "1"]'),
    (["--type", "truefalse", "Blue bends more.", "true"], ItemType.TRUEFALSE, "answer: true"),
    (["--type", "practice", "Build a prism."], ItemType.PRACTICE, "stem: Build a prism."),
]


@pytest.mark.parametrize(("arguments", "kind", "line"), ADDED)
def test_add(class_: Shell, arguments: list[str], kind: ItemType, line: str) -> None:
    done = class_("--json", "add", *arguments)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["type"] == kind.value
    assert line in deck(class_, "own/own")


def test_add_twice_is_one_item(class_: Shell) -> None:
    for _ in range(2):
        done = class_("add", "Why?", "Because of the angle.")
    assert "1 item was there already." in done.stdout
    assert deck(class_, "own/own").count("- id:") == 1


def test_add_to_a_lesson(class_: Shell) -> None:
    class_("add", "--lesson", "light", "Who wrote Opticks?", "Newton")
    assert deck(class_).startswith(DECK) and "answer: Newton" in deck(class_)
    assert class_("add", "--lesson", "sound", "Who?", "Me").returncode == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (Words("Why?"), "answer"),
        (Words("No braces", kind=ItemType.CLOZE), "deletion"),
        (Words("Is it?", ("maybe",), ItemType.TRUEFALSE), "neither true nor false"),
        (Words("Which?", ("a",), distractors=("a",)), "key as well"),
    ],
)
def test_words_that_make_no_item(words: Words, told: str) -> None:
    with pytest.raises(MediaquizError, match=told) as failed:
        item_of(words)
    assert failed.value.hint.startswith("Write: mediaquiz add")


def test_a_question_alone_is_guessed() -> None:
    assert guessed(Words("a {{b}} c")) is ItemType.CLOZE
    assert guessed(Words("a?", ("b",))) is ItemType.RECALL


def test_advice_is_a_warning(class_: Shell) -> None:
    done = class_("add", "Violet bends most: which colour?", "violet", "--accept", "purple")
    assert (done.returncode, "MQ203" in done.stderr) == (0, True)


@pytest.mark.parametrize("word", VERDICTS)
def test_verdicts_are_settled_when_said_twice(word: str) -> None:
    for status in Status:
        once = VERDICTS[word].turn(Item("prism0000001", Recall("Q", "A"), status))
        assert VERDICTS[word].turn(once) == once


def test_restoring_gives_back_what_was_there() -> None:
    item = Item("prism0000001", Recall("Q", "A"), Status.DRAFT, built={"status": "draft"})
    assert restored(retired(item, "why")).status is Status.DRAFT
    orphan = Item("prism0000001", Recall("Q", "A"), Status.ORPHANED, built={"status": "orphaned", "was": "approved"})
    assert restored(orphan).status is Status.APPROVED
    assert approved(item).status is Status.APPROVED


def test_notes_grow_by_lines() -> None:
    assert with_note("", "a") == "a"
    assert with_note("a", "b") == "a\nb"
    assert with_note("a\nb", "b") == "a\nb"


@pytest.mark.slow
def test_the_course_is_written_by_one_at_a_time(class_: Shell) -> None:
    from mediaquiz.store.courselock import writing_decks

    with writing_decks(Path(class_.folder)):
        assert class_("items", "approve", "prism0000001").returncode == 5
    assert deck(class_) == DECK


def test_check_lints_decks(class_: Shell) -> None:
    (class_.folder / "decks/light.yaml").write_text(DECK.replace("answer: violet", "anser: violet"), encoding="utf-8")
    done = class_("check", "decks/light.yaml")
    assert (done.returncode, done.stdout.count("decks/light.yaml:11:5: MQ306 error: ")) == (1, 1)
    assert class_("check", "decks/no.yaml").returncode == 3


def test_check_advises_on_what_a_human_wrote_until_it_is_approved(class_: Shell) -> None:
    leaking = DECK.replace("Which colour bends most?", "Violet or what bends most?")
    (class_.folder / "decks/light.yaml").write_text(leaking, encoding="utf-8")
    done = class_("check")
    assert (done.returncode, "decks/light.yaml:11:5: MQ203 warning: " in done.stdout) == (0, True)
    class_("items", "approve", "prism0000002")
    assert "MQ203" not in class_("check").stdout


def test_check_tells_flags_at_their_item(class_: Shell) -> None:
    remark(class_, Kind.FLAG, "purple?")
    told = json.loads(class_("--json", "check", "decks/light.yaml").stdout)
    flag = next(problem for problem in told["problems"] if problem["code"] == "MQ317")
    assert (flag["file"], flag["line"], flag["column"]) == ("decks/light.yaml", 11, 5)
    assert "purple?" in flag["message"]


LESSON = """\
# Light

## Key Takeaways

- A prism splits light because violet bends more than red.
- A lens gathers light because its surface is curved.
"""


@pytest.fixture
def built(shell: Shell) -> Shell:
    """A course whose deck was built from its lesson."""
    (shell.folder / "lessons").mkdir()
    (shell.folder / "lessons/light.md").write_text(LESSON, encoding="utf-8")
    assert shell("build").returncode == 0
    return shell


def differences(shell: Shell, *arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in shell("--json", "items", "diff", *arguments).stdout.splitlines()]


def test_diff_shows_what_was_generated(built: Shell) -> None:
    path = built.folder / "decks/light.yaml"
    path.write_text(deck(built).replace("A prism splits light. Why?", "Why does a prism split light?"))
    built("items", "approve", "--text", "prism")
    (changed,) = differences(built)
    assert changed["fields"] == {
        "stem": {"before": ["A prism splits light. Why?"], "after": ["Why does a prism split light?"]},
        "status": {"before": ["ready"], "after": ["approved"]},
    }


def test_diff_says_when_the_lesson_gives_something_else(built: Shell) -> None:
    path, lesson = built.folder / "decks/light.yaml", built.folder / "lessons/light.md"
    path.write_text(deck(built).replace("A prism splits light. Why?", "Why does a prism split light?"))
    lesson.write_text("# Nothing\n")
    (changed,) = differences(built)
    assert changed["fields"] == {"stem": {"before": None, "after": ["Why does a prism split light?"]}}
    assert "? what stood there is not known any more" in built("items", "diff").stdout


def test_diff_since_a_commit(built: Shell) -> None:
    assert built("items", "diff", "--git").returncode == 3
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=T", "-c", "user.email=t@x", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *arguments], cwd=built.folder, check=True)
    built("items", "retire", "--text", "lens", "--reason", "not taught")
    built("add", "--lesson", "light", "Who wrote Opticks?", "Newton")
    found = {one["kind"]: one for one in differences(built, "--git")}
    assert found["changed"]["fields"] == {
        "status": {"before": ["ready"], "after": ["retired"]},
        "notes": {"before": [], "after": ["not taught"]},
    }
    assert set(found) == {"changed", "added"}
    assert built("items", "diff", "--git", "nothing").returncode == 3


def test_relink_gives_a_new_item_the_old_history(class_: Shell) -> None:
    (made,) = listed(class_, "search", "violet")
    assert class_("items", "relink", "prism0000001", made).returncode == 1  # a recall is no short
    class_("add", "--lesson", "light", "What can a prism do?", "Split light.")
    (new,) = listed(class_, "search", "can a prism")
    class_("items", "retire", "prism0000001")
    told = json.loads(class_("--json", "items", "relink", "prism0000001", new).stdout)
    assert (told["id"], told["former"]) == ("prism0000001", new)
    assert listed(class_, "search", "prism do") == ["prism0000001"]


HOSTILE = r"\e]52;c;cm0gLXJmIC8=\a\e[2Jviolet\x9b31m \u202eder\u2066"


@pytest.mark.parametrize(
    "arguments",
    [
        ["items", "list", "--flagged"],
        ["items", "show", "prism0000002"],
        ["items", "search", "violet"],
        ["items", "diff"],
        ["items", "review", "--status", "ready"],
        ["items", "retire", "prism0000002", "--check"],
        ["add", "\x1b[2JWhy?", "\x9b31mred"],
        ["check"],
    ],
)
def test_no_text_reaches_the_terminal_as_a_command(class_: Shell, arguments: list[str]) -> None:
    text = DECK.replace("answer: violet", f'answer: "{HOSTILE}"\n    notes: "{HOSTILE}"')
    (class_.folder / "decks/light.yaml").write_text(text, encoding="utf-8")
    remark(class_, Kind.FLAG, "\x1b[2Jflag\u202e")
    for json_option in ([], ["--json"]):
        done = class_(*json_option, *arguments)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\u2066]", done.stdout + done.stderr)
