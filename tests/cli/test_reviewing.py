"""Going through items on a real terminal, and editing them in an editor, which is a small script here."""

import json
from pathlib import Path

import pytest
from terminal import Play, Run

from mediaquiz.cli.editor import command as arguments

DECK = "decks/1-light.yaml"
KEYS = "all keys "
END = "decision back "
DRAFTS = ("items", "review", "--type", "recall", "--type", "short", "--status", "ready", "--lesson", "Light")


@pytest.fixture
def editor(tmp_path: Path) -> "Editor":
    """Makes editors: each replaces a text in the file, and notes how it was called."""
    return Editor(tmp_path)


class Editor:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, old: str, new: str, code: int = 0) -> str:
        script = self.folder / "editor.py"
        script.write_text(
            "import pathlib, sys\n"
            f"pathlib.Path({str(self.folder / 'called')!r}).write_text(' '.join(sys.argv[1:]))\n"
            "file = pathlib.Path(sys.argv[-1])\n"
            f"file.write_bytes(file.read_bytes().replace({old.encode()!r}, {new.encode()!r}))\n"
            f"sys.exit({code})\n"
        )
        vi = self.folder / "vi"
        vi.write_text(f'#!/bin/sh\nexec python3 "{script}" "$@"\n')
        vi.chmod(0o755)
        return str(vi)

    @property
    def called(self) -> str:
        return (self.folder / "called").read_text()


def text(course: Path, name: str = DECK) -> str:
    return (course / name).read_text(encoding="utf-8")


def test_accept_reject_and_take_back(play: Play, course: Path) -> None:
    before = text(course)
    with play(*DRAFTS) as terminal:
        terminal.answer(KEYS, "a")
        terminal.answer(KEYS, "3")
        terminal.answer("no reason) ", "too easy\r")
        terminal.wait_for(END)
        decided = text(course)
        terminal.press("u")
        terminal.answer(KEYS, "\x7f")
        terminal.answer(KEYS, "q")
        assert terminal.end() == 0
    assert "status: approved" in decided and "notes: too easy" in decided
    assert text(course).replace("    status: ready\n", "") == before


def test_keys_work_under_a_hangul_keyboard(play: Play, course: Path) -> None:
    with play("--lang", "ko", *DRAFTS) as terminal:
        terminal.answer("보여 줘요 ", "ㅁ")
        terminal.answer("보여 줘요 ", "ㅂ")
        assert terminal.end() == 0
    assert text(course).count("status: approved") == 1


def test_edit_opens_the_item_at_its_line(play: Play, course: Path, editor: Editor) -> None:
    with play(
        *DRAFTS, EDITOR=editor("Why does a tripod help in the dark?", "Why use a tripod in the dark?")
    ) as terminal:
        terminal.answer(KEYS, "2")
        terminal.wait_for("Why use a tripod in the dark?")
        terminal.answer(KEYS, "u")
        terminal.wait_for("Why does a tripod help")
        terminal.answer(KEYS, "q")
        assert terminal.end() == 0
    assert editor.called == f"+7 {course / DECK}"
    assert "Why does a tripod help" in text(course)


def test_an_edit_that_breaks_the_deck_can_be_taken_back(play: Play, course: Path, editor: Editor) -> None:
    before = text(course)
    with play(*DRAFTS, EDITOR=editor("answer: the shutter", "anser: the shutter")) as terminal:
        terminal.answer(KEYS, "k")
        terminal.answer(KEYS, "2")
        terminal.answer("q leaves it ", "u")
        terminal.answer(KEYS, "q")
        assert terminal.end() == 0
    assert text(course) == before


def test_no_draft(play: Play) -> None:
    with play("items", "review") as terminal:
        terminal.wait_for("No draft is waiting.")
        assert terminal.end() == 0


def test_ctrl_c_keeps_what_was_decided(play: Play, course: Path) -> None:
    with play(*DRAFTS) as terminal:
        terminal.answer(KEYS, "1")
        terminal.wait_for(KEYS)
        terminal.interrupt("Interrupted")
        assert terminal.end() == 130
        assert terminal.echoes()
    assert text(course).count("status: approved") == 1


def test_in_a_pipe_the_drafts_are_listed(run: Run) -> None:
    done = run(*DRAFTS)
    assert (done.returncode, "in a terminal" in done.stdout) == (0, True)
    lines = run("--json", *DRAFTS).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["light0recall", "light00short"]


def test_a_failing_editor_is_told_and_nothing_is_lost(run: Run, course: Path, editor: Editor) -> None:
    before = text(course)
    for program, code, told in (
        ("no-such-editor", 3, "cannot be started"),
        (editor("", "", code=4), 1, "ended with code 4"),
        ("'unclosed", 3, "not understood"),
    ):
        done = run("items", "edit", "light00short", EDITOR=program)
        assert (done.returncode, told in " ".join(done.stderr.split()), text(course) == before) == (code, True, True)


def test_an_edit_is_checked(run: Run, course: Path, editor: Editor) -> None:
    done = run("items", "edit", "light00short", EDITOR=editor("answer: the shutter", "anser: the shutter"))
    assert (done.returncode, f"{DECK}:15:5: error: MQ305" in done.stderr) == (1, True)
    done = run("--json", "items", "edit", "light0recall", EDITOR=editor("anser", "answer"))
    assert (done.returncode, json.loads(done.stdout)["changed"]) == (0, [])
    done = run("--json", "items", "edit", "light0recall", EDITOR=editor("help in the dark", "help at night"))
    assert json.loads(done.stdout)["changed"] == ["light0recall"]


def test_a_deck_that_cannot_be_read_is_opened_at_its_error(run: Run, course: Path, editor: Editor) -> None:
    (course / DECK).write_text(text(course).replace("type: short", "type: shor"), encoding="utf-8")
    assert run("items", "edit", "light00short", EDITOR="true").returncode == 3
    assert run("items", "edit", DECK, EDITOR=editor("type: shor\n", "type: short\n")).returncode == 0
    assert editor.called == f"+13 {course / DECK}"
    assert run("items", "edit", "decks/none.yaml", EDITOR="true").returncode == 3


@pytest.mark.parametrize(
    ("told", "command"),
    [
        ("vim -n", ["vim", "-n", "+7", "a b.yaml"]),
        ("/usr/bin/nano", ["/usr/bin/nano", "+7", "a b.yaml"]),
        ("code", ["code", "--wait", "--goto", "a b.yaml:7"]),
        ("code --wait", ["code", "--wait", "--goto", "a b.yaml:7"]),
        ("subl", ["subl", "--wait", "a b.yaml:7"]),
        ("'my editor' -x", ["my editor", "-x", "a b.yaml"]),
    ],
)
def test_editors_are_told_the_line(told: str, command: list[str]) -> None:
    assert arguments(Path("a b.yaml"), 7, {"EDITOR": told}) == command
    assert arguments(Path("a b.yaml"), 7, {"EDITOR": "vi", "VISUAL": told}) == command


def test_a_changed_id_is_told(run: Run, editor: Editor) -> None:
    done = run("items", "edit", "light00short", EDITOR=editor("light00short", "light99short"))
    assert "MQ316" in done.stderr and "id: light00short" in done.stderr


def test_a_new_item_from_the_editor(run: Run, course: Path, editor: Editor) -> None:
    done = run("items", "new", "--type", "truefalse", EDITOR=editor("stem:", "stem: Light is a wave."))
    assert done.returncode == 0, done.stderr
    assert "stem: Light is a wave." in text(course, "decks/own/own.yaml")
    assert run("items", "new", EDITOR=editor("", "")).stdout == "Nothing was written.\n"


def test_a_new_item_that_is_not_finished_is_kept(run: Run, course: Path, editor: Editor) -> None:
    done = run("items", "new", EDITOR=editor("stem:", "stem: Why?"))
    assert (done.returncode, "MQ306" in done.stderr) == (1, True)
    kept = "".join(done.stderr.split()).rpartition("--from")[2]
    file = Path(kept)
    file.write_text(file.read_text().replace("answer:", "answer: Because."))
    assert run("items", "new", "--from", kept).returncode == 0
    assert "stem: Why?" in text(course, "decks/own/own.yaml")


def test_new_items_from_a_pipe(run: Run, course: Path) -> None:
    items = "items:\n  - {type: recall, stem: Why?, answer: Because.}\n  - {type: cloze, text: 'A {{b}} c.'}\n"
    done = run("--json", "items", "new", "--deck", "Mine", "--from", "-", stdin=items)
    assert [json.loads(line)["type"] for line in done.stdout.splitlines()] == ["recall", "cloze"]
    assert "A {{b}} c." in text(course, "decks/own/mine.yaml")
    assert run("items", "new", "--from", "-", stdin="items: [").returncode == 1
