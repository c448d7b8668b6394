"""``mediaquiz import anki FILE --texts``: what was edited in Anki, as a diff to accept."""

from datetime import datetime
from typing import TYPE_CHECKING

from mediaquiz.cli.context import Context
from mediaquiz.cli.problems import show_problems
from mediaquiz.model.item import Item
from mediaquiz.model.plain import problem_to_plain
from mediaquiz.model.views import Plain, plain

if TYPE_CHECKING:
    from mediaquiz.app.ankitexts import Edits
    from mediaquiz.formats.anki.edits import Proposal


def show_texts(context: Context, data: bytes, accept: tuple[str, ...]) -> int:
    """Shows every edit, and writes those that are named into their decks."""
    from mediaquiz.app import ankitexts

    course = context.course()
    edits = ankitexts.find(course, data)
    chosen = ankitexts.wanted(edits, accept)
    if chosen:
        ankitexts.accept(course, chosen, now=datetime.now().astimezone())
    if context.json:
        context.emit(_told(edits, chosen))
    else:
        _print(context, edits, chosen)
    return show_problems(context, edits.problems)


def _print(context: Context, edits: "Edits", chosen: tuple["Proposal", ...]) -> None:
    ui = context.ui
    for proposal in chosen or edits.proposals:
        ui.line((f"{proposal.deck.path} ", "dim"), (proposal.before.id, "bold"))
        for name, old, new in _changes(proposal):
            ui.say(f"{name}: {_shown(old)}", "wrong", first="- ", rest="  ")
            ui.say(f"{name}: {_shown(new)}", "right", first="+ ", rest="  ")
    key = "texts.taken" if chosen else "texts.found" if edits.proposals else "texts.none"
    ui.say(context.texts(key, n=len(chosen or edits.proposals)))


def _told(edits: "Edits", chosen: tuple["Proposal", ...]) -> dict[str, object]:
    return {
        "edits": [
            {
                "deck": proposal.deck.path,
                "id": proposal.before.id,
                "changes": {name: {"before": old, "after": new} for name, old, new in _changes(proposal)},
                "accepted": proposal in chosen,
            }
            for proposal in edits.proposals
        ],
        "problems": [problem_to_plain(problem) for problem in edits.problems],
    }


def _changes(proposal: "Proposal") -> list[tuple[str, Plain, Plain]]:
    """The fields that differ: name, before, after."""
    before, after = _fields(proposal.before), _fields(proposal.after)
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return [(name, before.get(name, ""), after.get(name, "")) for name in names]


def _fields(item: Item) -> dict[str, Plain]:
    common = {"context": item.context, "explain": item.explain}
    return plain(item.content) | {name: told for name, told in common.items() if told}


def _shown(value: Plain) -> str:
    if isinstance(value, list):
        return "; ".join(" = ".join(part) if isinstance(part, list) else part for part in value)
    return str(value)
