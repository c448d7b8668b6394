"""What sentences say that commands do, and which command a block of code shows."""

import pytest

from mediaquiz.extract.commands import deeds, only_command
from mediaquiz.extract.usage import led_to


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("As you might guess, `seeds sort` sorts by size.", ["`seeds sort` sorts by size."]),
        (
            "`seeds ls` shows us the jars, while `seeds -l` shows the labels.",
            ["`seeds ls` shows you the jars.", "`seeds -l` shows the labels."],
        ),
        (
            "Lists are long, where the `-n` option sets how many lines are shown, and `-r` reverses them all.",
            ["The `-n` option of `seeds` sets how many lines are shown."],
        ),
        ("The `-p` option tells `jar` to print the year.", ["The `-p` option of `jar` tells `jar` to print the year."]),
        (
            "The flag `--all` tells the program to keep going on this computer.",
            ["The `--all` flag of `seeds` tells the program to keep going."],
        ),
        ("Write a file called `jars` that lists our jars.", ["The `jars` file lists your jars."]),
        ('`LAST~` means "the jar before", so be careful.', ['`LAST~` means "the jar before".']),
    ],
)
def test_what_a_command_does(sentence: str, told: list[str]) -> None:
    assert list(deeds(sentence, "$ seeds ls -n 5\n$ seeds --all")) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Nothing in code stands here.",
        "If the jar is open, `seeds ls` shows the year.",
        "`seeds ls` shows this jar.",
        "`seeds ls` can show the year.",
        "`seeds ls` is a command.",
        "`seeds show bean.txt` shows the beans.",
        "Use the `VALUES` and `LABELS` values to the end.",
        "The `-z` option sets the year.",
        "`@` marks a broken jar.",
    ],
)
def test_what_only_the_page_shows_is_left(sentence: str) -> None:
    assert list(deeds(sentence, "$ seeds ls -n 5")) == []


@pytest.mark.parametrize(
    ("code", "command"),
    [
        ("$ seeds ls\nbean 1998", "seeds ls"),
        ("seeds ls", "seeds ls"),
        ("$ seeds ls\n$ seeds sort", ""),
        ("bean 1998\nrye 1999", ""),
        ("", ""),
    ],
)
def test_the_one_command_of_a_block(code: str, command: str) -> None:
    assert only_command(code) == command


@pytest.mark.parametrize(
    ("sentence", "command", "told"),
    [
        ("To list all jars, run:", "seeds ls", "Use `seeds ls` to list all jars."),
        (
            "If you want to list all jars, you can use the following command:",
            "seeds ls",
            "Use `seeds ls` to list all jars.",
        ),
        ("We can also list our jars if we want:", "seeds ls", "Use `seeds ls` to list your jars."),
        ("Then we can list these jars:", "seeds ls", ""),
        ("To list all jars, run:", "seeds ls jars.txt", ""),
        ("To begin with the jars, run:", "seeds ls", ""),
        ("The jars are full:", "seeds ls", ""),
    ],
)
def test_a_sentence_leads_in_a_command(sentence: str, command: str, told: str) -> None:
    assert led_to(sentence, command) == told
