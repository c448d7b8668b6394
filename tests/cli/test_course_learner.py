"""A learner takes this repository's course: lessons are read, the real ``quiz --serve`` asks, on a clock that is set.

Held every day, from what the program showed and from the bare records: the day's limits; no card of a lesson that was
not read; one card of a concept; and no card whose answer stands in what another card of the day shows.
"""

import json
import random
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from terminal import COMMAND, environment

ROOT = Path(__file__).parents[2]
LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
FIRST = date(2026, 3, 2)
NEW, REVIEWS = 12, 24
Reply = dict[str, Any]


def decks(folder: Path) -> Iterator[Reply]:
    for path in sorted((folder / "decks").rglob("*.yaml")):
        yield yaml.safe_load(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Seen:
    """A card as it was shown, and the answer that came after."""

    item: str
    question: str
    options: str
    answer: str
    chosen: bool
    """Whether the answer stood among the card's own options."""


@dataclass
class Learner:
    """One learner: the course, what was read, what is remembered, and the time."""

    course: Path
    home: Path
    rng: random.Random
    now: datetime = field(default_factory=lambda: datetime.combine(FIRST, time(19)))
    known: dict[str, str] = field(default_factory=dict)

    def start(self, *arguments: str, **streams: Any) -> subprocess.Popen[str]:
        clock = {"LD_PRELOAD": str(LIBRARIES[0]), "FAKETIME": f"@{self.now:%Y-%m-%d %H:%M:%S}", "NO_FAKE_STAT": "1"}
        env = environment(self.home, FAKETIME_DONT_FAKE_MONOTONIC="1", FAKETIME_NO_CACHE="1", **clock)
        return subprocess.Popen([*COMMAND, *arguments], cwd=self.course, env=env, text=True, **streams)

    def settle(self, name: str, value: int) -> None:
        assert self.start("config", name, str(value), stdout=subprocess.DEVNULL).wait() == 0

    def sit(self, *options: str) -> list[Seen]:
        """A sitting to its end."""
        pipe = subprocess.PIPE
        with self.start("--json", "quiz", "--serve", "--seed", "1", *options, stdin=pipe, stdout=pipe) as process:
            seen = [*self.answer(process)]
        assert process.returncode == 0
        return seen

    def answer(self, process: subprocess.Popen[str]) -> Iterator[Seen]:
        assert process.stdin and process.stdout

        def ask(**request: object) -> Reply:
            assert process.stdin and process.stdout
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            return hear()

        def hear() -> Reply:
            assert process.stdout
            reply: Reply = json.loads(process.stdout.readline())
            assert "error" not in reply
            return reply

        reply = hear()
        while reply["phase"] != "done":
            question = reply["question"]
            known = self.known.get(question["item"], "")
            typed = known and question["input"] == "text" and self.rng.random() < 0.9
            reply = ask(do="submit", text=known) if typed else ask(do="reveal")
            right = reply["answer"]["answer"]
            self.known[question["item"]] = right[0]
            listed = [*question["options"], *question["lefts"]]
            yield Seen(question["item"], question["prompt"], " | ".join(listed), right[0], {*right} <= {*listed})
            reply = ask(do="rate", rating=self.rng.choice([1, 3, 3, 3, 3, 3, 3, 4]) if not typed else 3)

    def records(self) -> list[Reply]:
        texts = [log.read_text() for log in (self.course / "reviews").glob("*.jsonl")]
        return sorted((json.loads(line) for text in texts for line in text.splitlines()), key=lambda one: one["at"])


def told(seen: list[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """The cards whose answer stands in the question or among the options of another, with that other one.

    Of a card that lists its answer among its own options, only the questions of others can tell more.
    """
    for one in seen:
        answer = re.compile(rf"\b{re.escape(one.answer.rstrip('.'))}s?\b", re.IGNORECASE)
        for other in seen:
            shown = other.question if one.chosen else f"{other.question} | {other.options}"
            if other.item != one.item and answer.search(shown):
                yield one, other


def hold(seen: list[Seen], items: dict[str, tuple[str, str]], read: list[str]) -> None:
    """What holds for the cards of a day."""
    asked = {one.item for one in seen}
    assert {items[item][0] for item in asked} <= {*read}
    concepts = Counter(items[item] for item in asked if items[item][1])
    assert max(concepts.values(), default=1) == 1, concepts.most_common(3)
    assert [*told(seen)] == []


def begun_and_reviewed(records: list[Reply], day: date) -> tuple[int, int]:
    """How many cards were new on the day, and how many came back that had been learnt before."""
    known = dict[str, Reply]()
    begun = reviewed = 0
    for record in (one for one in records if one["t"] == "review"):
        if record["day"] == day.isoformat():
            begun += record["item"] not in known
            reviewed += record["item"] in known and known[record["item"]]["ivl"] > 0
        known[record["item"]] = record
    return begun, reviewed


@dataclass
class Course60:
    """What the days came to."""

    asked: set[str]
    full: int
    answers: int


def study(learner: Learner, days: int, every: float) -> Course60:
    """So many evenings, with a lesson to read on each so many of them; nearly every second Sunday is free."""
    lessons = [told for told in decks(learner.course) if ".ko." not in told["lesson"]]
    items = {item["id"]: (told["lesson"], item.get("concept", "")) for told in lessons for item in told["items"]}
    read, found = list[str](), Course60(set(), 0, 0)
    for number in range(days):
        day = FIRST + timedelta(days=number)
        if day.weekday() == 6 and day.day % 2:
            continue
        learner.now = datetime.combine(day, time(19))
        seen = list[Seen]()
        if len(read) < len(lessons) and number >= len(read) * every:
            read.append(lessons[len(read)]["lesson"])
            seen += learner.sit("--lesson", read[-1])
            learner.now += timedelta(hours=1)
        seen += learner.sit()
        hold(seen, items, read)
        begun, reviewed = begun_and_reviewed(learner.records(), day)
        assert begun <= NEW and reviewed <= REVIEWS, day
        found.asked |= {one.item for one in seen}
        found.full += begun == NEW or reviewed == REVIEWS
        found.answers += len(seen)
    return found


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    if not LIBRARIES:
        pytest.skip("libfaketime is not installed: apt install faketime")
    course = tmp_path / "course"
    course.mkdir()
    for part in ("lessons", "decks"):
        shutil.copytree(ROOT / part, course / part)
    shutil.copy(ROOT / "mediaquiz.yaml", course)
    made = Learner(course, tmp_path, random.Random(7))
    made.settle("new_per_day", NEW)
    made.settle("reviews_per_day", REVIEWS)
    return made


def test_a_card_is_told_by_what_another_one_shows() -> None:
    shown = partial(Seen, options="", chosen=False)
    term = shown("a", "What do you call a grid of random numbers?", answer="noise")
    reason = shown("b", "Removing all noise in one step gives a blur. Why?", answer="An average.")
    choice = Seen("c", "Which one starts a picture?", "noise | mask", "mask", chosen=True)
    fellow = Seen("d", "Which one covers a part?", "noise | mask", "noise", chosen=True)
    assert [(one.item, other.item) for one, other in told([term, reason, choice, fellow])] == [
        ("a", "b"),
        ("a", "c"),
        ("a", "d"),
        ("d", "b"),
    ]


def test_the_first_evenings(learner: Learner) -> None:
    found = study(learner, days=4, every=2)
    assert found.answers > 40 and found.full


@pytest.mark.slow
def test_the_whole_course_in_sixty_days(learner: Learner) -> None:
    found = study(learner, days=60, every=2)
    print(len(found.asked), found.full, found.answers)
    live = {
        item["id"]
        for deck in decks(learner.course)
        for item in deck["items"]
        if item.get("status", "ready") in {"ready", "approved"} and ".ko." not in deck["lesson"]
    }
    assert found.asked == live
    assert found.full > 10
