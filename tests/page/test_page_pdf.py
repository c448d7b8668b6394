"""The PDF: real text in real fonts, a name field, the form on every page, the key on pages of its own."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import papers
import pytest
from paper_text import needs_poppler, needs_weasyprint, pages, tool

from mediaquiz.formats import writer
from mediaquiz.model.item import Choice, Item
from mediaquiz.model.stages import Shipment
from mediaquiz.model.views import answer_text, prompt

KOREAN = {
    "short": papers.Short("반죽을 부풀게 하는 것은 무엇인가요?", "효모", ("이스트",)),
    "choice": papers.KOREAN,
    "recall": papers.Recall("반죽은 왜 쉬게 하나요?", "글루텐이 풀려서 모양을 잡기 쉬워져요."),
}


def made(folder: Path, shipment: Shipment) -> Path:
    data, problems = writer("pdf")(shipment)
    assert problems == ()
    path = folder / "test.pdf"
    path.write_bytes(data)
    return path


def missing(path: Path, shipment: Shipment) -> list[str]:
    """The texts of a shipment that the PDF does not give back."""
    found = "".join(tool("pdftotext", "-raw", str(path), "-").split())
    texts = [text for form in shipment.forms for question in form.questions for text in texts_of(question.item)]
    return [text for text in texts if "".join(text.split()) not in found]


def texts_of(item: Item) -> list[str]:
    asked = prompt(item.content).split("____")
    options = [item.content.key, *item.content.distractors] if isinstance(item.content, Choice) else []
    return [*asked, *options, *answer_text(item.content).replace(" = ", " – ").split("; ")]


@needs_poppler
@needs_weasyprint
def test_all_text_comes_back_korean_included_in_embedded_fonts(tmp_path: Path) -> None:
    contents = {name: papers.CONTENTS[name] for name in papers.CONTENTS if name != "truefalse"}
    shipment = papers.shipment(papers.deck(contents), papers.deck(KOREAN, title="빵"), lang="ko")
    path = made(tmp_path, shipment)
    assert missing(path, shipment) == []
    fonts = tool("pdffonts", str(path)).splitlines()[2:]
    assert fonts
    for font in fonts:
        assert "Type 3" not in font
        assert re.search(r" yes (?:yes|no ) yes ", font), f"not embedded, or without a way back to text: {font}"
    found = pages(path)
    assert re.search("이름.*반.*날짜.*점수", found[0])
    assert "정답표" in found[-1] and "정답표" not in "".join(found[:-1])
    assert "효모" in found[-1]


@pytest.mark.slow
@needs_poppler
@needs_weasyprint
def test_a_text_that_is_not_there_is_missed(tmp_path: Path) -> None:
    shipment = papers.shipment(papers.deck({"choice": papers.CONTENTS["choice"]}))
    other = papers.shipment(papers.deck({"choice": papers.KOREAN}))
    assert missing(made(tmp_path, shipment), other) == [
        "반죽을 쉬게 하면 무엇이 풀리나요?",
        "글루텐",
        "소금",
        "설탕",
        "효모",
        "글루텐",
    ]


@pytest.mark.slow
@needs_poppler
@needs_weasyprint
def test_each_page_says_form_and_seed_and_each_form_begins_a_page(tmp_path: Path) -> None:
    contents = {f"{name}{at}": content for at in range(3) for name, content in papers.CONTENTS.items()}
    shipment = papers.shipment(papers.deck(contents), forms=["A", "B"])
    paper = pages(
        made(tmp_path, replace(shipment, forms=shipment.forms[:1], options={**shipment.options, "key": "none"}))
    )
    assert len(paper) > 2
    assert all("Bread and dough · Form A · seed 17" in page for page in paper)
    assert "Answer key" not in "".join(paper)
    keys = pages(made(tmp_path, replace(shipment, options={**shipment.options, "key": "only"})))
    assert [page.count("Answer key") for page in keys] == [1, 0, 1, 0] or [
        page.count("Answer key") for page in keys
    ] == [1, 1]
    for name, key in zip("AB", (keys[0], keys[-1]), strict=True):
        assert f"Form {name} · seed 17" in key


@pytest.mark.slow
@needs_poppler
@needs_weasyprint
def test_no_question_is_torn_over_two_pages(tmp_path: Path) -> None:
    contents = {
        f"choice{at:02}": Choice(f"Question {at:02}?", f"a{at:02}", (f"b{at:02}", f"c{at:02}", f"d{at:02}"))
        for at in range(40)
    }
    found = pages(made(tmp_path, papers.shipment(papers.deck(contents), key="none")))
    for at in range(40):
        on = {
            number
            for number, page in enumerate(found)
            for text in (f"Question {at:02}?", *(f"{letter}{at:02}" for letter in "abcd"))
            if text in page
        }
        assert len(on) == 1


@needs_weasyprint
def test_item_ids_stand_in_the_file_so_that_it_can_be_excluded_later(tmp_path: Path) -> None:
    data = made(tmp_path, papers.every_type()).read_bytes()
    assert all(name.ljust(12, "x").encode() in data for name in papers.CONTENTS)


@needs_weasyprint
def test_letters_without_a_font_are_told() -> None:
    data, problems = writer("pdf")(
        papers.shipment(papers.deck({"tangut": papers.Recall("Who reads \U00017000?", "Few.")}))
    )
    assert data.startswith(b"%PDF")
    assert "MQ510 no font on this machine has \U00017000." in str(problems[0])


def test_without_weasyprint_it_says_how_to_get_it_and_what_else_to_do(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['weasyprint'] = None\n"
        "from mediaquiz.formats import writer\n"
        "import papers\n"
        "try:\n    writer('pdf')(papers.every_type())\n"
        "except Exception as why:\n    print(type(why).__name__, why, why.hint)\n"
    )
    here = Path(__file__).parent
    told = subprocess.run([sys.executable, "-c", code], cwd=here, check=True, capture_output=True, text=True).stdout
    assert told.startswith("MediaquizError PDF needs WeasyPrint")
    assert "mediaquiz[pdf]" in told and "export html" in told


@needs_weasyprint
def test_nothing_outside_the_page_is_read(tmp_path: Path) -> None:
    pictures = "".join(f'<img src="{url}">' for url in (f"file://{__file__}", "http://127.0.0.1:9/x"))
    own = f'{{% extends "page.html" %}}{{% block header %}}{pictures}{{% endblock %}}'
    shipment = replace(papers.every_type(), options={"template": own, "template.path": "own.html"})
    assert made(tmp_path, shipment).stat().st_size > 1000
