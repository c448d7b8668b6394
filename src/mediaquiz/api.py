"""What scripts may import: courses, lessons, builds, decks and exports, typed.

These names, their parameters and the fields of what they return stay within a major version; they may grow. Everything
else in the package may change with any release. Times are aware; ``rng`` gives new ids. Bad content is told as
``Problem`` values and never raised; ``MediaquizError`` and its kinds are for work that cannot be done.
"""

from mediaquiz.app.asked import Asked
from mediaquiz.app.build import build
from mediaquiz.app.course import Course, find
from mediaquiz.app.export import Exported, export
from mediaquiz.app.extract import Result, from_file, from_text
from mediaquiz.app.languages import course_decks
from mediaquiz.app.report import Report
from mediaquiz.app.select import Wanted
from mediaquiz.errors import Busy, MediaquizError, NewerVersion, NotFound, StorageError
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, ItemType, Status
from mediaquiz.model.problem import Problem, Severity, Span
from mediaquiz.model.views import accepted, answer, options, prompt

__all__ = [
    "Asked",
    "Busy",
    "Course",
    "Deck",
    "Exported",
    "Item",
    "ItemType",
    "MediaquizError",
    "NewerVersion",
    "NotFound",
    "Problem",
    "Report",
    "Result",
    "Severity",
    "Span",
    "Status",
    "StorageError",
    "Wanted",
    "accepted",
    "answer",
    "build",
    "course_decks",
    "export",
    "find",
    "from_file",
    "from_text",
    "options",
    "prompt",
]
