"""``mediaquiz completion``: the lines that teach a shell to complete commands and options."""

import click

from mediaquiz.cli.context import Context, pass_context

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@pass_context
def command(context: Context, shell: str) -> None:
    """Print what completes commands and options in a shell.

    bash: eval "$(mediaquiz completion bash)" in ~/.bashrc. zsh: the same with zsh, in ~/.zshrc.
    fish: mediaquiz completion fish > ~/.config/fish/completions/mediaquiz.fish
    """
    from click.shell_completion import get_completion_class

    from mediaquiz.cli.main import cli

    found = get_completion_class(shell)
    if found is not None:
        context.ui.raw(found(cli, {}, "mediaquiz", "_MEDIAQUIZ_COMPLETE").source())
