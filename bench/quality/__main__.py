"""Prints how good the items of our own lessons are, by shape and for the lessons that nobody tunes on.

python -m bench.quality            the table
python -m bench.quality --update   adds items without a label to the label files, with the verdict "new"
python -m bench.quality --drops    adds to the table every dropped item of the lessons that are open to tuning
"""

import sys
from collections.abc import Sequence

from bench.pipes import stop_with_the_reader
from bench.quality import figures, labels
from bench.quality.figures import Figures, Read

COLUMNS = (
    "shape", "lessons", "items", "keep rate", "kept@10", "kept a lesson", "harmful", "no label", "leaks", "verbatim",
    "key longest",
)  # fmt: skip
"""``kept@10`` counts an empty place among the first ten as lost."""


def line(name: str, told: Figures) -> str:
    """A row of the table."""
    longest = f"{told.longest} of {told.choices}" if told.choices else "–"
    cells = (
        name, told.lessons, told.items, f"{told.keep_rate:.0%}" if told.labelled else "–", f"{told.kept_at_10:.1f}",
        f"{told.gain:.1f}", told.harmful, told.items - told.labelled, told.leaks, f"{told.verbatim_share:.0%}", longest,
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def table(lessons: Sequence[Read]) -> str:
    """The figures of each shape, and of the lessons that are open to tuning, that are held out, and of all."""
    shapes = dict.fromkeys(lesson.row.shape for lesson in lessons)
    groups = [(shape, [one for one in lessons if one.row.shape == shape]) for shape in shapes]
    groups += [
        ("**open to tuning**", [one for one in lessons if not one.row.held_out]),
        ("**held out**", [one for one in lessons if one.row.held_out]),
        ("**all**", list(lessons)),
    ]
    head, rule = f"| {' | '.join(COLUMNS)} |", "|---" + "|---:" * (len(COLUMNS) - 1) + "|"
    return "\n".join([head, rule, *(line(name, figures.figures(group)) for name, group in groups)])


def update(lessons: Sequence[Read]) -> int:
    """Add the items without a label to the label files; how many."""
    added = 0
    for lesson in lessons:
        known = labels.load(lesson.row.file)
        new = [item.label for item in lesson.items if item.label.key not in known]
        added += len(new)
        if new:
            labels.save(lesson.row.file, [*known.values(), *new])
    return added


def drops(lessons: Sequence[Read]) -> str:
    """The dropped items of the lessons that are open to tuning, by reason, the commonest first."""
    told: dict[str, list[str]] = {}
    for lesson in lessons:
        for item in lesson.items:
            if item.label.verdict == labels.DROP and not lesson.row.held_out:
                reason = item.label.reason.partition(":")[0]
                said = f"  {lesson.row.file}: {item.label.prompt} → {item.label.answer} ({item.label.reason})"
                told.setdefault(reason, []).append(said)
    groups = sorted(told.items(), key=lambda group: -len(group[1]))
    return "\n".join(f"{reason}: {len(said)}\n" + "\n".join(said) for reason, said in groups)


def main(arguments: Sequence[str]) -> None:
    """Read all lessons and print."""
    lessons = [figures.read(row) for row in figures.rows()]
    if "--update" in arguments:
        print(f"{update(lessons)} items without a label added: look for “verdict: {labels.NEW}”")
    print(table(lessons))
    if "--drops" in arguments:
        print(drops(lessons))


if __name__ == "__main__":
    stop_with_the_reader()
    main(sys.argv[1:])
