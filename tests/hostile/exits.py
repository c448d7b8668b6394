"""Every way out of mediaquiz, and what must be true of the bytes that leave by it, whatever the texts of the items.

``CHECKS`` has a check for each format: it reads the bytes with a library that is not ours and fails when a text became
more than text. ``items`` puts one text everywhere that an item has a text.
"""

import csv
import io
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
from lxml import etree, html

from mediaquiz.app.assemble import Request, assemble
from mediaquiz.formats import writer
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import (
    Choice,
    Cloze,
    Content,
    Item,
    ListAll,
    Match,
    Multi,
    Order,
    Practice,
    Provenance,
    Recall,
    Short,
    TrueFalse,
)
from mediaquiz.model.stages import Shipment
from mediaquiz.text import clean, one_line

csv.field_size_limit(10_000_000)
NOW = datetime(2026, 3, 1, tzinfo=UTC)
LIVE_TAGS = {
    "script",
    "iframe",
    "object",
    "embed",
    "form",
    "svg",
    "link",
    "meta",
    "base",
    "style",
    "a",
    "input",
    "video",
}
_FORMULA = re.compile(r"[\t\r ]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?[\d.,]+")


def contents(texts: Sequence[str]) -> Iterator[Content]:
    """A content of each type, of these texts."""
    one, two, three, four = (texts[place % len(texts)] for place in range(4))
    bare = one_line(one.replace("{", "").replace("}", "")) or "x"
    yield Recall(one, two)
    yield Short(one, one_line(two) or "x", (one_line(three) or "y",))
    yield Cloze(f"Before {{{{{bare}}}}} after.", (bare,), two)
    yield Choice(one, f"1 {two}", (f"2 {three}", f"3 {four}"))
    yield Multi(one, (f"1 {two}", f"2 {two}"), (f"3 {three}",))
    yield TrueFalse(one, False, two)
    yield Order(one, (f"1 {two}", f"2 {three}", f"3 {four}"))
    yield ListAll(one, (f"1 {one_line(two)}", f"2 {one_line(three)}"))
    yield Match(one, ((f"1 {two}", f"a {two}"), (f"2 {three}", f"b {three}"), (f"3 {four}", f"c {four}")))
    yield Practice(one, two, three)


def items(texts: Sequence[str]) -> tuple[Item, ...]:
    """An item of each type with these texts everywhere."""
    one = texts[0]
    return tuple(
        Item(
            f"h{place:02d}aaaaaaaaa",
            content,
            explain=one,
            concept=one_line(one),
            tags=(one_line(one),),
            source=Provenance("0" * 12, "hostile", one),
            notes=one,
            context=one_line(one),
        )
        for place, content in enumerate(contents(texts))
    )


def shipment(texts: Sequence[str], name: str = "hostile", **options: str) -> Shipment:
    """A course of such items, called so; ``options`` are the format's own."""
    title = one_line(texts[0])
    deck = Deck(f"decks/{name}.yaml", f"lessons/{name}.md", title, title, 1, "en", items=items(texts))
    forms, _ = assemble((deck,), Request(seed=1))
    return Shipment("course", title, (deck,), NOW, options={"title": title, **options}, forms=forms)


def written(name: str, texts: Sequence[str]) -> bytes:
    """What a format writes of these texts."""
    return writer(name)(shipment(list(map(clean, texts))))[0]


def assert_clean(texts: Iterable[str]) -> None:
    """No text has a character that could do something to a terminal or hide from a reader."""
    for text in texts:
        assert clean(text) == text, f"not clean: {text!r}"


def assert_inert(body: str) -> None:
    """Nothing in a piece of HTML can run, load, or lead away."""
    if not body.strip():
        return
    for element in html.fragment_fromstring(body, create_parent="div").iter():
        if not isinstance(element.tag, str):
            raise AssertionError(f"a comment or an instruction: {element}")
        assert element.tag not in LIVE_TAGS, f"a live element: {element.tag}"
        for key, value in element.attrib.items():
            assert not str(key).startswith("on"), f"a handler: {key}"
            assert not re.match(r"\s*(javascript|data|vbscript|https?|//)", str(value), re.I), f"an address: {value}"


def _page(data: bytes) -> None:
    """A page: one script and one style of ours, a policy that names them, no address, no handler."""
    text = data.decode("utf-8")
    assert_clean([text])
    tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    assert "Content-Security-Policy" in text
    assert len(tree.xpath("//script[not(@type='application/json')]")) == 1
    assert len(tree.xpath("//style")) == 1
    for element in tree.iter(etree.Element):
        assert element.tag not in {"iframe", "object", "embed", "base", "link", "svg", "video", "img"}, element.tag
        assert not [key for key in element.attrib if key.startswith("on")], dict(element.attrib)
        assert not [key for key in ("href", "src", "action") if "//" in element.get(key, "")], dict(element.attrib)
    for script in tree.xpath("//script[@type='application/json']"):
        json.loads(script.text)


def _moodle(data: bytes) -> None:
    tree = etree.fromstring(data)
    for text in tree.iterfind(".//*[@format='html']/text"):
        assert_inert((text.text or "").replace("@@PLUGINFILE@@/", ""))
    assert_clean(text for text in tree.itertext() if text)


def _gift(data: bytes) -> None:
    """One pair of braces a question, one category, no comment but ours: no text became any of them."""
    text = data.decode("utf-8")
    assert_clean([text])
    heads = [line for line in text.splitlines() if line.startswith(("$", "//"))]
    assert [line for line in heads if line.startswith("$")] == heads[:1]
    assert all(line.startswith("// [id:h") for line in heads[1:])
    bare = "".join(re.sub(r"\\.", "", line) for line in text.splitlines() if line not in heads)
    assert bare.count("{") == bare.count("}") == len(heads) - 1


def _zip_of_xml(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            assert not name.startswith("/") and ".." not in name.split("/") and clean(name) == name
            if name.endswith(".xml"):
                tree = etree.fromstring(archive.read(name))
                assert_clean(text for text in tree.itertext() if text)
                live = [element.tag for element in tree.iter(etree.Element) if _local(element) in LIVE_TAGS - {"a"}]
                assert not live, live
                for text in tree.iter("{*}mattext"):
                    assert_inert(text.text or "") if text.get("texttype") == "text/html" else None


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _sheet(data: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"], "a formula"
    assert not [cell.value for cell in cells if cell.hyperlink], "a link"


def _table(data: bytes) -> None:
    text = data.decode("utf-8-sig")
    assert_clean([text.replace("\r\n", "\n")])
    assert_no_formula(csv.reader(io.StringIO(text, newline="")))


def assert_no_formula(rows: Iterable[Sequence[str]]) -> None:
    """No cell of a table is one that a spreadsheet runs."""
    formulas = [cell for row in rows for cell in row if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell)]
    assert not formulas, formulas


def _anki(data: bytes) -> None:
    """Notes with as many fields as their type has, in which nothing is live."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert all(re.fullmatch(r"[\w.-]+", name) for name in archive.namelist())
            path = Path(archive.extract(next(n for n in archive.namelist() if n.startswith("collection.")), folder))
        base = sqlite3.connect(path)
        types = json.loads(base.execute("select models from col").fetchone()[0])
        notes = base.execute("select mid, flds, tags from notes").fetchall()
        base.close()
    assert len(notes) == 10
    for kind, fields, tags in notes:
        values = fields.split("\x1f")
        assert len(values) == len(types[str(kind)]["flds"])
        assert_clean([*values, tags])
        for value in values:
            assert_inert(value)
            assert not re.search(r"\[(sound|anki|latex|\$)|\{\{(?!c1::)|<\$", value), value


def _anki_text(data: bytes) -> None:
    """One line a note, with as many columns as the head says."""
    lines = data.decode("utf-8").splitlines()
    rows = list(csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    assert len({len(row) for row in rows}) <= 1
    for row in rows:
        assert_clean(row)


def _markdown(data: bytes) -> None:
    """What a Markdown program makes of it has no element but those of text."""
    from markdown_it import MarkdownIt

    assert_clean([data.decode("utf-8")])
    rendered = MarkdownIt("commonmark").enable("table").render(data.decode("utf-8"))
    for element in html.fragment_fromstring(rendered, create_parent="div").iter(etree.Element):
        assert element.tag not in LIVE_TAGS, element.tag


def _pdf(data: bytes) -> None:
    assert data.startswith(b"%PDF-")
    assert not [name for name in (b"/JavaScript", b"/JS ", b"/Launch", b"/EmbeddedFile", b"/URI") if name in data]


CHECKS: dict[str, Callable[[bytes], None]] = {
    "anki": _anki,
    "anki-text": _anki_text,
    "html": _page,
    "pdf": _pdf,
    "markdown": _markdown,
    "moodle": _moodle,
    "gift": _gift,
    "canvas": _zip_of_xml,
    "qti": _zip_of_xml,
    "kahoot": _sheet,
    "csv": _table,
}
"""For each format of ``export`` what must be true of its bytes."""
