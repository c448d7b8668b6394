"""What every reader promises, whatever it is given: no exception, clean text, places inside the file, linear time."""

import sys
import unicodedata
from collections.abc import Callable
from functools import partial

import pytest

from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.readers import READERS, read
from mediaquiz.text import clean

NAMES = [row.name for row in READERS]
DEEP = "<div>" * 5_000 + "deep" + "</div>" * 5_000
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><p>&b;&b;&b;</p>'
SCRIPTS = '<p onload="x()">A <a href="javascript:x()">river</a><script>steal()</script> bends.&#27;[31m&#x202e;</p>'
HOSTILE = {
    "empty": "",
    "blank": " \n\t\n",
    "nul and escapes": "\x00\x1b[2J\u202eabc\ufeff",
    "deep elements": DEEP,
    "billion laughs": LAUGHS,
    "scripts": SCRIPTS,
    "half a tag": "<p><table><tr><td>a</p><ul><li>b<h1>",
    "half a notebook": '{"cells": [{"cell_type": "markdown", "source": ["# a',
    "no notebook": '{"cells": 3, "worksheets": [7]}',
    "odd cells": '{"cells": [3, {"source": {"a": 1}}, {"cell_type": "markdown", "source": [1, "\\u202e# a"]}]}',
    "deep notebook": "[" * 50_000,
    "half front matter": "---\ntitle: [a\n+++\nb = \n+++\n",
    "open boxes": "::: note\n" * 200 + "!!! tip\n    > [!NOTE]\n<details><Tip>",
    "marks": "$$ [^1] {#a `` <!-- ~~~ | -- + _ * ** :label:`",
}
BIG: dict[str, Callable[[int], str]] = {
    "prose": lambda n: "A river bends where its ground is soft. " * n,
    "one line without spaces": lambda n: "a" * 40 * n,
    "bullets": lambda n: "- A bullet of a few words.\n" * n,
    "one table": lambda n: "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * n,
    "wrapped lines": lambda n: "A river bends where its ground is soft, and it takes the ground with it\n" * n,
    "paragraphs of a page": lambda n: "<p>A <b>river</b> bends.</p>\n" * n,
    "open elements": lambda n: "<b><i>a" * n,
    "open comments": lambda n: "<!-- a " * n,
    "open marks": lambda n: "**a _b $c {d <E f [g " * n,
    "boxes": lambda n: "::: note\na\n:::\n" * n,
    "cells": lambda n: '{"cells": [' + ",".join(['{"cell_type": "code", "source": ["a = 1\\n"]}'] * n) + "]}",
}


def is_clean(lesson: Lesson) -> bool:
    shown = [lesson.title, lesson.gist, *(text for b in lesson.blocks for text in (b.text, *b.path, *b.emphasis))]
    shown += [text for block in lesson.blocks for entry in block.entries for text in (entry.text, entry.label)]
    return all(c == "\n" or (unicodedata.category(c) not in {"Cc", "Cs"} and c != "\u202e") for t in shown for c in t)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_or_told(name: str, text: str) -> None:
    source = Source("lesson", clean(text), media=name)
    lesson, problems = read(source)
    lines = source.text.count("\n") + 1
    assert is_clean(lesson)
    assert all(1 <= block.span.start <= block.span.end <= lines for block in lesson.blocks)
    assert all(problem.span is None or problem.span.start <= lines for problem in problems)
    assert read(source) == (lesson, problems)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("make", BIG.values(), ids=BIG.keys())
def test_twice_the_text_takes_about_twice_the_steps(name: str, make: Callable[[int], str]) -> None:
    """Counted in calls of functions, not in seconds: the same on every machine."""
    few, many = (calls(partial(read, Source("lesson", make(n), media=name))) for n in (200, 400))
    assert many <= 2.5 * few + 200


def calls(work: Callable[[], object]) -> int:
    work()  # what is loaded once is no part of it
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_a_broken_notebook_says_where() -> None:
    lesson, (problem,) = read(Source("a.ipynb", '{\n "cells": [\n  {"cell_type" }\n ]}'))
    assert not lesson.blocks
    assert (problem.code, str(problem.span)) == ("MQ110", "a.ipynb:3")
    assert problem.hint


def test_a_notebook_may_hold_any_number() -> None:
    told = '{"cells": [{"cell_type": "markdown", "source": "# Rivers"}], "nbformat": %s}' % ("9" * 5000)
    lesson, problems = read(Source("rivers.ipynb", told))
    assert (lesson.title, problems) == ("Rivers", ())


def test_a_page_nested_too_deeply_says_so_and_keeps_what_was_read() -> None:
    lesson, (problem,) = read(Source("a.html", "<p>A river bends.</p>\n" + DEEP))
    assert [block.text for block in lesson.blocks] == ["A river bends."]
    assert (problem.code, str(problem.span)) == ("MQ110", "a.html:2")


def test_what_stands_in_tables_in_captions_is_read_once() -> None:
    page = "<table><caption>A bend <p>moves</p>" * 40
    lesson, _ = read(Source("a.html", page))
    assert "".join(block.text for block in lesson.blocks).count("moves") == 40


def test_broken_toml_front_matter_says_where() -> None:
    lesson, (problem,) = read(Source("a.md", "+++\ntitle = \n+++\n\nA river bends."))
    assert [block.text for block in lesson.blocks] == ["A river bends."]
    assert problem.code == "MQ107"


@pytest.mark.parametrize(
    ("path", "text", "reader"),
    [
        ("a.md", "A river bends.", "markdown"),
        ("a.html", "A river <b>bends</b>.", "html"),
        ("a.txt", "<!DOCTYPE html><html><body><p>A river bends.", "html"),
        ("-", '{"cells": [{"cell_type": "markdown", "source": "a"}]}', "notebook"),
        ("a.txt", "A river bends.", "page"),
        ("a.txt", "# Rivers\n\n## Bends\n\n- **Bank**: a [side](x)", "markdown"),
        ("a.md", "<p align=center>A river</p>\n\nbends.", "markdown"),
    ],
)
def test_the_text_tells_its_reader(path: str, text: str, reader: str) -> None:
    best = max(READERS, key=lambda row: row.sure(Source(path, text)))
    assert best.name == reader
