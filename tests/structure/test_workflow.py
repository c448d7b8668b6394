"""Hosted CI runs what the Makefile offers, on every system and Python that we promise."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
WORKFLOW = ROOT / ".github" / "workflows" / "ci.yml"
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))


def test_every_target_is_phony() -> None:
    assert set(MAKEFILE.split(".PHONY:")[1].splitlines()[0].split()) == TARGETS


def test_the_workflow_calls_targets_that_there_are_and_names_no_host() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    assert set(re.findall(r"\bmake ([a-z-]+)", text)) <= TARGETS
    assert "://" not in text


def test_three_systems_and_three_pythons() -> None:
    matrix = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]["test"]["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["os"]} == {"ubuntu", "macos", "windows"}
    assert set(matrix["python"]) == {"3.11", "3.12", "3.13"}
