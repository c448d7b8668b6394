"""``mediaquiz due``, and what ``mediaquiz`` alone says: what is due and what to do next."""

from shlex import join
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context

if TYPE_CHECKING:
    from mediaquiz.app.plan import DayPlan
    from mediaquiz.app.quiz import Desk, Outlook


@click.command()
@click.option("--short", is_flag=True, help="Only the number, for prompts and status bars.")
@pass_context
def command(context: Context, short: bool) -> None:
    """Say what is due."""
    from mediaquiz.app.quiz import open_desk

    desk = open_desk(context.course())
    outlook = desk.outlook()
    if context.json:
        context.emit(plain_outlook(outlook))
    elif short:
        context.ui.say(str(outlook.total))
    else:
        show_outlook(context, outlook, desk)


def overview(context: Context) -> None:
    """What ``mediaquiz`` alone says. In a folder that is no course: how to begin."""
    from mediaquiz.app.quiz import open_desk
    from mediaquiz.errors import NotFound

    try:
        course = context.course()
    except NotFound:
        if context.start is not None:
            raise
        welcome(context)
        return
    desk = open_desk(course)
    outlook = desk.outlook()
    if context.json:
        context.emit({"course": course.title, **plain_outlook(outlook), **_plain_plan(desk)})
        return
    context.ui.say(course.title, "bold")
    show_outlook(context, outlook, desk)
    if plan := _plan(desk):
        from mediaquiz.cli.plan import show_plan, warn_limits

        show_plan(context, plan)
        warn_limits(context, plan, desk)


def _plan(desk: "Desk") -> "DayPlan | None":
    """The plan for an exam, where there is one: playing the days to come takes a moment."""
    if "exam" not in desk.state.values:
        return None
    from mediaquiz.app.plan import day_plan

    return day_plan(desk)


def _plain_plan(desk: "Desk") -> dict[str, object]:
    plan = _plan(desk)
    if plan is None:
        return {}
    from mediaquiz.measure.plain import plain

    return {"exam": plain(plan)}


def welcome(context: Context) -> None:
    """How to begin."""
    rows = [
        ("mediaquiz quiz FILE", "welcome.page"),
        ("mediaquiz init --demo", "welcome.demo"),
        ("mediaquiz init", "welcome.init"),
        ("mediaquiz --help", "welcome.help"),
    ]
    if context.json:
        context.emit({"course": None, "commands": [row for row, _ in rows]})
        return
    context.ui.say(context.texts("welcome"))
    context.ui.say()
    context.ui.columns_of([(name, context.texts(key)) for name, key in rows], "key")


def show_outlook(context: Context, outlook: "Outlook", desk: "Desk") -> None:
    """What is due now, or when something will be and what could be started."""
    ui, texts = context.ui, context.texts
    if outlook.total:
        parts = [
            texts(f"due.{name}", n=n)
            for name, n in (("learning", outlook.learning), ("review", outlook.review), ("new", outlook.new))
            if n
        ]
        ui.line((texts("due.now", n=outlook.total), "bold"), ": ", texts("due.parts", parts=", ".join(parts)))
        if outlook.waiting:
            ui.say(texts("due.waiting", n=outlook.waiting))
        ui.say(texts("due.start"))
        if outlook.next_lesson:
            ui.say(texts("due.read", command=f"mediaquiz read {outlook.next_lesson}"))
        return
    if outlook.empty:
        ui.say(texts("due.no_cards"))
        return
    ui.say(texts("due.none"), "bold")
    now = desk.now()
    if outlook.next_at:
        wait = max((outlook.next_at - now.at).total_seconds(), 60)
        ui.say(texts("due.next_at", interval=texts.interval(wait)))
    elif outlook.next_day:
        ui.say(texts("due.next_day", when=texts.day((outlook.next_day - now.day).days)))
    if outlook.waiting:
        ui.say(texts("due.waiting", n=outlook.waiting))
    if outlook.limited:
        more = f"mediaquiz config new_per_day {outlook.limited + 10}"
        ui.advise(texts("due.limited", n=outlook.limited, command=more), more)
    elif outlook.unstarted:
        read = f"mediaquiz read {outlook.next_lesson}"
        ui.advise(texts("due.unstarted", n=len(outlook.unstarted), command=read), read)
        ask = join(["mediaquiz", "quiz", "--lesson", outlook.unstarted[0]])
        ui.advise(texts("due.at_once", command=ask), ask)


def plain_outlook(outlook: "Outlook") -> dict[str, object]:
    """The outlook as JSON holds it."""
    return {
        "due": outlook.total,
        "learning": outlook.learning,
        "review": outlook.review,
        "new": outlook.new,
        "next_at": outlook.next_at.isoformat() if outlook.next_at else None,
        "next_day": outlook.next_day.isoformat() if outlook.next_day else None,
        "waiting": outlook.waiting,
        "unstarted": list(outlook.unstarted),
        "limited": bool(outlook.limited),
        "next_lesson": outlook.next_lesson or None,
    }
