"""Playing at a terminal: what must hold whatever happens."""

import json
import shlex
import shutil
import signal
from pathlib import Path

import pytest
from terminal import Play, Run

RATING = "[Enter "


def records(course: Path) -> list[dict[str, object]]:
    files = sorted((course / "reviews").glob("*.jsonl")) if (course / "reviews").is_dir() else []
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_the_answer_is_on_disk_before_the_next_question_shows(course: Path, play: Play) -> None:
    with play("quiz") as terminal:
        for number in range(1, 4):
            terminal.wait_for(f"\n{number}/10 ")
            assert len(records(course)) == number - 1
            terminal.press("\r")
            terminal.answer(RATING, "4")


def test_korean_is_erased_letter_by_letter(course: Path, play: Play) -> None:
    with play("quiz", "--lesson", "소리") as terminal:
        terminal.answer("› ", "잔햐정\x7f\x7f향\r")
        terminal.wait_for("Right")
        terminal.answer(RATING, "q\r")
        assert terminal.end() == 0


@pytest.mark.parametrize(
    "keys",
    [
        [("press Enter", "")],
        [("press Enter", "\r"), (RATING, "")],
        [("press Enter", "\r"), (RATING, "3"), ("› ", "")],
        [("press Enter", "f\r"), ("wrong with this card? ", "")],
        [("press Enter", "\r"), (RATING, "3"), ("› ", "half an ans"), ("half an ans", "")],
        [("press Enter", "half an ans"), ("half an ans", "")],
    ],
)
class TestEveryPrompt:
    """At each prompt: Ctrl-C ends with 130, Ctrl-D with the summary, and what was rated is kept."""

    def test_interrupt(self, course: Path, play: Play, keys: list[tuple[str, str]]) -> None:
        with play("quiz") as terminal:
            for words, pressed in keys:
                terminal.answer(words, pressed)
            terminal.interrupt("every answer is saved")
            assert terminal.end() == 130
        assert len(records(course)) == ((RATING, "3") in keys)

    def test_end_of_input(self, course: Path, play: Play, keys: list[tuple[str, str]]) -> None:
        with play("quiz") as terminal:
            for words, pressed in keys:
                terminal.answer(words, pressed)
            if keys[-1][0] == "half an ans":
                terminal.press("\x15")  # Ctrl-D ends the input only on an empty line
            terminal.hang_up()
            terminal.wait_for("cards are left. Go on: mediaquiz quiz")
            assert terminal.end() == 0
        assert len(records(course)) == ((RATING, "3") in keys)


def test_undo_from_the_summary(course: Path, play: Play) -> None:
    with play("quiz", "--max", "1") as terminal:
        terminal.answer("press Enter", "\r")
        terminal.answer(RATING, "4")
        terminal.answer("answer back", "u\r")
        terminal.wait_for("Taken back.")
        terminal.answer(RATING, "4")
        terminal.answer("answer back", "\r")
        assert terminal.end() == 0
    assert [record["t"] for record in records(course)] == ["review", "void", "review"]


def test_every_action_leaves_its_record(course: Path, play: Play) -> None:
    with play("quiz") as terminal:
        terminal.answer("press Enter", "!")
        terminal.answer("› ", "/-\r")
        terminal.answer("› ", "/f\r")
        terminal.answer("wrong with this card? ", "two answers\r")
        terminal.answer("› ", "/k\r")
        terminal.answer("1-4 ", "u\r")
        terminal.answer("› ", "/q\r")
        assert terminal.end() == 0
    found = [(record["t"], record.get("text", "")) for record in records(course)]
    assert found == [("suspend", ""), ("bury", ""), ("flag", "two answers")]


@pytest.mark.parametrize("asked", ["--new", "--lesson Light", "--track '' --new"])
def test_the_command_that_goes_on_asks_the_same(play: Play, asked: str) -> None:
    with play("quiz", *shlex.split(asked)) as terminal:
        terminal.answer("press Enter", "q\r")
        told = terminal.wait_for("Go on: mediaquiz quiz") and terminal.end() == 0
    assert told
    assert set(shlex.split(terminal.words.split("Go on: mediaquiz quiz")[-1].split("\n")[0])) == set(shlex.split(asked))


def test_a_picture_is_told_by_its_words_and_place(course: Path, play: Play) -> None:
    deck = course / "decks" / "1-light.yaml"
    deck.write_text(deck.read_text().replace("in the dark?", "in the dark ![a stand](media/a.png)?"))
    with play("quiz", "--max", "1") as terminal:
        terminal.wait_for("in the dark [Picture: a stand (media/a.png)]?")
        terminal.answer("press Enter", "q\r")
        assert terminal.end() == 0


PICTURES = """\
version: 1
items:
  - id: picturelist0
    type: list
    stem: Name both scales of ![a wall](a.png).
    members: ["![a ruler](b.png) metric", imperial]
  - id: picturematch
    type: match
    stem: What is what?
    pairs: [["![a red flag](c.png)", stop], [green, "![a runner](d.png)"], [amber, wait]]
    explain: See ![both](e.png).
  - id: pictureorder
    type: order
    stem: In order?
    sequence: ["![one](f.png)", "![two](g.png)", three]
"""


def test_no_picture_shows_its_marks(course: Path, play: Play, run: Run) -> None:
    (course / "decks" / "2-sound.yaml").unlink()
    (course / "decks" / "1-light.yaml").write_text(PICTURES)
    with play("quiz", "--new", "--seed", "1") as terminal:
        for wrong in ("inches\r", "2 1 3\r", "1 3 2\r"):
            terminal.answer("› ", wrong)
            terminal.wait_for("2 Hard")
            terminal.press("1")
        for _ in range(3):
            terminal.answer("› ", "/-\r")
        terminal.wait_for("To look at again")
        terminal.answer("answer back ", "\r")
        assert terminal.end() == 0
    assert "![" not in terminal.words
    assert all(f"[Picture: {alt} (" in terminal.words for alt in ("a wall", "a ruler", "a red flag", "a runner", "one"))
    assert "![" not in run("undo", "3").stdout + run("reset", "picturelist0").stdout


def test_a_card_is_edited_in_the_loop_and_asked_again(course: Path, play: Play) -> None:
    with play("quiz", EDITOR="sed -i s/tripod/stand/") as terminal:
        terminal.answer("press Enter", "e\r")
        terminal.answer("Why does a stand help", "")
        terminal.answer("press Enter", "@")
        terminal.answer("Nothing changed.", "q\r")
        assert terminal.end() == 0
    assert records(course) == []


def test_an_editor_that_fails_leaves_the_card(play: Play) -> None:
    with play("quiz", EDITOR="false") as terminal:
        terminal.answer("press Enter", "e\r")
        terminal.wait_for("ended with code 1")
        terminal.answer("press Enter", "q\r")
        assert terminal.end() == 0


def test_what_was_missed_is_repeated_and_not_scheduled(course: Path, play: Play) -> None:
    with play("quiz", "--max", "1") as terminal:
        terminal.answer("press Enter", "n\r")
        terminal.answer("Your note: ", "long shutter\r")
        terminal.answer("press Enter", "\r")
        terminal.wait_for("Your note: long shutter")
        terminal.answer(RATING, "1")
        terminal.answer("press Enter", "\r")
        terminal.answer(RATING, "4")
        terminal.answer("r repeats the missed one, u takes the last answer back ", "r\r")
        terminal.answer("press Enter", "\r")
        terminal.answer(RATING, "4")
        terminal.answer("answer back ", "\r")
        assert terminal.end() == 0
    found = [(record["t"], record.get("purpose", "study")) for record in records(course)]
    assert found == [("note", "study"), ("review", "study"), ("review", "study"), ("review", "cram")]


def test_a_failure_to_save_is_said_and_tried_again(course: Path, play: Play) -> None:
    with play("quiz", "--max", "1") as terminal:
        terminal.answer("press Enter", "\r")
        terminal.wait_for(RATING)
        shutil.rmtree(course / "reviews")
        (course / "reviews").write_text("in the way", encoding="utf-8")
        terminal.press("3")
        terminal.wait_for("NOT SAVED")
        (course / "reviews").unlink()
        terminal.answer("tries again", "\r")
        terminal.wait_for("1 again")
    assert [record["rating"] for record in records(course)] == [3]


def test_giving_up_on_saving_is_an_error(course: Path, play: Play) -> None:
    with play("quiz") as terminal:
        terminal.answer("press Enter", "\r")
        terminal.wait_for(RATING)
        shutil.rmtree(course / "reviews")
        (course / "reviews").write_text("in the way", encoding="utf-8")
        terminal.press("3")
        terminal.answer("tries again", "q\r")
        assert terminal.end() == 4


def test_where_nothing_can_be_saved_nothing_is_asked(course: Path, play: Play) -> None:
    (course / "reviews").write_text("in the way", encoding="utf-8")
    with play("quiz") as terminal:
        terminal.wait_for("Error: ")
        assert terminal.end() == 4
    assert "tripod" not in terminal.words


def test_hostile_text_stays_inert(course: Path, play: Play) -> None:
    hostile = r"\e]52;c;aGVsbG8=\a\e[2J\u009b31m\u202eevil\u2066\u200b"
    deck = "\n".join(
        [
            "version: 1",
            f'title: "Title {hostile}"',
            "items:",
            "  - id: hostile00001",
            "    type: choice",
            f'    stem: "Stem {hostile}?"',
            f'    key: "Key {hostile}"',
            f'    distractors: ["One {hostile}", "Two {hostile}"]',
            f'    explain: "Why {hostile}"',
        ]
    )
    shutil.rmtree(course / "decks")
    (course / "decks").mkdir()
    (course / "decks" / "hostile.yaml").write_text(deck, encoding="utf-8")
    with play("quiz", NO_COLOR="1") as terminal:
        terminal.answer("1-3 ", "1")
        terminal.answer("1-4" if "1-4" in terminal.words else RATING, "q\r")
        assert terminal.end() == 0
    assert not set(terminal.screen) & set("\x1b\x07\x9b\u202e\u2066\u200b")


PAGE = """\
# Exposure

**Aperture** is the opening of a lens through which light reaches the sensor.

**Shutter speed** is the length of time for which the sensor collects light.

## Key Takeaways

- A wide **aperture** blurs the background, because light arrives from many angles.
- A slow **shutter speed** blurs whatever moves during the exposure.
"""


def test_a_page_from_a_pipe_is_answered_at_the_terminal(play: Play, tmp_path: Path) -> None:
    with play("quiz", "-", stdin=PAGE.encode()) as terminal:
        terminal.wait_for("\n1/")
        terminal.press("\x04")
        terminal.wait_for("Nothing was answered")
        assert terminal.end() == 0
    assert list((tmp_path / "state" / "pages").iterdir())


def test_keys_without_a_meaning_say_so(play: Play) -> None:
    with play("quiz") as terminal:
        for key in ("s\r", "/s\r", "=", "\x1b[A"):
            terminal.answer("press Enter", key)
            terminal.wait_for("That key does nothing here; ? shows")
        terminal.answer("press Enter", "\r")
        for key in ("z\r", "한\r", "5"):
            terminal.answer(RATING, key)
            terminal.wait_for("That key does nothing here; ? shows")
        terminal.press("\x7f")
        terminal.answer(RATING, "\x1b")
        terminal.wait_for("Nothing was answered")
        assert terminal.end() == 0


@pytest.mark.parametrize("settings", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["tty", "no colour", "dumb"])
@pytest.mark.parametrize("words", ["fine, because it stands", "25 frames", "/etc is a folder", "정말 모르겠다", "금"])
def test_words_at_a_card_that_one_rates_oneself_stand_beside_the_answer(
    course: Path, play: Play, words: str, settings: dict[str, str]
) -> None:
    with play("quiz", "--max", "1", **settings) as terminal:
        terminal.answer("press Enter", f"{words}\r")
        terminal.wait_for(f"Answer\n  You:    {words}\n  Answer: It keeps the camera still")
        terminal.answer(RATING, "4" if settings.get("TERM") != "dumb" else "4\r")
        terminal.answer("answer back ", "\r")
        assert terminal.end() == 0
    assert [(record["t"], record["rating"]) for record in records(course)] == [("review", 4)]


def test_words_where_keys_are_wanted_do_nothing_but_say_so(course: Path, play: Play) -> None:
    with play("quiz", "--max", "1", EDITOR="touch edited; true") as terminal:
        terminal.answer("press Enter", " ")
        for words in ("easy\r", "좋음\r", "f f\r", "good\x7f\x7f\x7f\x7fhard\r"):
            terminal.answer(RATING, words)
            terminal.wait_for("Only keys do something here; ? shows all of them.")
        terminal.answer(RATING, "x\x7fs\r")
        terminal.wait_for("lessons/1-light.md:7")
        terminal.answer(RATING, "4")
        terminal.answer("answer back ", "undo it\r")
        assert terminal.end() == 0
    assert [record["t"] for record in records(course)] == ["review"]
    assert not (course / "edited").exists()


def test_words_at_a_choice_are_one_of_its_options_or_no_answer(play: Play) -> None:
    with play("quiz", "--type", "choice", "--new") as terminal:
        terminal.answer("1-4 ", "something else\r")
        terminal.wait_for("That is no answer here.")
        terminal.answer("1-4 ", "q\r")
        assert terminal.end() == 0


def test_the_terminal_is_given_back(play: Play) -> None:
    with play("quiz") as terminal:
        terminal.wait_for("press Enter")
        assert not terminal.echoes()
        terminal.signal(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        assert terminal.echoes()


def test_after_a_stop_the_keys_work_again(play: Play) -> None:
    with play("quiz") as terminal:
        terminal.wait_for("press Enter")
        terminal.signal(signal.SIGSTOP)
        terminal.reset()  # what a shell does with the terminal of a stopped job
        terminal.signal(signal.SIGCONT)
        terminal.wait_until(lambda: not terminal.echoes())
        terminal.press("\r")
        terminal.wait_for(RATING)


@pytest.mark.parametrize("quit_keys", ["q\r", "/q\r", "ㅂ\r"])
def test_where_numbers_are_typed_a_letter_is_an_action(play: Play, quit_keys: str) -> None:
    with play("quiz") as terminal:
        terminal.answer("press Enter", "-")
        terminal.answer("› ", "/-\r")
        terminal.answer("› ", "/-\r")
        terminal.answer("1-4 ", "-")
        terminal.answer("› ", quit_keys)
        terminal.wait_for("Nothing was answered")
        assert terminal.end() == 0


def test_where_words_are_typed_a_letter_is_an_answer(play: Play) -> None:
    with play("quiz") as terminal:
        terminal.answer("press Enter", "-")
        terminal.answer("› ", "q\r")
        terminal.wait_for("Wrong")


def test_space_and_jamo_are_keys_too(course: Path, play: Play) -> None:
    with play("quiz", "--max", "1") as terminal:
        terminal.answer("press Enter", " ")
        terminal.answer(RATING, "ㄴ\r")
        terminal.wait_for("lessons/1-light.md:7")
        terminal.answer(RATING, " ")
        terminal.answer("press Enter", "ㅕ\r")
        terminal.wait_for("Taken back.")
        terminal.answer(RATING, "ㅂ\r")
        assert terminal.end() == 0
    assert [record["t"] for record in records(course)] == ["review", "void"]


def test_without_a_terminal_the_first_question_is_printed(run: Run) -> None:
    done = run("quiz", "--lesson", "Light")
    assert done.returncode == 0
    assert "Why does a tripod help in the dark?" in done.stdout
    assert "To answer, run this in a terminal: mediaquiz quiz --lesson Light\n" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == ""
