"""Files that anybody may have saved, and files that are never half written."""

import os
import stat
import sys
import time
from pathlib import Path

import pytest
from limits import largest_file

from mediaquiz.errors import StorageError
from mediaquiz.store.files import LARGEST, decode_text, make_folder, read_text, sweep_temp, temp_file, write_atomic

BOM = b"\xef\xbb\xbf"


class TestWriting:
    def test_the_new_bytes_stand_alone_in_the_folder(self, tmp_path: Path) -> None:
        path = tmp_path / "decks" / "own" / "빵.yaml"
        for data in (b"old", b"", b"new\r\n\0"):
            write_atomic(path, data)
            assert path.read_bytes() == data
        assert list(path.parent.iterdir()) == [path]

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
    def test_permissions_stay(self, tmp_path: Path, mode: int) -> None:
        path = tmp_path / "deck.yaml"
        path.touch()
        path.chmod(mode)
        write_atomic(path, b"new")
        assert stat.S_IMODE(path.stat().st_mode) == mode

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        real, link = tmp_path / "elsewhere" / "deck.yaml", tmp_path / "deck.yaml"
        link.symlink_to(real)
        for data in (b"first", b"second"):
            write_atomic(link, data)
            assert link.is_symlink()
            assert real.read_bytes() == data

    @pytest.mark.parametrize("in_the_way", ["decks/bread.yaml/", "decks"])
    def test_something_in_the_way_is_told_and_kept(self, tmp_path: Path, in_the_way: str) -> None:
        blocker = tmp_path / in_the_way
        if in_the_way.endswith("/"):
            blocker.mkdir(parents=True)
        else:
            blocker.write_text("a file")
        with pytest.raises(StorageError, match=r"Cannot write .*bread\.yaml") as caught:
            write_atomic(tmp_path / "decks" / "bread.yaml", b"new")
        assert "move it away" in caught.value.hint
        assert [path.name for path in tmp_path.rglob("*.tmp")] == []
        assert blocker.exists()

    def test_a_loop_of_links(self, tmp_path: Path) -> None:
        loop = tmp_path / "loop"
        loop.symlink_to(loop)
        with pytest.raises(StorageError):
            write_atomic(loop, b"new")
        assert list(tmp_path.iterdir()) == [loop]

    def test_a_disk_that_is_full_leaves_the_old_file(self, tmp_path: Path) -> None:
        path = tmp_path / "deck.yaml"
        write_atomic(path, b"old")
        with largest_file(1000), pytest.raises(StorageError) as caught:
            write_atomic(path, b"x" * 100_000)
        assert "ulimit" in caught.value.hint
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]

    def test_what_killed_writers_left_is_swept_after_an_hour(self, tmp_path: Path) -> None:
        stale, recent, folder = (temp_file(tmp_path) for _ in range(3))
        other = tmp_path / "mediaquiz-notes.tmp"
        for path in (stale, recent, other):
            path.write_bytes(b"half")
        folder.mkdir()
        for path in (stale, folder, other):
            os.utime(path, (time.time() - 4000, time.time() - 4000))
        write_atomic(tmp_path / "deck.yaml", b"new")
        assert {path.name for path in tmp_path.iterdir()} == {recent.name, folder.name, other.name, "deck.yaml"}
        assert sweep_temp(tmp_path) == 0

    def test_folders_are_made_from_the_root_down(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        make_folder(tmp_path / "a" / "b" / "c")
        monkeypatch.chdir(tmp_path / "a")
        make_folder(Path("x/y"))
        make_folder(Path("x/y"))
        assert (tmp_path / "a/b/c").is_dir() and (tmp_path / "a/x/y").is_dir()


UTF8 = "메아리는 소리이다.\n"
READ = {
    "plain": (b"A loaf.\n", "A loaf.\n", ""),
    "korean": (UTF8.encode(), UTF8, ""),
    "byte-order mark": (BOM + b"A loaf.", "A loaf.", ""),
    "line ends stay": (b"one\r\ntwo\rthree", "one\r\ntwo\rthree", ""),
    "control characters stay": (b"a \x1b[31mred\x1b[0m loaf", "a \x1b[31mred\x1b[0m loaf", ""),
    "empty": (b"", "", "warning MQ102 f"),
    "blank": (b" \n\t\n", " \n\t\n", "warning MQ102 f"),
    "only a byte-order mark": (BOM, "", "warning MQ102 f"),
    "zeros": (b"a\0b", "", "error MQ103 f"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "", "error MQ103 f"),
    "cp949": ("첫 줄\n".encode() + UTF8.encode("cp949"), "", "error MQ104 f:2"),
    "all cp949": (UTF8.encode("cp949"), "", "error MQ104 f:1"),
    "latin-1": ("Zwei Brötchen\nund Käse".encode("latin-1"), "", "error MQ104 f:1"),
    "a broken line after a byte-order mark": (BOM + b"abc\n\xff", "", "error MQ104 f:2"),
    "utf-16": ("A loaf.".encode("utf-16"), "", "error MQ104 f"),
}


class TestReading:
    @pytest.mark.parametrize("name", READ)
    def test_bytes(self, name: str, tmp_path: Path) -> None:
        data, expected, told = READ[name]
        text, problems = decode_text(data, "f")
        assert text == expected
        assert " ".join(f"{p.severity} {p.code} {p.span}" for p in problems) == told
        assert all(problem.hint for problem in problems if problem.code != "MQ102")
        (tmp_path / "f").write_bytes(data)
        read, read_problems = read_text(tmp_path / "f")
        assert (read, [p.code for p in read_problems]) == (expected, [p.code for p in problems])

    @pytest.mark.parametrize(
        ("data", "hint"),
        [
            (UTF8.encode("cp949"), "iconv -f cp949 -t utf-8"),
            ("A loaf.".encode("utf-16"), "iconv -f utf-16 -t utf-8"),
            ("Käse".encode("latin-1"), "Save it as UTF-8 in your editor."),
        ],
    )
    def test_how_to_make_it_utf_8(self, data: bytes, hint: str) -> None:
        assert hint in decode_text(data, "f")[1][0].hint

    def test_the_caller_s_code_stands_for_all(self, tmp_path: Path) -> None:
        for data in (b"\0", b"\xff\0", UTF8.encode("cp949"), b"\xffabc"):
            assert [problem.code for problem in decode_text(data, "f", code="MQ314")[1]] == ["MQ314"]
        assert decode_text(b"", "f", code="MQ314") == ("", ())
        (tmp_path / "large").write_bytes(b"x" * 11)
        for path in (tmp_path / "none", tmp_path, tmp_path / "large"):
            assert [problem.code for problem in read_text(path, limit=10, code="MQ314")[1]] == ["MQ314"]

    def test_files_that_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        told = {}
        for name in ("none", ".", "file/below"):
            text, (problem,) = read_text(tmp_path / name)
            assert (text, problem.code) == ("", "MQ101")
            told[name] = f"{problem.message} {problem.hint}"
        assert told == {
            "none": "The file does not exist. Check the name.",
            ".": "The file cannot be read: Is a directory. Name a file in it.",
            "file/below": "The file cannot be read: Not a directory. Check who may read it.",
        }

    def test_a_file_that_is_too_large(self, tmp_path: Path) -> None:
        path = tmp_path / "large.md"
        path.write_bytes(b"x" * 2048)
        assert read_text(path, limit=2048) == ("x" * 2048, ())
        text, (problem,) = read_text(path, limit=2047)
        assert (text, problem.code, problem.message) == ("", "MQ105", "The file is larger than 1 KiB.")
        with path.open("r+b") as file:
            file.truncate(LARGEST + 1)
        assert [problem.code for problem in read_text(path)[1]] == ["MQ105"]
