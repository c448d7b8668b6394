"""``build --llm``: what a model proposes, through the gates and a second reading; and what a kill leaves."""

import json
import shutil
import signal
import sys
from pathlib import Path

import pytest
from model_standin import Standin
from shells import ROOT, Shell

GOOD = {
    "type": "short", "question": "What does a long pier do to the sand of a beach?", "answers": ["traps it"],
    "quote": "A long pier traps the sand of a beach on one side.", "explanation": "The sand of a beach moves.",
}  # fmt: skip
OTHER = {
    "type": "short", "question": "What do waves grind into sand?", "answers": ["shells"], "concept": "sand",
    "quote": "Waves grind shells into sand over many years.",
}  # fmt: skip
INVENTED = {
    "type": "short",
    "question": "Who built the first pier?",
    "answers": ["Romans"],
    "quote": "Romans built it.",
}
LESSON = """# Sand

Nobody owns the sand. Waves grind shells into sand over many years. A beach is never the same for two summers.

## Piers

People like to walk on piers. A long pier traps the sand of a beach on one side. The other side of it grows thin.
"""
ITEMS = {
    "grind": json.dumps({"items": [OTHER]}),
    "pier traps": "```json\n" + json.dumps({"items": [GOOD, INVENTED]}) + "\n```",
}
ANSWERS = {"long pier": ["traps it"], "waves grind": ["shells"]}


@pytest.fixture
def model(tmp_path: Path) -> Standin:
    """A model that knows the lesson."""
    model = Standin(tmp_path / "plugin")
    model.says(items=ITEMS, answers=ANSWERS)
    return model


@pytest.fixture
def beach(shell: Shell, model: Standin) -> Shell:
    """A course of two lessons, and a program that has the model."""
    (shell.folder / "lessons").mkdir()
    (shell.folder / "lessons" / "sand.md").write_text(LESSON)
    shutil.copy(ROOT / "bench" / "llm" / "lessons" / "tides.md", shell.folder / "lessons")
    return Shell(shell.folder, {**shell.env, **model.env})


def proposed(shell: Shell, name: str = "standin") -> list[dict[str, object]]:
    listed = shell("--json", "items", "list", "--recipe", f"model:{name}").stdout.splitlines()
    return [json.loads(line) for line in listed]


def test_what_passes_gates_and_second_reading_becomes_ready(beach: Shell, model: Standin) -> None:
    told = beach("build", "--llm", "standin", "--yes", "--lesson", "sand")
    assert told.returncode == 0, told.stderr
    assert {(item["prompt"], item["status"]) for item in proposed(beach)} == {
        (GOOD["question"], "ready"),
        (OTHER["question"], "ready"),
    }
    assert "2 new questions" in told.stdout and "MQ201" in told.stdout and "tokens sent" in told.stdout
    assert "2 blocks" in told.stdout and "Nothing else is sent" in told.stdout
    assert all("tidal range" not in prompt for prompt in model.rows("call"))


def test_a_second_run_asks_nothing_and_changes_nothing(beach: Shell, model: Standin) -> None:
    beach("build", "--llm", "standin", "--yes")
    calls, deck = len(model.rows("call")), (beach.folder / "decks" / "sand.yaml").read_bytes()
    told = beach("build", "--llm", "standin", "--yes")
    assert "0 calls" in told.stdout
    assert len(model.rows("call")) == calls
    assert (beach.folder / "decks" / "sand.yaml").read_bytes() == deck
    assert "0 items changed" not in beach("build").stdout
    assert len(proposed(beach)) == 2


def test_only_a_block_that_changed_is_sent_again(beach: Shell, model: Standin) -> None:
    beach("build", "--llm", "standin", "--yes")
    calls = len(model.rows("call"))
    lesson = beach.folder / "lessons" / "sand.md"
    lesson.write_text(LESSON.replace("People like to walk on piers.", "People walk on piers at all times of the year."))
    beach("build", "--llm", "standin", "--yes")
    assert [prompt[:7] for prompt in model.rows("call")[calls:]] == ["Propose", "Answer "]
    assert len(proposed(beach)) == 2


def test_a_model_that_disagrees_with_itself_is_not_believed(beach: Shell, model: Standin) -> None:
    model.says(items=ITEMS, answers={"long pier": ["moves it away"], "waves grind": ["shells", "stones"]})
    told = beach("build", "--llm", "standin", "--yes")
    assert told.stdout.count("MQ218") == 2 and proposed(beach) == []


def test_a_model_without_schemas_gets_the_schema_in_words(beach: Shell, model: Standin) -> None:
    beach("build", "--llm", "plain", "--yes", "--lesson", "sand")
    assert all('"additionalProperties": false' in prompt for prompt in model.rows("call"))
    assert len(proposed(beach, "plain")) == 2


def test_nothing_is_sent_unasked(beach: Shell, model: Standin) -> None:
    assert beach("build", "--llm", "standin").returncode == 2
    assert "Nothing was sent." in beach("build", "--llm", "standin", "--check").stdout
    assert beach("build", "--yes").returncode == 2
    assert model.rows("call") == []


def test_an_unknown_model_is_told(beach: Shell) -> None:
    told = beach("build", "--llm", "nobody", "--yes")
    assert told.returncode == 3 and "Models here" in told.stderr


def test_a_failing_model_stops_the_run_and_keeps_what_came(beach: Shell, model: Standin) -> None:
    model.says(items=ITEMS, answers=ANSWERS, fail_at=3)
    told = beach("build", "--llm", "standin", "--yes")
    assert told.returncode == 1 and "no route to the model" in told.stderr and "kept" in told.stderr
    paid = len(model.rows("paid"))
    model.says(items=ITEMS, answers=ANSWERS)
    assert beach("build", "--llm", "standin", "--yes").returncode == 0
    assert sorted(set(model.rows("paid"))) == sorted(model.rows("paid")) and paid == 3
    assert len(proposed(beach)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl-C is another call")
def test_ctrl_c_says_what_is_kept(beach: Shell, model: Standin) -> None:
    model.says(items=ITEMS, answers=ANSWERS, stop_at=3)
    told = beach("build", "--llm", "standin", "--yes")
    assert told.returncode == 130
    assert "Replies that came and are kept: 3; the same command goes on from there." in told.stderr
    assert "3 calls, 0 from before" in told.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("first", [1, 4])
def test_a_killed_run_loses_nothing_and_goes_on_with_the_rest(beach: Shell, model: Standin, first: int) -> None:
    for place in (first, first + 3):
        model.says(items=ITEMS, answers=ANSWERS, die_at=place)
        assert beach("build", "--llm", "standin", "--yes").returncode == -signal.SIGKILL
    model.says(items=ITEMS, answers=ANSWERS)
    assert beach("build", "--llm", "standin", "--yes").returncode == 0
    paid = model.rows("paid")
    assert len(set(paid)) == len(paid)
    assert len(model.rows("call")) == len(paid) + 2
    assert len(proposed(beach)) == 2


def test_a_damaged_line_of_kept_replies_is_only_asked_again(beach: Shell, model: Standin) -> None:
    beach("build", "--llm", "standin", "--yes", "--lesson", "sand")
    kept = beach.folder / ".mediaquiz" / "replies.jsonl"
    kept.write_bytes(kept.read_bytes()[:-20])
    calls = len(model.rows("call"))
    assert beach("build", "--llm", "standin", "--yes", "--lesson", "sand").returncode == 0
    assert len(model.rows("call")) == calls + 1
