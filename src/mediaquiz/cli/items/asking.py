"""One question to the user between two turns in an editor."""

from mediaquiz.cli.context import Context
from mediaquiz.cli.keys import ESCAPE, Keyboard


def ask(context: Context, question: str) -> str:
    """Asks a question of the catalogue; the key that was pressed. The end of the input is Esc."""
    try:
        with Keyboard(by_line=context.ui.dumb, plain=not context.ui.coloured) as keyboard:
            # Asked when keys are read one by one already: what is pressed at once must not be lost.
            context.ui.ask(context.texts(question))
            key = keyboard.key()
            if keyboard.by_line:
                return key
    except EOFError:
        key = ESCAPE
    context.ui.line("")
    return key


def ask_again(context: Context, question: str) -> bool:
    """Whether the user wants to go on editing: any key but q and Esc."""
    return ask(context, question) not in ("q", ESCAPE)
