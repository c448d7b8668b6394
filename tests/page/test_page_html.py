"""The page as a file: one file, the same every time, nothing in it but what belongs there."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import papers
import pytest

from mediaquiz.app.look import DARK, LIGHT, READABLE, contrast, look
from mediaquiz.formats import writer
from mediaquiz.formats.page.words import LANGUAGES
from mediaquiz.model.deck import Deck
from mediaquiz.model.form import Form
from mediaquiz.model.item import Choice, Cloze, Multi, Recall
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def html(shipment: Shipment) -> str:
    data, problems = writer("html")(shipment)
    assert problems == ()
    return data.decode()


class Outline(HTMLParser):
    """The elements of a page, and the language that each text stands in."""

    VOID = frozenset(("meta", "input", "img", "br"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.stack: list[tuple[str, str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.spoken: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append((tag, told))
        if tag not in self.VOID:
            self.stack.append((tag, told.get("lang") or (self.stack[-1][1] if self.stack else "")))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.stack[-1][0] not in ("style", "script"):
            self.spoken.append((self.stack[-1][1], " ".join(data.split())))


def test_the_same_shipment_gives_the_same_bytes() -> None:
    assert html(papers.every_type()) == html(papers.every_type())


def test_elements_are_well_nested_and_ids_are_unique() -> None:
    outline = Outline(html(papers.every_type()))
    assert outline.stack == []
    named = [told["id"] for _, told in outline.tags if "id" in told]
    assert len(named) == len(set(named))


def test_nothing_is_loaded_and_the_policy_allows_only_what_is_there() -> None:
    page = html(papers.every_type())
    assert not [told for _, told in Outline(page).tags if {"src", "href", "action"} & set(told)]
    policy = re.search('Content-Security-Policy" content="([^"]+)"', page)
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    script = re.search("<script>(.*?)</script>", page, re.DOTALL)
    assert policy and style and script
    told = policy[1].replace("&#39;", "'")
    for part in (style, script):
        digest = base64.b64encode(hashlib.sha256(part[1].encode()).digest()).decode()
        assert f"'sha256-{digest}'" in told
    assert told.startswith("default-src 'none'") and "unsafe" not in told
    assert " style=" not in page and " onclick=" not in page


def test_each_part_says_its_language() -> None:
    spoken = Outline(html(papers.every_type())).spoken
    assert ("ko", "반죽을 쉬게 하면 무엇이 풀리나요?") in spoken
    assert ("ko", "글루텐") in spoken
    assert ("en", "Which flour holds most water?") in spoken
    korean = Outline(html(papers.every_type(lang="ko"))).spoken
    assert ("ko", "확인하기") in korean
    assert ("en", "Which flour holds most water?") in korean


def test_the_page_speaks_the_language_of_most_questions() -> None:
    assert '<html lang="ko">' in html(papers.shipment(papers.deck({"korean": papers.KOREAN}), lang=""))
    assert '<html lang="en">' in html(papers.every_type())
    one_in_korean = papers.shipment(
        papers.deck({"choice": papers.CONTENTS["choice"], "korean": Recall("“Dough”란?", "반죽")})
    )
    assert '<html lang="en">' in html(one_in_korean)


def test_both_catalogues_have_the_same_words_and_values() -> None:
    english, korean = LANGUAGES["en"], LANGUAGES["ko"]
    assert english.keys() == korean.keys()
    for key, text in english.items():
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", korean[key])), key


def test_every_word_is_used() -> None:
    folder = Path(str(writer("html").__code__.co_filename)).parent  # type: ignore[attr-defined]
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in folder.iterdir()
        if path.suffix in {".html", ".js", ".py"} and path.name != "words.py"
    )
    source += (folder / "words.py").read_text(encoding="utf-8").split("def points_text")[1]
    unused = [
        key for key in LANGUAGES["en"] if not re.search(rf'(?:words\.{key}\b(?!\.)|\["{re.escape(key)}"\])', source)
    ]
    assert unused == []


def test_a_page_without_key_holds_no_answer() -> None:
    contents = {"secret": Choice("Which?", "oak", ("ash",)), "cloze": Cloze("The {{beech}} is tall.", ("birch",))}
    page = html(papers.shipment(papers.deck(contents), key="none"))
    told = json.loads(page.split('id="quiz">')[1].split("</script>")[0])
    assert all("key" not in question for question in told["questions"])
    assert "beech" not in page and "birch" not in page
    assert papers.QUOTE not in page and papers.WHY not in page


def test_keys_name_items_and_wordings_not_places() -> None:
    shipment = papers.shipment(papers.deck(papers.CONTENTS), forms=["A", "B"], key="only")
    page = html(shipment)
    for form in shipment.forms:
        assert f"Form {form.name} · seed 17" in page
    for name in papers.CONTENTS:
        assert page.count(f"<code>{name.ljust(12, 'x')}</code>") == 2
    assert len(re.findall("<code>[0-9a-f]{12}</code>", page)) == 20


def test_letters_and_texts_of_a_key_stand_in_the_same_order() -> None:
    many = Multi("Which?", tuple(f"right {at}" for at in range(5)), tuple(f"wrong {at}" for at in range(3)))
    shipment = papers.shipment(papers.deck({"many": many}), key="only")
    row = html(shipment).split('<span class="letters">')[1].split("</td>")[0]
    letters, texts = row.split("</span>", 1)
    shown = shipment.forms[0].questions[0].options
    assert [shown["ABCDEFGH".index(letter)] for letter in letters.split()] == re.findall(r"right \d", texts)


def test_form_and_seed_stand_at_the_foot_of_each_page() -> None:
    page = html(papers.shipment(papers.deck(papers.CONTENTS), forms=["A"], key="none"))
    assert 'content: "Bread and dough · Form A · seed 17"' in page


def test_a_title_cannot_leave_the_style_sheet() -> None:
    shipment = papers.every_type(title='"; } </style><script>x</script> \\ url(http://x)')
    style = html(shipment).split("<style>")[1].split("</style>")[0]
    assert style.rstrip().endswith("page: sheet-one; }")
    assert "<" not in style.split("@page sheet-one")[1] and "url(" not in style.split("@page sheet-one")[1]


def test_pictures_go_along_and_missing_ones_leave_their_description() -> None:
    stem = "What is this? ![A loaf, cut](media/loaf.png) ![Crumb](media/gone.png) ![x](https://example.org/x.png)"
    shipment = replace(papers.shipment(papers.deck({"loaf": Recall(stem, "Bread")})), media={"media/loaf.png": PNG})
    outline = Outline(html(shipment))
    pictures = [told for tag, told in outline.tags if tag == "img"]
    assert [told["alt"] for told in pictures] == ["A loaf, cut"]
    assert str(pictures[0]["src"]).startswith("data:image/png;base64,")
    assert ("en", "[Crumb]") in outline.spoken and ("en", "[x]") in outline.spoken


def test_more_options_than_letters_keep_names_of_their_own() -> None:
    many = Choice("Which?", "o0", tuple(f"o{at}" for at in range(1, 60)))
    page = html(papers.shipment(papers.deck({"many": many})))
    letters = re.findall('<span class="letter">([A-Z]+)</span>', page)
    assert len(set(letters)) == 60 and letters[25:28] == ["Z", "AA", "AB"]


def test_an_empty_form_is_still_a_page() -> None:
    assert "</html>" in html(replace(papers.every_type(), forms=(Form(),)))


@pytest.mark.slow
def test_ten_thousand_questions_fit_on_a_page() -> None:
    contents = {f"q{at:06}": papers.CONTENTS["truefalse"] for at in range(10_000)}
    assert html(papers.shipment(papers.deck(contents), key="none")).count("<article") == 10_000


# Templates of users


def rendered(template: str) -> tuple[str, tuple[Problem, ...]]:
    shipment = papers.every_type()
    options = {**shipment.options, "template": template, "template.path": "own.html"}
    data, problems = writer("html")(replace(shipment, options=options))
    return data.decode(), problems


def test_a_template_may_change_a_part() -> None:
    own = '{% extends "page.html" %}\n{% block header %}<h1>Mill Lane: {{ page.title }}</h1>{% endblock %}\n'
    page, problems = rendered(own)
    assert problems == ()
    assert "<h1>Mill Lane: Bread and dough</h1>" in page and 'class="masthead"' not in page.split("<article")[0]


def test_a_template_may_be_a_page_of_its_own() -> None:
    page, problems = rendered("{% for q in forms[0].questions %}{{ q.number }}. {{ q.before.html }}\n{% endfor %}")
    assert problems == ()
    assert page.startswith("1. Why does bread dough rest?\n2. ")


BAD_TEMPLATES = {
    "syntax": ("a\n{% for %}", "own.html:2: error: MQ506"),
    "unknown value": ("a\nb\n{{ pagee.title }}", "own.html:3: error: MQ506 the template cannot be used: 'pagee'"),
    "unknown file": ('{% include "/etc/passwd" %}', "MQ506 the template cannot be used: /etc/passwd"),
    "into Python": ("{{ ''.__class__.__mro__ }}", "MQ506 the template cannot be used: access to attribute '__class__'"),
    "by format": ("{{ '{0.__class__}'.format(page) }}", "MQ506 the template cannot be used: access to attribute"),
    "into functions": ("{{ points.__globals__ }}", "MQ506 the template cannot be used: access to attribute"),
    "endless": ("{% for a in range(10**9) %}{% endfor %}", "MQ506 the template cannot be used: Range too big"),
    "wrong sum": ("\n{{ 1 / 0 }}", "own.html:2: error: MQ506 the template cannot be used: division by zero"),
    "wrong call": ("{{ points() }}", "MQ506"),
    "itself": ('{% extends "own template" %}', "MQ506"),
}


@pytest.mark.parametrize("name", BAD_TEMPLATES)
def test_what_is_wrong_with_a_template_is_told_with_its_line(name: str) -> None:
    template, told = BAD_TEMPLATES[name]
    page, problems = rendered(template)
    assert page == ""
    assert told in str(problems[0])


# Themes


def themed(folder: Path, text: str) -> tuple[dict[str, str], list[str]]:
    (folder / "logo.png").write_bytes(PNG)
    (folder / "theme.yaml").write_text(text, encoding="utf-8")
    options, problems = look(None, folder / "theme.yaml")
    return options, [f"{problem.code} {problem.message}" for problem in problems]


def test_a_theme_gives_a_school_its_colours_logo_and_font(tmp_path: Path) -> None:
    text = "school: Mill Lane School\naccent: '#7a1f3d'\nfont: Nanum Gothic\nlogo: logo.png\n"
    options, problems = themed(tmp_path, text)
    assert problems == []
    page = html(replace(papers.every_type(), options=options))
    assert "--accent: #7a1f3d" in page and '--font: "Nanum Gothic"' in page
    assert "Mill Lane School" in page and 'src="data:image/png;base64,' in page


@pytest.mark.parametrize("colour", ["#fc0", "#ffffff", "#9bd", "#777777", "#000000", "#7a1f3d"])
def test_any_accent_is_made_readable_by_day_and_by_night(tmp_path: Path, colour: str) -> None:
    options, _ = themed(tmp_path, f"accent: '{colour}'\n")
    for name, ground in (("theme.accent", LIGHT), ("theme.accent_dark", DARK)):
        digits = options[name][1:]
        rgb = (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))
        assert contrast(rgb, ground) >= READABLE


@pytest.mark.parametrize(
    "text, told",
    [
        ("accent: '#ff0'", "MQ507 the accent #ff0 is too light to read"),
        ("accent: 'red; } body { color: red'", "MQ507 accent: 'red; } body { color: red' cannot be used"),
        ("font: 'x\"; } * { color: red'", "MQ507 font:"),
        ("logo: gone.png", "MQ507 the logo gone.png cannot be used"),
        ("logo: theme.yaml", "MQ507 the logo theme.yaml cannot be used"),
        ("colour: '#fff'", "MQ507 a theme has no 'colour'"),
        ("", "MQ507 the theme says nothing"),
        ("- a", "MQ507 the theme says nothing"),
    ],
)
def test_what_is_wrong_with_a_theme_is_told(tmp_path: Path, text: str, told: str) -> None:
    _, problems = themed(tmp_path, text)
    assert problems and problems[0].startswith(told)


def with_context(title: str) -> Deck:
    told = papers.deck({title.lower(): Recall(f"What is {title.lower()} for?", "For bread.")}, title)
    return replace(told, items=tuple(replace(item, context=f"The {title} & more") for item in told.items))


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_the_context_of_a_question_is_shown_where_several_lessons_are_asked(name: str) -> None:
    alone, _ = writer(name)(papers.shipment(with_context("Flour")))
    mixed, _ = writer(name)(papers.shipment(with_context("Flour"), with_context("Salt")))
    assert "The Flour" not in alone.decode()
    assert mixed.decode().count("The Flour &amp; more" if name == "html" else "*The Flour \\& more*") == 1
