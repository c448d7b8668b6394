"""``mediaquiz optimize``: parameters of the memory model for this learner."""

from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context

if TYPE_CHECKING:
    from mediaquiz.app.optimize import Moves
    from mediaquiz.measure.optimize import Outcome


@click.command()
@click.option("--check", is_flag=True, help="Only say what it would bring; change nothing.")
@click.option("--reschedule", "move", is_flag=True, help="Also move the due days that were promised already.")
@pass_context
def command(context: Context, check: bool, move: bool) -> None:
    """Fit the memory model to your answers.

    The new numbers are taken only if they foretell your newest answers no worse than the present ones. Due days that
    were promised stay, unless you say --reschedule; what that would move is told first with --check.
    `mediaquiz config --unset parameters` goes back. Needs: pip install 'mediaquiz[optimize]'
    """
    from mediaquiz.app.optimize import adopt, moves, outcome_of, reschedule
    from mediaquiz.app.quiz import open_desk
    from mediaquiz.cli.quiz import tell_problems

    desk = open_desk(context.course())
    tell_problems(context, desk)
    found = outcome_of(desk)
    taken = found.better and not check
    coming = moves(desk, found.parameters if found.better else desk.state.settings.parameters)
    if taken:
        adopt(desk, found.parameters)
    if move and not check:
        reschedule(desk, coming)
    if context.json:
        context.emit(_plain(found, coming, taken, move and not check))
        return
    report(context, found, taken)
    show_moves(context, coming, done=move and not check)


def report(context: Context, found: "Outcome", taken: bool) -> None:
    """The fit before and after, and what became of it."""
    from mediaquiz.cli.tables import table

    ui, texts = context.ui, context.texts
    if found.before is None or found.after is None:
        ui.say(texts("optimize.few", n=found.recalls))
        return
    ui.say(texts("optimize.tested", n=found.tested, recalls=found.recalls), "bold")
    rows: list[tuple[str, ...]] = [("", texts("optimize.before"), texts("optimize.after"))]
    for name, digits in (("log_loss", 4), ("rmse_bins", 4), ("auc", 3)):
        old, new = getattr(found.before, name), getattr(found.after, name)
        numbers = ("-" if one is None else f"{one:.{digits}f}" for one in (old, new))
        rows.append((texts(f"optimize.{name}"), *numbers))
    for name in ("expected", "actual"):
        old, new = getattr(found.before, name), getattr(found.after, name)
        rows.append((texts(f"optimize.{name}"), f"{old:.1%}", f"{new:.1%}"))
    table(context, rows)
    ui.say(texts("optimize.how"), "dim")
    said = "optimize.taken" if taken else "optimize.would" if found.better else "optimize.kept"
    ui.say(texts(said), "right" if taken else "")


def show_moves(context: Context, coming: "Moves", *, done: bool) -> None:
    """What moving due days did, or would do."""
    key = "optimize.moved" if done else "optimize.moves"
    if coming.cards:
        context.ui.say(context.texts(key, n=len(coming.cards), before=coming.due_before, after=coming.due_after))


def _plain(found: "Outcome", coming: "Moves", taken: bool, moved: bool) -> dict[str, object]:
    from mediaquiz.measure.plain import plain

    told: dict[str, object] = plain(found)
    return (
        told
        | {"taken": taken, "moves": len(coming.cards), "moved": moved}
        | {
            "due_before": coming.due_before,
            "due_after": coming.due_after,
        }
    )
