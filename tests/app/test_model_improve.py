"""``items improve --llm``: better words for items, whose answers stay."""

import json
from pathlib import Path

import pytest
from model_standin import Standin
from shells import Shell

LESSON = """# Sand

**Sand** is rock that water has ground to grains. A **pier** is a wall that traps sand on one side of it.

## Key Takeaways

- A long pier traps the sand of a beach on one side.
- A beach grows thin because a pier traps its sand.
"""


@pytest.fixture
def model(tmp_path: Path) -> Standin:
    return Standin(tmp_path / "plugin")


@pytest.fixture
def beach(shell: Shell, model: Standin) -> Shell:
    """A course of one lesson, built, and a program that has the model."""
    (shell.folder / "lessons").mkdir()
    (shell.folder / "lessons" / "sand.md").write_text(LESSON)
    found = Shell(shell.folder, {**shell.env, **model.env})
    assert found("build").returncode == 0
    return found


def items(shell: Shell) -> dict[str, dict[str, object]]:
    listed = [json.loads(line) for line in shell("--json", "items", "list").stdout.splitlines()]
    return {str(item["answer"]): item for item in listed}


def test_a_better_question_keeps_its_answer_and_outlives_builds(beach: Shell, model: Standin) -> None:
    before = items(beach)
    answer, item = next(
        (a, i) for a, i in before.items() if i["type"] in ("recall", "short") and "pier" in str(i["prompt"])
    )
    better = f"By the sea: {item['prompt']}".replace("the sea", "a beach with sand")
    model.says(
        improvements={str(item["prompt"])[:30]: {"question": better, "wrong": [], "explanation": "A pier traps sand."}},
        answers={better[:30]: [answer]},
    )
    told = beach("items", "improve", "--llm", "standin", "--yes", str(item["id"]))
    assert told.returncode == 0, told.stderr
    assert "1 improvement" in told.stdout
    beach("build")
    after = items(beach)[answer]
    assert (after["id"], after["prompt"]) == (item["id"], better)
    calls = len(model.rows("call"))
    assert "nothing to send" in beach("items", "improve", "--llm", "standin", "--yes", str(item["id"])).stdout
    assert len(model.rows("call")) == calls


def test_words_that_leak_or_lead_elsewhere_are_refused(beach: Shell, model: Standin) -> None:
    before = items(beach)
    told = [(str(item["prompt"])[:30], f"Is it {answer}, as this lesson says?") for answer, item in before.items()]
    leaking = {asked: {"question": leak, "wrong": [], "explanation": "Moon!"} for asked, leak in told}
    model.says(improvements=leaking)
    done = beach("items", "improve", "--llm", "standin", "--yes")
    assert done.returncode == 0 and "0 improvements" in done.stdout
    assert items(beach) == before


def test_a_choice_beside_a_typed_question_is_a_draft_with_its_reasons(beach: Shell, model: Standin) -> None:
    answer, item = next((a, i) for a, i in items(beach).items() if "long pier trap" in str(i["prompt"]))
    wrong = [
        {"text": "The gravel of a river on both sides.", "why": "gravel does not reach the sea"},
        {"text": "The water of a harbour at low tide.", "why": "water flows around it"},
    ]
    model.says(
        improvements={str(item["prompt"])[:30]: {"question": "", "wrong": wrong, "explanation": ""}},
        answers={str(item["prompt"])[:30]: [answer]},
    )
    told = beach("items", "improve", "--llm", "standin", "--yes", "--choices", str(item["id"]))
    listed = beach("--json", "items", "list", "--recipe", "model:standin").stdout.splitlines()
    made = json.loads(listed[0])
    assert (made["type"], made["status"], made["answer"]) == ("choice", "draft", answer), told.stdout
    assert "gravel does not reach" in (beach.folder / "decks" / "sand.yaml").read_text()
    beach("build")
    assert beach("--json", "items", "list", "--recipe", "model:standin").stdout.splitlines() == listed


def test_nothing_of_a_human_is_sent(beach: Shell, model: Standin) -> None:
    beach("items", "approve", *[str(item["id"]) for item in items(beach).values()])
    assert "nothing to send" in beach("items", "improve", "--llm", "standin", "--yes").stdout
    assert beach("items", "improve", "--llm", "standin").returncode == 0
    assert model.rows("call") == []
