"""The course of this repository: each lesson has what a lesson needs, in both languages."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ENGLISH = sorted(p for p in (ROOT / "lessons").rglob("*.md") if not p.name.endswith(".ko.md"))
KOREAN = sorted((ROOT / "lessons").rglob("*.ko.md"))
each = pytest.mark.parametrize("path", ENGLISH, ids=lambda path: f"{path.parent.name[:2]}-{path.stem}")
translated = pytest.mark.parametrize("path", KOREAN, ids=lambda path: path.stem)


def parts(path: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The front matter and the sections by their headings."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    heads = re.split(r"^## (.+)\n", body, flags=re.MULTILINE)
    return yaml.safe_load(front), {"": heads[0], **dict(zip(heads[1::2], heads[2::2], strict=True))}


def takeaways(section: str) -> list[str]:
    return re.findall(r"^- ", section, re.MULTILINE)


@each
def test_a_lesson_says_what_it_is(path: Path) -> None:
    told, sections = parts(path)
    assert told.keys() >= {"title", "track", "number", "of", "minutes", "tags", "gist", "gist_ko"}
    assert f"# {told['title']}\n" in sections[""] and told["gist_ko"] in sections[""]
    assert path.name.startswith(f"{told['number']:02}-")


@each
def test_a_lesson_is_read_in_an_evening_and_ends_with_something_to_do(path: Path) -> None:
    _, sections = parts(path)
    words = re.findall(r"[^\W_][\w'’-]*", " ".join(sections.values()))
    assert 450 <= len(words) <= 900
    assert 3 <= len(takeaways(sections["Key Takeaways"])) <= 5
    assert re.match(r"\nTime: (?:\d+ minutes|one week|two weeks)\.", sections["Exercise"])
    assert "\nA good result " in sections["Exercise"]


def test_tracks_are_numbered_and_complete() -> None:
    told = [(path.parent.name, parts(path)[0]) for path in ENGLISH]
    course = yaml.safe_load((ROOT / "mediaquiz.yaml").read_text(encoding="utf-8"))
    assert list(dict.fromkeys(one["track"] for _, one in told)) == course["tracks"]
    counts = Counter(folder for folder, _ in told)
    assert all(one["of"] == counts[folder] for folder, one in told)
    assert [folder[:2] for folder in counts] == [f"{place:02}" for place in range(1, len(counts) + 1)]


@translated
def test_a_lesson_in_korean_is_the_lesson_in_english(path: Path) -> None:
    (told, sections), (source, theirs) = parts(path), parts(path.with_name(path.name.replace(".ko.", ".")))
    assert told["language"] == "ko" and told["gist"] == source["gist_ko"]
    same = ("track", "number", "of", "minutes", "tags")
    assert [told[key] for key in same] == [source[key] for key in same]
    assert len(sections) == len(theirs)
    assert len(takeaways(sections["핵심 정리"])) == len(takeaways(theirs["Key Takeaways"]))
