"""What goes into an Anki package, without Anki: note types, fields, decks, tags, order, times; and what is refused."""

import gc
import hashlib
import io
import itertools
import json
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import genanki
import pytest
from anki_samples import CONTENTS, deck, item, sample_items, shipment

from mediaquiz.formats import writer
from mediaquiz.formats.anki.export import UNCHANGED, Entry, tags
from mediaquiz.formats.anki.notes import fields, note_type, shuffled
from mediaquiz.formats.anki.notetypes import BASIC, CHOICE, CLOZE, NOTE_TYPES, TYPE_IN, NoteType
from mediaquiz.formats.anki.package import Note, pack
from mediaquiz.model.item import Choice, Cloze, Content, Item, Match, Order, Practice, Recall, Short, TrueFalse
from mediaquiz.model.problem import Severity
from mediaquiz.model.stages import Shipment

write = writer("anki")
SPRING = datetime(2026, 4, 1, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder for temporary files is a fresh one, and empty again after each test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert list(folder.iterdir()) == []


def rows(data: bytes, sql: str, folder: Path) -> list[tuple[object, ...]]:
    """What a query finds in the package's collection."""
    path = folder / "collection.anki2"
    path.write_bytes(zipfile.ZipFile(io.BytesIO(data)).read("collection.anki2"))
    with closing(sqlite3.connect(path)) as database:
        return database.execute(sql).fetchall()


def named(thing: Item, course_lang: str = "en") -> dict[str, str]:
    """The fields of an item's note by name."""
    values = fields(thing, replace(deck(), lang=course_lang))
    return dict(zip((name for name, _ in note_type(thing).fields), values, strict=True))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("recall", BASIC),
        ("short", TYPE_IN),
        ("cloze", CLOZE),
        ("choice", CHOICE),
        ("multi", CHOICE),
        ("truefalse", BASIC),
        ("order", BASIC),
        ("list", BASIC),
        ("match", BASIC),
        ("practice", BASIC),
    ],
)
def test_the_note_type_of_each_item_type(name: str, kind: NoteType) -> None:
    assert note_type(item(name, CONTENTS[name])) is kind


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (Recall("Why?", "So."), {"Front": "Why?", "Back": "So.", "Task": ""}),
        (TrueFalse("It is.", True), {"Task": "True or false?", "Back": "<strong>True</strong>"}),
        (TrueFalse("It is.", False, "Not."), {"Back": "<strong>False</strong><br>Not."}),
        (
            CONTENTS["list"],
            {"Task": "Name all 3", "Back": "<ul><li>people / faces</li><li>objects</li><li>light</li></ul>"},
        ),
        (Practice("Do it.", "It works.", "1 week"), {"Task": "Practice · 1 week", "Back": "It works."}),
        (Practice("Do it."), {"Task": "Practice", "Back": "Done? Grade how well it went."}),
        (Short("Who?", "Ada", ("Lovelace", "A. L.")), {"Answer": "Ada", "Accepted": "Also right: Lovelace, A. L."}),
        (Short("Who?", "Ada"), {"Accepted": ""}),
        (Cloze("Ask {{Ada}}.", hint="who"), {"Text": "Ask {{c1::Ada::who}}."}),
        (CONTENTS["choice"], {"Task": "Choose one"}),
        (CONTENTS["multi"], {"Task": "Choose all that apply"}),
    ],
)
def test_fields(content: Content, expected: dict[str, str]) -> None:
    found = named(item("a", content))
    assert {name: found[name] for name in expected} == expected


def test_fields_that_all_notes_have() -> None:
    found = named(item("a", Recall("Why?", "So.")))
    assert found["ID"] == "axxxxxxxxxxx"
    assert found["Lang"] == "en"
    assert found["Lesson"] == "Foundations · 1. What Models Keep"
    assert found["Source"] == "A <strong>seed</strong> decides the random starting point of a picture."
    assert found["Why"].startswith("Chance enters")
    assert found["Extra1"] == found["Extra2"] == ""


def test_korean_items_have_korean_words_around_them() -> None:
    assert named(item("a", TrueFalse("맞아요.", True), lang="ko"))["Back"] == "<strong>참</strong>"
    assert named(item("a", TrueFalse("맞아요.", True)), course_lang="ko-KR")["Back"] == "<strong>참</strong>"
    assert named(item("a", TrueFalse("C'est vrai.", True), lang="fr"))["Back"] == "<strong>True</strong>"


def test_the_right_option_is_marked_and_keeps_its_place() -> None:
    found = named(item("a", Choice("Which?", "two", ("one", "three", "four"))))
    assert found["Answer"].count('class="right"') == 1
    assert '<li class="right">two</li>' in found["Answer"]
    assert found["Options"] == found["Answer"].replace(' class="right"', "").replace(' class="wrong"', "")


def test_an_edited_option_moves_no_other() -> None:
    before = shuffled("a", ["one", "two", "three", "four", "five"])
    after = shuffled("a", ["one", "two", "THREE", "four", "five"])
    assert [text for text in before if text != "three"] == [text for text in after if text != "THREE"]
    assert len({tuple(shuffled(seed, before)) for seed in "abcdefgh"}) > 1


@pytest.mark.parametrize("seed", [f"item{number}" for number in range(20)])
def test_the_front_never_shows_the_right_order(seed: str) -> None:
    order = named(item(seed, Order("Order?", ("a", "b", "c"))))
    assert order["Back"] == "<ol><li>a</li><li>b</li><li>c</li></ol>"
    assert "<li>a</li><li>b</li><li>c</li>" not in order["Front"]
    match = named(item(seed, Match("Match?", (("1", "a"), ("2", "b"), ("3", "c")))))
    assert match["Back"].startswith("<table><tr><td>1</td><td>a</td></tr>")
    assert "<li>a</li><li>b</li><li>c</li>" not in match["Front"]


def test_notes_carry_their_own_times_order_and_identity(tmp_path: Path) -> None:
    changed_at = {"firstxxxxxxx": SPRING, "secondxxxxxx": SUMMER}
    decks = deck(item("second", Recall("2?", "2")), item("first", Recall("1?", "1")), item("third", Recall("3?", "3")))
    data, problems = write(shipment(decks, changed_at=changed_at))
    assert problems == ()
    unknown = datetime(2026, 1, 1, tzinfo=UTC)
    assert rows(data, "SELECT guid, notes.mod, due FROM notes JOIN cards ON nid = notes.id ORDER BY due", tmp_path) == [
        ("mq-secondxxxxxx", int(SUMMER.timestamp()), 1),
        ("mq-firstxxxxxxx", int(SPRING.timestamp()), 2),
        ("mq-thirdxxxxxxx", int(unknown.timestamp()), 3),
    ]


def deck_names(what: Shipment, folder: Path) -> list[object]:
    """The deck of each card in order."""
    sql = """SELECT json_extract(value, '$.name') FROM cards, col, json_each(col.decks)
             WHERE CAST(key AS INTEGER) = did ORDER BY due"""
    return [name for (name,) in rows(write(what)[0], sql, folder)]


@pytest.mark.parametrize(
    ("level", "names"),
    [
        ("course", ["Pictures", "Pictures"]),
        ("track", ["Pictures::Foundations", "Pictures::Motion: One"]),
        ("lesson", ["Pictures::Foundations::What Models Keep", "Pictures::Motion: One::Frames"]),
    ],
)
def test_decks_of_each_depth(level: str, names: list[str], tmp_path: Path) -> None:
    decks = (
        deck(item("a", Recall("a", "a"))),
        deck(item("b", Recall("b", "b")), title="Frames", track="Motion::\x1f One "),
    )
    assert deck_names(shipment(*decks, options={"decks": level}), tmp_path) == names


def test_an_unknown_depth_is_said_and_decks_are_per_track(tmp_path: Path) -> None:
    what = shipment(deck(item("a", Recall("a", "a"))), options={"decks": "moon"})
    assert [problem.code for problem in write(what)[1]] == ["MQ603"]
    assert deck_names(what, tmp_path) == ["Pictures::Foundations"]


def test_spellings_of_one_track_share_a_deck_and_no_track_means_the_course(tmp_path: Path) -> None:
    tracks = ("Motion", "MOTION", "")
    decks = [deck(item(f"i{n}", Recall("q", "a")), track=track, number=n) for n, track in enumerate(tracks)]
    assert deck_names(shipment(*decks), tmp_path) == ["Pictures::Motion", "Pictures::Motion", "Pictures"]


def test_tags_have_no_spaces_and_retired_items_stand_apart(tmp_path: Path) -> None:
    live = item("live", Recall("q", "a"), tags="Mental Model,a::b c,!!!")
    what = shipment(deck(live), retired=(deck(item("gone", Recall("old", "old"))),))
    place = "pictures::foundations::01-what-models-keep"
    assert rows(write(what)[0], "SELECT tags FROM notes ORDER BY id", tmp_path) == [
        (f" {place} mental-model a::b-c mq::type::recall ",),
        (f" {place} mq::type::recall mq::retired ",),
    ]
    assert deck_names(what, tmp_path) == ["Pictures::Foundations", "Pictures (retired)"]


@pytest.mark.parametrize(
    ("content", "code", "reason"),
    [
        (Cloze("No deletion here."), "MQ501", "one {{deletion}}"),
        (Cloze("An empty {{ }} one."), "MQ501", "one {{deletion}}"),
        (Cloze("{{Two}} at {{once}}."), "MQ501", "one {{deletion}}"),
        (Cloze("An invisible {{\u200b}} one."), "MQ501", "one {{deletion}}"),
        (Recall("\u200b", "a"), "MQ501", "question is empty"),
        (Recall("q", " \n"), "MQ501", "answer is empty"),
    ],
)
def test_an_item_without_a_card_is_refused_by_name(content: Content, code: str, reason: str, tmp_path: Path) -> None:
    data, (problem,) = write(shipment(deck(item("bad", content), item("good", Recall("q", "a")))))
    assert (problem.code, problem.severity) == (code, Severity.ERROR)
    assert "badxxxxxxxxx" in problem.message
    assert reason in problem.message
    assert rows(data, "SELECT guid FROM notes", tmp_path) == [("mq-goodxxxxxxxx",)]


def test_an_id_goes_out_once_and_never_empty(tmp_path: Path) -> None:
    twice = item("a", Recall("q", "a"))
    nameless = replace(twice, id="")
    data, problems = write(shipment(deck(twice, twice, nameless), retired=(deck(twice),)))
    assert [problem.code for problem in problems] == ["MQ308", "MQ312", "MQ308"]
    assert rows(data, "SELECT guid FROM notes", tmp_path) == [("mq-axxxxxxxxxxx",)]


def test_nothing_to_export_is_a_problem_and_still_a_package(tmp_path: Path) -> None:
    data, (problem,) = write(shipment())
    assert problem.code == "MQ503"
    assert rows(data, "SELECT count(*) FROM notes", tmp_path) == [(0,)]


def test_the_same_shipment_gives_the_same_bytes_at_any_time() -> None:
    what = shipment(deck(*sample_items()), changed_at={"recallxxxxxx": SPRING})
    assert write(what)[0] == write(replace(what, now=SUMMER))[0]


def test_the_archive_is_deflated_and_dateless() -> None:
    for entry in zipfile.ZipFile(io.BytesIO(write(shipment(deck(*sample_items())))[0])).infolist():
        assert entry.compress_type == zipfile.ZIP_DEFLATED
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_no_folder_for_temporary_files_is_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    data, problems = write(shipment(deck(*sample_items())))
    assert data
    assert problems == ()


def calls_for(count: int) -> int:
    """How many Python and C functions are called to write so many notes."""
    what = shipment(
        *(deck(*(item(f"{n}-{m}", Recall("q", "a")) for m in range(10)), track=f"{n}") for n in range(count))
    )
    calls = 0

    def count_call(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count_call)
    try:
        write(what)
    finally:
        sys.setprofile(None)
    return calls


def test_work_grows_with_the_notes_and_no_faster() -> None:
    calls_for(1)
    assert calls_for(80) < 4.2 * calls_for(20)


def test_notes_are_gone_once_their_rows_stand(tmp_path: Path) -> None:
    alive = []

    def notes(count: int) -> Iterator[Note]:
        for place in range(count):
            if place % 500 == 0:
                alive.append(sum(type(thing) is Note for thing in gc.get_objects()))
            yield Note(f"mq-{place}", BASIC, ("q", "a"), (), "Pictures", place, SPRING)

    data = pack(notes(2500), {BASIC: SPRING}, SPRING)
    assert rows(data, "SELECT count(*) FROM notes JOIN cards ON nid = notes.id", tmp_path) == [(2500,)]
    assert max(alive) <= 1000


@pytest.mark.parametrize("table", ["notes", "cards"])
def test_rows_are_those_that_genanki_writes(table: str, tmp_path: Path) -> None:
    course = shipment(deck(*sample_items()))
    data, _ = write(course)
    model = {
        kind.id: genanki.Model(
            kind.id,
            fields=[{"name": name} for name, _ in kind.fields],
            templates=[{"name": "Card", "qfmt": kind.front, "afmt": kind.back}],
            model_type=int(kind.cloze),
        )
        for kind in NOTE_TYPES
    }
    with closing(sqlite3.connect(":memory:")) as database:
        cursor, ids = database.cursor(), itertools.count(int(UNCHANGED.timestamp()) * 1000)
        genanki.Package([]).write_to_db(cursor, 0, ids)
        (home,) = rows(data, "SELECT DISTINCT did FROM cards", tmp_path)[0]
        for place, one in enumerate(sample_items(), start=1):
            entry = Entry(one, course.decks[0], retired=False)
            note = genanki.Note(
                model[note_type(one).id], list(fields(one, course.decks[0])), tags=list(tags(course, entry)),
                guid=f"mq-{one.id}", due=place,
            )  # fmt: skip
            note.write_to_db(cursor, UNCHANGED.timestamp(), home, ids)
        assert rows(data, f"SELECT * FROM {table}", tmp_path) == cursor.execute(f"SELECT * FROM {table}").fetchall()


def test_pictures_go_along_under_names_that_tell_their_content(tmp_path: Path) -> None:
    shown = item("a", Recall("What is ![a jar](media/jar.png)?", "![](media/jar.png) and ![a lid](media/lid.png)"))
    what = replace(shipment(deck(shown)), media={"media/jar.png": b"PNG", "media/unused.png": b"unused"})
    archive = zipfile.ZipFile(io.BytesIO(write(what)[0]))
    (name,) = json.loads(archive.read("media")).values()
    assert name == f"mq-{hashlib.sha256(b'PNG').hexdigest()[:16]}.png"
    assert archive.read("0") == b"PNG"
    ((fields_now,),) = rows(write(what)[0], "SELECT flds FROM notes", tmp_path)
    front, back = str(fields_now).split("\x1f")[:2]
    assert front == f'What is <img src="{name}" alt="a jar">?'
    assert back == f'<img src="{name}" alt=""> and a lid'


def test_a_course_with_an_address_links_its_lessons() -> None:
    found = fields(item("a", Recall("q", "a")), deck(title="A & B"), site="https://example.org/course/lessons/")
    assert found[5].startswith('<a href="https://example.org/course/lessons/01-a-%26-b.md">Foundations')
    assert "<a" not in fields(item("a", Recall("q", "a")), deck(), site="javascript:alert(1)")[5]


def test_answers_are_read_aloud_in_their_language_where_wanted() -> None:
    names = [name for name, _ in BASIC.fields]
    said = dict(zip(names, fields(item("a", Recall("q", "the **seed**")), deck(), speech=True), strict=True))
    assert (said["Extra1"], said["Extra2"]) == ("the seed", "")
    korean = dict(zip(names, fields(item("a", Recall("q", "시드"), lang="ko"), deck(), speech=True), strict=True))
    assert (korean["Extra1"], korean["Extra2"]) == ("", "시드")


def test_options_that_speak_of_the_others_keep_their_place() -> None:
    loose = named(item("a", Choice("Which?", "two", ("one", "three"))))
    fixed = named(item("a", Choice("Which?", "two", ("one", "All of the above"))))
    korean = named(item("a", Choice("무엇?", "둘", ("하나", "위의 모두"))))
    assert ["fixed" in found["Options"] for found in (loose, fixed, korean)] == [False, True, True]
