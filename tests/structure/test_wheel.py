"""What is released: the source archive, the wheel that is made of it, and the wheel in an empty environment."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LESSON = "# Tides\n\n## Key Takeaways\n\n- The Moon matters more than the Sun for tides, because it is closer.\n"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both files, made from what git knows."""
    source, folder = tmp_path_factory.mktemp("clone"), tmp_path_factory.mktemp("dist")
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in files.split("\0"):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(folder), str(source)], check=True, capture_output=True
    )
    return folder


def test_the_source_archive_has_all_that_a_developer_needs(released: Path) -> None:
    (archive,) = released.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    tops = {path.name for path in ROOT.glob("*") if path.is_file() and path.suffix in {".md", ".toml", ".yaml"}}
    assert {*tops, "LICENSE", "Makefile", "src/mediaquiz/py.typed", "docs/reference.md", "docs/img/quiz.svg"} <= names
    assert {"src", "tests", "bench", "docs", "lessons", "decks"} <= {name.partition("/")[0] for name in names}
    assert not any(name.startswith((".mediaquiz", "reviews")) or "__pycache__" in name for name in names)


def test_the_wheel_has_the_program_its_types_and_the_demo(released: Path) -> None:
    (archive,) = released.glob("*.whl")
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
    assert {"mediaquiz/py.typed", "mediaquiz/demo/mediaquiz.yaml"} <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0].partition("-")[0].partition(".")[0] for name in names} == {"mediaquiz"}


def _interpreter(version: str) -> str:
    """A Python of this version that can make environments, or nothing."""
    found = [path for path in (shutil.which(f"python{version}"),) if path]
    found += [str(path) for path in sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))]
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        found.append(sys.executable)
    ready = (path for path in found if _exits_well([path, "-c", "import venv, ensurepip"]))
    return next(ready, "")


def _exits_well(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(params=PYTHONS)
def program(request: pytest.FixtureRequest, released: Path, tmp_path: Path) -> Path:
    """``mediaquiz`` in an environment that has nothing but the wheel and what it asks for."""
    python = _interpreter(request.param)
    if not python:
        pytest.skip(f"there is no Python {request.param} here")
    (wheel,) = released.glob("*.whl")
    subprocess.run([python, "-m", "venv", str(tmp_path / "venv")], check=True)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    quiet = ("--quiet", "--disable-pip-version-check")
    subprocess.run([programs / "python", "-m", "pip", "install", *quiet, str(wheel)], check=True)
    return programs / "mediaquiz"


def test_everything_works_in_an_empty_environment(program: Path, tmp_path: Path) -> None:
    env = {name: text for name, text in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    env |= {"MEDIAQUIZ_STATE": str(tmp_path / "state"), "MEDIAQUIZ_CONFIG": str(tmp_path / "config")}
    work = tmp_path / "work"
    (work / "own" / "lessons").mkdir(parents=True)
    (work / "own" / "lessons" / "tides.md").write_text(LESSON, encoding="utf-8")

    def run(*arguments: str, folder: str = "") -> str:
        done = subprocess.run(
            [program, *arguments], cwd=work / folder, env=env, stdin=subprocess.DEVNULL, capture_output=True,
            encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Traceback" not in done.stderr and "Warning" not in done.stderr
        return done.stdout

    assert "Usage: mediaquiz" in run("--help")
    assert "is a course now" in run("init", "--demo", "demo")
    assert "Question 1 of" in run("quiz", "--new", folder="demo")
    assert "The Moon matters more than the Sun for tides. Why?" in run("quiz", "own/lessons/tides.md")
    assert "1 question is ready" in run("init", folder="own")
    assert "1 question ready" in run("build", folder="own")
    for kind, name in (("anki", "own.apkg"), ("html", "own.html"), ("html", "demo.html")):
        folder = name.partition(".")[0]
        run("export", kind, "-o", name, folder=folder)
        assert (work / folder / name).stat().st_size > 1000
    run("export", "html", "-n", "10", "--forms", "A,B", "-o", "test.html", folder="demo")
    assert {path.name for path in (work / "demo").glob("test-*.html")} == {
        "test-A.html",
        "test-B.html",
        "test-key.html",
    }
