"""The words of a lesson, to find quotes in: read when somebody first asks."""

from functools import cached_property
from pathlib import Path

from mediaquiz import readers
from mediaquiz.app import lessonfile
from mediaquiz.gates.lessontext import bare, lesson_text
from mediaquiz.model.concept import Extract
from mediaquiz.model.item import Item
from mediaquiz.model.lesson import Source
from mediaquiz.model.stages import Scene
from mediaquiz.text import clean


class Quotes:
    """The lesson in one file, found again by what items quote of it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def hold(self, item: Item) -> bool:
        """Whether every line that the item quotes stands in the lesson; marks, case and spacing make no difference."""
        lines = [bare(line) for line in (item.source.quote if item.source else "").split("\n") if line.strip()]
        return bool(lines) and all(line in self._file or line in self._blocks for line in lines)

    @cached_property
    def _text(self) -> str:
        text, _ = lessonfile.read(self.path)
        return clean(text)

    @cached_property
    def _file(self) -> str:
        return bare(self._text)

    @cached_property
    def _blocks(self) -> str:
        """What stands in figures, tables and lists is quoted without their lines."""
        lesson, _ = readers.read(Source(lessonfile.text_name(str(self.path)), self._text))
        return lesson_text(Scene(Extract(lesson, (), ()))).bare
