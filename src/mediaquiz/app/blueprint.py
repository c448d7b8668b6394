"""Blueprints: what a test is made of, as a YAML file.

title: Light, a test
pick:
  - {lesson: light, type: [choice, multi], difficulty: easy, n: 3, points: 2}
  - {lesson: sound, n: 4}
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from mediaquiz.app.select import Wanted
from mediaquiz.decks.fields import Reporter
from mediaquiz.decks.yamltext import BOM, Kind, Node, compose
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import ItemType
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.text import clean

LEVELS = ("easy", "medium", "hard")
LARGEST_N = 1000
MOST_ROWS = 200
_SHARES = re.compile(r"([01](?:\.\d{1,4})?)\s*[-–]\s*([01](?:\.\d{1,4})?)")


@dataclass(frozen=True, slots=True)
class Row:
    """``n`` items of a kind. ``points`` is 0 where the row says none; ``label`` is what it asks for, in words.

    ``shares`` are the least and the greatest part of a class that got the items right in earlier tests.
    """

    n: int
    wanted: Wanted = Wanted()
    difficulties: tuple[str, ...] = ()
    points: int = 0
    shares: tuple[float, float] | None = None
    line: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Rows, in the order of the paper. Empty or None is what the file does not say; ``used`` names earlier exports."""

    rows: tuple[Row, ...] = ()
    title: str = ""
    seed: int | None = None
    forms: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    path: str = ""


def parse(text: str, path: str) -> tuple[Blueprint, tuple[Problem, ...]]:
    """The blueprint in a YAML text, and everything that is wrong with it; only one without problems is to be used."""
    root, found = compose(text.removeprefix(BOM), path)
    problems = list(found)
    reader = _Reader(Reporter(path, problems))
    told = reader.fields(root, _TOP, "a blueprint") if root else {}
    rows = told.pop("rows", ())
    if not rows and not problems:
        hint = "Write `pick:` and below it lines such as `- {lesson: light, n: 3}`."
        problems.append(error("MQ508", "the blueprint picks nothing", Span(path), hint))
    return Blueprint(rows=rows, path=path, **told), tuple(problems)


class _Reader:
    """Reads the fields of a blueprint; what is wrong goes to the reporter, and the field is left out."""

    def __init__(self, reporter: Reporter) -> None:
        self.reporter = reporter

    def fields(self, node: Node, known: "dict[str, tuple[str, _Take]]", owner: str) -> dict[str, Any]:
        """The values of a mapping, by the names that ``known`` gives them."""
        if node.kind is not Kind.MAP:
            self.wrong(node, f"{owner} is {Kind.MAP}", "Write `name: value` lines.")
            return {}
        told: dict[str, Any] = {}
        for key, value in node.pairs:
            name, take = known.get(clean(key.text), ("", None))
            if take is None:
                self.reporter.unknown(key, known, owner)
            elif value.sound and not value.empty:
                told[name] = take(self, value)
        return {name: value for name, value in told.items() if value is not None}

    def wrong(self, node: Node, message: str, hint: str) -> None:
        if node.sound:
            self.reporter.error("MQ508", message, node, hint)

    def text(self, node: Node) -> str | None:
        if node.kind is Kind.TEXT:
            return clean(node.text).strip()
        self.wrong(node, f"a text should stand here, not {node.kind}", "Write it on the same line.")
        return None

    def number(self, node: Node) -> int | None:
        text = node.text.strip() if node.kind is Kind.TEXT else ""
        if text.isdecimal() and 0 < int(text[:9]) <= LARGEST_N:
            return int(text)
        self.wrong(node, f"a whole number from 1 to {LARGEST_N} should stand here", "Write a number such as 3.")
        return None

    def seed(self, node: Node) -> int | None:
        text = node.text.strip() if node.kind is Kind.TEXT else ""
        if text.isdecimal() and len(text) <= 9:
            return int(text)
        self.wrong(node, "a seed is a whole number of up to nine digits", "Write a number such as 17.")
        return None

    def texts(self, node: Node) -> tuple[str, ...]:
        """One text or a list of texts."""
        nodes = node.children if node.kind is Kind.LIST else (node,)
        return tuple(text for child in nodes if (text := self.text(child)))

    def words(self, node: Node, known: Iterable[str]) -> tuple[str, ...]:
        """One or several of the words that are known."""
        words = self.texts(node)
        if unknown := [word for word in words if word not in known]:
            self.wrong(node, f"{unknown[0]!r} is not known here", f"Take from: {', '.join(known)}.")
        return tuple(word for word in words if word in known)

    def types(self, node: Node) -> tuple[ItemType, ...]:
        return tuple(map(ItemType, self.words(node, [kind.value for kind in ItemType])))

    def shares(self, node: Node) -> tuple[float, float] | None:
        """A range of shares of a class, such as ``0.4-0.8``."""
        found = _SHARES.fullmatch(node.text.strip()) if node.kind is Kind.TEXT else None
        if found and float(found[1]) <= float(found[2]) <= 1:
            return float(found[1]), float(found[2])
        self.wrong(node, "a range of shares from 0 to 1 should stand here", "Write 0.4-0.8, for example.")
        return None

    def levels(self, node: Node) -> tuple[str, ...]:
        return self.words(node, LEVELS)

    def rows(self, node: Node) -> tuple[Row, ...]:
        if node.kind is not Kind.LIST:
            self.wrong(node, "`pick` is a list", "Put a hyphen before each row.")
        elif len(node.children) > MOST_ROWS:
            self.wrong(node, f"a blueprint has at most {MOST_ROWS} rows", "Put rows together.")
        else:
            return tuple(row for child in node.children if (row := self.row(child)))
        return ()

    def row(self, node: Node) -> Row | None:
        told = self.fields(node, _ROW, "a row")
        n = told.pop("n", None)
        if n is None:
            if node.kind is Kind.MAP and "n" not in {key.text for key, _ in node.pairs}:
                self.wrong(node, "the row does not say how many", "Add `n: 3`, for example.")
            return None
        points, levels = told.pop("points", 0), told.pop("difficulties", ())
        shares: tuple[float, float] | None = told.pop("shares", None)
        right = (f"p {shares[0]:g}-{shares[1]:g}",) if shares else ()
        named = [", ".join(values) for values in (*told.values(), levels, right)]
        label = " · ".join(name for name in named if name) or "any item"
        return Row(n, Wanted(**told), levels, points, shares, node.start.line, label)


_Take = Callable[[_Reader, Node], Any]

_TOP: dict[str, tuple[str, _Take]] = {
    "title": ("title", _Reader.text),
    "seed": ("seed", _Reader.seed),
    "forms": ("forms", _Reader.texts),
    "exclude": ("used", _Reader.texts),
    "pick": ("rows", _Reader.rows),
}
_ROW: dict[str, tuple[str, _Take]] = {
    "n": ("n", _Reader.number),
    "lesson": ("lessons", _Reader.texts),
    "type": ("types", _Reader.types),
    "difficulty": ("difficulties", _Reader.levels),
    "concept": ("concepts", _Reader.texts),
    "recipe": ("recipes", _Reader.texts),
    "tag": ("tags", _Reader.texts),
    "text": ("texts", _Reader.texts),
    "points": ("points", _Reader.number),
    "p": ("shares", _Reader.shares),
}
