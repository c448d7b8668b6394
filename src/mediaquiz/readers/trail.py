"""The headings above a block, with boxes that keep their headings to themselves."""

from mediaquiz.model.lesson import Role
from mediaquiz.readers import sections


class Trail:
    """The headings above the block that a reader has come to."""

    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []
        self._boxes: list[tuple[int, list[tuple[int, str]]]] = []

    @property
    def names(self) -> tuple[str, ...]:
        """The headings, outermost first."""
        return tuple(name for _, name in self._headings)

    def enter(self, box: tuple[int, ...]) -> None:
        """Come to a block in these boxes."""
        open_boxes = [number for number, _ in self._boxes]
        same = next((at for at, (a, b) in enumerate(zip(open_boxes, box, strict=False)) if a != b), None)
        shared = min(len(open_boxes), len(box)) if same is None else same
        while len(self._boxes) > shared:
            _, self._headings = self._boxes.pop()
        for number in box[shared:]:
            self._boxes.append((number, list(self._headings)))

    def end(self, level: int) -> None:
        """End the sections of this level and of deeper ones."""
        outer = len(self._boxes[-1][1]) if self._boxes else 0
        while len(self._headings) > outer and self._headings[-1][0] >= level:
            self._headings.pop()

    def add(self, level: int, name: str) -> None:
        """Begin a section."""
        self._headings.append((level, name))

    def leave(self, kind: Role) -> None:
        """End the innermost sections of a kind."""
        outer = len(self._boxes[-1][1]) if self._boxes else 0
        while len(self._headings) > outer and sections.kind_of(self._headings[-1][1]) is kind:
            self._headings.pop()
