"""Starting up is a promise: what each start imports, and above all what it does not."""

import subprocess
import sys

import pytest

HEAVY = (
    "yaml",
    "jinja2",
    "genanki",
    "fsrs",
    "rich",
    "sqlite3",
    "markdown_it",
    "rapidfuzz",
    "sentencex",
    "asyncio",
    "lxml",
)


def _imported_by(*arguments: str) -> set[str]:
    code = (
        "import sys\n"
        "from mediaquiz.cli.main import main\n"
        f"sys.argv = ['mediaquiz', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('\\n' + ' '.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    modules = {name.split(".")[0] for name in done.stderr.strip().split("\n")[-1].split()}
    assert done.returncode == 0 and {"mediaquiz", "click"} <= modules, done.stderr
    return modules


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("quiz", "--help"), ("build", "--help"), ("import", "--help"), ("export", "--help")],
)
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert _imported_by(*arguments).isdisjoint(HEAVY)
