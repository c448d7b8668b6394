"""A new course holds what its owner puts into it, and nothing of ours."""

from shells import Shell

TIDES = "# Tides\n\n## Key Takeaways\n\n- The Moon matters more than the Sun for tides, because it is closer.\n"


def test_a_new_course_says_where_lessons_go(shell: Shell) -> None:
    done = shell("init")
    assert done.returncode == 0
    assert str(shell.folder / "lessons") in done.stdout.replace("\n", "")
    assert done.stdout.endswith("Next: mediaquiz build\n")
    assert list((shell.folder / "lessons").iterdir()) == []
    assert shell("check").returncode == 0


def test_only_the_own_lessons_are_asked_and_exported(shell: Shell) -> None:
    shell("init")
    (shell.folder / "lessons" / "tides.md").write_text(TIDES, encoding="utf-8")
    assert shell("build").stdout.endswith("1 question ready in 1 deck.\n")
    assert "1 item written" in shell("export", "csv", "-o", "all.csv").stdout


def test_lessons_that_are_there_are_built_at_once(shell: Shell) -> None:
    (shell.folder / "lessons").mkdir()
    (shell.folder / "lessons" / "tides.md").write_text(TIDES, encoding="utf-8")
    done = shell("init")
    assert "1 question is ready (lessons: 1).\nNext: mediaquiz quiz --new\n" in done.stdout


def test_a_file_where_the_lessons_should_be(shell: Shell) -> None:
    (shell.folder / "lessons").write_text("mine", encoding="utf-8")
    done = shell("init")
    assert done.returncode == 4
    assert "cannot write" in done.stderr
    assert (shell.folder / "lessons").read_text(encoding="utf-8") == "mine"
    assert not (shell.folder / "mediaquiz.yaml").exists()
