"""``mediaquiz progress``: streak, experience, lessons, achievements."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.bars import bar
from mediaquiz.cli.context import Context, pass_context

if TYPE_CHECKING:
    from mediaquiz.app.progress import Overview
    from mediaquiz.measure.forecast import Forecast
    from mediaquiz.measure.lessons import LessonStanding
    from mediaquiz.measure.progress import Achievement, Progress
    from mediaquiz.measure.streak import Streak

_BAR = 20
_LAST, _NEAR = 4, 4
"""Achievements that are shown: all of them fill a screen."""


@click.command()
@click.option("--all", "each", is_flag=True, help="Every lesson, not only the tracks, and every achievement.")
@pass_context
def command(context: Context, each: bool) -> None:
    """Show your streak, experience, lessons and achievements.

    What earns experience is in docs/stats.md; `mediaquiz config points off` hides it.
    """
    from mediaquiz.app.progress import overview_of

    report(context, overview_of(context.course(), lambda: datetime.now().astimezone()), each)


def report(context: Context, seen: "Overview", each: bool) -> None:
    """All of it."""
    if seen.wrong:
        context.ui.warn(context.texts("problems", n=seen.wrong), "close")
    found, lessons, load, points = seen.progress, seen.lessons, seen.load, seen.points
    if context.json:
        context.emit(plain_progress(found, lessons, load, points))
        return
    if points:
        show_level(context, found)
    show_streak(context, found.streak)
    show_load(context, load)
    show_lessons(context, lessons, each)
    if points:
        show_achievements(context, found, each)


def show_level(context: Context, found: "Progress") -> None:
    """The level, and how far the next one is."""
    ui, texts = context.ui, context.texts
    ui.line((texts("progress.level", name=texts(f"level.{found.level}"), number=found.rank), "bold"))
    said = texts("progress.xp", xp=f"{found.xp:,}")
    if found.next_at is not None:
        share = (found.xp - found.level_at) / (found.next_at - found.level_at)
        said += texts("progress.next", left=f"{found.next_at - found.xp:,}", name=texts(f"level.{_next(found)}"))
        if not ui.plain:
            ui.line((bar(share, _BAR), "key"), "  ", said)
            said = ""
    if said:
        ui.say(said)
    if found.today_xp:
        ui.say(texts("progress.today", xp=found.today_xp))


def _next(found: "Progress") -> str:
    from mediaquiz.measure.progress import LEVELS

    return list(LEVELS)[found.rank + 1]


def show_streak(context: Context, streak: "Streak") -> None:
    """The streak in one line."""
    texts = context.texts
    if not streak.length:
        context.ui.say(texts("streak.broken", n=streak.longest) if streak.longest else texts("streak.none"))
        return
    parts = [texts("streak", n=streak.length)]
    if streak.longest > streak.length:
        parts.append(texts("streak.longest", n=streak.longest))
    if streak.freezes:
        parts.append(texts("streak.freezes", n=streak.freezes))
    if not streak.today:
        parts.append(texts("streak.today"))
    context.ui.say(" ".join(parts))


def show_load(context: Context, load: "Forecast") -> None:
    """What the week brings."""
    if load.total:
        texts = context.texts
        context.ui.say(texts("progress.load", n=load.total, today=load.overdue + load.days[0]))


def show_lessons(context: Context, lessons: "tuple[LessonStanding, ...]", each: bool) -> None:
    """How far the lessons are, by track or one by one."""
    from mediaquiz.measure.lessons import track_standings

    if not lessons:
        return
    ui, texts = context.ui, context.texts
    started, mastered = sum(one.started for one in lessons), sum(one.mastered for one in lessons)
    ui.say()
    ui.say(texts("progress.lessons", n=len(lessons), started=started, mastered=mastered), "bold")
    tracks = track_standings(lessons)
    if each:
        rows = [(_lesson_share(context, one), _of_track(one.title, one.track)) for one in lessons]
        ui.columns_of(rows, "key")
    elif len(tracks) > 1:
        ui.columns_of(
            [
                (
                    one.track or texts("progress.no_track"),
                    texts("progress.track", n=one.lessons, started=one.started, mastered=one.mastered),
                )
                for one in tracks
            ],
            "key",
        )


def _lesson_share(context: Context, one: "LessonStanding") -> str:
    told = f"{one.lasting}/{one.cards}"
    return told if context.ui.plain else f"{bar(one.lasting / one.cards, 6)} {told}"


def _of_track(title: str, track: str) -> str:
    return f"{title} · {track}" if track else title


def show_achievements(context: Context, found: "Progress", each: bool) -> None:
    """The last ones that were reached with their day, then those that are near; or all of them."""
    ui, texts = context.ui, context.texts
    ui.say()
    ui.say(texts("progress.achievements", earned=found.earned, n=len(found.achievements)), "bold")
    reached = sorted((one for one in found.achievements if one.earned), key=lambda one: str(one.earned))
    others = [one for one in found.achievements if not one.earned]
    if not each:
        reached = reached[-_LAST:]
        others = sorted(others, key=lambda one: -one.have / one.wanted)[:_NEAR]
    states = [one.earned.isoformat() if one.earned else f"{one.have}/{one.wanted}" for one in (*reached, *others)]
    widest = max(map(len, states))
    told = [_achievement(context, one) for one in (*reached, *others)]
    ui.columns_of([(state.rjust(widest), text) for state, text in zip(states, told, strict=True)], "key")
    if len(told) < len(found.achievements):
        ui.say(texts("progress.all"), "dim")


def _achievement(context: Context, one: "Achievement") -> str:
    texts = context.texts
    name, what = texts(f"achievement.{one.name}"), texts(f"achievement.{one.name}.what")
    return texts("progress.achievement", name=name, what=what)


def plain_progress(
    found: "Progress", lessons: "tuple[LessonStanding, ...]", load: "Forecast", points: bool
) -> dict[str, object]:
    """The progress as JSON holds it."""
    streak = found.streak
    told: dict[str, object] = {
        "streak": {
            "days": streak.length,
            "longest": streak.longest,
            "today": streak.today,
            "freezes": streak.freezes,
            "frozen": [day.isoformat() for day in streak.frozen],
        },
        "due": {"overdue": load.overdue, "days": list(load.days)},
        "lessons": {
            "total": len(lessons),
            "started": sum(one.started for one in lessons),
            "mastered": sum(one.mastered for one in lessons),
            "each": [
                {
                    "title": one.title,
                    "track": one.track,
                    "cards": one.cards,
                    "seen": one.seen,
                    "lasting": one.lasting,
                    "mastered": one.mastered,
                }
                for one in lessons
            ],
        },
    }
    if points:
        told |= {
            "xp": found.xp,
            "today_xp": found.today_xp,
            "level": {"name": found.level, "number": found.rank, "at": found.level_at, "next_at": found.next_at},
            "achievements": {
                one.name: {"have": one.have, "wanted": one.wanted, "earned": one.earned and one.earned.isoformat()}
                for one in found.achievements
            },
        }
    return told
