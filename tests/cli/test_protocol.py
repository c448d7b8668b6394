"""A sitting played by a program: JSON lines in, JSON lines out."""

import json
from pathlib import Path
from typing import Any

import pytest
from terminal import Run


def serve(run: Run, *requests: object, options: tuple[str, ...] = ("--seed", "3")) -> list[dict[str, Any]]:
    lines = "".join((text if isinstance(text, str) else json.dumps(text)) + "\n" for text in requests)
    done = run("--json", "quiz", "--serve", *options, stdin=lines)
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_preview_is_what_the_rating_does(course: Path, run: Run) -> None:
    replies = serve(run, {"do": "next"}, {"do": "reveal"}, {"do": "preview"}, {"do": "rate", "rating": 4})
    assert [reply["phase"] for reply in replies] == ["asking", "asking", "answered", "answered", "asking"]
    promised = replies[3]["answer"]["previews"]["4"]
    (log,) = (course / "reviews").glob("*.jsonl")
    record = json.loads(log.read_text(encoding="utf-8"))
    assert (record["due"], record["ivl"]) == (promised["due"], promised["ivl"])


def test_an_answer_is_graded_hinted_and_taken_back(course: Path, run: Run) -> None:
    replies = serve(
        run,
        {"do": "hint"},
        {"do": "submit", "text": "the shuter"},
        {"do": "rate", "rating": 4},
        {"do": "accept"},
        {"do": "rate", "rating": 2},
        {"do": "undo"},
        {"do": "end"},
        options=("--type", "short"),
    )
    assert replies[1]["hints"] == [{"text": "s…", "option": 0}]
    assert (replies[2]["answer"]["verdict"], sorted(replies[2]["answer"]["previews"])) == ("close", ["1", "2"])
    assert replies[3]["suggestion"] == "After a hint, rate 1 or 2."
    assert replies[4]["answer"]["verdict"] == "right"
    assert replies[6]["phase"] == "answered"
    assert replies[7]["summary"]["total"] == 0
    kinds = [json.loads(line)["t"] for log in (course / "reviews").glob("*") for line in log.read_text().splitlines()]
    assert kinds == ["alias", "review", "void"]


@pytest.mark.parametrize(
    "request_",
    [
        "no json",
        "[" * 5000,
        "[]",
        {},
        {"do": "dance"},
        {"do": ["next"]},
        {"do": "submit"},
        {"do": "submit", "text": 7},
        {"do": "rate", "rating": True},
        {"do": "rate", "rating": 9},
        {"do": "rate", "rating": 3},
        {"do": "preview"},
        {"do": "undo"},
        {"do": "hint"},
        {"do": "flag", "text": " "},
    ],
)
def test_what_cannot_be_done_changes_nothing(run: Run, request_: object) -> None:
    before, refused, after = serve(run, request_, {"do": "next"})
    assert refused.keys() == {"error", "suggestion"}
    assert refused["suggestion"]
    assert after == before


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_learn_the_commands(run: Run, shell: str) -> None:
    assert "_MEDIAQUIZ_COMPLETE" in run("completion", shell).stdout


def test_commands_and_options_are_completed(run: Run) -> None:
    def completed(words: str, at: int) -> str:
        return run(_MEDIAQUIZ_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(at)).stdout

    assert completed("mediaquiz le", 1) == "plain,lessons\n"
    assert "plain,--minutes" in completed("mediaquiz quiz --mi", 2)
    assert "plain,--plain" in completed("mediaquiz --p", 1)
