"""Every hostile text through every way out: it leaves as text, or it does not leave."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import BashComplete
from exits import CHECKS, assert_clean, items, written
from lxml import etree
from payloads import PAYLOADS
from targets import TARGETS

from mediaquiz.cli.main import cli, main
from mediaquiz.decks.dump import dump
from mediaquiz.decks.load import load
from mediaquiz.formats import written as formats
from mediaquiz.model.deck import Deck
from mediaquiz.text import clean, slug

SLOW = ("pdf",)
FORMATS = [pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in CHECKS]
COMMANDS = {
    "the overview": [],
    "a question": ["quiz", "--new"],
    "a question as JSON": ["--json", "quiz", "--new"],
    "the list": ["items", "list"],
    "the list as JSON": ["--json", "items", "list"],
    "an item": ["items", "show", "h00aaaaaaaaa"],
    "an item as JSON": ["--json", "items", "show", "h01aaaaaaaaa"],
    "a search": ["items", "search", "a"],
    "a search for it": ["items", "search", "PAYLOAD"],
    "a lesson that is not there": ["quiz", "--lesson", "PAYLOAD"],
    "check": ["check"],
    "check as JSON": ["--json", "check"],
    "a build": ["build", "--explain", "--check"],
    "a lesson's items": ["extract", "lessons/evil.md", "--json"],
    "a lesson explained": ["extract", "lessons/evil.md", "--explain"],
    "progress": ["progress"],
    "statistics": ["stats"],
    "a plan": ["plan"],
    "a page of statistics": ["stats", "-o", "stats.html"],
    "a file that is not there": ["import", "csv", "PAYLOAD"],
}
"""What is shown on a terminal, or in a pipe, by what shows it."""


def test_the_page_tells_how_many() -> None:
    page = (Path(__file__).parents[2] / "docs" / "faults.md").read_text(encoding="utf-8")
    assert f"Each of {len(PAYLOADS)} texts" in page
    assert f"{len(TARGETS)} targets:" in page
    assert f"({len(COMMANDS)} commands)" in page


def test_every_format_has_its_check() -> None:
    assert {*CHECKS, "reviews"} == {*formats()}


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_formats(format_name: str, payload: str) -> None:
    if format_name == "pdf":
        pytest.importorskip("weasyprint")
    data = written(format_name, [PAYLOADS[payload]])
    if data or (format_name, payload) != ("kahoot", "a long word"):  # which has no place for one
        CHECKS[format_name](data)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_decks(payload: str) -> None:
    text = clean(PAYLOADS[payload])
    deck = Deck("decks/a.yaml", "lessons/a.md", " ".join(text.split()), lang="en", items=items([text]))
    loaded = load(dump(deck), "decks/a.yaml")
    assert [item.content for item in loaded.deck.items] == [item.content for item in deck.items]
    assert loaded.deck.title == deck.title


@pytest.mark.parametrize("payload", PAYLOADS)
def test_names_of_files(payload: str) -> None:
    assert re.fullmatch(r"[\w-]{1,60}", slug(PAYLOADS[payload]))


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "Show":
    """Runs a command in a course of hostile texts and sees that nothing but text is shown; what it wrote."""
    for name, folder in (("MEDIAQUIZ_STATE", "state"), ("MEDIAQUIZ_CONFIG", "config")):
        monkeypatch.setenv(name, str(tmp_path / folder))
    course = tmp_path / "course"
    for folder in ("lessons", "decks"):
        (course / folder).mkdir(parents=True)
    monkeypatch.chdir(course)

    def run(payload: str, arguments: list[str]) -> str:
        told = json.dumps(payload)  # a double-quoted scalar of YAML, escapes and all
        (course / "mediaquiz.yaml").write_text(f"title: {told}\ncourse: hostile\n")
        (course / "decks" / "a.yaml").write_text(DECK.replace("PAYLOAD", told), encoding="utf-8")
        (course / "lessons" / "evil.md").write_bytes(LESSON.replace("PAYLOAD", payload).encode("utf-8", "replace"))
        with pytest.raises(SystemExit) as ended:
            main([payload if argument == "PAYLOAD" else argument for argument in arguments])
        shown = capsys.readouterr()
        assert ended.value.code in (0, 1, 2, 3), shown.err
        assert_clean(shown)
        return shown.out

    return run


Show = Callable[[str, list[str]], str]
DECK = "version: 1\ntitle: PAYLOAD\ntrack: PAYLOAD\nlesson: lessons/gone.md\nitems:\n" + "".join(
    f"  - id: h0{number}aaaaaaaaa\n    type: {fields}\n    explain: PAYLOAD\n    concept: PAYLOAD\n"
    "    tags: [PAYLOAD]\n    notes: PAYLOAD\n    colour: PAYLOAD\n"
    for number, fields in enumerate(
        (
            "recall\n    stem: PAYLOAD\n    answer: PAYLOAD",
            "short\n    stem: PAYLOAD\n    answer: PAYLOAD",
            "choice\n    stem: PAYLOAD\n    key: PAYLOAD\n    distractors: [no, never]",
        )
    )
)
LESSON = "# PAYLOAD\n\n## Key Takeaways\n\n- **PAYLOAD** bends light because it is dense.\n- PAYLOAD\n\nPAYLOAD\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_shown(command: str, show: Show) -> None:
    """On a terminal nothing but text arrives; what is JSON stays JSON."""
    for payload in PAYLOADS.values():
        if "\0" in payload and "PAYLOAD" in COMMANDS[command]:
            continue  # no program can be given a NUL
        shown = show(payload, COMMANDS[command])
        if "--json" in COMMANDS[command]:
            assert json.loads(shown or "{}") is not None


@pytest.mark.parametrize("payload", PAYLOADS)
def test_pages_of_statistics(payload: str, show: Show, tmp_path: Path) -> None:
    show(PAYLOADS[payload], ["stats", "-o", "stats.html"])
    page = tmp_path / "course" / "stats.html"
    if page.exists():
        tree = etree.HTML(page.read_text(encoding="utf-8"))
        assert tree.xpath("//script | //link | //img | //a | //@onerror | //@onload") == []
        assert_clean([page.read_text(encoding="utf-8")])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_lessons_with_hostile_names(show: Show, tmp_path: Path) -> None:
    for number, payload in enumerate(PAYLOADS.values()):
        name = re.sub(r"[/\0\ud800-\udfff]", "_", payload)[:60]
        (tmp_path / "course" / "lessons" / f"{number}{name}.md").write_text(LESSON.replace("PAYLOAD", "glass"))
    for command in (["build"], ["check"], ["items", "list"], ["build", "--explain"]):
        show("a", command)


def test_completion_offers_nothing_of_a_course(show: Show) -> None:
    show("\x1b[2J", ["check"])
    for words in ([], ["quiz", "--lesson"], ["items", "show"], ["items", "list", "--tag"], ["export"]):
        found = BashComplete(cli, {}, "mediaquiz", "_MEDIAQUIZ_COMPLETE").get_completions(words, "")
        assert all(one.value.replace("-", "").isalnum() for one in found)
