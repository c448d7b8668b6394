"""Five days of a learner in a real terminal (tmux, 80 by 24) on a clock that is set: two hundred answers and more.

They know some, mistype some, ask for hints, take answers back, flag and note, skip, interrupt and go on. In the end
the log holds every answer that was given, once, and the course is sound. ``MEDIAQUIZ_FIVE_DAYS=FOLDER`` keeps all that
was on the screen, to be read by a person.
"""

import json
import os
import random
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from terminal import COMMAND, environment
from tmux import ENDED, Window

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
FIRST = datetime(2026, 3, 2, 8, 30)
STATUS = re.compile(r"^\d+/\d+(?: · .*)?$", re.MULTILINE)
TYPED, KEY, RATE, SAVED, DONE = "typed", "key", "rate", "saved", "done"
Item = dict[str, object]


def state_of(screen: str) -> str:
    """What the last line on the screen waits for; empty while it waits for nothing."""
    last = screen.rsplit("\n", 1)[-1]
    if not last and ENDED in screen.rsplit("\n", 2)[-2]:
        return DONE
    if re.search(r"\[(Enter \w+|Your choice, 1-\d)\]$", last):
        return RATE
    if last == "›":
        return TYPED
    if last.endswith("answer back"):
        return SAVED
    return KEY if re.search(r"(press Enter|Press a number, 1-\d|2 for false)( \(\? shows all keys\))?$", last) else ""


def squashed(text: str) -> str:
    return " ".join(text.split())


@dataclass
class Learner:
    """A learner with a window, the questions' answers in mind, and moods that chance decides."""

    window: Window
    items: list[Item]
    rng: random.Random
    rated: int = 0
    did: Counter[str] = field(default_factory=Counter)
    before: str = ""

    def sit(self, *command: str, now: datetime, most: int = 1000, speed: int = 1, **env: str) -> str:
        """A sitting from its first question to its end, or to Ctrl-C after ``most`` answers; all that was shown."""
        clock = {"LD_PRELOAD": str(LIBRARIES[0]), "FAKETIME": f"@{now:%Y-%m-%d %H:%M:%S} x{speed}", "NO_FAKE_STAT": "1"}
        self.window.run(*COMMAND, *command, **clock, FAKETIME_DONT_FAKE_MONOTONIC="1", **env)
        self.before, until = "", self.rated + most
        while (state := self._wait()) != DONE:
            if self.rated >= until:
                self._press("C-c")
                self.did["interrupt"] += 1
                self.window.wait_until(lambda screen: f"{ENDED}130" in screen)
                break
            self._move(state)
        return self.window.scrollback

    def _wait(self) -> str:
        self.before = self.window.wait_until(lambda screen: screen != self.before and bool(state_of(screen)))
        return state_of(self.before)

    def _press(self, *keys: str) -> None:
        self.before = self.window.screen
        self.window.press(*keys)

    def _enter(self, text: str) -> None:
        """Types a line; Hangul is first typed wrong and erased, and then the screen shows what was meant."""
        if re.search("[가-힣]", text):
            self.window.type(text + "틀려")
            self.window.press("BSpace", "BSpace")
            wanted = f"› {text}"
            self.window.wait_until(lambda screen: screen.rsplit("\n", 1)[-1].rstrip() == wanted.rstrip())
            self.did["erased"] += 1
        else:
            self.window.type(text)
        self._press("Enter")

    def _move(self, state: str) -> None:
        {TYPED: self._type, KEY: self._key, RATE: self._rate, SAVED: self._leave}[state]()

    def _chance(self, name: str, share: float) -> bool:
        happens = self.rng.random() < share
        self.did[name] += happens
        return happens

    def _item(self) -> tuple[Item, str]:
        """The item that is asked, and how it stands on the screen."""
        shown = STATUS.split(self.window.scrollback)[-1]
        asked = [item for item in self.items if squashed(str(item["prompt"])) in squashed(shown)]
        assert asked, f"nothing known is asked:\n{shown}"
        return max(asked, key=lambda item: len(str(item["prompt"]))), shown

    def _key(self) -> None:
        item, shown = self._item()
        for name, key, share in (("skip", "k", 0.04), ("help", "?", 0.02), ("note", "n", 0.04), ("undo", "u", 0.03)):
            if self._chance(name, share):
                self._press(key, *(["Enter"] if key.isalpha() else []))
                if name == "note":
                    self._tell("Your note: ", "ask about this")
                return
        if item["type"] == "recall" and self._chance("words", 0.3):
            self._enter("fine, because of the light")
        elif item["type"] == "recall":
            self._press("Space")
        elif item["type"] == "truefalse":
            self._press(self.rng.choice("12"))
        else:
            right = self._number(shown, str(item["answer"]))
            self._press(str(right if self.rng.random() < 0.8 else right % 3 + 1))

    def _tell(self, question: str, text: str) -> None:
        self.window.wait_until(lambda screen: screen.rsplit("\n", 1)[-1].startswith(question.rstrip()))
        self.window.type(text)
        self._press("Enter")

    def _type(self) -> None:
        item, shown = self._item()
        if self._chance("hint", 0.08):
            return self._enter("/h")
        if self._chance("flag", 0.08):
            self.window.type("/f")
            self._press("Enter")
            return self._tell("What is wrong with this card? ", "two answers")
        return self._enter(self._answer(item, shown))

    def _answer(self, item: Item, shown: str) -> str:
        """What is typed: the answer, nearly the answer, something else, or nothing."""
        right = next(self._right(item, shown))
        match self.rng.choice(["right", "right", "right", "close", "wrong", "nothing"]):
            case "close" if item["type"] in ("short", "cloze") and len(right) > 5:
                self.did["close"] += 1
                return right[:-3] + right[-2:]
            case "wrong" if item["type"] in ("short", "cloze", "list"):
                self.did["wrong"] += 1
                return "haze"
            case "nothing":
                return ""
        return right

    def _right(self, item: Item, shown: str) -> Iterator[str]:
        answer = item["answer"]
        match item["type"], answer:
            case "match", dict():
                yield " ".join(str(self._number(shown, str(right))) for right in answer.values())
            case "list", list():
                yield ", ".join(map(str, answer))
            case "order" | "multi", list():
                yield " ".join(str(self._number(shown, str(part))) for part in answer)
            case "practice", _:
                yield "did it by the window"
            case _:
                yield str(answer)

    def _number(self, shown: str, option: str) -> int:
        """The number before an option."""
        rows = re.split(r"^ {2,3}(\d)  ", shown, flags=re.MULTILINE)
        found = {
            squashed(text.split("\n\n")[0]): int(number) for number, text in zip(rows[1::2], rows[2::2], strict=True)
        }
        return found[squashed(option)]

    def _rate(self) -> None:
        shown = STATUS.split(self.window.scrollback)[-1]
        if "= counts it as right" in shown and self._chance("mine", 0.4):
            return self._press("=")
        if "s: the passage" in shown and self._chance("source", 0.05):
            return self._press("s", "Enter")
        if self._chance("undo", 0.03):
            return self._press("u", "Enter")
        choose = "Your choice" in shown.rsplit("\n", 1)[-1]
        key = "2" if choose else self.rng.choice(["Enter", "Enter", "Enter", "1", "2", "4"])
        least = "4 Easy" not in shown.rsplit("\n", 1)[-1]
        self.rated += 1
        return self._press("2" if least and key == "4" else key)

    def _leave(self) -> None:
        if "r repeats" in self.before and self._chance("repeat", 0.6):
            return self._press("r", "Enter")
        return self._press("Enter")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The demo, and the course of the tests in it: lessons of all types, some Korean."""
    if not LIBRARIES or not shutil.which("tmux"):
        pytest.skip("tmux and libfaketime are needed: apt install tmux faketime")
    folder = tmp_path / "course"
    shutil.copytree(Path(__file__).parent / "course", folder)
    (folder / "mediaquiz.yaml").unlink()
    for name in ("lessons", "decks"):
        (folder / name).rename(folder / f"{name}-own")
    program(folder, tmp_path, "init", "--demo", ".")
    for name in ("lessons", "decks"):
        shutil.copytree(folder / f"{name}-own", folder / name, dirs_exist_ok=True)
        shutil.rmtree(folder / f"{name}-own")
    return folder


def program(folder: Path, state: Path, *arguments: str) -> str:
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=folder, env=environment(state), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_five_days(course: Path, tmp_path: Path) -> None:
    items = [json.loads(line) for line in program(course, tmp_path, "--json", "items", "list").splitlines()]
    kept = Path(os.environ.get("MEDIAQUIZ_FIVE_DAYS", tmp_path))
    left = 0
    with Window(course, environment(tmp_path)) as window:
        learner = Learner(window, items, random.Random(5))
        for number in range(5):
            morning = FIRST + timedelta(days=number)
            sittings = [
                learner.sit("quiz", "--lesson", "소리", now=morning),
                learner.sit("quiz", "--new", "--minutes", "10", now=morning + timedelta(hours=1), speed=400),
                learner.sit("quiz", "--new", now=morning + timedelta(hours=4), most=9),
                learner.sit("quiz", "--new", now=morning + timedelta(hours=4, minutes=5)),
                learner.sit("due", now=morning + timedelta(hours=7)),
            ]
            left += "left. Go on: mediaquiz quiz" in sittings[1]
            (kept / f"day-{number + 1}.txt").write_text("\n\n".join(sittings), encoding="utf-8")
    records = [
        json.loads(line) for log in (course / "reviews").glob("*.jsonl") for line in log.read_text().splitlines()
    ]
    assert sum(record["t"] == "review" for record in records) == learner.rated >= 200
    assert left > 0
    assert {"void", "note", "flag", "alias"} <= {record["t"] for record in records}
    assert min(learner.did[name] for name in ("close", "wrong", "mine", "hint", "undo", "erased", "interrupt")) > 0
    assert "All is well" in program(course, tmp_path, "check") or "error" not in program(course, tmp_path, "check")
