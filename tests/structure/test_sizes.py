"""Sizes that keep the code readable: modules, and functions as a whole."""

import ast
import statistics
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "mediaquiz"


def _lengths() -> list[int]:
    lengths = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                lengths.append((node.end_lineno or node.lineno) - node.lineno + 1)
    return sorted(lengths)


def test_no_module_is_longer_than_400_lines() -> None:
    long = {p.name: n for p in SOURCE.rglob("*.py") if (n := p.read_text(encoding="utf-8").count("\n")) > 400}
    assert long == {}


def test_functions_are_small() -> None:
    lengths = _lengths()
    assert statistics.median(lengths) <= 10
    assert lengths[int(0.9 * len(lengths))] <= 40
