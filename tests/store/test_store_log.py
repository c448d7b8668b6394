"""The log: numbers and times that only grow, files from anywhere, damage that costs no more than what it hit."""

import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from answers import DAY, DEVICE, MORNING, answer, codes, file_of, ids, numbered
from hypothesis import given, settings
from hypothesis import strategies as st
from limits import largest_file

from mediaquiz.errors import Busy, MediaquizError, NewerVersion, StorageError
from mediaquiz.model.review import Kind, Record
from mediaquiz.store.lock import locked
from mediaquiz.store.log import Entry, Writer, append, append_all, probe, read_all, refuse_newer
from mediaquiz.store.records import decode, encode
from mediaquiz.store.sealed import seal

SECOND = timedelta(seconds=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the log will be; nothing is there yet."""
    return tmp_path / "course" / "reviews"


JUNK = {"brace": b"{", "lines": b"junk\n" * 4_000, "newline": b"\n", "nothing": b"", "zeros": b"\0" * 9_000}
"""What a bad disk or another program may leave behind the last record."""


class TestNumbersAndTimes:
    def test_records_are_numbered_and_come_back(self, folder: Path) -> None:
        written = [answer(folder, MORNING + n * SECOND, ms=n) for n in range(4)]
        assert [record.id for record in written] == numbered(1, 2, 3, 4)
        records, problems = read_all(folder)
        assert (sorted(records, key=lambda r: r.sort_key), problems) == (written, ())

    def test_times_are_utc_in_milliseconds_with_the_zone_kept(self, folder: Path) -> None:
        nepal = timezone(timedelta(hours=5, minutes=45))
        record = append(folder, DEVICE, Kind.NOTE, MORNING.astimezone(nepal), DAY, data={"text": "메모"})
        assert (record.at, record.tz) == (datetime(2026, 11, 21, 1, 2, 3, 123000, tzinfo=UTC), 345)
        assert (record.item, record.data) == ("", {"text": "메모"})

    @pytest.mark.parametrize("back", [timedelta(), timedelta(microseconds=400), SECOND, timedelta(days=400)])
    def test_a_clock_that_went_back_is_overruled(self, folder: Path, back: timedelta) -> None:
        first = answer(folder, MORNING)
        second = answer(folder, MORNING - back)
        assert second.at == first.at + timedelta(milliseconds=1)
        assert str(second.data["wall"]) <= "2026-11-21T01:02:03.123Z"

    def test_an_honest_clock_leaves_no_wall(self, folder: Path) -> None:
        assert "wall" not in answer(folder, MORNING).data
        assert "wall" not in answer(folder, MORNING + timedelta(milliseconds=1)).data

    def test_a_new_year_begins_a_file_and_goes_on_counting(self, folder: Path) -> None:
        eve = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)
        written = [answer(folder, eve + n * SECOND) for n in range(3)]
        assert [record.id for record in written] == numbered(1, 2, 3)
        assert len(file_of(folder, 2026).read_bytes().splitlines()) == 1
        assert len(file_of(folder, 2027).read_bytes().splitlines()) == 2

    def test_a_clock_that_was_years_ahead_makes_no_number_stand_twice(self, folder: Path) -> None:
        answer(folder, MORNING)
        answer(folder, MORNING.replace(year=2030))
        after = answer(folder, MORNING + SECOND)
        assert ids(folder) == numbered(1, 2, 3)
        assert (after.at.year, after.data["wall"]) == (2030, "2026-11-21T01:02:04.123Z")
        assert not codes(folder)

    @settings(max_examples=15, deadline=None)
    @given(
        st.lists(
            st.tuples(
                st.integers(-1_200, 1_200),
                st.sampled_from(sorted(JUNK)),
            ),
            max_size=8,
        )
    )
    def test_whatever_the_clock_and_the_disk_do(self, steps: list[tuple[int, str]]) -> None:
        with TemporaryDirectory() as name:
            folder = Path(name)
            written = []
            for days, junk in steps:
                written.append(answer(folder, MORNING + timedelta(days=days)))
                with max(folder.glob("*.jsonl")).open("ab") as file:
                    file.write(JUNK[junk])
            assert len({record.id for record in written}) == len(written)
            assert all(a.at < b.at for a, b in pairwise(written))
            assert ids(folder) == [record.id for record in written]

    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(
            st.tuples(st.integers(0, 1), st.integers(-1_200, 1_200), st.sampled_from(["", *sorted(JUNK)])), max_size=8
        )
    )
    def test_two_programs_that_take_turns_write_one_log(self, steps: list[tuple[int, int, str]]) -> None:
        with TemporaryDirectory() as name:
            folder = Path(name)
            written, programs = [], (Writer(folder, DEVICE), Writer(folder, DEVICE))
            for program, days, junk in steps:
                entries = [Entry(Kind.NOTE, MORNING + timedelta(days=days), DAY, data={"text": "so"})]
                written += programs[program].append_all(entries)
                with max(folder.glob("*.jsonl")).open("ab") as file:
                    file.write(JUNK.get(junk, b""))
            assert len({record.id for record in written}) == len(written)
            assert all(a.at < b.at for a, b in pairwise(written))
            assert ids(folder) == [record.id for record in written]

    def test_a_year_that_another_program_began_is_seen_however_long_nothing_came(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("mediaquiz.store.files.SETTLED_NS", -1)  # as if the folder were old
        program, other = Writer(folder, DEVICE), Writer(folder, DEVICE)
        entries, later = ([Entry(Kind.NOTE, MORNING.replace(year=year), DAY)] for year in (2026, 2031))
        for _ in range(2):
            program.append_all(entries)
        os.utime(folder, ns=(1, 1))  # two files may come within one tick of the system's clock
        other.append_all(later)
        assert program.append_all(entries)[0].id == f"{DEVICE}-4"
        assert ids(folder) == numbered(1, 2, 3, 4)

    def test_a_log_that_is_gone_begins_anew(self, folder: Path) -> None:
        program, entries = Writer(folder, DEVICE), [Entry(Kind.NOTE, MORNING, DAY, data={"text": "so"})]
        assert program.append_all(entries)[0].id == f"{DEVICE}-1"
        file_of(folder).unlink()
        assert program.append_all(entries)[0].id == f"{DEVICE}-1"

    def test_a_folder_that_went_away_meanwhile_is_made_again(self, folder: Path) -> None:
        program, entries = Writer(folder, DEVICE), [Entry(Kind.NOTE, MORNING, DAY, data={"text": "so"})]
        program.append_all(entries)
        shutil.rmtree(folder.parent)
        assert program.append_all(entries)[0].id == f"{DEVICE}-1"
        assert ids(folder) == [f"{DEVICE}-1"]

    def test_another_device_has_its_own_numbers_and_clock(self, folder: Path) -> None:
        answer(folder, MORNING)
        other = answer(folder, MORNING - timedelta(days=9), device="other222")
        assert (other.id, "wall" in other.data) == ("other222-1", False)
        assert answer(folder, MORNING + SECOND).id == f"{DEVICE}-2"


def _gone(folder: Path) -> None:
    file_of(folder).unlink()


def _replaced(folder: Path) -> None:
    copy = folder / "copy"
    shutil.copy(file_of(folder), copy)
    copy.replace(file_of(folder))


def _renamed(folder: Path) -> None:
    file_of(folder).rename(folder / "another.jsonl")


def _made_again(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    folder.with_name("copy").rename(folder)


def _written_on(folder: Path) -> None:
    answer(folder, MORNING)


def _cut(folder: Path) -> None:
    os.truncate(file_of(folder), file_of(folder).stat().st_size - 20)


def _lock_gone(folder: Path) -> None:
    (folder / f".{DEVICE}.lock").unlink()


def _nothing(folder: Path) -> None:
    """Most times."""


class TestFilesThatStayOpen:
    """A writer in a folder where nothing happened for long keeps its files open, until something does."""

    NOTE = Entry(Kind.NOTE, MORNING, DAY, data={"text": "so"})

    @pytest.fixture(autouse=True)
    def old(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As if nothing had happened in any folder for long."""
        monkeypatch.setattr("mediaquiz.store.files.SETTLED_NS", -1)

    @pytest.fixture
    def program(self, folder: Path) -> Writer:
        return self.opened(folder)

    def opened(self, folder: Path) -> Writer:
        """One that has its files open."""
        program = Writer(folder, DEVICE)
        for _ in range(3):
            program.append_all([self.NOTE])
        os.utime(folder, ns=(1, 1))  # what comes next may come within one tick of the system's clock
        program.append_all([self.NOTE])
        return program

    @pytest.mark.parametrize(
        ("event", "number"),
        [
            (_nothing, 5),
            (_gone, 1),
            (_replaced, 5),
            (_renamed, 1),
            (_made_again, 5),
            (_written_on, 6),
            (_cut, 5),
            (_lock_gone, 5),
        ],
    )
    def test_whatever_happens_to_them_a_record_is_where_the_next_reader_looks(
        self, folder: Path, program: Writer, event: Callable[[Path], None], number: int
    ) -> None:
        event(folder)
        for following in (number, number + 1):
            (record,) = program.append_all([self.NOTE])
            assert record.id == f"{DEVICE}-{following}"
            assert record == decode(file_of(folder).read_bytes().splitlines()[-1])

    def test_the_next_year_is_another_file(self, folder: Path, program: Writer) -> None:
        program.append_all([Entry(Kind.NOTE, MORNING.replace(year=2027), DAY)])
        assert len(file_of(folder, 2027).read_bytes().splitlines()) == 1
        assert ids(folder) == numbered(1, 2, 3, 4, 5)

    def test_a_lock_that_was_made_again_is_that_of_all(self, folder: Path, program: Writer) -> None:
        _lock_gone(folder)
        with locked(folder / f".{DEVICE}.lock"), pytest.raises(Busy):
            program.append_all([self.NOTE], wait=0)
        assert program.append_all([self.NOTE])[0].id == f"{DEVICE}-5"

    def test_the_lock_is_free_between_two_appends(self, folder: Path, program: Writer) -> None:
        with locked(folder / f".{DEVICE}.lock", wait=0), pytest.raises(Busy):
            program.append_all([self.NOTE], wait=0)
        assert program.append_all([self.NOTE])[0].id == f"{DEVICE}-5"

    def test_a_replaced_log_is_seen_where_folders_keep_no_times(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("mediaquiz.store.log.touched", lambda _: [0, 0, 0, 0])
        folder.mkdir(parents=True)
        program = self.opened(folder)
        _replaced(folder)
        program.append_all([self.NOTE])
        assert ids(folder) == numbered(1, 2, 3, 4, 5)

    @pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts open files as Linux tells them")
    def test_they_are_closed_with_the_writer(self, folder: Path) -> None:
        program = self.opened(folder)
        kept = _open_in(folder)
        assert kept == {f".{DEVICE}.lock", file_of(folder).name}
        _replaced(folder)
        program.append_all([self.NOTE])
        assert _open_in(folder) == kept
        del program
        assert _open_in(folder) == set()

    @pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts open files as Linux tells them")
    def test_in_a_folder_that_was_just_touched_none_stays_open(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("mediaquiz.store.files.SETTLED_NS", 60_000_000_000)
        program = Writer(folder, DEVICE)
        for _ in range(3):
            program.append_all([self.NOTE])
            assert _open_in(folder) == set()


def _open_in(folder: Path) -> set[str]:
    """The names of the files of a folder that this process has open."""
    found = [entry.readlink() for entry in Path("/proc/self/fd").iterdir() if entry.exists()]
    return {path.name for path in found if path.parent == folder}


class TestBadTails:
    def test_a_torn_tail_is_sealed(self, folder: Path) -> None:
        for n in range(3):
            answer(folder, MORNING + n * SECOND)
        whole = file_of(folder).read_bytes()
        file_of(folder).write_bytes(whole[:-20])
        answer(folder, MORNING + 4 * SECOND)
        assert file_of(folder).read_bytes().startswith(whole[:-20] + b"\n{")
        assert ids(folder) == numbered(1, 2, 4)
        assert codes(folder) == ["MQ402"]

    def test_a_lost_newline_alone_costs_nothing(self, folder: Path) -> None:
        answer(folder)
        file_of(folder).write_bytes(file_of(folder).read_bytes().rstrip(b"\n"))
        answer(folder)
        assert (ids(folder), codes(folder)) == (numbered(1, 2), [])

    @pytest.mark.parametrize(
        "garbage",
        [
            b"\0" * 5_000,
            Random(1).randbytes(40_000).replace(b"\n", b"-"),
            b"x" * 20_000 + b"\n",
            b"\n" * 20_000,
            b"}\n" * 9_000,
        ],
    )
    def test_garbage_at_the_end_does_not_hide_the_last_record(self, folder: Path, garbage: bytes) -> None:
        first = answer(folder)
        with file_of(folder).open("ab") as file:
            file.write(garbage)
        second = answer(folder)
        assert second.at == first.at + timedelta(milliseconds=1)
        assert ids(folder) == [first.id, second.id]

    def test_the_number_of_a_damaged_record_is_not_used_again(self, folder: Path) -> None:
        answer(folder)
        answer(folder)
        intact = file_of(folder).read_bytes()
        file_of(folder).write_bytes(intact.replace(b'-2","t":"review"', b'-2","t":"rewiev"'))
        answer(folder)
        (folder / "from-a-backup.jsonl").write_bytes(intact)
        assert ids(folder) == numbered(1, 2, 3)
        assert codes(folder) == ["MQ401"]

    def test_a_file_of_garbage_only_is_written_on(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        file_of(folder).write_bytes(b"garbage\nmore")
        assert answer(folder).id == f"{DEVICE}-3"
        assert codes(folder) == ["MQ401", "MQ401"]

    def test_an_id_without_a_number_is_passed_over(self, folder: Path) -> None:
        answer(folder)
        with file_of(folder).open("ab") as file:
            file.write(encode(Record("by-hand", Kind.READ, MORNING, DAY, 540, data={"lesson": "bread"})) + b"\n")
        assert answer(folder).id == f"{DEVICE}-3"


class TestReading:
    def test_a_folder_that_is_not_there_is_an_empty_log(self, folder: Path) -> None:
        assert read_all(folder) == ((), ())

    def test_an_empty_folder_and_an_empty_file_are_an_empty_log(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        assert read_all(folder) == ((), ())
        file_of(folder).touch()
        assert read_all(folder) == ((), ())

    def test_copies_that_sync_programs_made_are_read_once(self, folder: Path) -> None:
        answer(folder)
        for name in (
            f"{DEVICE}-2026.sync-conflict-20261121-101010-ABCDEFG.jsonl",
            f"{DEVICE}-2026 (conflicted copy 2026-11-21).jsonl",
        ):
            shutil.copy(file_of(folder), folder / name)
        answer(folder)
        file_of(folder).rename(folder / "renamed.jsonl")
        assert (ids(folder), codes(folder)) == (numbered(1, 2), [])

    def test_a_copy_saved_by_an_editor_is_the_same_record(self, folder: Path) -> None:
        answer(folder)
        text = file_of(folder).read_bytes()
        (folder / "windows.jsonl").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
        assert (ids(folder), codes(folder)) == (numbered(1), [])

    def test_one_id_with_two_contents_keeps_both(self, folder: Path, tmp_path: Path) -> None:
        answer(folder, ms=1)
        answer(tmp_path / "clone", ms=2)
        shutil.copy(file_of(tmp_path / "clone"), folder / "clone.jsonl")
        records, problems = read_all(folder)
        assert sorted(str(record.data["ms"]) for record in records) == ["1", "2"]
        assert [problem.code for problem in problems] == ["MQ403"]
        assert f"{DEVICE}-1 has 2 contents" in problems[0].message

    def test_unknown_kinds_are_told_once_each(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        written = [
            Record(f"new-{n}", kind, MORNING.astimezone(UTC), DAY, 540, data={"n": n})
            for n, kind in enumerate(["melody", "dance", "melody"])
        ]
        file_of(folder).write_bytes(b"\n".join(map(encode, written)))
        assert codes(folder) == ["MQ404", "MQ404"]
        assert len(ids(folder)) == 3

    def test_a_problem_names_the_file_and_line(self, folder: Path) -> None:
        answer(folder)
        with file_of(folder).open("ab") as file:
            file.write(b"<<<<<<< HEAD\n")
        assert str(read_all(folder)[1][0].span) == f"reviews/{DEVICE}-2026.jsonl:2"

    def test_a_file_that_cannot_be_read_hides_no_other(self, folder: Path) -> None:
        answer(folder)
        (folder / "folder.jsonl").mkdir()
        assert (ids(folder), codes(folder)) == (numbered(1), ["MQ408"])

    def test_a_file_in_the_folder_s_place(self, folder: Path) -> None:
        folder.parent.mkdir()
        folder.write_text("in the way")
        assert codes(folder) == ["MQ408"]

    def test_hidden_and_other_files_are_not_the_log(self, folder: Path) -> None:
        answer(folder)
        for name in ("._k3m9xq2a-2026.jsonl", ".syncthing.k3m9xq2a-2026.jsonl.tmp", "notes.txt"):
            (folder / name).write_bytes(b"\0\1\2")
        assert (ids(folder), codes(folder)) == (numbered(1), [])


class TestDamage:
    """Every place of a small log, damaged in turn."""

    @pytest.fixture
    def log(self, tmp_path: Path) -> Path:
        for n, note in enumerate(("", "효모 🍞", 'a "quoted" note', "", "the end")):
            answer(tmp_path, MORNING + n * SECOND, note=note)
        return file_of(tmp_path)

    def test_a_log_cut_anywhere_keeps_all_before_the_cut(self, log: Path) -> None:
        whole = log.read_bytes()
        ends = [offset for offset in range(len(whole)) if whole[offset : offset + 1] == b"\n"]
        starts = [0, *(end + 1 for end in ends)]
        for cut in range(len(whole)):
            log.write_bytes(whole[:cut])
            assert ids(log.parent) == numbered(*range(1, 1 + sum(end <= cut for end in ends)))
            assert codes(log.parent) == ([] if cut in starts or cut in ends else ["MQ402"])

    def test_a_flipped_bit_anywhere_is_seen_and_costs_two_reviews_at_most(self, log: Path) -> None:
        whole = log.read_bytes()
        intact = [*map(decode, whole.splitlines())]
        for offset in range(len(whole)):
            for bit in range(8):
                damaged = bytearray(whole)
                damaged[offset] ^= 1 << bit
                log.write_bytes(damaged)
                records, problems = read_all(log.parent)
                assert problems, f"bit {bit} of byte {offset} was not seen"
                assert all(record in intact for record in records)
                assert len(records) >= len(intact) - 2


class TestRefusals:
    def test_a_disk_that_takes_half_a_record_takes_none(self, folder: Path) -> None:
        answer(folder)
        before = file_of(folder).read_bytes()
        for room in (0, 1, len(before) // 2, len(before)):
            with largest_file(len(before) + room), pytest.raises(StorageError, match="Cannot save") as caught:
                answer(folder, note="longer than the room that is left")
            assert "ulimit" in caught.value.hint
            assert file_of(folder).read_bytes() == before
        assert answer(folder).id == f"{DEVICE}-2"

    def test_a_file_where_the_folder_should_be(self, folder: Path) -> None:
        folder.parent.mkdir()
        folder.write_text("in the way")
        with pytest.raises(StorageError) as caught:
            answer(folder)
        assert "move it away" in caught.value.hint
        with pytest.raises(StorageError, match="Answers cannot be saved"):
            probe(folder)
        assert folder.read_text() == "in the way"

    def test_a_note_that_is_too_long_leaves_the_log_as_it_was(self, folder: Path) -> None:
        answer(folder)
        with pytest.raises(MediaquizError, match="too long"):
            answer(folder, text="길다" * 1_000)
        assert answer(folder).id == f"{DEVICE}-2"
        assert codes(folder) == []

    def test_a_probe_makes_the_folder_and_leaves_nothing_in_it(self, folder: Path) -> None:
        probe(folder)
        probe(folder)
        assert list(folder.iterdir()) == []

    def test_a_probe_on_a_full_disk(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        with largest_file(0), pytest.raises(StorageError):
            probe(folder)
        assert list(folder.iterdir()) == []


def test_a_line_is_plain_json_for_other_programs(folder: Path) -> None:
    answer(folder, due="2026-12-01")
    fields = json.loads(file_of(folder).read_text(encoding="utf-8"))
    assert (fields["id"], fields["t"], fields["due"]) == (f"{DEVICE}-1", "review", "2026-12-01")
    assert date.fromisoformat(fields["day"]) == DAY
    assert seal({name: value for name, value in fields.items() if name != "c"}).endswith(
        b'"c":"%s"}' % fields["c"].encode()
    )


class TestSeveralAtOnce:
    ENTRIES = tuple(
        Entry(Kind.IMPORT, MORNING + timedelta(milliseconds=n), DAY, f"item{n}", {"rating": n}) for n in range(3)
    )

    def test_they_are_numbered_in_their_order(self, folder: Path) -> None:
        answer(folder, MORNING - SECOND)
        written = append_all(folder, DEVICE, self.ENTRIES)
        assert [record.id for record in written] == numbered(2, 3, 4)
        assert ids(folder) == numbered(1, 2, 3, 4)

    def test_all_are_saved_or_none(self, folder: Path) -> None:
        too_long = Entry(Kind.NOTE, MORNING, DAY, data={"text": "x" * 9000})
        with pytest.raises(MediaquizError, match="too long"):
            append_all(folder, DEVICE, [*self.ENTRIES, too_long])
        assert read_all(folder) == ((), ())

    def test_none_at_all_writes_nothing(self, folder: Path) -> None:
        assert append_all(folder, DEVICE, []) == ()
        assert not folder.exists()


NEWER = {"v": 2, "id": f"{DEVICE}-2", "t": "review", "at": "2026-11-22T01:02:03.000Z", "day": "2026-11-22", "tz": 0}


class TestNewerVersions:
    def put(self, folder: Path, *records: dict[str, object], device: str = DEVICE) -> None:
        with (folder / f"{device}-2026.jsonl").open("ab") as file:
            file.writelines(seal(record) + b"\n" for record in records)

    def test_they_are_told_once_a_file_and_not_used(self, folder: Path) -> None:
        first = answer(folder, MORNING)
        self.put(folder, NEWER, NEWER | {"id": f"{DEVICE}-3", "v": 3}, {"v": 2, "shape": "another"})
        records, problems = read_all(folder)
        assert records == (first,)
        (told,) = problems
        assert told.code == "MQ410" and "3 records have version 3, this mediaquiz knows 1" in told.message
        assert str(told.span) == f"reviews/{DEVICE}-2026.jsonl:2" and told.span.end == 4

    def test_a_device_does_not_go_on_behind_its_own(self, folder: Path) -> None:
        answer(folder, MORNING)
        self.put(folder, NEWER)
        before = file_of(folder).read_bytes()
        with pytest.raises(NewerVersion, match=rf"{DEVICE}-2026.jsonl:2: a record has version 2"):
            answer(folder, MORNING + SECOND)
        assert file_of(folder).read_bytes() == before

    def test_those_of_another_device_are_refused_where_the_whole_log_was_read(self, folder: Path) -> None:
        answer(folder, MORNING)
        refuse_newer(read_all(folder)[1])
        self.put(folder, NEWER | {"id": "zzzzzzzz-1"}, device="zzzzzzzz")
        with pytest.raises(NewerVersion, match=r"zzzzzzzz-2026.jsonl:1"):
            refuse_newer(read_all(folder)[1])

    @pytest.mark.parametrize("strange", [True, "2", None, 2.5, [2]])
    def test_only_a_whole_number_is_a_newer_version(self, folder: Path, strange: object) -> None:
        answer(folder, MORNING)
        self.put(folder, {"v": strange, "what": "?"})
        assert codes(folder) == ["MQ401"]
