"""Plain text as the HTML of an Anki field: what shows is the text, and nothing in it is active."""

import html
import re
from html.parser import HTMLParser

import pytest
from anki_samples import FLOW, deck, item
from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.formats.anki import markup
from mediaquiz.formats.anki.notes import fields, flaw
from mediaquiz.model.item import (
    Choice,
    Cloze,
    Content,
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
from mediaquiz.text import clean, one_line

ALLOWED_TAGS = {"br", "pre", "code", "strong", "em", "ul", "ol", "li", "table", "tr", "td", "div", "span"}
ALLOWED_CLASSES = {"options", "options fixed", "sides", "right", "wrong", "mathjax_process"}
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<your name here>",
    "</div></article><style>*{display:none}</style>",
    "[sound:x.mp3]",
    "[latex]\\input{/etc/passwd}[/latex]",
    "[$]x[/$]",
    "\\(x\\) \\[y\\]",
    "\\[sound:x.mp3]\\]",
    "all of the above",
    "{{c1::x}}",
    "{{Front}}",
    "}}",
    "::",
    "\x1f",
    "&lt;b&gt;",
    '" onmouseover="x',
    "a<b & c>d",
    "**",
    "*x*",
    "`",
    "`<b>`",
    "\n\n",
    "│   │",
    "\ufdd0",
)
hostile_text = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), max_size=6).map("".join)


class Tags(HTMLParser):
    """Collects every tag and attribute, as a browser would see them."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.other: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(attrs)

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


def shown(field: str) -> str:
    """What a reader sees of a field, white space aside."""
    field = re.sub(r"(\\[(\[]) | (\\[)\]])", r"\1\2", field)
    return one_line(html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"</?span[^>]*>", "", field))))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("a<b & c", "a&lt;b &amp; c"),
        ('it\'s "so"', 'it\'s "so"'),
        ("use `a<b` here", "use <code>a&lt;b</code> here"),
        ("**strong**, *soft*", "<strong>strong</strong>, <em>soft</em>"),
        ("**토큰**은 조각", "<strong>토큰</strong>은 조각"),
        ("**with `code`**", "<strong>with <code>code</code></strong>"),
        ("`**kwargs`", "<code>**kwargs</code>"),
        ("2 * 3 * 4, 2**3**4, *.py and *.md", "2 * 3 * 4, 2**3**4, *.py and *.md"),
        ("one\ntwo\n\nthree", "one<br>two<br><br>three"),
        ("[sound:x.mp3]", "&#91;sound:x.mp3]"),
        ("\\(x\\)", '<span class="mathjax_process">\\( x \\)</span>'),
        ("\\[a<b\\]", '<span class="mathjax_process">\\[ a&lt;b \\]</span>'),
        ("`\\(x\\)` and \\x", "<code>&#92;(x&#92;)</code> and &#92;x"),
        ("\\(\\href{javascript:x}{y}\\)", "&#92;(&#92;href&#123;javascript:x&#125;&#123;y&#125;&#92;)"),
        ('![a "jar"](media/jar.png)', '<img src="media/jar.png" alt="a &quot;jar&quot;">'),
        ("![a](../jar.png) ![b](x.exe)", "!&#91;a](../jar.png) !&#91;b](x.exe)"),
        ("{{c1::x}}", "&#123;&#123;c1&#58;&#58;x&#125;&#125;"),
        ("a\x1fb\x00c", "abc"),
        ("", ""),
        ("\n\n", ""),
    ],
)
def test_rich_text(text: str, field: str) -> None:
    assert markup.rich(text) == field


def test_a_drawing_keeps_every_space_and_line() -> None:
    assert markup.rich(FLOW) == f"<pre>{FLOW}</pre>"


def test_prose_stands_around_a_drawing_without_empty_lines() -> None:
    assert markup.rich("See:\n\na\n  b\n\nc\n  d\n\nDone.") == "See:<br><pre>a\n  b\n\nc\n  d</pre>\nDone."


@pytest.mark.parametrize(
    ("text", "hint", "field"),
    [
        ("It is {{blue}}.", "", "It is {{c1::blue}}."),
        ("It is {{blue}}.", "a colour", "It is {{c1::blue::a colour}}."),
        ("`x = {{5}}`", "", "<code>x = {{c1::5}}</code>"),
        ("{{a:}} b", ":x", "{{c1::a&#58;::&#58;x}} b"),
        ("{{std::vector}}", "}}", "{{c1::std&#58;&#58;vector::&#125;&#125;}}"),
        ("a\n  {{b}}", "", "<pre>a\n  {{c1::b}}</pre>"),
        ("{{\\(x\\)}} a", "", '{{c1::<span class="mathjax_process">\\( x \\)</span>}} a'),
        ("\\({{x}}\\)", "", "&#92;({{c1::x}}&#92;)"),
        ("{{a \\(x}} y\\)", "", "{{c1::a &#92;(x}} y&#92;)"),
    ],
)
def test_cloze(text: str, hint: str, field: str) -> None:
    assert markup.cloze(text, hint) == field


@given(text=hostile_text)
def test_all_that_shows_is_the_text(text: str) -> None:
    without_marks = text.replace("*", "").replace("`", "")
    assert shown(markup.rich(without_marks)) == one_line(clean(without_marks))


def contents_of(text: str) -> list[Content]:
    """One content of each type, made of nothing but the text."""
    return [
        Recall(text, text),
        Short(text, text, (text,)),
        Cloze(f"{text} {{{{{text}}}}}", (text,), text),
        Choice(text, text, (f"{text}2",)),
        Multi(text, (text,), (f"{text}2",)),
        TrueFalse(text, True, text),
        Order(text, (text, f"{text}2", f"{text}3")),
        ListAll(text, (text, f"{text}2"), ((text,),)),
        Match(text, ((text, text), (f"{text}2", f"{text}2"), (text, f"{text}3"))),
        Practice(text, text, text),
    ]


@settings(deadline=None)  # the first texts compile and import what all others share
@given(text=hostile_text)
def test_no_text_of_any_item_becomes_active(text: str) -> None:
    source = Provenance("0", "test", text)
    for content in contents_of(text):
        if flaw(content):
            continue
        for field in fields(item("id", content, why=text, source=source, lang=text), deck(title=text, track=text)):
            seen = Tags(field)
            assert seen.tags <= ALLOWED_TAGS
            assert seen.attributes <= {("class", name) for name in ALLOWED_CLASSES}
            assert not seen.other
            assert "\x1f" not in field
            bare = re.sub(r'(<span class="mathjax_process">)\\[(\[] | \\[)\]](</span>)', r"\1\2", field)
            assert "[" not in bare
            assert "\\" not in bare
            assert re.sub(r"\{\{c1::[^{}]*\}\}", "", field).count("{") == 0
