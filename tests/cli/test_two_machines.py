"""A learner on two machines: the real commands on a clock that is set, their logs carried to and fro.

Held every day, by the bare records and not by the program's own counting: the day's limits over both machines, one
card of a concept, no card of a lesson that was not started, all that was due was asked; and both machines say the same.
"""

import json
import os
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from terminal import COMMAND, Terminal, environment

from mediaquiz.app.aside import begin
from mediaquiz.app.course import find
from mediaquiz.app.quiz import Desk, Wish, open_desk

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
HOME = "America/New_York"
"""Its clocks change on 8 March and 1 November 2026."""
FIRST = date(2026, 3, 6)
NEW, REVIEWS = 4, 14
ITEMS, SIBLINGS = 15, 3
"""The cards of a lesson, and how many of them, the last ones, are about one concept."""
LESSONS = [f"{track}{number}" for number in range(1, 8) for track in "ab"]
FORTNIGHT = 14
Found = dict[str, object]


def deck(lesson: str) -> str:
    """A lesson as YAML."""
    head = f"version: 1\nlesson: lessons/{lesson}.md\ntitle: {lesson}\ntrack: {lesson[0]}\nitems:\n"
    rows = [
        f"  - id: {lesson}item{place:06}\n    type: recall\n    stem: Question {lesson}, {place}?\n"
        f"    answer: Answer {place}.\n" + (f"    concept: about {lesson}\n" if place > ITEMS - SIBLINGS else "")
        for place in range(1, ITEMS + 1)
    ]
    return head + "".join(rows)


def concept_of(item: str) -> str:
    """The concept of an item, or its own name when it is about none."""
    return item[:2] if int(item[-6:]) > ITEMS - SIBLINGS else item


@dataclass
class Machine:
    """One machine: its copy of the course, its own device name, and what its clock is set to."""

    folder: Path
    state: Path
    now: datetime = field(default_factory=lambda: datetime.combine(FIRST, time(4)))

    @property
    def env(self) -> dict[str, str]:
        clock = {"LD_PRELOAD": str(LIBRARIES[0]), "FAKETIME": f"@{self.now:%Y-%m-%d %H:%M:%S}", "NO_FAKE_STAT": "1"}
        return environment(self.state, TZ=HOME, FAKETIME_DONT_FAKE_MONOTONIC="1", FAKETIME_NO_CACHE="1", **clock)

    @property
    def device(self) -> str:
        return (self.state / "state" / "device").read_text().strip()

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=self.folder,
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def quiz(self, rng: random.Random) -> int:
        """A sitting to its end; how many answers were given."""
        given = 0
        with Terminal("quiz", env=self.env, cwd=self.folder) as terminal:
            while (
                come := terminal.wait_for_any("press Enter", "[Enter Good]", "answer back", "Nothing is due")
            ) != "Nothing is due":
                if come == "answer back":
                    terminal.press("\r")
                    break
                terminal.press("\r" if come == "press Enter" else str(rng.choice([1, 2, 3, 3, 3, 3, 3, 4])))
                given += come == "[Enter Good]"
            assert terminal.end() == 0
        return given

    def desk(self) -> Desk:
        local = self.now.replace(tzinfo=ZoneInfo(HOME))
        return open_desk(find(self.folder), clock=lambda: local)

    def start(self, lesson: str) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("MEDIAQUIZ_STATE", str(self.state / "state"))
            begin(self.desk(), f"decks/{lesson}.yaml")

    def records(self) -> list[Found]:
        """All records in order, without those that were taken back."""
        texts = [log.read_text() for log in (self.folder / "reviews").glob("*.jsonl")]
        found = [json.loads(line) for text in texts for line in text.splitlines()]
        gone = {record["target"] for record in found if record["t"] == "void"}
        return sorted((r for r in found if r["id"] not in gone), key=lambda record: (record["at"], record["id"]))


Carry = Callable[[Machine, Machine], None]
"""Brings the answers of the second machine to the first."""


def copied(here: Machine, there: Machine) -> None:
    for log in (there.folder / "reviews").glob(f"{there.device}-*.jsonl"):
        shutil.copy(log, here.folder / "reviews" / log.name)


def pulled(here: Machine, there: Machine) -> None:
    for machine in (here, there):
        git(machine.folder, "add", "--all")
        git(machine.folder, "commit", "-q", "--allow-empty", "-m", "studied")
    git(here.folder, "pull", "-q", "--no-rebase", "--no-edit", "--allow-unrelated-histories", str(there.folder), "main")


def git(folder: Path, *arguments: str) -> None:
    kept = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ["-c", "user.name=learner", "-c", "user.email=learner@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, env=kept, check=True, capture_output=True)


@dataclass(frozen=True)
class Day:
    """What the records say of one day: what was begun and reviewed, and every card's last answer."""

    begun: tuple[str, ...]
    reviewed: tuple[str, ...]
    last: dict[str, Found]

    @property
    def asked(self) -> set[str]:
        return {*self.begun, *self.reviewed}


def day_of(records: Sequence[Found], day: date) -> Day:
    begun, reviewed, last = list[str](), list[str](), dict[str, Found]()
    for record in records:
        if record["t"] == "review":
            item = str(record["item"])
            if record["day"] == day.isoformat() and item not in last:
                begun.append(item)
            elif record["day"] == day.isoformat() and int(str(last[item]["ivl"])) > 0:
                reviewed.append(item)
            last[item] = record
    return Day(tuple(begun), tuple(reviewed), last)


def forgotten(found: Day, day: date, desk: Desk) -> Iterator[str]:
    """The cards that were due on the day and were not asked, nor anything about the same.

    A card is due when its last record says so; when both machines asked it without knowing of each other, when the
    fold of both answers says so.
    """
    concepts = {concept_of(item) for item, answer in found.last.items() if answer["day"] == day.isoformat()}
    for item, answer in found.last.items():
        card = desk.state.card(item)
        due = str(card.due) if card.redone else str(answer["due"])
        if due <= day.isoformat() and concept_of(item) not in concepts:
            yield item


def agree(machines: list[Machine]) -> bool:
    desks = [machine.desk() for machine in machines]
    told = [(dict(desk.state.cards), desk.outlook(), [card.item.id for card in desk.deal(Wish())]) for desk in desks]
    return told[0] == told[1]


def away(day: date) -> bool:
    """Days without any study: some weekends, and three weeks in summer."""
    return (day.weekday() == 6 and day.day % 2 == 0) or date(2026, 7, 10) <= day < date(2026, 7, 31)


@dataclass
class Life:
    """What happened in some days: for the test to see that it was a life."""

    answers: int = 0
    full: int = 0
    waiting: int = 0
    apart: int = 0
    redone: int = 0


def live(days: int, machines: list[Machine], carry: Carry, seed: int) -> Life:
    """So many days of the learner. Now and then the logs are carried in the evening only."""
    rng, life = random.Random(seed), Life()
    started: list[str] = []
    for day in (FIRST + timedelta(days=n) for n in range(days)):
        if away(day):
            continue
        one, other = rng.sample(machines, 2)
        one.now = datetime.combine(day, time(rng.randrange(5, 12), rng.randrange(60)))
        other.now = datetime.combine(day, time(rng.randrange(14, 24), rng.randrange(60)))
        while len(started) < min(len(LESSONS), 2 + 2 * ((day - FIRST).days // FORTNIGHT)):
            started.append(LESSONS[len(started)])
            one.start(started[-1])
        life.answers += one.quiz(rng)
        if rng.random() < 0.2:
            one.run("undo", str(rng.randint(1, 3)))
        if apart := rng.random() < 0.1:
            mine = day_of(one.records(), day)
            life.answers += other.quiz(rng)
            sittings = [mine, day_of(other.records(), day)]
            carry(other, one)
        else:
            carry(other, one)
            life.answers += other.quiz(rng)
            sittings = [day_of(other.records(), day)]
        carry(one, other)
        one.now = other.now = other.now + timedelta(minutes=59)
        hold_limits(sittings, started, day)
        desk, whole = one.desk(), day_of(one.records(), day)
        assert len(whole.reviewed) >= REVIEWS or not [*forgotten(whole, day, desk)], day
        assert agree(machines), day
        if day.day == 1:
            assert one.run("--json", "due") == other.run("--json", "due"), day
        life.apart += apart
        life.full += len(whole.reviewed) >= REVIEWS
        life.waiting += desk.outlook().waiting > 0
        life.redone = sum(card.redone for card in desk.state.cards.values())
    return life


def hold_limits(sittings: list[Day], started: list[str], day: date) -> None:
    """What no machine may do that knows of the day what these sittings knew."""
    for sitting in sittings:
        assert len(sitting.begun) <= NEW and len(sitting.reviewed) <= REVIEWS, day
        assert {item[:2] for item in sitting.begun} <= {*started}, day
        assert max(Counter(map(concept_of, sitting.asked)).values(), default=1) == 1, day


@pytest.fixture
def machines(tmp_path: Path) -> list[Machine]:
    if not LIBRARIES:
        pytest.skip("libfaketime is not installed: apt install faketime")
    made = []
    for name in ("laptop", "desktop"):
        machine = Machine(tmp_path / name / "course", tmp_path / name)
        made.append(machine)
        (machine.folder / "lessons").mkdir(parents=True)
        machine.run("init", "--sync")
        for lesson in LESSONS:
            (machine.folder / "decks" / f"{lesson}.yaml").write_text(deck(lesson))
        git(machine.folder, "init", "-q", "-b", "main")
    made[0].run("config", "new_per_day", str(NEW))
    made[1].run("config", "reviews_per_day", str(REVIEWS))
    for here, there in (made, made[::-1]):
        copied(here, there)
    return made


@pytest.mark.parametrize("carry", [copied, pulled])
def test_a_few_days_over_the_change_of_clocks(machines: list[Machine], carry: Carry) -> None:
    life = live(8, machines, carry, seed=1)
    assert life.answers > 100


@pytest.mark.slow
def test_a_year(machines: list[Machine]) -> None:
    life = live(365, machines, copied, seed=2)
    print(life)
    assert life.answers > 3000
    assert min(life.full, life.waiting, life.apart, life.redone) > 5
