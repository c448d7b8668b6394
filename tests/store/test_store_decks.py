"""The decks of a course through their cache: never stale, never trusted when damaged, never needed."""

import json
import os
from pathlib import Path

import pytest

from mediaquiz.decks.dump import dump
from mediaquiz.decks.load import load
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import replace
from mediaquiz.model.item import Choice, Cloze, Item, Match, Provenance, Short, Status
from mediaquiz.model.problem import Problem
from mediaquiz.store import deckstore, files
from mediaquiz.store.deckstore import CACHE_FILE, deck_paths, load_decks, read_decks
from mediaquiz.store.sealed import seal, unseal

BREAD = Deck(
    "decks/bread.yaml",
    lesson="lessons/bread.md",
    title="빵 🍞",
    number=3,
    items=(
        Item("bread0000001", Cloze("{{Yeast}} makes the dough rise overnight."), tags=("dough",)),
        Item("bread0000002", Choice("What holds the gas?", "gluten", ("salt", "water")), concept="gluten"),
        Item("bread0000003", Match("Which flour is which?", (("rye", "dark"), ("wheat", "light"), ("spelt", "nutty")))),
        Item(
            "bread0000004", Short("What is crumb?", "the inside"), source=Provenance("0" * 12, "definition", "Crumb.")
        ),
    ),
)
ECHO = Deck("decks/echo.yaml", title="Echo", items=(Item("echo00000001", Short("What comes back?", "an echo")),))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with two decks."""
    for deck in (BREAD, ECHO):
        save(tmp_path, deck)
    return tmp_path


def save(root: Path, deck: Deck, text: str = "") -> None:
    path = root / deck.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text or dump(deck), encoding="utf-8")


def titles(root: Path) -> list[str]:
    return [deck.title for deck in load_decks(root)[0]]


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.code} {problem.span}" for problem in problems]


def forge_title(root: Path) -> None:
    """Write another title into the cache, with a good checksum: what is then loaded came from the cache."""
    first, *rest = (root / CACHE_FILE).read_bytes().split(b"\n")
    cache = unseal(first)
    assert cache is not None
    for deck, *_ in cache["decks"].values():
        deck["title"] += " (cached)"
    (root / CACHE_FILE).write_bytes(b"\n".join([seal(cache), *rest]))


def test_a_course_without_decks_has_none_and_needs_no_cache(tmp_path: Path) -> None:
    assert load_decks(tmp_path) == ((), ())
    (tmp_path / "decks").write_text("a file")
    assert load_decks(tmp_path) == ((), ())
    assert not (tmp_path / CACHE_FILE).exists()


def test_the_cache_gives_what_parsing_gives(root: Path) -> None:
    parsed = tuple(load((root / deck.path).read_text(encoding="utf-8"), deck.path).deck for deck in (BREAD, ECHO))
    assert load_decks(root) == (parsed, ())
    assert load_decks(root) == (parsed, ())
    forge_title(root)
    assert titles(root) == ["빵 🍞 (cached)", "Echo (cached)"]


def test_a_changed_deck_is_parsed_again_and_only_that_one(root: Path) -> None:
    load_decks(root)
    forge_title(root)
    save(root, ECHO, dump(ECHO).replace("title: Echo", "title: Echoes"))
    assert titles(root) == ["빵 🍞 (cached)", "Echoes"]


def test_the_cache_keeps_no_deck_that_is_gone(root: Path) -> None:
    load_decks(root)
    (root / ECHO.path).unlink()
    assert titles(root) == ["빵 🍞"]
    assert "Echo" not in (root / CACHE_FILE).read_text(encoding="utf-8")


def test_a_renamed_deck_is_known_by_its_new_name(root: Path) -> None:
    load_decks(root)
    (root / ECHO.path).rename(root / "decks" / "sound.yaml")
    assert [deck.path for deck in load_decks(root)[0]] == [BREAD.path, "decks/sound.yaml"]


OLD = {"version": "0.0/0", "decks": {"decks/bread.yaml": "in another form"}}


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\0", json.dumps(OLD).encode(), seal(OLD), seal({"a": 1})])
def test_a_bad_cache_only_costs_time(root: Path, damage: bytes) -> None:
    load_decks(root)
    good = (root / CACHE_FILE).read_bytes()
    (root / CACHE_FILE).write_bytes(damage)
    assert titles(root) == ["빵 🍞", "Echo"]
    assert (root / CACHE_FILE).read_bytes() == good


def test_a_flipped_bit_in_the_cache_never_reaches_a_learner(root: Path) -> None:
    (root / BREAD.path).unlink()
    expected = load_decks(root)
    good = (root / CACHE_FILE).read_bytes()
    for offset in range(len(good)):
        damaged = bytearray(good)
        damaged[offset] ^= 1 << offset % 8
        (root / CACHE_FILE).write_bytes(damaged)
        assert load_decks(root) == expected


@pytest.mark.parametrize("in_the_way", [CACHE_FILE, CACHE_FILE.parent])
def test_no_cache_can_be_written(root: Path, in_the_way: Path) -> None:
    if in_the_way == CACHE_FILE:
        (root / CACHE_FILE).mkdir(parents=True)
    else:
        (root / in_the_way).write_text("in the way")
    assert titles(root) == ["빵 🍞", "Echo"]


def test_a_teacher_s_own_and_imported_decks_come_last(root: Path) -> None:
    for path in ("own/a", "imported/a", "owner/a", "zoo/a", "a/b/c"):
        save(root, Deck(f"decks/{path}.yaml"))
    (root / "decks" / "folder.yaml").mkdir()
    (root / "decks" / "notes.txt").touch()
    assert [path.relative_to(root / "decks").as_posix() for path in deck_paths(root)] == [
        "a/b/c.yaml", "bread.yaml", "echo.yaml", "owner/a.yaml", "zoo/a.yaml", "imported/a.yaml", "own/a.yaml",
    ]  # fmt: skip


def test_an_id_in_two_decks_is_told_with_and_without_the_cache(root: Path) -> None:
    save(root, Deck("decks/own/copy.yaml", items=(ECHO.items[0],)))
    for _ in range(2):
        decks, problems = load_decks(root)
        assert len(decks) == 3
        assert told(problems) == ["MQ308 decks/own/copy.yaml"]
        assert "echo00000001 stands in decks/echo.yaml" in problems[0].message


def test_items_without_an_id_are_no_doubles(root: Path) -> None:
    for name in ("one", "two"):
        save(root, Deck(f"decks/own/{name}.yaml", items=(Item("", Short("What burns?", "toast")),)))
    assert "MQ308" not in " ".join(told(load_decks(root)[1]))


def test_a_deck_that_is_no_utf_8_hides_no_other(root: Path) -> None:
    (root / BREAD.path).write_bytes(dump(BREAD).replace("🍞", "").encode("cp949"))
    for _ in range(2):
        decks, problems = load_decks(root)
        assert told(problems) == ["MQ314 decks/bread.yaml"]
        assert [(deck.path, len(deck.items)) for deck in decks] == [(BREAD.path, 0), (ECHO.path, 1)]


def test_a_deck_with_problems_tells_them_every_time(root: Path) -> None:
    save(root, ECHO, dump(ECHO).replace("stem:", "steem:"))
    first, second = load_decks(root), load_decks(root)
    assert first == second
    assert any(problem.span and problem.span.file == ECHO.path for problem in first[1])


def test_a_deck_saved_on_windows_is_the_same_deck(root: Path) -> None:
    expected = load_decks(root)
    for deck in (BREAD, ECHO):
        (root / deck.path).write_bytes(b"\xef\xbb\xbf" + dump(deck).replace("\n", "\r\n").encode())
    assert load_decks(root) == expected


def test_a_deck_whose_name_is_no_utf_8_is_cached_like_any(root: Path) -> None:
    path = root / "decks" / "caf\udce9.yaml"
    try:
        path.write_text(dump(Deck("", title="Café")), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert titles(root) == titles(root) == ["빵 🍞", "Café", "Echo"]


def test_the_cache_is_json_for_the_curious(root: Path) -> None:
    load_decks(root)
    head, *lines = (root / CACHE_FILE).read_bytes().splitlines()
    assert set(json.loads(head)) == {"version", "lines", "decks", "files", "c"}
    assert [len(json.loads(line)) for line in lines] == [2, 4, 2, 1], "statuses and concepts, items, of each deck"


def test_the_items_of_a_deck_are_made_when_they_are_looked_at(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_decks(root)
    made: list[str] = []
    plainly = deckstore.item_from_plain
    monkeypatch.setattr(deckstore, "item_from_plain", lambda data: made.append(data["id"]) or plainly(data))
    bread, echo = load_decks(root)[0]
    assert bread.ids == ("bread0000001", "bread0000002", "bread0000003", "bread0000004") and echo.title == "Echo"
    assert "items" not in vars(bread)
    assert (bread.items[1].concept, bread.items[1].live, made) == ("gluten", True, [])
    assert bread.items[1].content == BREAD.items[1].content and made == ["bread0000002"]
    assert "items" not in vars(echo)
    assert replace(echo, items=()).ids == ()


def test_what_is_asked_of_a_deck_is_known_before_its_items(root: Path) -> None:
    one, two, three, four = BREAD.items
    kept = replace(BREAD, items=(one, replace(two, status=Status.RETIRED), replace(three, status=Status.DRAFT), four))
    save(root, kept)
    for _ in ("from the file", "from the cache"):
        bread = load_decks(root)[0][0]
        assert bread.live == kept.live == ("bread0000001", "bread0000004")
        assert (bread.live_item("bread0000004"), len(bread.ids)) == (four, 4)
        with pytest.raises(KeyError):
            bread.live_item("bread0000002")


def unread(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The decks whose bytes are read from now on, when every file counts as written long ago."""
    seen: list[str] = []
    plainly = deckstore._bytes

    def read(path: str) -> bytes:
        seen.append(Path(path).name)
        return plainly(path)

    monkeypatch.setattr(files, "SETTLED_NS", -(10**18))
    monkeypatch.setattr(deckstore, "_bytes", read)
    return seen


def test_a_deck_that_nobody_touched_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = unread(monkeypatch)
    first = load_decks(root)
    assert seen == ["bread.yaml", "echo.yaml"]
    assert load_decks(root) == first and len(seen) == 2


def test_a_deck_of_the_same_size_and_time_with_other_words_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = unread(monkeypatch)
    load_decks(root)
    path = root / ECHO.path
    times = path.stat()
    path.write_bytes(path.read_bytes().replace(b"title: Echo", b"title: Ache"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert titles(root)[1] == "Ache" and seen[2:] == ["echo.yaml"]


def test_a_deck_that_was_touched_just_now_is_always_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = unread(monkeypatch)
    monkeypatch.setattr(files, "SETTLED_NS", 10**18)
    load_decks(root)
    load_decks(root)
    assert len(seen) == 4


def test_checks_and_those_who_change_decks_read_every_byte(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = unread(monkeypatch)
    load_decks(root)
    load_decks(root, afresh=True)
    assert len(seen) == 4
    assert all(one.raw for one in read_decks(root)) and len(seen) == 6


def test_an_untouched_deck_whose_line_in_the_cache_is_damaged_is_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unread(monkeypatch)
    whole = load_decks(root)
    cache = root / CACHE_FILE
    cache.write_bytes(cache.read_bytes().replace(b"an echo", b"an ache"))
    assert load_decks(root) == whole
