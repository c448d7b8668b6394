"""How a teacher sees an item: with its answer, its passage, and what is known of it."""

from typing import TYPE_CHECKING

from mediaquiz.cli.layout import is_drawn
from mediaquiz.model.item import Choice, Item, ListAll, Match, Multi, Order, TrueFalse
from mediaquiz.model.views import accepted, answer, prompt

if TYPE_CHECKING:
    from mediaquiz.app.items import Shown
    from mediaquiz.cli.context import Context

BAR = "  | "


def print_content(context: "Context", item: Item) -> None:
    """The question and the answer; of a choice, all options with the right ones marked."""
    ui, texts = context.ui, context.texts
    if item.context:
        ui.say(item.context, "dim")
    ui.say(prompt(item.content), "bold")
    match item.content:
        case Choice(key=key, distractors=distractors):
            _options(context, (key,), distractors)
        case Multi(key=keys, distractors=distractors):
            _options(context, keys, distractors)
        case Order(sequence=parts):
            for number, part in enumerate(parts, start=1):
                ui.say(part, first=f"  {number}. ")
        case ListAll(members=parts):
            for part in parts:
                ui.say(part, first="  • ")
        case Match(pairs=pairs):
            for left, right in pairs:
                ui.say(f"{left} = {right}", first="  • ")
        case TrueFalse(answer=right, correction=correction):
            ui.say(" — ".join(filter(None, (texts("true" if right else "false"), correction))), first="  = ")
        case content:
            if told := str(answer(content)):
                ui.say(told, "" if is_drawn(told) else "right", first="  = ")
    if also := accepted(item.content):
        ui.say(texts("also", also=", ".join(also)), "dim", first="  ")
    if item.explain:
        ui.say(item.explain, "dim", first="  ")


def _options(context: "Context", keys: tuple[str, ...], distractors: tuple[str, ...]) -> None:
    for key in keys:
        context.ui.say(key, "right", first="  = ")
    for distractor in distractors:
        context.ui.say(distractor, first="  x ")


def print_passage(context: "Context", item: Item, where: str) -> None:
    """The lesson's words behind an item, and where they stand."""
    quote = item.source.quote if item.source else ""
    if quote:
        context.ui.say(context.texts("source", where=where or context.texts("items.lost")), "dim", first="  ")
        context.ui.say(quote, "dim", first=BAR, rest=BAR)


def print_remarks(context: "Context", shown: "Shown") -> None:
    """What learners said, and the teacher's own notes."""
    for flag in shown.flags:
        context.ui.say(context.texts("items.flag", reason=flag.text), "close", first="  ")
    for alias in shown.aliases:
        context.ui.say(context.texts("items.alias", answer=alias.text), "dim", first="  ")
    for note in filter(None, shown.item.notes.split("\n")):
        context.ui.say(context.texts("items.note", note=note), "dim", first="  ")
