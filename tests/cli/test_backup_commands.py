"""``backup`` and ``restore`` as a learner meets them."""

import json
import shutil
from pathlib import Path

from terminal import Run


def test_saved_looked_at_and_restored_on_another_machine(course: Path, run: Run, tmp_path: Path) -> None:
    saved = run("backup", str(tmp_path))
    assert saved.returncode == 0, saved.stderr
    (path,) = tmp_path.glob("*.zip")
    assert path.name in saved.stdout.replace("\n", "") and "records" in saved.stdout
    checked = run("restore", "--check", str(path))
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "whole" in checked.stdout
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = run("restore", str(path), cwd=elsewhere)
    assert done.returncode == 0, done.stderr
    assert "is back" in done.stdout
    (made,) = [place for place in elsewhere.iterdir() if place.is_dir()]
    assert sorted(p.name for p in (made / "decks").rglob("*.yaml")) == sorted(
        p.name for p in (course / "decks").rglob("*.yaml")
    )
    again = run("restore", str(path))
    assert "here already" in again.stdout
    named = run("restore", str(path), str(tmp_path / "named"))
    assert named.returncode == 0 and (tmp_path / "named" / "decks").is_dir()


def test_for_programs(course: Path, run: Run, tmp_path: Path) -> None:
    told = json.loads(run("--json", "backup", str(tmp_path / "x.zip")).stdout)
    assert told["file"].endswith("x.zip") and told["decks"] > 0
    assert json.loads(run("--json", "restore", "--check", told["file"]).stdout) == told
    deck = min((course / "decks").rglob("*.yaml"))
    deck.unlink()
    done = json.loads(run("--json", "restore", told["file"]).stdout)
    assert done["back"] == [deck.relative_to(course).as_posix()]


def test_what_cannot_be_is_told(course: Path, run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"not a backup")
    for arguments, code, words in (
        (("restore", str(bad)), 1, "damaged"),
        (("restore", str(tmp_path / "none.zip")), 3, "does not exist"),
        (("backup", str(bad)), 1, "exists already"),
        (("backup", str(tmp_path / "no" / "such" / "x.zip")), 0, ""),
    ):
        done = run(*arguments)
        assert done.returncode == code, done.stderr
        assert words in done.stderr
    korean = run("--lang", "ko", "restore", "--check", str(tmp_path / "no" / "such" / "x.zip"))
    assert "온전해요" in korean.stdout


def test_check_covers_the_snapshot(course: Path, run: Run) -> None:
    (course / ".mediaquiz").mkdir(exist_ok=True)
    (course / ".mediaquiz" / "reviews.db").write_bytes(b"rubbish")
    done = run("check")
    assert "MQ409" in done.stdout + done.stderr
    shutil.rmtree(course / ".mediaquiz")
    assert "MQ409" not in run("check").stdout
