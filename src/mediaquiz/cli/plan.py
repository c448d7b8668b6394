"""``mediaquiz plan``: what learning will cost, and how to be ready at a date."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context

if TYPE_CHECKING:
    from mediaquiz.app.plan import DayPlan
    from mediaquiz.app.quiz import Desk
    from mediaquiz.measure.simulate import Workload


def _day(_ctx: click.Context, _param: click.Parameter, text: str | None) -> date | timedelta | None:
    """A day, or in how many days: ``2027-01-20`` or ``+60``."""
    if text is None:
        return None
    try:
        return timedelta(days=int(text[1:])) if text.startswith("+") else date.fromisoformat(text)
    except (ValueError, OverflowError):
        wrong = f"{text!r} is no day; write it as 2027-01-20, or +60 for sixty days from now."
        raise click.BadParameter(wrong) from None


@click.command()
@click.option("--exam", callback=_day, metavar="DAY", help="Learn for a day: 2027-01-20, or +60.")
@click.option("--lesson", "lessons", multiple=True, metavar="NAME", help="Only these lessons are asked in the exam.")
@click.option("--no-exam", "drop", is_flag=True, help="Learn for no day any more.")
@click.option("--days", type=click.IntRange(1, 3650), default=90, show_default=True, help="How far to look ahead.")
@pass_context
def command(context: Context, exam: date | timedelta | None, lessons: tuple[str, ...], drop: bool, days: int) -> None:
    """Show what each desired retention costs, and the plan for an exam.

    With --exam, cards fade further until then, which saves reviews, and come once more in the last five days. The plan
    is made anew every day from where you stand.
    """
    from mediaquiz.app.plan import day_plan, drop_exam, set_exam, workload_of
    from mediaquiz.app.quiz import open_desk
    from mediaquiz.cli.quiz import tell_problems

    if (lessons and exam is None) or (drop and exam is not None):
        raise click.UsageError("Write: mediaquiz plan --exam DAY [--lesson NAME]… or mediaquiz plan --no-exam")
    desk = open_desk(context.course())
    tell_problems(context, desk)
    if exam is not None:
        set_exam(desk, exam if isinstance(exam, date) else _later(desk.now().day, exam), lessons)
    dropped = drop_exam(desk) if drop else None
    plan, costs = day_plan(desk), workload_of(desk, days)
    if context.json:
        from mediaquiz.measure.plain import plain

        context.emit({"exam": plain(plan), "days": days, "workloads": plain(costs)})
        return
    if dropped is not None:
        context.ui.say(context.texts("plan.dropped" if dropped else "plan.no_exam"))
    if plan:
        show_plan(context, plan)
        warn_limits(context, plan, desk)
        context.ui.say()
    show_costs(context, desk, costs, days)


def _later(today: date, wait: timedelta) -> date:
    try:
        return today + wait
    except OverflowError:
        return date.max


def show_plan(context: Context, plan: "DayPlan") -> None:
    """What the exam asks of today, and what to expect at the date."""
    ui, texts = context.ui, context.texts
    ui.say(texts("plan.exam", day=plan.exam.day, n=plan.days, cards=plan.cards), "bold")
    ui.say(texts("plan.today", n=plan.reviews), first="  ")
    if plan.final:
        ui.say(texts("plan.final", n=plan.final), first="  ")
    if plan.unmet:
        ui.say(texts("plan.new", n=plan.unmet, new=min(plan.new, plan.unmet)), first="  ")
    followed, stopped = f"{plan.followed:.0%}", f"{plan.stopped:.0%}"
    ui.say(texts("plan.recall", followed=followed, stopped=stopped), first="  ")
    if plan.unstarted:
        from shlex import join

        start = join(["mediaquiz", "quiz", "--lesson", plan.unstarted[0]])
        ui.say(texts("plan.unstarted", n=len(plan.unstarted), command=start), first="  ")


def warn_limits(context: Context, plan: "DayPlan", desk: "Desk") -> None:
    """Where the limits of a day stand in the way of the plan."""
    limit = desk.state.settings.new_per_day
    if plan.new > limit:
        said = context.texts(
            "plan.limit", new=plan.new, limit=limit, command=f"mediaquiz config new_per_day {plan.new}"
        )
        context.ui.say(said, "close", first="  ")


def show_costs(context: Context, desk: "Desk", costs: "tuple[Workload, ...]", days: int) -> None:
    """Cards a day and recall at the end, for each desired retention."""
    from mediaquiz.cli.tables import table

    ui, texts, own = context.ui, context.texts, desk.state.settings.desired_retention
    ui.say(texts("plan.costs", n=days), "bold")
    rows = [("", texts("plan.wanted"), texts("plan.a_day"), texts("plan.known"))]
    for one in costs:
        mark = ">" if one.retention == own else ""
        rows.append(
            (
                mark,
                f"{one.retention:.0%}",
                f"{one.a_day:.1f}" if one.a_day < 10 else f"{one.a_day:.0f}",
                f"{one.recall:.0%}",
            )
        )
    table(context, rows)
    ui.say(texts("plan.how", new=desk.state.settings.new_per_day), "dim")
