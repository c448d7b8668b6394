"""A course to be ill-treated: made once for each work, put back before each run, looked over after it."""

import re
import shutil
import stat
import tempfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from server import Ended, Run
from warm import Warm
from works import CSV, DECK, FACTS, IDS, MODE, POTTERY, SHELF, Work, write_lesson

from mediaquiz.decks.load import load
from mediaquiz.errors import EXIT_CODES, MediaquizError
from mediaquiz.model.review import Kind
from mediaquiz.store import backup
from mediaquiz.store.decklock import read_lock
from mediaquiz.store.log import append, read_all

DEVICE, OTHER = "k3m9xq2b", "wz7pd4rv"
BEGAN = datetime(2026, 3, 1, 9, tzinfo=UTC)
_NEW_ID = re.compile(rb"id: (?!potter)\w{12}")
_HEADER = re.compile(r"^\d+/\d+(?: |\x1b|$)", re.MULTILINE)
_STRAY = ".mediaquiz-*.tmp"

Files = dict[str, bytes]
"""What a course's files hold, by their paths; only what cannot be made again."""


@dataclass
class Tally:
    """What a scenario showed, in numbers; ``problems`` must stay empty."""

    counts: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, **more: int) -> None:
        """Count."""
        for name, number in more.items():
            self.counts[name] = self.counts.get(name, 0) + number

    def __str__(self) -> str:
        numbers = ", ".join(f"{number:,} {name.replace('_', ' ')}" for name, number in self.counts.items())
        return f"{numbers}, {len(self.problems)} problems"


def _questions(shown: str) -> int:
    """How many questions were shown on a terminal, or to a program."""
    return len(_HEADER.findall(shown)) + shown.count('"phase": "asking"') + shown.count('"phase": "done"')


class Sandbox:
    """A folder with a course, its state folder, and what a work needs; ``states`` are those that its files may have."""

    def __init__(self, work: Work, warm: Warm, times: int = 1) -> None:
        self.work, self.warm = work, warm
        self.folder = Path(tempfile.mkdtemp(prefix="mediaquiz-faults-"))
        self.root = self.folder / "root"
        self.course = self.root / "course"
        self.before = self.folder / "before"
        self._make()
        work.before(self.course)
        shutil.copytree(self.root, self.before, symlinks=True)
        self.states = [self.files()]
        self.records = [self.record_ids()]
        self.took = 0.0
        for _ in range(times):
            (ended,) = self.run()
            self.took = max(self.took, ended.took)
            self.states.append(self.files())
            self.records.append(self.record_ids())
            self.end = ended

    def close(self) -> None:
        """Delete everything."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def reset(self) -> None:
        """Everything as it was before the first run."""
        for path in self.root.iterdir():  # the folder itself may be a disk of its own
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        shutil.copytree(self.before, self.root, symlinks=True, dirs_exist_ok=True)

    def run(self, *faults: tuple[int, int, int] | float | None) -> list[Ended]:
        """Run the work, once for each fault, all at once: a call that fails, seconds until SIGKILL, or None."""
        return self.warm.run(*map(self._run, faults or (None,)))

    def run_under(self, *, file_limit: int) -> Ended:
        """Run the work where no file can grow beyond so many bytes."""
        return self.warm.run(replace(self._run(None), file_limit=file_limit))[0]

    def _run(self, fault: tuple[int, int, int] | float | None) -> Run:
        work = self.work
        run = Run(list(work.arguments), str(self.course), self.env(), work.keys, work.stdin)
        if isinstance(fault, tuple):
            run.root, run.fault = str(self.root), fault
        elif fault is not None:
            run.kill_after = fault
        return run

    def env(self) -> dict[str, str]:
        """The environment of the program."""
        return {
            "MEDIAQUIZ_STATE": str(self.root / "state"), "MEDIAQUIZ_CONFIG": str(self.root / "config"),
            "EDITOR": self.work.editor, "TERM": "xterm", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "80",
        }  # fmt: skip

    def _make(self) -> None:
        for name in ("course/lessons", "course/decks/own", "state", "config", "shelf"):
            (self.root / name).mkdir(parents=True)
        (self.course / "mediaquiz.yaml").write_text("title: Crafts\ncourse: crafts\n", encoding="utf-8")
        for name, facts in FACTS.items():
            write_lesson(self.course, name, *facts)
        (self.root / SHELF).write_text(POTTERY, encoding="utf-8")
        (self.root / SHELF).chmod(MODE)
        (self.course / DECK).symlink_to(Path("../../..") / SHELF)
        (self.root / "state" / "device").write_text(f"{DEVICE}\n", encoding="ascii")
        (self.root / "glazes.csv").write_text(CSV, encoding="utf-8")
        for number, name in enumerate((*IDS[:3], IDS[0], IDS[1])):
            at = BEGAN + timedelta(hours=number)
            data = {"rating": 3, "due": "2026-03-05", "ivl": 4, "correct": True}
            append(self.course / "reviews", OTHER if number % 2 else DEVICE, Kind.REVIEW, at, at.date(), name, data)
        for arguments in (["build"], ["backup", "../backup.zip"], ["export", "reviews", "-o", "../reviews.csv"]):
            (ended,) = self.warm.run(Run(arguments, str(self.course), self.env()))
            assert ended.code == 0, ended.shown
        old = (self.root / "reviews.csv").read_text(encoding="utf-8")
        (self.root / "reviews.csv").write_text(old.replace("1772", "1771"), encoding="utf-8")

    def files(self) -> Files:
        """The course's files, new ids made alike, without what a run makes anew and without logs and the lock file."""
        found = {}
        for path in sorted(self.course.rglob("*")):
            name = path.relative_to(self.course).as_posix()
            made = name.startswith((".mediaquiz/", "reviews/")) or name == "decks/mediaquiz.lock"
            if path.is_file() and not made and not path.match(_STRAY):
                found[name] = (
                    _NEW_ID.sub(b"id: (new)", path.read_bytes()) if path.suffix == ".yaml" else path.read_bytes()
                )
        return found

    def record_ids(self) -> set[str]:
        """The ids of all records of the log."""
        return {record.id for record in read_all(self.course / "reviews")[0]}

    def faults(self, *ends: Ended, killed: bool) -> list[str]:
        """What is wrong after runs that ended so; killed ones may leave a torn line and a file for the broom."""
        return [*self._told_badly(ends), *self._decks(), *self._others(killed), *self._log(ends, killed)]

    def _told_badly(self, ends: tuple[Ended, ...]) -> list[str]:
        wrong = []
        for end in ends:
            if "Traceback" in end.shown or end.code == 70 or end.code not in {*EXIT_CODES, -9}:
                wrong.append(f"ended with {end.code}: {end.shown[-1500:]}")
            elif end.code == 0 and len(ends) == 1 and not self.work.keys and not self._done():
                wrong.append(f"said that all is well, and it is not: {end.shown[-300:]}")
        return wrong

    def _done(self) -> bool:
        """Whether the files are as after a run without faults."""
        files, wanted = self.files(), self.states[1]
        return files.keys() == wanted.keys() and all(files[name] == wanted[name] or self._whole(name) for name in files)

    def _decks(self) -> list[str]:
        wrong = []
        for path in sorted((self.course / "decks").rglob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            loaded = load(text, path.name)
            if not loaded.writable or loaded.problems or not text.endswith("\n"):
                wrong.append(f"{path.name} is damaged: {[str(problem) for problem in loaded.problems]}")
        deck = self.course / DECK
        if not deck.is_symlink() or stat.S_IMODE(deck.stat().st_mode) != MODE:
            wrong.append("the link or the mode of the deck was lost")
        return wrong

    def _others(self, killed: bool) -> list[str]:
        wrong = [f"the lock file: {problem}" for problem in read_lock(self.course)[1]]
        for name, data in self.files().items():
            loose = self.work.steps and name.endswith(".yaml")
            if not loose and data not in [state.get(name) for state in self.states] and not self._whole(name):
                wrong.append(f"{name} is neither old nor new")
        for name in self.states[0]:
            if not (self.course / name).exists():
                wrong.append(f"{name} is gone")
        strays = [path.name for path in self.root.rglob(_STRAY)]
        return wrong + ([f"left behind: {strays}"] if strays and not killed else [])

    def _whole(self, name: str) -> bool:
        """Whether a file that holds the time of its making is whole."""
        if self.work.arguments[0] != "backup":
            return False
        try:
            return bool(backup.read(self.course / name).files)
        except MediaquizError:
            return False

    def _log(self, ends: tuple[Ended, ...], killed: bool) -> list[str]:
        records, problems = read_all(self.course / "reviews")
        ids = [record.id for record in records]
        wrong = [str(problem) for problem in problems if not (killed and problem.code == "MQ402")]
        if len(set(ids)) != len(ids):
            wrong.append("a record stands twice")
        if lost := self.records[0] - set(ids):
            wrong.append(f"records are gone: {sorted(lost)}")
        told = sum(max(0, _questions(end.shown.replace("\r", "")) - 1) for end in ends)
        if self.work.arguments[0] in ("quiz", "cram") and len(ids) < len(self.records[0]) + told:
            wrong.append(f"{told} answers were shown as saved, {len(ids) - len(self.records[0])} are in the log")
        return wrong
