"""``mediaquiz pull``: the reviews done in a running Anki, and what was tuned there, through its add-on AnkiConnect."""

from datetime import datetime

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.cli.push import connect_to, where
from mediaquiz.model.plain import problem_to_plain


@click.command()
@where
@pass_context
def command(context: Context, port: int, key: str) -> int:
    """Bring the reviews done in a running Anki home.

    What an export in Anki and `import anki` do, in one step. Needs the add-on AnkiConnect (code 2055492159).
    """
    from mediaquiz.app import ankilink
    from mediaquiz.app.tunings import offers
    from mediaquiz.cli import tunings

    course, anki = context.course(), connect_to(port, key)
    came = ankilink.pull(course, anki, now=datetime.now().astimezone())
    offered, problems = offers(course, anki.tunings())
    if context.json:
        told = {"reviews": came.new, "known_reviews": came.known, **tunings.told(offered)}
        context.emit({**told, "problems": [problem_to_plain(problem) for problem in problems]})
    else:
        context.ui.say(context.texts("import.reviews", n=came.new, known=came.known))
        tunings.show_offers(context, offered)
    return show_problems(context, problems)
