"""A teacher and a chat: the prompt goes out by hand, the reply comes home through the gates."""

import json
import shutil
from pathlib import Path

import pytest
from bench.llm.__main__ import FINE, caught, corpus
from shells import ROOT, Shell

REPLY = ROOT / "bench" / "llm" / "replies" / "tides.json"
DECK = "decks/tides.yaml"


@pytest.fixture
def tides(shell: Shell) -> Shell:
    """A course of one lesson, built."""
    (shell.folder / "lessons").mkdir()
    shutil.copy(ROOT / "bench" / "llm" / "lessons" / "tides.md", shell.folder / "lessons")
    assert shell("build").returncode == 0
    return shell


def chat_items(shell: Shell) -> list[dict[str, object]]:
    listed = shell("--json", "items", "list", "--recipe", "chat").stdout.splitlines()
    return [json.loads(line) for line in listed]


def test_the_prompt_holds_the_lesson_the_rules_and_the_form(tides: Shell) -> None:
    told = tides("extract", "lessons/tides.md", "--prompt")
    assert told.returncode == 0 and told.stderr == ""
    for words in (
        '"quote"',
        "spring tides",
        "## " not in told.stdout and "What pulls the water",
        "Reply with JSON only",
    ):
        assert str(words) in told.stdout or str(words).capitalize() in told.stdout
    assert tides("extract", "lessons/tides.md", "--prompt", "--json").returncode == 2


def test_a_reply_comes_home_as_drafts_and_what_is_bad_is_told(tides: Shell) -> None:
    told = tides("import", "items", str(REPLY))
    assert told.returncode == 0, told.stderr
    items = chat_items(tides)
    assert {item["status"] for item in items} == {"draft"} and len(items) >= 7
    assert "refused:" in told.stdout and "MQ201" in told.stdout and "MQ203" in told.stdout
    assert "recipe: chat" in (tides.folder / DECK).read_text()


def test_the_same_reply_again_changes_nothing(tides: Shell) -> None:
    tides("import", "items", str(REPLY))
    before = (tides.folder / DECK).read_bytes()
    told = tides("--json", "import", "items", "-", stdin=REPLY.read_bytes())
    assert json.loads(told.stdout)["added"] == 0
    assert (tides.folder / DECK).read_bytes() == before


def test_check_writes_nothing(tides: Shell) -> None:
    before = (tides.folder / DECK).read_bytes()
    assert "would come in" in tides("import", "items", str(REPLY), "--check").stdout
    assert (tides.folder / DECK).read_bytes() == before


def test_builds_keep_what_came_from_a_chat_while_the_lesson_says_it(tides: Shell) -> None:
    tides("import", "items", str(REPLY))
    ids = {item["id"] for item in chat_items(tides)}
    lesson = tides.folder / "lessons" / "tides.md"
    text = lesson.read_text()
    lesson.write_text(text + "\nA new last line says little.\n")
    tides("build")
    assert {item["id"]: item["status"] for item in chat_items(tides)} == dict.fromkeys(ids, "draft")
    lesson.write_text(text.replace("because there the pull is weakest", "for reasons that nobody knows"))
    tides("build")
    gone = [item for item in chat_items(tides) if item["status"] == "orphaned"]
    assert len(gone) == 1 and "second bulge" in str(gone[0]["prompt"])
    lesson.write_text(text)
    tides("build")
    assert {item["id"]: item["status"] for item in chat_items(tides)} == dict.fromkeys(ids, "draft")


def test_what_was_deleted_stays_deleted_and_what_was_edited_stays_edited(tides: Shell) -> None:
    tides("import", "items", str(REPLY))
    deck = tides.folder / DECK
    deck.write_text(deck.read_text().replace("pull is weakest there", "pull is least there"))
    first = next(item for item in chat_items(tides) if item["answer"] == "higher")
    text = deck.read_text()
    start = text.index(f"  - id: {first['id']}")
    end = text.find("\n  - id:", start)
    deck.write_text(text[:start] + (text[end + 1 :] if end > 0 else ""))
    tides("build")
    tides("import", "items", str(REPLY))
    items = chat_items(tides)
    assert first["id"] not in {item["id"] for item in items}
    assert "higher" not in [item["answer"] for item in items]
    assert "Because the moon's pull is least there" in [item["answer"] for item in items]


def test_a_reply_without_any_item_is_told(tides: Shell) -> None:
    told = tides("import", "items", "-", stdin="I am sorry.")
    assert told.returncode == 1 and "MQ701" in told.stderr
    assert tides("import", "items", "-", "--lesson", "nothing", stdin="{}").returncode == 3


def test_words_that_no_lesson_has_are_refused(tides: Shell) -> None:
    item = {"question": "Who built the harbour?", "answer": "Vikings", "quote": "Vikings built the old harbour."}
    told = tides("import", "items", "-", stdin=json.dumps([item]))
    assert "MQ201" in told.stdout and "No question came in." in told.stdout


def test_the_gates_catch_the_bad_and_let_the_fine_pass() -> None:
    found = corpus()
    bad, fine = caught(found)
    assert len(found) >= 120
    assert len({label for label, _, _ in found} - {FINE}) == 6
    assert bad >= 0.9 and fine <= 0.1, [row for row in found if (row[0] == FINE) == bool(row[2])]


def test_korean_words_for_it(tides: Shell) -> None:
    told = tides("--lang", "ko", "import", "items", str(REPLY))
    assert "거절했어요" in told.stdout and "초안" in told.stdout


def test_the_labelled_replies_are_read_whole() -> None:
    for path in sorted(Path(REPLY).parent.glob("*.json")):
        assert all(item["label"] and item["quote"] for item in json.loads(path.read_text("utf-8"))["items"])
