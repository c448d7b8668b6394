"""Rules that are not asked find nothing: what is read is what the whole parser reads."""

from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.readers import mdrules
from mediaquiz.readers.markdown import _parser

MARKS = ("|", ">", "```\n", "~~~", "~~", "---", "===", "\n: ", "~ ", "<b>", "<!--", "[^1]", "[^1]: ", "^[a]", "[a]: b")
MORE = (
    "$x$",
    "$$\n",
    "![a](b)",
    "[a](b)",
    "&amp;",
    "\\*",
    "\\",
    "# ",
    "- ",
    "1. ",
    "*a*",
    "`",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "word ",
    " ",
)


def shape(text: str, idle: tuple[str, ...]) -> list[object]:
    """All that a parser tells of a text."""
    return [token.as_dict() for token in _parser(idle).parse(text)]


@given(st.lists(st.sampled_from(MARKS + MORE), max_size=16).map("".join))
def test_idle_rules_find_nothing(text: str) -> None:
    assert shape(text, mdrules.idle(text)) == shape(text, ())


def test_of_plain_prose_nearly_all_are_idle() -> None:
    assert {"table", "fence", "html_block", "math_inline", "entity"} <= set(
        mdrules.idle("Ice floats.\n\nTin does not.")
    )
