"""Which lessons the globs of ``exclude:`` mean."""

import pytest

from mediaquiz.app.lessons import excludes


@pytest.mark.parametrize(
    ("glob", "meant", "not_meant"),
    [
        ("notes.md", ["notes.md", "week1/notes.md"], ["my-notes.md"]),
        ("*-draft.md", ["a-draft.md", "week1/b-draft.md"], ["draft.md"]),
        ("drafts/", ["drafts/a.md", "week1/drafts/a.md"], ["drafts.md"]),
        ("week1/old", ["week1/old/a.md", "week1/old/b/c.md"], ["week2/old/a.md", "week1/older.md"]),
        ("week1/*.txt", ["week1/a.txt"], ["week1/b/a.txt", "a.txt"]),
        ("**/old/*.md", ["old/a.md", "week1/x/old/a.md"], ["older/a.md"]),
        ("lessons/week1/a.md", ["week1/a.md"], ["a.md"]),
        ("./week1/**", ["week1/a.md", "week1/x/y.md"], ["week2/a.md"]),
        ("초안/", ["초안/가.md"], ["최종/가.md"]),
    ],
)
def test_globs(glob: str, meant: list[str], not_meant: list[str]) -> None:
    assert [name for name in meant if not excludes(glob, name)] == []
    assert [name for name in not_meant if excludes(glob, name)] == []
