"""Our own lessons with the verdicts on their items are in order, whatever the rules make of them today."""

from pathlib import Path

import pytest
import yaml
from bench.ablation import parts, written
from bench.quality import figures, labels
from bench.quality.__main__ import table
from bench.quality.labels import Label, Unfit

from mediaquiz import extract as rules
from mediaquiz import gates
from mediaquiz.generate import statements

ROWS = figures.rows()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.file)
def test_a_lesson_is_read_and_its_labels_load(row: figures.Row) -> None:
    lesson, told = figures.read(row), labels.load(row.file)
    assert len(lesson.text.split()) >= 100
    assert all(label.key == key for key, label in told.items())


def test_every_lesson_and_every_label_file_is_in_the_list() -> None:
    files = [row.file for row in ROWS]
    assert sorted(files) == sorted(path.name for path in figures.LESSONS.iterdir())
    assert {Path(file).stem for file in files} >= {path.stem for path in labels.LABELS.iterdir()}
    assert len({Path(file).stem for file in files}) == len(files), "two lessons with one label file"


def test_the_table_tells_what_has_no_label() -> None:
    """What is new or changed is told, not held against a change: a person has to look at it first."""
    lessons = [figures.read(row) for row in ROWS]
    told = figures.figures(lessons)
    print(f"{told.items - told.labelled} of {told.items} items have no label")
    assert f"| **all** | {len(ROWS)} | {told.items} |" in table(lessons)


@pytest.mark.parametrize(
    "row",
    [
        {"prompt": "Why?", "answer": "So.", "verdict": "perhaps"},
        {"prompt": "Why?", "answer": "So.", "verdict": "drop"},
        {"prompt": "Why?", "answer": "So.", "verdict": "drop", "reason": "I do not like it"},
        {"prompt": "Why?", "verdict": "keep"},
        {"prompt": "Why?", "answer": "So.", "verdict": "keep", "note": "?"},
        "Why?",
    ],
)
def test_what_is_no_label_is_told_with_its_file(row: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "LABELS", tmp_path)
    (tmp_path / "bread.yaml").write_text(yaml.safe_dump([row]))
    with pytest.raises(Unfit, match=r"^bread\.yaml: "):
        labels.load("bread.md")


def test_labels_come_back_as_they_were_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "LABELS", tmp_path / "labels")
    told = [
        Label("Why: “so”?", "- because\n: it is", labels.KEEP),
        Label("물은?", "no", labels.DROP, "true: it is not"),
    ]
    labels.save("bread.md", told)
    assert list(labels.load("bread.md").values()) == told
    assert [label.harmful for label in told] == [False, True]


def test_a_label_holds_whatever_spaces_and_case_an_item_has() -> None:
    assert Label("What is  Lava?", "rock", labels.KEEP).key == Label("what is lava?", "Rock", labels.KEEP).key


def test_tables_are_written_between_their_marks_again_and_again() -> None:
    page = "".join(f"<!-- {name}: written by bench/ablation.py -->\n{{{name}}}<!-- end -->\n" for name in "ab")
    tables = {"a": "| \\1 |", "b": "| 2 |"}
    once = written(page.format(a="", b="old\n"), tables)
    assert once == page.format(a="| \\1 |\n", b="| 2 |\n")
    assert written(once, tables) == once


def test_every_part_is_switched_off_and_on_again() -> None:
    before = (rules.RULES, gates.GATES, statements.FORMS)
    names = []
    for part in parts():
        with part.off():
            names.append(f"{part.kind}: {part.name}")
    assert before == (rules.RULES, gates.GATES, statements.FORMS)
    assert len(names) == len(set(names)) > 30
