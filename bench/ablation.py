"""What does each part bring? Every rule, family of forms, gate and ranking step is switched off in turn.

    python -m bench.ablation            the tables
    python -m bench.ablation --write    puts them into docs/extraction.md
    python -m bench.ablation --update   adds the items that come only without a part to the label files, to be judged

The lessons and the verdicts are those of ``bench.quality``.
"""

import re
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from bench.pipes import stop_with_the_reader
from bench.quality import __main__ as quality
from bench.quality import figures
from bench.quality.figures import Figures, Read
from mediaquiz import extract as rules
from mediaquiz import gates
from mediaquiz.app import extract as use_case
from mediaquiz.generate import forms, statements
from mediaquiz.generate.asked import Asked, Form
from mediaquiz.generate.rank import budget
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Finding, Statement
from mediaquiz.model.frozen import dataclass

PAGE = Path(__file__).parents[1] / "docs" / "extraction.md"
COLUMNS = ("without", "items", "kept", "kept@10", "dropped", "no label", "clean", "verbatim")
_TABLE = "(?<=<!-- {name}: written by bench/ablation.py -->\n).*?(?=<!-- end -->)"
_ALIKE = 0.5
"""The weight of every sentence where none counts more than another."""
Switch = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be switched off: its kind, its name, and the context in which it is off."""

    kind: str
    name: str
    off: Switch


def parts() -> Iterator[Part]:
    """Everything that is switched off in turn, in the order in which items come to be."""
    for name, _ in rules.RULES:
        if name != "exercise":  # practice has no answer to judge
            yield Part("rule", name, _without_rule(name))
    for module in dict.fromkeys(form.__module__ for form in forms.FORMS):
        family = module.rpartition(".")[2].removeprefix("forms").lstrip("_") or "lead-in"
        yield Part("form", family, _without_forms(module))
    yield Part("form", "blanks", lambda: patch.object(statements, "blank", _no_form))
    yield Part("check", "prose names its subject", lambda: patch.object(statements, "_stands_alone", _always))
    for name, _, _ in gates.GATES:
        yield Part("gate", name, _without_gate(name))
    yield Part("order", "salience", lambda: patch.object(rules, "weigh", _alike))
    yield Part("order", "ranking", lambda: patch.object(use_case, "rank", _as_in_the_lesson))


def _without_rule(name: str) -> Switch:
    rest = tuple(row for row in rules.RULES if row[0] != name)
    return lambda: patch.object(rules, "RULES", rest)


def _without_forms(module: str) -> Switch:
    """Without a module of forms; a sentence with words in front is asked by the same forms as one without."""

    def off(form: Form) -> Form:
        return _no_form if form.__module__ == module else form

    rest = tuple(map(off, forms.FORMS))
    inner = tuple(map(off, forms._FORMS))
    return lambda: _both(patch.object(statements, "FORMS", rest), patch.object(forms, "_FORMS", inner))


@contextmanager
def _both(first: AbstractContextManager[object], second: AbstractContextManager[object]) -> Iterator[None]:
    with first, second:
        yield


def _no_form(found: Statement, extract: Extract) -> Asked | None:
    return None


def _without_gate(name: str) -> Switch:
    rest = tuple(row for row in gates.GATES if row[0] != name)
    return lambda: patch.object(gates, "GATES", rest)


def _always(found: Statement, asked: Asked, extract: Extract) -> bool:
    return True


def _alike(findings: Iterable[Finding], about: object) -> Iterator[Finding]:
    """All findings, and every sentence of the prose counts the same."""
    for finding in findings:
        yield replace(finding, salience=_ALIKE) if isinstance(finding, Statement) else finding


def _as_in_the_lesson(
    passed: Sequence[Candidate], words: int, worths: Mapping[int, float]
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """As many as a lesson gets, from the top of the page to the bottom."""
    ordered = sorted(passed, key=lambda candidate: candidate.span.start)
    room = budget(words)
    return tuple(ordered[:room]), tuple(ordered[room:])


def measured(off: Switch = nullcontext) -> list[Read]:
    """All lessons, read without a part."""
    with off():
        return [figures.read(row) for row in figures.rows()]


def line(name: str, told: Figures, whole: Figures | None = None) -> str:
    """A row of the table; ``whole`` are the figures with every part on, to which kept items are compared."""
    change = f" ({told.kept - whole.kept:+d})" if whole else ""
    cells = (
        name, told.items, f"{told.kept}{change}", f"{told.kept_at_10:.2f}", told.labelled - told.kept,
        told.items - told.labelled, f"{told.clean:.0%}", f"{told.verbatim_share:.0%}",
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def table(whole: Sequence[Read], rest: Sequence[tuple[Part, Sequence[Read]]]) -> str:
    """Every part with what comes without it."""
    base = figures.figures(whole)
    head, rule = f"| {' | '.join(COLUMNS)} |", "|---" + "|---:" * (len(COLUMNS) - 1) + "|"
    rows = [line(f"{part.kind}: {part.name}", figures.figures(lessons), base) for part, lessons in rest]
    return "\n".join([head, rule, line("**nothing**", base), *rows])


def written(page: str, tables: dict[str, str]) -> str:
    """The page with its tables replaced."""
    for name, text in tables.items():
        page = re.sub(_TABLE.format(name=name), _as_it_is(text), page, count=1, flags=re.DOTALL)
    return page


def _as_it_is(text: str) -> Callable[[re.Match[str]], str]:
    """The replacement by a text in which backslashes mean nothing."""
    return lambda _: f"{text}\n"


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m bench.ablation", description="What does each part of the rules bring?")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/extraction.md")
    parser.add_argument("--update", action="store_true", help="add items that come only without a part to the labels")
    asked = parser.parse_args(arguments)
    whole = measured()
    rest = [(part, measured(part.off)) for part in parts()]
    if asked.update:
        print(sum(quality.update(lessons) for lessons in (whole, *(lessons for _, lessons in rest))), "items added")
    tables = {"quality": quality.table(whole), "ablation": table(whole, rest)}
    print("\n\n".join(tables.values()))
    if asked.write:
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), tables), encoding="utf-8")


if __name__ == "__main__":
    stop_with_the_reader()
    main(sys.argv[1:])
