"""Kept replies: each on the disk before the next is asked for, and no damage costs more than its own line."""

from pathlib import Path

import pytest

from mediaquiz.errors import StorageError
from mediaquiz.store.replies import REPLY_FILE, Replies, Reply, key_of

FIRST, SECOND = Reply("one", 3, 4), Reply('한국어\n"two" \ud800', 5, 6)


def test_what_was_kept_is_there_in_another_process(tmp_path: Path) -> None:
    replies = Replies(tmp_path)
    replies.prepare()
    replies.keep("a", FIRST)
    assert replies.get("a") == FIRST
    assert Replies(tmp_path).get("a") == FIRST
    assert Replies(tmp_path).get("b") is None


def test_a_line_that_was_cut_off_costs_only_itself(tmp_path: Path) -> None:
    replies = Replies(tmp_path)
    replies.keep("a", FIRST)
    replies.keep("b", SECOND)
    file = tmp_path / REPLY_FILE
    file.write_bytes(file.read_bytes()[:-9])
    again = Replies(tmp_path)
    assert (again.get("a"), again.get("b")) == (FIRST, None)
    again.keep("b", FIRST)
    assert Replies(tmp_path).get("b") == FIRST


@pytest.mark.parametrize("line", ["7", '{"key": "a"}', "[]", '{"key": ["a"], "text": "", "sent": 0, "received": 0}'])
def test_lines_that_are_no_replies_are_passed_over(tmp_path: Path, line: str) -> None:
    (tmp_path / REPLY_FILE).parent.mkdir()
    (tmp_path / REPLY_FILE).write_text(f"{line}\n")
    assert Replies(tmp_path).get("a") is None


def test_where_nothing_can_be_kept_nothing_may_be_asked(tmp_path: Path) -> None:
    (tmp_path / REPLY_FILE.parent).write_text("a file in the way")
    with pytest.raises(StorageError):
        Replies(tmp_path).prepare()


def test_a_key_tells_models_and_prompts_apart() -> None:
    assert len({key_of("m", "p"), key_of("n", "p"), key_of("m", "q")}) == 3
