"""Machines whose clocks jump, whose owners travel, and whose logs meet through git in any order.

Each machine answers at the times that its clock says: back and forth by up to a year, in zones where a day has 23 or 25
hours or is left out. What must hold: a device's records stand in order of time, each has the study day of its own
clock or, where that went back, still its zone's; any order of merging gives every machine the same state.
"""

import os
import random
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from answering import DECK
from sandbox import Tally

from mediaquiz.app.course import find
from mediaquiz.app.quiz import Wish, open_desk
from mediaquiz.model.review import Rating, Record
from mediaquiz.schedule.fold import State, fold
from mediaquiz.session import machine
from mediaquiz.store.log import read_all

ZONES = ("UTC", "America/New_York", "Asia/Seoul", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu")
STARTS = (
    datetime(2026, 3, 7, 20, tzinfo=UTC),
    datetime(2026, 10, 31, 20, tzinfo=UTC),
    datetime(2011, 12, 29, tzinfo=UTC),
)
"""Before clocks go forward, before they go back, before the day that Apia left out."""
NAMES = ("k3m9xq2b", "wz7pd4rv", "b8nc5tgh")


class Machine:
    """One machine: its clone of the course, its device's name, its clock."""

    def __init__(self, folder: Path, name: str, rng: random.Random) -> None:
        self.folder, self.name, self.rng = folder, name, rng
        self.state = folder.with_name(f"{folder.name}-state")
        self.state.mkdir()
        (self.state / "device").write_text(f"{name}\n", encoding="ascii")
        self.at = rng.choice(STARTS)
        self.zone = ZoneInfo("UTC")

    def clock(self) -> datetime:
        """The time that the machine believes: it passes, and now and then it jumps."""
        jump = self.rng.choice((0, 0, 0, 0, 0, 1, -1)) * timedelta(minutes=self.rng.randint(1, 60 * 24 * 365))
        self.at += timedelta(seconds=self.rng.randint(1, 4000)) + jump
        return self.at.astimezone(self.zone)

    def answer(self, count: int) -> None:
        """Open the course, answer some cards, and take one answer back."""
        os.environ["MEDIAQUIZ_STATE"] = str(self.state)
        self.zone = ZoneInfo(self.rng.choice(ZONES))
        desk = open_desk(find(self.folder), self.clock)
        session = machine.begin(desk.deal(Wish(limit=count, at_once=True)), 1, desk.state.settings, desk.now())
        while session.current is not None and count:
            step = machine.rate(machine.reveal(session, desk.now()).session, self.rng.choice([*Rating]), desk.now())
            if step.effect:
                desk.save(step.effect)
            session, count = step.session, count - 1
        desk.undo_last(1)

    def git(self, *arguments: str) -> None:
        """Runs git in the clone."""
        who = ("-c", "user.name=learner", "-c", "user.email=learner@example.org")
        subprocess.run(["git", "-C", str(self.folder), *who, *arguments], check=True, capture_output=True)

    def commit(self) -> None:
        """Everything new."""
        self.git("add", "-A", "reviews")
        self.git("commit", "-q", "--allow-empty", "-m", "answers")

    def pull(self, other: "Machine") -> None:
        """What another machine has."""
        self.git("pull", "-q", "--no-rebase", "--no-edit", str(other.folder), "main")

    def records(self) -> tuple[Record, ...]:
        """All records that the machine knows."""
        return read_all(self.folder / "reviews")[0]

    def folded(self) -> State:
        """The state, as this machine sees it."""
        return open_desk(find(self.folder), self.clock).state


def run(rounds: int, seed: int = 0) -> Tally:
    """So many rounds with three machines: each answers, then they pull from one another in a random order."""
    rng, tally = random.Random(seed), Tally()
    folder = Path(tempfile.mkdtemp(prefix="mediaquiz-clocks-"))
    before = os.environ.get("MEDIAQUIZ_STATE")
    try:
        machines = _machines(folder, rng)
        for _ in range(rounds):
            for one in machines:
                one.answer(rng.randint(1, 6))
                one.commit()
            _meet(machines, rng, tally)
            _compare(machines, rng, tally)
            tally.add(rounds=1)
        tally.add(records=len(machines[0].records()))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.environ.pop("MEDIAQUIZ_STATE", None)
        if before is not None:
            os.environ["MEDIAQUIZ_STATE"] = before
    return tally


def _machines(folder: Path, rng: random.Random) -> list[Machine]:
    first = Machine(folder / NAMES[0], NAMES[0], rng)
    for name in ("decks", "lessons", "reviews"):
        (first.folder / name).mkdir(parents=True)
    (first.folder / "decks" / "numbers.yaml").write_text(DECK, encoding="utf-8")
    (first.folder / "lessons" / "about.md").write_text("# Numbers\n", encoding="utf-8")
    (first.folder / ".gitignore").write_text(".mediaquiz/\n.*.lock\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", "-b", "main", str(first.folder)], check=True)
    first.git("add", "-A")
    first.commit()
    others = []
    for name in NAMES[1:]:
        first.git("clone", "-q", str(first.folder), str(folder / name))
        others.append(Machine(folder / name, name, rng))
    return [first, *others]


def _meet(machines: list[Machine], rng: random.Random, tally: Tally) -> None:
    """Everybody pulls from everybody, in any order, until all have all."""
    pairs = [(one, other) for one in machines for other in machines if one is not other]
    rng.shuffle(pairs)
    for one, other in [*pairs, *pairs]:
        one.pull(other)
        tally.add(merges=1)


def _compare(machines: list[Machine], rng: random.Random, tally: Tally) -> None:
    records = list(machines[0].records())
    rng.shuffle(records)
    wanted = fold(records)
    for one in machines:
        state = one.folded()
        if {record.id for record in one.records()} != {record.id for record in records}:
            tally.problems.append(f"{one.name} has other records")
        names = set(wanted.standings)
        if set(state.standings) != names or any(state.card(name) != wanted.card(name) for name in names):
            tally.problems.append(f"{one.name} has another state")
        own = [record for record in records if record.id.startswith(one.name)]
        own.sort(key=lambda record: int(record.id.rpartition("-")[2]))
        if any(later.at <= earlier.at for earlier, later in pairwise(own)):
            tally.problems.append(f"{one.name} wrote records that are not in order of time")
    tally.problems += [str(problem) for one in machines for problem in read_all(one.folder / "reviews")[1]]
