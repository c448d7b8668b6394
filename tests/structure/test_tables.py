"""Tables that users and other files rely on are complete and consistent."""

import re
from dataclasses import fields
from pathlib import Path

from mediaquiz.errors import EXIT_CODES, MediaquizError
from mediaquiz.model.item import CONTENT_CLASSES, FIELDS, ItemType
from mediaquiz.model.problem import CODES

ROOT = Path(__file__).parents[2]


def test_every_item_type_has_its_class_and_its_fields() -> None:
    assert set(CONTENT_CLASSES) == set(FIELDS) == set(ItemType)
    for kind, cls in CONTENT_CLASSES.items():
        assert [field.name for field in fields(cls)] == [spec.name for spec in FIELDS[kind]]


def test_every_problem_code_in_the_source_is_in_the_table() -> None:
    used = set()
    for path in (ROOT / "src").rglob("*.py"):
        used |= set(re.findall(r"MQ\d{3}", path.read_text(encoding="utf-8")))
    assert used <= set(CODES)


def test_every_exception_has_a_documented_exit_code() -> None:
    codes = {cls.exit_code for cls in MediaquizError.__subclasses__()} | {MediaquizError.exit_code}
    assert codes <= set(EXIT_CODES)


def test_the_demo_course_is_the_first_track_of_the_course() -> None:
    track = "01-foundations"
    ours, demo = ROOT / "lessons" / track, ROOT / "src" / "mediaquiz" / "demo" / "lessons" / track
    files = sorted(p.relative_to(ours) for p in ours.rglob("*.md"))
    assert files == sorted(p.relative_to(demo) for p in demo.rglob("*.md"))
    assert all((ours / f).read_bytes() == (demo / f).read_bytes() for f in files)
