"""``mediaquiz pull``: the reviews done in a running Anki, through its add-on AnkiConnect."""

from datetime import datetime

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.push import connect_to, where


@click.command()
@where
@pass_context
def command(context: Context, port: int, key: str) -> int:
    """Bring the reviews done in a running Anki home.

    What an export in Anki and `import anki` do, in one step. Needs the add-on AnkiConnect (code 2055492159).
    """
    from mediaquiz.app import ankilink

    came = ankilink.pull(context.course(), connect_to(port, key), now=datetime.now().astimezone())
    if context.json:
        context.emit({"reviews": came.new, "known_reviews": came.known})
    else:
        context.ui.say(context.texts("import.reviews", n=came.new, known=came.known))
    return 0
