"""docs/privacy.md names every place that the program writes to, and no other."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "mediaquiz"
PAGE = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
OUTSIDE = {"subprocess", "socket", "ssl", "urllib.request", "http.client", "smtplib", "ftplib", "asyncio", "webbrowser"}


def places(prefix: str = "") -> list[str]:
    """The names in the first column of the tables, those of the state or configuration folder without their prefix."""
    heads = re.findall(rf"^\| {prefix}(`.*?) \|", PAGE, re.MULTILINE)
    return [name for head in heads for name in re.findall(r"`([^`]+)`", head)]


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _is_named(file: str, names: list[str]) -> bool:
    return any(fnmatch(file, name.replace("/**/", "/*").replace("<time>", "*")) or (
        name.endswith("/") and file.startswith(name)) for name in names)  # fmt: skip


def test_whatever_is_written_stands_on_the_page(tmp_path: Path) -> None:
    course, page, results = tmp_path / "course", tmp_path / "page.md", tmp_path / "results.csv"
    page.write_text("# Bread\n\n## Key Takeaways\n\n- **Crumb** is the soft inside of a loaf.\n", encoding="utf-8")
    own = {"MEDIAQUIZ_STATE": f"{tmp_path}/state", "MEDIAQUIZ_CONFIG": f"{tmp_path}/config", "LC_ALL": "C.UTF-8"}

    def run(*arguments: str, stdin: str = "", **env: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "mediaquiz", *arguments], input=stdin, text=True, encoding="utf-8", check=False,
            capture_output=True, env={**os.environ, **own, **env}, cwd=course if course.exists() else tmp_path,
        )  # fmt: skip
        return done.stdout + done.stderr

    run("init", "--demo", str(course))
    run("quiz", "--new", stdin="\n4\n" * 5)
    run("quiz", str(page), stdin="\n4\n")
    run("config", "language", "en")
    run("items", "new", VISUAL="false")
    listed = run("items", "list")
    names = re.findall(r"^  (\w{12})  choice|^  (\w{12})  short|^  (\w{12})  cloze", listed, re.MULTILINE)
    item = next(part for found in names for part in found if part)
    rows = "".join(f"L{n},{item},,x,{n % 2},1,page\nL{n},other,,x,1,1,page\n" for n in range(6))
    results.write_text(f"learner,item,seen,given,points,of,judged_by\n{rows}", encoding="utf-8")
    said = run("analyze", str(results), "--save", "3b", "--rows", str(tmp_path / "rows.csv"))
    assert "statistics.jsonl" in said, said
    written = _files(course)
    assert {"decks/statistics.jsonl", ".mediaquiz/decks.json"} <= set(written)
    assert [file for file in written if not _is_named(file, places())] == []
    for kind, expected in (("state", "learners.key"), ("config", "config.toml")):
        own_files = _files(tmp_path / kind)
        assert expected in own_files
        assert [file for file in own_files if not _is_named(file, places(f"{kind}: "))] == []


def _own_paths() -> Iterator[str]:
    """What the source joins to the state and the configuration folder, and to ``.mediaquiz``."""
    for path in SOURCE.rglob("*.py"):
        module = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
                left = ast.unparse(node.left)
                for sign, prefix in (("state_folder()", ""), ("config_folder()", ""), ("'.mediaquiz'", ".mediaquiz/")):
                    if left.rstrip(")").endswith(sign.rstrip(")")):
                        yield prefix + _text(node.right, module)


def _text(node: ast.expr, module: str) -> str:
    if isinstance(node, ast.Name):
        return str(getattr(import_module(module), node.id))
    assert isinstance(node, ast.Constant)
    return str(node.value)


def test_every_path_in_the_source_stands_on_the_page_and_the_other_way_round() -> None:
    named = {name.rstrip("/") for name in (*places(), *places("state: "), *places("config: "))}
    ours = set(_own_paths())
    assert ours - named == set()
    assert {".mediaquiz/reviews.db", "learners.key", "pages", "drafts", "device", "config.toml"} <= ours
    locks = {"device.lock", "learners.lock"}
    own = {*places("state: "), *places("config: ")}
    assert {name.rstrip("/") for name in own} - locks == {name for name in ours if not name.startswith(".")}
    caches = {name for name in named if name.startswith(".mediaquiz/")}
    assert caches == {name for name in ours if name.startswith(".")}


def test_nothing_else_reaches_out() -> None:
    """A module that opens connections or starts programs belongs on the page, and then here."""
    reaching = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if OUTSIDE & {*names}:
                reaching.add(path.relative_to(SOURCE).as_posix())
    assert reaching == {"cli/editor.py", "formats/anki/connect.py", "store/git.py"}
