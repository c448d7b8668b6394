"""The verdicts: one YAML file a lesson, each item with ``keep`` or ``drop`` by the eyes of a strict teacher.

A label belongs to a lesson and to the words of the item, so it holds as long as the same item comes, whatever made it.
Labels of items that come no more stay: they know the item when it comes back.
"""

from collections.abc import Iterable
from pathlib import Path

import yaml

from mediaquiz.model.candidate import Candidate
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import squash

FOLDER = Path(__file__).parent
LABELS = FOLDER / "labels"
KEEP, DROP, NEW = "keep", "drop", "new"
CRITERIA = ("stands alone", "one answer", "true", "worth knowing", "one thing", "recall", "form", "answerable")
"""What an item must meet: the first four always, of all eight at least seven. A reason starts with the one it fails."""
HARMFUL = "true"
"""Who learns an item that fails this one learns something wrong."""


class Unfit(ValueError):
    """A label file that says something that is no label."""


@dataclass(frozen=True, slots=True)
class Label:
    """A verdict on an item; ``reason`` is ``CRITERION: what is wrong``, or empty where nothing is."""

    prompt: str
    answer: str
    verdict: str
    reason: str = ""

    @property
    def key(self) -> str:
        """What the item says, whatever its spaces, case and marks."""
        return squash(f"{self.prompt} {self.answer}")

    @property
    def harmful(self) -> bool:
        """Whether the item teaches something that is not so."""
        return self.verdict == DROP and self.reason.startswith(f"{HARMFUL}:")


def unlabelled(candidate: Candidate) -> Label:
    """The label of an item that nobody has judged."""
    content = candidate.item.content
    return Label(prompt(content), answer_text(content), NEW)


def path_of(lesson: str) -> Path:
    """Where the labels of the lesson file ``lesson`` stand."""
    return LABELS / f"{Path(lesson).stem}.yaml"


def load(lesson: str) -> dict[str, Label]:
    """The labels of a lesson by key; Unfit, with the file's name, when one is not as it should be."""
    path = path_of(lesson)
    if not path.exists():
        return {}
    labels = [_label(row, path.name) for row in yaml.safe_load(path.read_text(encoding="utf-8")) or []]
    return {label.key: label for label in labels}


def _label(row: object, name: str) -> Label:
    if not isinstance(row, dict) or not {"prompt", "answer", "verdict"} <= row.keys() <= {*Label.__dataclass_fields__}:
        raise Unfit(f"{name}: not a label: {row!r}")
    label = Label(**{field: str(value) for field, value in row.items()})
    if label.verdict not in {KEEP, DROP, NEW}:
        raise Unfit(f"{name}: {label.prompt!r}: the verdict is {KEEP}, {DROP} or {NEW}, not {label.verdict!r}")
    if (label.verdict == DROP or label.reason) and label.reason.partition(":")[0] not in CRITERIA:
        raise Unfit(f"{name}: {label.prompt!r}: the reason starts with what fails: {', '.join(CRITERIA)}")
    return label


def save(lesson: str, labels: Iterable[Label]) -> None:
    """Write the labels of a lesson, an item a paragraph."""
    rows = ({name: value for name in ("prompt", "answer", "verdict", "reason") if (value := getattr(label, name))}
            for label in labels)  # fmt: skip
    text = "\n".join(yaml.safe_dump([row], allow_unicode=True, sort_keys=False, width=116) for row in rows)
    LABELS.mkdir(exist_ok=True)
    path_of(lesson).write_text(text, encoding="utf-8")
