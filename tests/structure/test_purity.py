"""Pure packages know no clock, no chance, no files, no environment: all of these are parameters."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "mediaquiz"
PURE = ("language", "model", "readers", "extract", "generate", "gates", "schedule", "grade", "measure", "session")
PURE_MODULES = ("app/assemble.py", "app/blueprint.py", "app/select.py")
FORBIDDEN_IMPORTS = {"os", "sys", "pathlib", "tempfile", "shutil", "subprocess", "socket", "time", "platformdirs", "io"}
FORBIDDEN_CALLS = {
    "open", "input", "print",
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time",
    "random.random", "random.choice", "random.shuffle", "random.randint", "random.sample", "random.seed",
}  # fmt: skip


def _modules() -> list[Path]:
    packages = [path for package in PURE for path in sorted((SOURCE / package).rglob("*.py"))]
    return packages + [SOURCE / name for name in PURE_MODULES]


def _impurities(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found += [
                    f"line {node.lineno}: import {n.name}" for n in names if n.name.split(".")[0] in FORBIDDEN_IMPORTS
                ]
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in FORBIDDEN_IMPORTS:
                found.append(f"line {node.lineno}: from {module} import …")
            case ast.Call(func=func) if ast.unparse(func) in FORBIDDEN_CALLS:
                found.append(f"line {node.lineno}: {ast.unparse(func)}()")
    return found


@pytest.mark.parametrize("path", _modules(), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_a_pure_module_takes_the_world_as_parameters(path: Path) -> None:
    assert _impurities(ast.parse(path.read_text(encoding="utf-8"))) == []


def test_the_test_sees_impurity() -> None:
    tree = ast.parse("import os\nfrom time import time\nx = open('f')\ny = datetime.now()")
    assert len(_impurities(tree)) == 4
