"""``mediaquiz stats``: what the log says of learning, in numbers and block characters."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli import bars
from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.layout import pad
from mediaquiz.cli.tables import table

if TYPE_CHECKING:
    from mediaquiz.measure.statistics import Statistics
    from mediaquiz.measure.stats import Hard, Retention

_BAR = 24
_LABEL = 4


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write a page with plots."
)
@pass_context
def command(context: Context, output: Path | None) -> None:
    """Show what your answers say: retention, calibration, what is due, time, what is hard.

    With -o as one HTML page, with forgetting curves, to keep, print or share; it needs nothing else.
    """
    from mediaquiz.app.quiz import open_desk
    from mediaquiz.app.stats import statistics_of
    from mediaquiz.cli.quiz import tell_problems

    desk = open_desk(context.course())
    tell_problems(context, desk)
    found = statistics_of(desk)
    if output is not None:
        _write(context, found, output)
    elif context.json:
        from mediaquiz.measure.plain import plain

        context.emit(plain(found))
    else:
        report(context, found)


def _write(context: Context, found: "Statistics", output: Path) -> None:
    """The page; what it shows is said before anybody sees it."""
    from mediaquiz.formats.report.learning import page
    from mediaquiz.store.files import write_atomic

    write_atomic(output, page(found, context.texts, context.texts.language).encode("utf-8"))
    if context.json:
        context.emit({"file": str(output)})
        return
    context.ui.say(context.texts("report.written", file=output))
    context.ui.say(context.texts("report.shows"), "dim")


def report(context: Context, found: "Statistics") -> None:
    """The whole screen."""
    context.ui.say(context.texts("stats.title", title=found.title, day=found.today), "bold")
    show_counts(context, found)
    if not found.time.answers:
        return
    for show in (show_retention, show_calibration, show_forecast, show_year, show_hard, show_coverage):
        show(context, found)


def _head(context: Context, text: str) -> None:
    context.ui.say()
    context.ui.say(text, "bold")


def show_counts(context: Context, found: "Statistics") -> None:
    """Cards, answers and time."""
    texts, cards, time = context.texts, found.cards, found.time
    total = cards.new + cards.learning + cards.young + cards.mature + cards.suspended
    context.ui.say(
        texts(
            "stats.cards",
            n=total,
            new=cards.new,
            learning=cards.learning,
            young=cards.young,
            mature=cards.mature,
            suspended=cards.suspended,
        )
    )
    if not time.answers:
        context.ui.say(texts("stats.nothing"))
        return
    context.ui.say(texts("stats.answers", n=time.answers, days=texts("stats.studied", n=time.days)))
    if time.timed:
        context.ui.say(
            texts(
                "stats.time",
                time=texts.hours(time.ms),
                month=texts.hours(time.month_ms),
                each=texts("time.s", n=round(time.answer_ms / 1000)),
            )
        )


def show_retention(context: Context, found: "Statistics") -> None:
    """What was recalled, beside what was expected."""
    texts, told = context.texts, found.retention
    if not told.ever.n:
        return
    _head(context, texts("stats.retention", wanted=_percent(found.desired)))
    rows = [("", texts("stats.true"), texts("stats.expected"), texts("stats.recalls"))]
    for name, one in (("month", told.month), ("ever", told.ever), ("young", told.young), ("mature", told.mature)):
        rows.append((texts(f"stats.{name}"), *_retention(one)))
    table(context, rows)
    if found.fit:
        auc = f"{found.fit.auc:.3f}" if found.fit.auc is not None else "-"
        loss, rmse = f"{found.fit.log_loss:.4f}", f"{found.fit.rmse_bins:.4f}"
        context.ui.say(texts("stats.fit", loss=loss, rmse=rmse, auc=auc))


def _retention(one: "Retention") -> tuple[str, str, str]:
    return _percent(one.share, 1), _percent(one.expected, 1), f"{one.n:,}"


def _percent(share: float | None, digits: int = 0) -> str:
    return "-" if share is None else f"{100 * share:.{digits}f}%"


def show_calibration(context: Context, found: "Statistics") -> None:
    """For each tenth of expectation, what was recalled."""
    if not found.calibration:
        return
    _head(context, context.texts("stats.calibration"))
    rows = []
    for one in found.calibration:
        low = min(int(one.expected * 10), 9) * 10
        drawn = [] if context.ui.plain else [bars.bar(one.actual, _narrow(context, 46, 10, _BAR))]
        rows.append((f"{low}-{low + 10}%", *drawn, _percent(one.actual), f"{one.n:,}"))
    table(context, rows)
    context.ui.say(context.texts("stats.calibration.how"), "dim")


def _narrow(context: Context, columns: int, small: int, large: int) -> int:
    return large if context.ui.columns > columns else small


def show_forecast(context: Context, found: "Statistics") -> None:
    """What the next thirty days bring."""
    ui, texts, ahead = context.ui, context.texts, found.forecast
    _head(context, texts("stats.forecast", n=ahead.total))
    if ahead.overdue:
        ui.say(texts("stats.overdue", n=ahead.overdue))
    if not ahead.total:
        return
    if ui.plain:
        weeks = [ahead.days[first : first + 7] for first in range(0, len(ahead.days), 7)]
        for number, week in enumerate(weeks):
            ui.line("  " + texts("stats.days", first=number * 7 + 1, last=number * 7 + len(week), n=sum(week)))
        return
    most = max(ahead.days)
    for row in bars.rows(ahead.days, 3):
        ui.line("  ", (row, "key"))
    axis = pad(texts("when.today"), 10) + pad("+10", 10) + "+20"
    ui.line("  " + axis)
    ui.say(texts("stats.most", n=most, when=texts.day(ahead.days.index(most))))


def show_year(context: Context, found: "Statistics") -> None:
    """A cell for each day of the last year, a column for each week."""
    ui, texts = context.ui, context.texts
    _head(context, texts("stats.year", n=sum(found.year)))
    if ui.plain:
        for month, n in _months(found):
            ui.line(f"  {month}  {n:,}")
        return
    weeks = min((ui.columns - _LABEL - 2), (len(found.year) + 6) // 7)
    skipped = max((len(found.year) + 6) // 7 - weeks, 0) * 7
    cells, first = found.year[skipped:], found.year_from + timedelta(days=skipped)
    most = max(found.year)
    ui.line(" " * (_LABEL + 2) + _month_names(first, weeks))
    for weekday in range(7):
        row = "".join(bars.shade(cells[day], most) for day in range(weekday, len(cells), 7))
        label = texts(f"weekday.{weekday}") if weekday % 2 == 0 else ""
        ui.line("  " + pad(label, _LABEL), (row, "key"))
    ui.say(texts("stats.year.how", shades=" ".join(bars.SHADES), n=most), "dim")


def _months(found: "Statistics") -> Iterable[tuple[str, int]]:
    counts: dict[str, int] = {}
    for number, n in enumerate(found.year):
        month = (found.year_from + timedelta(days=number)).isoformat()[:7]
        counts[month] = counts.get(month, 0) + n
    return [(month, n) for month, n in counts.items() if n]


def _month_names(first: date, weeks: int) -> str:
    """The number of each month over its first whole week."""
    line = ""
    for week in range(weeks):
        monday = first + timedelta(days=7 * week)
        if monday.day <= 7 and len(line) <= week:
            line = line.ljust(week) + str(monday.month)
    return line[:weeks]


def show_hard(context: Context, found: "Statistics") -> None:
    """What is forgotten most."""
    texts = context.texts
    for name, rows in (("concepts", found.concepts), ("lessons", found.lessons)):
        if rows:
            _head(context, texts(f"stats.hard.{name}"))
            context.ui.columns_of([(_hard(context, one), one.name) for one in rows], "wrong")
    if found.leeches:
        _head(context, texts("stats.leeches", n=len(found.leeches)))
        shown = found.leeches[:10]
        context.ui.columns_of([(str(one.lapses), f"{one.prompt} ({one.lesson})") for one in shown], "wrong")
        context.ui.say(texts("stats.leeches.how", item=shown[0].item), "dim")


def _hard(context: Context, one: "Hard") -> str:
    return context.texts("stats.forgotten", share=_percent(one.share), forgotten=one.forgotten, n=one.n)


def show_coverage(context: Context, found: "Statistics") -> None:
    """How many takeaways are asked, were met, and last."""
    if not found.coverage:
        return
    texts, whole = context.texts, found.covered
    _head(context, texts("stats.takeaways", n=whole.takeaways))
    rows = []
    for name, n in (("asked", whole.asked), ("seen", whole.seen), ("lasting", whole.lasting)):
        drawn = [] if context.ui.plain else [bars.bar(n / whole.takeaways, _narrow(context, 46, 10, _BAR))]
        rows.append((texts(f"stats.takeaways.{name}"), *drawn, str(n)))
    table(context, rows)
