"""Office files: what is said of a broken one and of one whose reader is not installed; a real one is read."""

import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from mediaquiz.app import extract, office

WORDS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Rivers</w:t></w:r></w:p>
<w:p><w:r><w:t>A river bends where its ground is soft.</w:t></w:r></w:p></w:body></w:document>"""
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""


def packed(**extra: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", TYPES)
        parts.writestr("_rels/.rels", RELATIONS)
        parts.writestr("word/document.xml", WORDS)
        for name, data in extra.items():
            parts.writestr(name, data)
    return file.getvalue()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_word_file_is_a_lesson(tmp_path: Path) -> None:
    pytest.importorskip("markitdown")
    file = tmp_path / "rivers.docx"
    file.write_bytes(packed())
    lesson = extract.from_file(file).lesson
    assert lesson.title == "Rivers"
    assert [block.text for block in lesson.blocks] == ["A river bends where its ground is soft."]


@pytest.mark.parametrize("suffix", office.KINDS)
def test_without_the_extra_the_hint_says_how_to_get_it(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "markitdown", None)
    text, (problem,) = office.to_markdown(b"", suffix, f"a{suffix}")
    assert text == ""
    assert problem.code == "MQ106"
    assert "mediaquiz[office]" in problem.hint


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("suffix", office.KINDS)
@pytest.mark.parametrize("data", [b"", b"no office file", packed()[:300]], ids=["empty", "text", "half"])
def test_a_broken_file_is_told(suffix: str, data: bytes) -> None:
    pytest.importorskip("markitdown")
    text, problems = office.to_markdown(data, suffix, f"a{suffix}")
    assert text == ""
    assert [problem.code for problem in problems] in (["MQ103"], [])


def test_a_file_that_unpacks_to_far_more_is_not_unpacked() -> None:
    bomb = packed(bomb=b"0" * (office.LARGEST + 1))
    assert len(bomb) < office.LARGEST // 500
    assert not office.is_sound(bomb)
    assert office.is_sound(packed())
