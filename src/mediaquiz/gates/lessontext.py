"""What a lesson says, prepared once for all the candidates that are checked against it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from mediaquiz.gates.words import stems
from mediaquiz.model.lesson import Lesson, Role
from mediaquiz.model.same import Same
from mediaquiz.model.stages import Scene
from mediaquiz.text import squash

_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?")
_GOES_ON = re.compile(r"(?:others?|another|still others|some others|it (?:is )?also|they also|a (?:second|third))\b")
_SENTENCE_END = re.compile(r"(?<=[.!?。])\s+|\n")
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class LessonText:
    """Nothing is prepared before a gate asks for it."""

    lesson: Lesson

    @property
    def bare(self) -> str:
        """All text without marks, to find quotes in."""
        return _bare(Same(self.lesson))

    def holds(self, line: str) -> bool:
        """Whether a line stands in the lesson, whatever its marks, letter case and white space."""
        return line in _whole(Same(self.lesson)) or bare(line) in self.bare

    @property
    def words(self) -> frozenset[str]:
        """The stems of all its words."""
        return _words(Same(self.lesson))

    @property
    def sentences(self) -> tuple[frozenset[str], ...]:
        """The stems of each sentence."""
        return _sentences(Same(self.lesson))

    def with_most_of(self, words: frozenset[str], share: float) -> Iterator[frozenset[str]]:
        """The stems of each sentence that holds a share of some stems.

        A word begins like its stem, but for the stem's last letter; only sentences with such beginnings are read.
        """
        beginnings = [word[:-1] for word in words]
        least = share * len(words)
        for sentence, letters in _parts(Same(self.lesson)).items():
            if sum(beginning in letters for beginning in beginnings) >= least:
                found = stems(sentence)
                if len(words & found) >= least:
                    yield found

    @property
    def blocks(self) -> tuple[tuple[str, str, str], ...]:
        """Of each block, and of each entry with a label: its text without marks, its headings, its label."""
        return _places(Same(self.lesson))

    def around(self, quote: str) -> str:
        """The headings, the label and the text that stand around a quote's lines."""
        lines = [bare(line) for line in quote.split("\n") if line.strip()]
        return "\n".join(" ".join(block) for block in self.blocks if any(line in block[0] for line in lines))

    def listed(self, quote: str) -> bool:
        """Whether the quote is one entry, whole, of a list with more."""
        wanted = _entry(quote)
        return any(
            len(block.entries) > 1
            and any(wanted in (_entry(entry.text), _entry(f"{entry.label}: {entry.text}")) for entry in block.entries)
            for block in self.lesson.blocks
        )

    def headings(self, quote: str) -> str:
        """The headings above a quote's lines."""
        lines = [bare(line) for line in quote.split("\n") if line.strip()]
        return "\n".join(path for text, path, _ in self.blocks if any(map(text.__contains__, lines)))

    def behind(self, quote: str) -> str:
        """The sentences right behind a quote that go on with another of what it tells: "Others …", "It also …"."""
        _, found, rest = self.bare.partition(bare(quote))
        sentences = _SENTENCE_END.split(rest[:_LONGEST_LINE].strip()) if found else []
        return " ".join(takewhile(_GOES_ON.match, sentences))

    def led_in(self, quote: str) -> str:
        """The code that a quote leads in: "To see them:", and the command stands right below."""
        end = bare(quote).rstrip(" :.")
        below = [two for one, two in pairwise(self.lesson.blocks) if two.role is Role.CODE and _ends(one.text, end)]
        return "\n".join(block.text for block in below)

    def labels(self, quote: str) -> str:
        """The labels of the entries that a quote's lines are of: of a definition, the term."""
        lines = [bare(line) for line in quote.split("\n") if line.strip()]
        return "\n".join(label for text, _, label in self.blocks if any(map(text.__contains__, lines)))


def _entry(text: str) -> str:
    return bare(text).rstrip(" .;,")


def _ends(text: str, end: str) -> bool:
    return bool(end) and bare(text).rstrip(" :.").endswith(end)


def unlinked(text: str) -> str:
    """The text with the words of its links, without where they lead."""
    return _LINK.sub(r"\1", text)


def bare(text: str) -> str:
    """The text for finding quotes in: without emphasis marks, letter case and runs of white space."""
    return squash(text.replace("*", "").replace("_", "").replace("`", ""))


def lesson_text(scene: Scene) -> LessonText:
    """The text of the scene's lesson: the file's, and the blocks' as read, without markup and box characters."""
    return LessonText(scene.extract.lesson)


@lru_cache(maxsize=1)
def _bare(key: Same[Lesson]) -> str:
    return bare(_whole(key))


@lru_cache(maxsize=1)
def _words(key: Same[Lesson]) -> frozenset[str]:
    return stems(" ".join(set(_whole(key).split())))  # most of what it holds is said more than once


@lru_cache(maxsize=1)
def _whole(key: Same[Lesson]) -> str:
    lesson = key.value
    parts = [lesson.text, lesson.title, lesson.gist]
    for block in lesson.blocks:
        parts += [block.text, *(f"{e.label}{mark} {e.text}" for e in block.entries for mark in ("", ":"))]
    return "\n".join(parts)


@lru_cache(maxsize=1)
def _sentences(key: Same[Lesson]) -> tuple[frozenset[str], ...]:
    return tuple(map(stems, _parts(key)))


@lru_cache(maxsize=1)
def _parts(key: Same[Lesson]) -> dict[str, str]:
    """Each sentence, with its letters for finding stems in."""
    lines = (text for block in key.value.blocks for text in (block.text, *(entry.text for entry in block.entries)))
    parts = (part for line in lines for part in _SENTENCE_END.split(line) if len(part) < _LONGEST_LINE)
    return {part: part.casefold().replace("’", "'") for part in parts}


@lru_cache(maxsize=1)
def _places(key: Same[Lesson]) -> tuple[tuple[str, str, str], ...]:
    found: list[tuple[str, str, str]] = []
    for block in key.value.blocks:
        path = " ".join(block.path)
        found.append((bare(f"{block.lead}\n{block.text}"), path, ""))
        found += [(bare(entry.text), path, entry.label) for entry in block.entries if entry.label]
    return tuple(found)
