"""Terms that a text brings in by name stand first, however seldom it uses them."""

import pytest

from mediaquiz.extract.terms import introduced, terms
from mediaquiz.model.lesson import Source
from mediaquiz.readers import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A harbour with one pier, known as a single pier harbour, is cheap.", ["single pier harbour"]),
        ("These gates are called sluices.", ["sluice"]),
        ("Sailors call it the doldrums, for the air stands still.", ["doldrum"]),
        ("The Royal Lifeboat Society (RLS) saves crews.", ["royal lifeboat society"]),
        ("The Ministry of Inland Shipping (MIS) pays for locks.", ["ministry of inland shipping"]),
        ("The ministry (founded by sailors) pays. It is called so by all.", []),
        ("A lock (SEE) opens.", []),
    ],
)
def test_a_name_is_brought_in(text: str, names: list[str]) -> None:
    assert list(introduced(text)) == names


def test_what_is_named_once_stands_before_what_is_often_said() -> None:
    text = "# Locks\n\nWater lifts the barge. The barge waits. A gate below the barge, called a mitre gate, holds.\n"
    found = terms(read(Source("lesson.md", text))[0])
    assert found.index("mitre gate") < found.index("barge")
