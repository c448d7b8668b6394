"""Markdown: what a renderer shows is what the items say, whatever they hold."""

import html
import re

import papers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mediaquiz.formats import writer
from mediaquiz.formats.page.markdown import lines, plain
from mediaquiz.formats.richtext import rich
from mediaquiz.model.item import Choice, Cloze, Recall
from mediaquiz.model.stages import Shipment
from mediaquiz.text import clean, one_line

HOSTILE = st.text(st.sampled_from("abc가 \t\n0123456789.)(#*+-_=`~<>[]!|\\&;:{}$\"'/")) | st.text()


def written(shipment: Shipment) -> str:
    data, problems = writer("markdown")(shipment)
    assert problems == ()
    return data.decode()


def shown(markdown: str) -> str:
    """What a renderer shows, as text."""
    return text_of(MarkdownIt("commonmark").enable("table").render(markdown))


def text_of(page: str) -> str:
    """The text of a piece of HTML, without white space."""
    return "".join(html.unescape(re.sub("<[^>]*>", " ", page)).split())


def meant(text: str) -> str:
    """What the text says without its marks."""
    return text_of(rich(one_line(clean(text))))


@given(HOSTILE)
def test_a_text_on_a_line_is_shown_as_it_is(text: str) -> None:
    assert shown(plain(text)) == meant(text)
    assert shown(f"- {plain(text)}") == meant(text)


@given(HOSTILE)
def test_a_text_of_several_lines_is_shown_as_it_is(text: str) -> None:
    drawn = "```" in lines(text)
    assert shown(lines(text)) == (text_of(html.escape(clean(text))) if drawn else meant_lines(text))


def meant_lines(text: str) -> str:
    return "".join(meant(row) for row in clean(text).split("\n"))


@pytest.mark.parametrize(
    "text, element",
    [
        ("What does `git add -p` do?", "<code>git add -p</code>"),
        ("The **first** one", "<strong>first</strong>"),
        ("**시드(seed)**는 무엇인가요?", "<strong>시드(seed)</strong>"),
        ("An *odd* one", "<em>odd</em>"),
        ("![a loaf](media/loaf.png)", '<img src="media/loaf.png" alt="a loaf" />'),
        ("![a loaf](https://example.org/loaf.png)", "![a loaf](https://example.org/loaf.png)"),
        ("a <b>b</b> & c", "a &lt;b&gt;b&lt;/b&gt; &amp; c"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_code_emphasis_and_pictures_become_markdown(text: str, element: str) -> None:
    assert element in MarkdownIt("commonmark").render(plain(text))


def test_a_form_and_its_key(request: pytest.FixtureRequest) -> None:
    shipment = papers.shipment(papers.deck(papers.CONTENTS), forms=["A"])
    golden = request.path.with_name("form-a.md")
    assert written(shipment) == golden.read_text(encoding="utf-8")


def test_the_key_may_stand_apart_or_be_left_out() -> None:
    deck = papers.deck({"choice": Choice("Which tree?", "oak", ("ash",)), "why": Recall("Why?", "So it is.")})
    without, only = written(papers.shipment(deck, key="none")), written(papers.shipment(deck, key="only"))
    assert "So it is." not in without and "Which tree?" in without
    assert "So it is." in only and "Which tree?" not in only and "choicexxxxxx" in only


def test_a_cloze_shows_a_gap_and_keeps_its_answer() -> None:
    deck = papers.deck({"cloze": Cloze("The *{{oak}}* stands.", hint="a tree")})
    text = written(papers.shipment(deck, key="none"))
    assert "oak" not in text and "(a tree)" in text


def test_a_gap_may_stand_in_code() -> None:
    deck = papers.deck({"cloze": Cloze("Run `git {{stash}}` first.")})
    assert "<code>git ________</code>" in MarkdownIt("commonmark").render(written(papers.shipment(deck, key="none")))


def test_a_drawing_stays_a_drawing() -> None:
    drawing = "Where to?\n\n  a ──▶ b\n  ```\n  c"
    assert "\n  a ──▶ b\n  ```\n" in MarkdownIt("commonmark").render(lines(drawing))
