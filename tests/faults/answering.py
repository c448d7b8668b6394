"""Four processes answer in one course and are killed again and again: no acknowledged answer is lost, none is doubled.

Each process is a learner's sitting without its terminal: it opens the course, is dealt cards, answers and rates them
through the session, saves each answer as the quiz does, and says its record's id when, and only when, the next question
could be shown.
"""

import os
import random
import select
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sandbox import DEVICE, Tally

from mediaquiz.app.course import Course, find
from mediaquiz.app.quiz import Desk, Wish, open_desk
from mediaquiz.errors import Busy
from mediaquiz.model.review import Purpose, Rating
from mediaquiz.session import machine
from mediaquiz.session.values import Effect, Phase
from mediaquiz.store.log import read_all

TOGETHER = 4
CARDS = 300
A_COURSE = 10_000
"""Answers after which a log is looked through and another course begun."""
DECK = "version: 1\ntitle: Numbers\nitems:\n" + "".join(
    f"  - id: number{n:06d}\n    type: recall\n    stem: What comes after {n}?\n    answer: It is {n + 1}.\n"
    for n in range(CARDS)
)


class Sitting:
    """One learner's process, and the ids that it acknowledged."""

    def __init__(self, course: Course) -> None:
        self.told, inner = os.pipe()
        self.acknowledged: list[str] = []
        self._rest = b""
        self.pid = os.fork()
        if not self.pid:
            _answer(course, inner)
        os.close(inner)

    def read(self) -> bool:
        """Read what it says now; False when it said its last."""
        data = os.read(self.told, 65536)
        *whole, self._rest = (self._rest + data).split(b"\n")
        self.acknowledged += [line.decode() for line in whole]
        return bool(data)

    def kill(self) -> list[str]:
        """SIGKILL, and all that it acknowledged."""
        os.kill(self.pid, signal.SIGKILL)
        while self.read():
            continue
        os.waitpid(self.pid, 0)
        os.close(self.told)
        return self.acknowledged


def _answer(course: Course, told: int) -> None:
    """Answer until killed. Never returns."""
    try:
        os.environ["MEDIAQUIZ_STATE"] = str(course.root / "state")
        desk = open_desk(course)
        for effect in _sittings(desk):
            _save(desk, effect)
            os.write(told, desk._saved[-1].encode() + b"\n")
    finally:
        os._exit(1)


def _sittings(desk: Desk) -> Iterator[Effect]:
    """The effects of rating card after card: first as they are due, then cramming, for ever."""
    for turn in count():
        purpose = Purpose.CRAM if turn else Purpose.STUDY
        cards = desk.deal_all(Wish(), turn) if turn else desk.deal(Wish(new=True, at_once=True))
        session = machine.begin(cards, turn, desk.state.settings, desk.now(), purpose)
        while session.phase is not Phase.DONE:
            step = machine.rate(machine.reveal(session, desk.now()).session, Rating.GOOD, desk.now())
            if step.effect:
                yield step.effect
            session = step.session


def _save(desk: Desk, effect: Effect) -> None:
    """Save, as a learner would who tries again when another program holds the log."""
    while True:
        try:
            return desk.save(effect)
        except Busy:
            continue


def run(answers: int, kills: int, seed: int = 0, a_course: int = A_COURSE) -> Tally:
    """Kill sittings until there were so many acknowledged answers and so many kills."""
    tally, rng = Tally(), random.Random(seed)
    tally.add(acknowledged=0, kills=0, unacknowledged=0)
    while tally.counts["acknowledged"] < answers or tally.counts["kills"] < kills:
        part = min(answers, a_course)
        _one_course(part, max(1, kills * part // answers), rng, tally)
    return tally


def _one_course(answers: int, kills: int, rng: random.Random, tally: Tally) -> None:
    root = Path(tempfile.mkdtemp(prefix="mediaquiz-answering-"))
    try:
        (root / "state").mkdir()
        (root / "state" / "device").write_text(f"{DEVICE}\n", encoding="ascii")
        (root / "decks").mkdir()
        (root / "lessons").mkdir()
        (root / "decks" / "numbers.yaml").write_text(DECK, encoding="utf-8")
        _compare(root, _killed(root, answers, kills, rng), tally)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _killed(root: Path, answers: int, kills: int, rng: random.Random) -> list[list[str]]:
    """What each sitting acknowledged, until there were so many answers and kills."""
    course, ended = find(root), []
    running = [Sitting(course) for _ in range(TOGETHER)]
    while len(ended) < kills or sum(map(len, ended)) < answers:
        goal = rng.randint(1, 2 * answers // kills + 1)
        victim = running[rng.randrange(TOGETHER)]
        while len(victim.acknowledged) < goal:
            for handle in select.select([one.told for one in running], [], [])[0]:
                next(one for one in running if one.told == handle).read()
        time.sleep(rng.random() / 500)
        ended.append(victim.kill())
        running[running.index(victim)] = Sitting(course)
    return ended + [one.kill() for one in running]


def _compare(root: Path, told: list[list[str]], tally: Tally) -> None:
    records, problems = read_all(root / "reviews")
    logged = Counter(record.id for record in records)
    acknowledged = [name for names in told for name in names]
    doubled = [name for name, times in logged.items() if times > 1]
    tally.problems += [f"{name} was acknowledged and is lost" for name in acknowledged if name not in logged]
    tally.problems += [f"{name} stands twice" for name in doubled]
    tally.problems += [f"{name} was given twice" for name, times in Counter(acknowledged).items() if times > 1]
    tally.problems += [str(problem) for problem in problems if problem.code != "MQ402"]
    saved = len(logged) - len(acknowledged)
    if saved > len(told):
        tally.problems.append(f"{saved} answers more than were told, of {len(told)} sittings")
    tally.add(acknowledged=len(acknowledged), kills=len(told), unacknowledged=saved)
    tally.add(torn_lines=sum(problem.code == "MQ402" for problem in problems))
