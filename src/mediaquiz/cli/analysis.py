"""How an analysis of results reads in a terminal, and as JSON."""

from typing import TYPE_CHECKING

from mediaquiz.cli.layout import pad, width
from mediaquiz.formats.report.numbers import decimal, percent, span
from mediaquiz.measure.results.flags import ENOUGH

if TYPE_CHECKING:
    from mediaquiz.cli.context import Context
    from mediaquiz.measure.results.analysis import Analysis, Studied, Test
    from mediaquiz.measure.results.figures import Figures

_NARROW = 60
"""Columns below which questions stand under their figures."""
_ANSWERS = 8
"""Answers shown of an item that has no options."""


def print_analysis(context: "Context", found: "Analysis") -> None:
    """The tests, then the items: those that are worth a look in full, the others on a line each."""
    ui, texts = context.ui, context.texts
    for test in found.tests:
        _print_test(context, test)
    if found.few:
        ui.say(texts("analyze.few", n=found.few), "dim")
    if found.again:
        ui.say(texts("analyze.again", n=found.again), "dim")
    if found.classes:
        ui.say(texts("analyze.pooled", names=", ".join(found.classes)), "dim")
    if not found.items:
        return
    ui.say()
    columns = [("item", -12), ("n", 7), ("p", 7), ("r", 7), ("question", -1)]
    ui.line(("  " + _cells(context, *columns[: 4 if ui.columns < _NARROW else 5]), "dim"))
    deck = ""
    for one in found.items:
        if one.deck and one.deck.path != deck:
            deck = one.deck.path
            ui.say(deck, "bold")
        _print_item(context, one)
    ui.say()
    looks = sum(bool(one.flags) for one in found.items)
    ui.say(texts("analyze.count", n=len(found.items), looks=looks))
    most = max(one.pooled.n for one in found.items)
    if most < ENOUGH:
        ui.say(texts("analyze.small", n=most), "dim")


def _print_test(context: "Context", test: "Test") -> None:
    texts, scores = context.texts, test.scores
    head = texts("analyze.test", n=scores.n, items=scores.items, names=", ".join(test.names))
    context.ui.say(head, "bold")
    told = [texts("analyze.mean", mean=percent(scores.mean), deviation=percent(scores.deviation))]
    if scores.alpha is not None and scores.alpha_between:
        name = texts("analyze.kr20" if scores.whole else "analyze.alpha")
        told.append(f"{name} {decimal(scores.alpha)} ({span(scores.alpha_between)})")
    if scores.error is not None:
        told.append(texts("analyze.error", error=percent(scores.error)))
    context.ui.say(" · ".join(told), first="  ")


def _print_item(context: "Context", one: "Studied") -> None:
    ui, texts, figures = context.ui, context.texts, one.pooled
    numbers = f"{figures.n:>7}{percent(figures.difficulty):>7}{decimal(figures.discrimination):>7}"
    head = f"  {one.key[0] or '-':12}{numbers}  "
    mark = "" if one.current else f" [{texts('analyze.earlier')}]"
    if ui.columns < _NARROW:
        ui.line(head.rstrip())
        head = "    "
    ui.say(f"{one.text}{mark}", first=head, rest=" " * width(head))
    if not one.flags:
        return
    margin = " " * 4
    between = [texts("analyze.between.p", span=span(figures.difficulty_between, percent))]
    if figures.discrimination_between:
        between.append(texts("analyze.between.r", span=span(figures.discrimination_between)))
    ui.say(" · ".join(between), "dim", first=margin)
    for flag in one.flags:
        ui.say(texts(f"analyze.flag.{flag.value}"), "close", first=f"{margin}! ", rest=f"{margin}  ")
    ui.say(texts(f"analyze.advice.{one.advice.value}"), first=f"{margin}→ ", rest=f"{margin}  ")
    _print_answers(context, one, margin)


def _print_answers(context: "Context", one: "Studied", margin: str) -> None:
    """How often each answer was given: all, in the upper and in the lower group."""
    from mediaquiz.measure.results.analysis import answer_rows

    rows = answer_rows(one)[:_ANSWERS]
    if not rows:
        return
    context.ui.line((f"{margin}{_cells(context, ('all', 6), ('upper', 7), ('lower', 7))}", "dim"))
    for row in rows:
        sign = "=" if row.right else "x" if row.right is False else " "
        counts = "".join(f"{percent(part):>{room}}" for part, room in ((row.every, 6), (row.upper, 7), (row.lower, 7)))
        head = f"{margin}{counts}  {sign} "
        context.ui.say(row.answer, first=head, rest=" " * width(head))


def _cells(context: "Context", *columns: tuple[str, int]) -> str:
    """The heads of columns, each so wide; to the left where that is negative."""
    told = [(context.texts(f"analyze.col.{name}"), room) for name, room in columns]
    return "".join(
        f"  {text}" if room == -1 else pad(text, -room) if room < 0 else " " * max(room - width(text), 1) + text
        for text, room in told
    )


def measured_text(context: "Context", figures: "Figures") -> str:
    """How an item did in tests, on one line."""
    p, r = percent(figures.difficulty), decimal(figures.discrimination)
    return context.texts("items.measured", n=figures.n, p=p, r=r)


def analysis_to_plain(found: "Analysis") -> dict[str, object]:
    """The analysis as ``analyze --json`` prints it."""
    return {
        "learners": found.learners,
        "too_few": found.few,
        "repeated": found.again,
        "classes": list(found.classes),
        "tests": [_test_to_plain(test) for test in found.tests],
        "items": [_item_to_plain(one) for one in found.items],
    }


def _test_to_plain(test: "Test") -> dict[str, object]:
    scores = test.scores
    return {
        "names": list(test.names),
        "n": scores.n,
        "items": scores.items,
        "mean": scores.mean,
        "deviation": scores.deviation,
        "alpha": scores.alpha,
        "alpha_between": scores.alpha_between,
        "kr20": scores.whole,
        "error": scores.error,
        "scores": [[score, count] for score, count in scores.scores.items()],
    }


def _item_to_plain(one: "Studied") -> dict[str, object]:
    from mediaquiz.measure.results.analysis import answer_rows
    from mediaquiz.measure.results.figures import figures_to_plain

    return {
        "item": one.key[0],
        "seen": one.key[1],
        "text": one.text,
        "deck": one.deck.path if one.deck else "",
        "current": one.current,
        "n_here": one.here.n,
        **figures_to_plain(one.pooled),
        "answers": [
            {"answer": row.answer, "right": row.right, "all": row.every, "upper": row.upper, "lower": row.lower}
            for row in answer_rows(one)
        ],
        "flags": [flag.value for flag in one.flags],
        "advice": one.advice.value,
    }
