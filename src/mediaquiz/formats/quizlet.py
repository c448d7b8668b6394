"""Cards as Quizlet exports them: a term, a tab, its definition; no header. A definition may go on in the next lines."""

from mediaquiz.formats.intake import Intake, text_of
from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.item import Recall
from mediaquiz.model.problem import Problem


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """A recall item for each card, the term its question."""
    text, problems = text_of(parcel)
    intake = Intake(parcel.name, problems=list(problems))
    cards: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line:
            cards.append((number, [line]))
        elif cards:
            cards[-1][1].append(line)
        elif line.strip():
            intake.left_out(f"no card: {line[:40]!r}", number, "Put a tab between term and definition.")
    for number, lines in cards:
        _add(intake, number, lines)
    return intake.arrival()


def _add(intake: Intake, number: int, lines: list[str]) -> None:
    term, _, definition = "\n".join(lines).partition("\t")
    term, definition = term.strip(), definition.strip()
    if not term or not definition:
        side = "definition" if term else "term"
        intake.left_out(f"a card without a {side}", number, f"Write the {side}, or delete the line.")
        return
    end = number + len("\n".join(lines).rstrip().split("\n")) - 1
    if end > number:
        intake.simplified("lines without a tab were taken as more of the definition above", number + 1, end=end)
    intake.add(Recall(term, definition), number, end)
