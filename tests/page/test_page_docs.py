"""What docs/paper-and-web.md says is so."""

import re
from dataclasses import replace
from pathlib import Path

import papers

from mediaquiz.app import blueprint as blueprints
from mediaquiz.app.look import look
from mediaquiz.cli.export import command
from mediaquiz.decks.load import load
from mediaquiz.formats import writer
from mediaquiz.formats.page.views import QuestionView, Text

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "paper-and-web.md").read_text(encoding="utf-8")


def block(language: str, at: int = 0) -> str:
    """A code block of the page."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)[at]


def test_every_option_exists() -> None:
    known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
    assert set(re.findall(r"--[a-z][a-z-]*", PAGE)) - known == {"--lang"}


def test_the_blueprint_is_one_and_the_example_is_too() -> None:
    for text in (block("yaml"), (DOCS / "example" / "test.yaml").read_text(encoding="utf-8")):
        blueprint, problems = blueprints.parse(text, "test.yaml")
        assert problems == () and len(blueprint.rows) == 3


def test_the_theme_is_one(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "theme.yaml").write_text(block("yaml", 1))
    options, problems = look(None, tmp_path / "theme.yaml")
    assert problems == ()
    assert {"theme.school", "theme.logo", "theme.accent", "theme.font"} <= options.keys()


def test_the_template_works() -> None:
    shipment = papers.every_type()
    options = {**shipment.options, "template": block("html"), "template.path": "own.html"}
    data, problems = writer("html")(replace(shipment, options=options))
    assert problems == ()
    assert b"<p>seed 17</p>" in data


def test_what_a_template_sees_is_there() -> None:
    told = PAGE[PAGE.index("a question has") : PAGE.index("It runs in a sandbox")]
    named = set(re.findall("`(\\w+)`", told))
    assert named <= {*QuestionView.__match_args__, *Text.__match_args__}
    assert {"number", "before", "html", "lang"} <= named


def test_the_example_decks_are_whole() -> None:
    for path in (DOCS / "example" / "decks").iterdir():
        loaded = load(path.read_text(encoding="utf-8"), path.name)
        assert loaded.problems == () and len(loaded.deck.items) == 10
