"""What the items of the lessons are worth, by their labels and by what a machine can see."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from bench.quality.labels import DROP, FOLDER, KEEP, Label, load, unlabelled
from mediaquiz.app import extract
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Choice, Cloze, Status
from mediaquiz.model.views import BLANK, answer_text, prompt
from mediaquiz.text import clean, squash

LESSONS = FOLDER / "lessons"
PLACES = 10
"""The first items of a lesson, of which each place counts: one that stays empty is lost."""
_WORD = re.compile(r"[^\W_]{3,}")


@dataclass(frozen=True, slots=True)
class Row:
    """A lesson of the list: its file, its shape, and whether it is held out: its items are never looked at to tune."""

    file: str
    shape: str
    held_out: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A ready item with what was said of it."""

    candidate: Candidate
    label: Label


@dataclass(frozen=True, slots=True)
class Read:
    """A lesson with its ready items in rank order."""

    row: Row
    text: str
    items: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What a group of lessons comes to. Shares are of labelled items or of all of them, as the name says."""

    lessons: int
    items: int
    labelled: int
    kept: int
    kept_at_10: float
    harmful: int
    leaks: int
    verbatim: int
    choices: int
    longest: int

    @property
    def keep_rate(self) -> float:
        """Kept items among the labelled ones."""
        return self.kept / self.labelled if self.labelled else 0.0

    @property
    def gain(self) -> float:
        """Kept items a lesson."""
        return self.kept / self.lessons if self.lessons else 0.0

    @property
    def clean(self) -> float:
        """Items in which a machine sees neither a leak nor a cue of length."""
        return 1 - (self.leaks + self.longest) / self.items if self.items else 1.0

    @property
    def verbatim_share(self) -> float:
        """Sentences of the lesson with a hole, among all items."""
        return self.verbatim / self.items if self.items else 0.0


def rows() -> tuple[Row, ...]:
    """The lessons of ``lessons.yaml``, in its order."""
    told = yaml.safe_load((FOLDER / "lessons.yaml").read_text(encoding="utf-8"))
    held_out = set(told["held_out"])
    return tuple(Row(file, shape, file in held_out) for shape, files in told["shapes"].items() for file in files)


def source(row: Row) -> Path:
    """The lesson's file."""
    return LESSONS / row.file


def read(row: Row) -> Read:
    """The lesson's ready items with their labels. Practice has no answer to judge and is left out."""
    labels = load(row.file)
    result = extract.from_file(source(row), row.file)
    ready = [c for c in result.candidates if c.item.status is Status.READY and c.aspect != "practice"]
    judged = (Judged(c, labels.get(new.key, new)) for c in ready for new in (unlabelled(c),))
    return Read(row, clean(source(row).read_text(encoding="utf-8")), tuple(judged))


def figures(lessons: Sequence[Read]) -> Figures:
    """What the lessons come to together."""
    items = [(item, lesson) for lesson in lessons for item in lesson.items]
    verdicts = [item.label.verdict for item, _ in items]
    choices = [item.candidate.item.content for item, _ in items]
    with_options = [content for content in choices if isinstance(content, Choice)]
    return Figures(
        lessons=len(lessons),
        items=len(items),
        labelled=sum(verdict in {KEEP, DROP} for verdict in verdicts),
        kept=verdicts.count(KEEP),
        kept_at_10=_mean(sum(i.label.verdict == KEEP for i in one.items[:PLACES]) for one in lessons),
        harmful=sum(item.label.harmful for item, _ in items),
        leaks=sum(leaks(item.candidate) for item, _ in items),
        verbatim=sum(is_verbatim(item.candidate, lesson.text) for item, lesson in items),
        choices=len(with_options),
        longest=sum(key_is_longest(content) for content in with_options),
    )


def _mean(numbers: Iterable[int]) -> float:
    told = list(numbers)
    return sum(told) / len(told) if told else 0.0


_OFFERS_TWO = re.compile(r"^Which [^:?]+: [^?]+, or [^?]+\?$")


def leaks(candidate: Candidate) -> bool:
    """Whether every word of a short answer stands in the question already, other than as one of two to choose from."""
    content = candidate.item.content
    if _OFFERS_TWO.search(prompt(content)):
        return False
    wanted = _stems(answer_text(content))
    return 0 < len(wanted) <= 2 and wanted <= _stems(prompt(content).replace(BLANK, " "))


def _stems(text: str) -> set[str]:
    return {re.sub(r"(?:es|s|ed|ing)$", "", word) for word in _WORD.findall(text.casefold())}


def is_verbatim(candidate: Candidate, text: str) -> bool:
    """Whether the item is a sentence of the lesson with a word taken out."""
    content = candidate.item.content
    if not isinstance(content, Cloze):
        return False
    return squash(prompt(content).replace(BLANK, answer_text(content))) in squash(re.sub(r"[*`_#]", "", text))


def key_is_longest(content: Choice) -> bool:
    """Whether the right option is longer than every other."""
    return len(content.key) > max((len(other) for other in content.distractors), default=0)
