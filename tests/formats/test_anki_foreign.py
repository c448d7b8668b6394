"""Packages from anywhere: other people's notes become items, and what is broken or hostile is refused in words."""

import io
import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
import zstandard

from mediaquiz.formats import reader
from mediaquiz.formats.anki.archive import is_plain_name
from mediaquiz.formats.anki.plain import plain
from mediaquiz.formats.anki.render import side
from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.item import Cloze, Recall, Short

anki = pytest.importorskip("anki.collection", reason="needs the anki package")
PNG = b"\x89PNG\r\n\x1a\n"


def collection_with_notes(folder: Path) -> Any:
    collection = anki.Collection(str(folder / "c.anki2"))
    deck = collection.decks.id("French::Verbs")

    def add(kind: str, tags: str, *fields: str) -> None:
        note = collection.new_note(collection.models.by_name(kind))
        note.fields = list(fields)
        note.tags = tags.split()
        collection.add_note(note, deck)

    collection.media.write_data("le chat.png", PNG)
    add("Basic", "unit::1 leech", "What is <b>chat</b>?<br><img src='le chat.png' alt='?'>", "a cat")
    add("Basic (and reversed card)", "", "aller", "to go")
    add("Basic (type in the answer)", "", "1 + 1", "2")
    add("Cloze", "", "{{c1::Paris}} lies on the {{c2::Seine::river}}.", "France")
    add("Cloze", "", "{{c1::a}} and {{c1::b}}", "")
    collection.decks.select(deck)
    collection.sched.answerCard(collection.sched.getCard(), 3)
    return collection


def package(collection: Any, folder: Path, legacy: bool = False) -> bytes:
    path = folder / "out.apkg"
    options = anki.ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=legacy)
    collection.export_anki_package(out_path=str(path), options=options, limit=None)
    return path.read_bytes()


def read(data: bytes, **options: str) -> tuple[Arrival, list[str]]:
    arrival, problems = reader("anki")(Parcel("other.apkg", data, options))
    return arrival, [f"{problem.code} {problem.message}" for problem in problems]


@pytest.mark.parametrize("legacy", [False, True])
def test_notes_of_others_become_items(tmp_path: Path, legacy: bool) -> None:
    collection = collection_with_notes(tmp_path)
    arrival, problems = read(package(collection, tmp_path, legacy))
    collection.close()
    assert problems == []
    (picture,) = arrival.media
    assert [one.item.content for one in arrival.items] == [
        Recall(f"What is **chat**?\n![?]({picture})", "a cat"),
        Recall("aller", "to go"),
        Recall("to go", "aller"),
        Short("1 + 1", "2"),
        Cloze("{{Paris}} lies on the Seine."),
        Cloze("Paris lies on the {{Seine}}.", hint="river"),
        Recall("____ and ____", "a; b"),
    ]
    assert arrival.media[picture] == PNG
    assert arrival.items[0].item.tags == ("unit::1", "deck::French::Verbs")
    assert arrival.items[4].item.explain == "France"
    assert len({one.key for one in arrival.items}) == len(arrival.items)
    assert (arrival.title, arrival.reviews) == ("French::Verbs", ())


def test_their_history_comes_on_request(tmp_path: Path) -> None:
    collection = collection_with_notes(tmp_path)
    data = package(collection, tmp_path)
    collection.close()
    (review,) = read(data, history="on")[0].reviews
    assert (review.item, review.rating) == (read(data)[0].items[0].key, 3)


def database(*statements: str) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript(";".join(statements))
    data = connection.serialize()
    connection.close()
    return data


def archive(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "."), data)
    return buffer.getvalue()


TABLES = (
    "CREATE TABLE col (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags)",
    "CREATE TABLE notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)",
    "CREATE TABLE cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid)",
    "CREATE TABLE revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)",
)
ENDLESS = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT n AS id FROM t"
GOOD = database(*TABLES)
BROKEN = {
    "no zip": (b"hello", "no zip archive"),
    "an empty zip": (archive(), "no collection"),
    "no database": (archive(collection__anki2=b"hello" * 999), "damaged"),
    "an empty database": (archive(collection__anki2=b""), "damaged"),
    "another program's database": (archive(collection__anki2=database("CREATE TABLE x (y)")), "not Anki's"),
    "no collection row": (archive(collection__anki2=GOOD), "not Anki's"),
    "half a database": (archive(collection__anki2=GOOD[: len(GOOD) // 2]), "database"),
    "a newer collection": (
        archive(collection__anki2=database(*TABLES, "INSERT INTO col (ver) VALUES (99)")),
        "version 99",
    ),
    "a view that never ends": (
        archive(collection__anki2=database(*TABLES[:1], *TABLES[2:], f"CREATE VIEW notes AS {ENDLESS}")),
        "not Anki's",
    ),
    "no zstd": (archive(collection__anki21b=b"hello"), "damaged"),
    "a zstd bomb": (archive(collection__anki21b=zstandard.compress(b"\0" * (1 << 29 | 1))), "larger than"),
    "a damaged list of media": (archive(collection__anki2=GOOD, media=b"{"), "list of media"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_package_is_refused_in_words(name: str) -> None:
    data, said = BROKEN[name]
    arrival, problems = read(data)
    assert arrival == Arrival()
    assert len(problems) == 1
    assert problems[0].startswith("MQ701")
    assert said in problems[0]


def test_wrong_values_in_a_collection_are_read_as_what_they_must_be() -> None:
    models = {
        "1": {"name": "M", "type": 0, "flds": [{"name": "F"}, 3], "tmpls": [{"qfmt": "{{F}}", "afmt": 5}]},
        "x": 1,
    }
    rows = (
        f"INSERT INTO col (ver, crt, conf, models, decks) VALUES (11, 'x', '[]', '{json.dumps(models)}', NULL)",
        "INSERT INTO notes (id, guid, mid, flds) VALUES (1, NULL, 1, x'ff00'), (2, 'g', 77, 'a'), (3, 'h', 1, 'front')",
        "INSERT INTO cards (id, nid, ord, due) VALUES (1, 3, 0, 'soon'), (2, 2, 99, 9e99), (3, 1, -1, NULL)",
        "INSERT INTO revlog (id, cid, ease, type) VALUES (9e18, 1, 3, 0), (-5, 1, 2, 0), ('x', 1, 'y', NULL)",
    )
    arrival, problems = read(archive(collection__anki2=database(*TABLES, *rows)), history="on")
    assert [one.item.content for one in arrival.items] == [Recall("front", "5")]
    assert len(problems) == 2
    assert arrival.reviews == ()


def test_media_with_names_of_paths_are_left_and_told() -> None:
    row = "INSERT INTO col (ver, crt, conf, models, decks) VALUES (11, 0, '{}', '{}', '{}')"
    listing = json.dumps({"0": "../../etc/passwd", "1": "good.png"}).encode()
    data = archive(collection__anki2=database(*TABLES, row), media=listing)
    assert any("'../../etc/passwd' did not come in" in problem for problem in read(data)[1])


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("le chat.png", True),
        ("고양이.jpg", True),
        ("../x.png", False),
        ("/etc/passwd", False),
        ("..\\x.png", False),
        ("C:x.png", False),
        ("a\x00.png", False),
        (".hidden", False),
        ("con.png", False),
        ("", False),
    ],
)
def test_names_of_media_are_names_and_no_paths(name: str, safe: bool) -> None:
    assert is_plain_name(name) == safe


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div>a</div><div>b</div>", "a\nb"),
        ("a<br>\n b", "a\nb"),
        ("<ul><li>x</li><li>y</li></ul>", "- x\n- y"),
        ("<script>alert(1)</script>x<style>y</style>", "x"),
        ("a &lt;b&gt; &amp;nbsp;", "a <b> &nbsp;"),
        ("[sound:a b.mp3]", "![](a b.mp3)"),
        ("[anki:tts lang=en_US]said[/anki:tts]", "said"),
        ("\x1b[31mred\u202e", "[31mred"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<b></b>x<!-- y -->", "x"),
        ("<" * 50_000, "<" * 50_000),
    ],
)
def test_html_as_text(html: str, text: str) -> None:
    assert plain(html) == text


@pytest.mark.parametrize(
    ("template", "front", "shown"),
    [
        ("{{A}} {{text:B}}", True, "a b"),
        ("{{#B}}yes{{/B}}{{^B}}no{{/B}}", True, "yes"),
        ("{{#None}}yes{{/None}}{{^None}}no{{/None}}", True, "no"),
        ("{{FrontSide}}<hr>{{B}}", False, "<hr>b"),
        ("{{type:A}}{{hint:B}}x", True, "x"),
        ("{{type:A}}{{hint:B}}", False, "ab"),
        ("{{tts en_US:A}}{{Tags}}<!-- {{A}} -->x{{/A}}", True, "x"),
    ],
)
def test_templates(template: str, front: bool, shown: str) -> None:
    assert side(template, {"A": "a", "B": "b"}, front=front) == shown


@pytest.mark.parametrize("field", ["a <![pt>al", "a <![\u00e6`2[j<<p>", "<![CDATA[a]]>", "<![if x]>a<![endif]>"])
def test_a_marked_section_of_a_field_is_text(field: str) -> None:
    assert "<![" in plain(field)
