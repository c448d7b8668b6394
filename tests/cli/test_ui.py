"""The only writer to the terminal: no colour where none is wanted, nothing hostile ever."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.cli.ui import Ui


class Tty(io.StringIO):
    """A terminal, as far as a stream shows."""

    def isatty(self) -> bool:
        return True


def written(stream: io.StringIO, *, plain: bool = False, **env: str) -> str:
    ui = Ui(stream, stream, plain=plain, env={"COLUMNS": "60", **env})
    ui.say("Right", "right")
    ui.line(("3 Good", "bold"), "  ", ("10m", "dim"))
    ui.columns_of([("Enter", "show the answer")], "key")
    ui.warn("Careful", "wrong")
    return stream.getvalue()


def test_colour_on_a_terminal() -> None:
    assert written(Tty()).startswith("\x1b[32;1mRight\x1b[0m\n")


@pytest.mark.parametrize(
    ("stream", "env"),
    [(Tty(), {"NO_COLOR": "1"}), (Tty(), {"TERM": "dumb"}), (io.StringIO(), {}), (Tty(), {"plain": "yes"})],
)
def test_no_colour_where_none_is_wanted(stream: io.StringIO, env: dict[str, str]) -> None:
    plain = bool(env.pop("plain", ""))
    assert "\x1b" not in written(stream, plain=plain, **env)


HOSTILE = "".join(map(chr, [*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]))


def test_hostile_text_stays_inert() -> None:
    stream = Tty()
    ui = Ui(stream, stream, env={"COLUMNS": "60", "NO_COLOR": "1"})
    for text in (HOSTILE, "\x1b]52;c;aGk=\x07", "\x1b[2J\x9b31m", "\u202eabc"):
        ui.say(text)
        ui.line(text, (text, "bold"))
        ui.columns_of([(text, text)])
        ui.warn(text)
        ui.raw(text)
    assert not set(stream.getvalue()) & set(HOSTILE) - {"\n", "\t"}


@given(st.text(), st.sampled_from(["utf-8", "ascii", "cp949", "latin-1"]))
def test_no_encoding_is_too_small(text: str, encoding: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    ui = Ui(stream, stream, env={})
    ui.say(text, first="› ")
    ui.line(text)
    stream.flush()


def test_signs_have_plain_forms_where_they_are_unknown() -> None:
    output = io.BytesIO()
    stream = io.TextIOWrapper(output, encoding="ascii")
    ui = Ui(stream, stream, env={})
    ui.say("3/20 · “Light” → …")
    stream.flush()
    assert output.getvalue() == b'3/20 - "Light" -> ...\n'
    assert ui.shown("› ") == "> "


@pytest.mark.parametrize(("columns", "used"), [("40", 40), ("200", 78), ("0", 80 - 2), ("5", 20), ("x", 78)])
def test_columns(columns: str, used: int) -> None:
    assert Ui(io.StringIO(), io.StringIO(), env={"COLUMNS": columns}).columns == used


def test_segments_break_where_the_line_ends() -> None:
    stream = io.StringIO()
    ui = Ui(stream, stream, env={"COLUMNS": "24"})
    ui.line("1 Again 1m", "   ", "2 Hard 6m", "   ", "3 Good 10m")
    assert stream.getvalue() == "1 Again 1m   2 Hard 6m\n3 Good 10m\n"


@pytest.mark.parametrize(
    ("columns", "shown"),
    [("40", "Go on: mediaquiz quiz --lesson Light\n"), ("24", "Go on:\n  mediaquiz quiz --lesson Light\n")],
)
def test_a_command_stays_whole_to_be_copied(columns: str, shown: str) -> None:
    stream, command = io.StringIO(), "mediaquiz quiz --lesson Light"
    Ui(stream, stream, env={"COLUMNS": columns}).advise(f"Go on: {command}", command)
    assert stream.getvalue() == shown


def test_a_lost_output_is_no_reason_to_fail() -> None:
    stream = io.StringIO()
    ui = Ui(stream, stream, env={})
    stream.close()
    assert ui.columns == 78
