"""The course's map and its glossary, from the lessons: written by ``python docs/generate.py``, compared by a test."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
LESSONS = ROOT / "lessons"
COURSE = Path(__file__).with_name("course.md")
GLOSSARY = Path(__file__).with_name("glossary.md")
_TABLE = re.compile(r"(?<=<!-- table: written by docs/generate.py -->\n).*?(?=<!-- end -->)", re.DOTALL)
_FRONT = re.compile(r"---\n(?P<told>.*?)\n---\n(?P<body>.*)", re.DOTALL)
_SENTENCE = re.compile(r"(?:\b(?:An?|The)\s+)?\*\*(?P<term>[^*]+)\*\*\s+(?:is|are|says)\s.+?\.(?=\s|$)", re.DOTALL)
_LISTED = re.compile(r"^(?P<term>\w[^\n:|]*)\n: (?P<meaning>.+?\.)$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A lesson in English, and what it says of itself."""

    path: Path
    told: dict[str, Any]
    body: str

    @property
    def link(self) -> str:
        """Its title, as a link from docs/."""
        return f"[{self.told['title']}](../{self.path.relative_to(ROOT).as_posix()})"

    @property
    def korean(self) -> str:
        """A link to the same lesson in Korean; empty when there is none."""
        other = self.path.with_suffix(".ko.md")
        return f"[한국어](../{other.relative_to(ROOT).as_posix()})" if other.exists() else ""


def pages() -> list[Page]:
    """The lessons, in course order."""
    return [_page(path) for path in sorted(LESSONS.rglob("*.md")) if not path.name.endswith(".ko.md")]


def _page(path: Path) -> Page:
    found = _FRONT.match(path.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{path} has no front matter")
    return Page(path, yaml.safe_load(found["told"]), found["body"])


def course() -> str:
    """The page on the course, its table as the lessons have it."""
    return _TABLE.sub(lambda _: "\n".join(_map()) + "\n", COURSE.read_text(encoding="utf-8"))


def _map() -> Iterator[str]:
    for place, (track, lessons) in enumerate(groupby(pages(), lambda page: page.told["track"]), start=1):
        yield f"### {place}. {track}\n\n| Lesson | In one line | Minutes | |\n|---|---|---|---|"
        for page in lessons:
            yield f"| {page.link} | {page.told['gist']} | {page.told['minutes']} | {page.korean} |"
        yield ""


def glossary() -> str:
    """Each term that a lesson defines, in the lesson's own sentence, with a link to it."""
    rows = sorted(defined(), key=lambda row: row[0].casefold())
    lines = [f"**{term[0].upper()}{term[1:]}**: {text} ({page.link})" for term, text, page in rows]
    head = "# Glossary\n\nThe terms of [the course](course.md), each in the sentence of the lesson that defines it.\n"
    return head + "Written by `python docs/generate.py`; do not edit.\n\n" + "\n\n".join(lines) + "\n"


def defined() -> list[tuple[str, str, Page]]:
    """All terms with their definitions and the lessons that give them, in course order."""
    return [(term, text, page) for page in pages() for term, text in _terms(page)]


def _terms(page: Page) -> Iterator[tuple[str, str]]:
    for found in _SENTENCE.finditer(page.body):
        yield " ".join(found["term"].split()), " ".join(found[0].replace("**", "").split())
    for found in _LISTED.finditer(page.body):
        yield found["term"], " ".join(found["meaning"].split())
