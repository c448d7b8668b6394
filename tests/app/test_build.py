"""Building a course: what is written, what is kept, what is told."""

import json
from collections.abc import Callable
from pathlib import Path

from shells import Shell

PIPELINE = "lessons/01-foundations/02-the-production-pipeline.md"
DECK = "decks/01-foundations/02-the-production-pipeline.yaml"
Edit = Callable[[Path, str, str], None]


def _items(shell: Shell) -> dict[str, dict[str, object]]:
    lines = shell("--json", "items", "list").stdout.splitlines()
    return {str(item["id"]): item for item in map(json.loads, lines)}


def test_building_twice_changes_nothing(course: Shell) -> None:
    before = {path: path.read_bytes() for path in (course.folder / "decks").rglob("*") if path.is_file()}
    assert course("build").returncode == 0
    assert course("build", "--check").returncode == 0
    assert {path: path.read_bytes() for path in before} == before


def test_a_reworded_takeaway_keeps_its_item(course: Shell, edit: Edit) -> None:
    before = _items(course)
    edit(course.folder / PIPELINE, "enlarges faults along with everything else", "makes faults larger too")
    assert course("build", "--check").returncode == 1
    assert course("build").returncode == 0
    after = _items(course)
    assert after.keys() == before.keys()
    changed = [after[name]["answer"] for name in after if after[name] != before[name]]
    assert changed == ["Because upscaling makes faults larger too."]


def test_a_humans_wording_and_comment_stay(course: Shell, edit: Edit) -> None:
    edit(course.folder / DECK, "stem: Repair comes before upscaling. Why?", "stem: Why repair first? # mine")
    edit(course.folder / PIPELINE, "enlarges faults along with everything else", "makes faults larger too")
    course("build")
    text = (course.folder / DECK).read_text(encoding="utf-8")
    assert "stem: Why repair first? # mine" in text
    assert "makes faults larger too" in text


def test_a_deleted_item_stays_deleted(course: Shell) -> None:
    path = course.folder / DECK
    head, _, rest = path.read_text(encoding="utf-8").partition("  - id:")
    first, _, others = rest.partition("\n  - id:")
    path.write_text(f"{head}  - id:{others}", encoding="utf-8")
    stem = first.split("stem: ")[1].split("\n")[0]
    course("build")
    course("build")
    assert f"\n    stem: {stem}" not in path.read_text(encoding="utf-8").split("removed:")[0]


def test_a_renamed_lesson_keeps_all_ids(course: Shell) -> None:
    before = set(_items(course))
    (course.folder / PIPELINE).rename(course.folder / "lessons/01-foundations/05-pipeline.md")
    assert course("build").returncode == 0
    assert set(_items(course)) == before
    assert not (course.folder / DECK).exists()


def test_a_lesson_that_is_gone_leaves_its_items_as_orphans(course: Shell) -> None:
    lesson = course.folder / PIPELINE
    before = {name: item["status"] for name, item in _items(course).items()}
    text = lesson.read_text(encoding="utf-8")
    lesson.unlink()
    done = course("build")
    assert "MQ313" in done.stderr
    gone = [item for item in _items(course).values() if item["deck"] == DECK]
    assert gone and all(item["status"] == "orphaned" for item in gone)
    lesson.write_text(text, encoding="utf-8")
    course("build")
    assert {name: item["status"] for name, item in _items(course).items()} == before


def test_a_lesson_that_cannot_be_read_leaves_its_deck_alone(course: Shell) -> None:
    before = (course.folder / DECK).read_bytes()
    (course.folder / PIPELINE).write_bytes(b"\xff\xfe broken")
    done = course("build")
    assert done.returncode == 1
    assert "MQ10" in done.stderr
    assert (course.folder / DECK).read_bytes() == before


def test_a_broken_deck_is_told_with_its_line_and_never_written(course: Shell, edit: Edit) -> None:
    edit(course.folder / DECK, "type: order", "type: ordre")
    before = (course.folder / DECK).read_bytes()
    done = course("build")
    assert done.returncode == 1
    assert f"{DECK}:" in done.stderr and "order" in done.stderr
    assert (course.folder / DECK).read_bytes() == before


def test_two_lessons_with_one_deck_are_told(course: Shell) -> None:
    (course.folder / PIPELINE).with_suffix(".txt").write_text("Something else", encoding="utf-8")
    done = course("build")
    assert done.returncode == 1
    assert "MQ109" in done.stderr


def test_excluded_and_hidden_lessons_are_not_built(course: Shell, edit: Edit) -> None:
    (course.folder / "lessons" / ".draft.md").write_text(
        "# Draft\n\n- **A** is a letter that opens.\n", encoding="utf-8"
    )
    (course.folder / "lessons" / "notes.md").write_text("# Notes\n\n**Ink** is a fluid for pens.\n", encoding="utf-8")
    edit(course.folder / "mediaquiz.yaml", "exclude: []", "exclude: [notes.md]")
    course("build")
    assert not list((course.folder / "decks").glob("*.yaml"))


def test_explain_says_why_a_question_was_refused(course: Shell) -> None:
    done = course("build", "--explain")
    assert "MQ216" in done.stderr or "MQ2" in done.stderr
