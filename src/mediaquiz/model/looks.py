"""When what formats make was last given another look, for programs that compare times.

Kept apart and in figures, for every build looks here and must not load the formats. A test holds them to the truth.
"""

from datetime import UTC, datetime

LOOKS = {
    "notetype:basic": "052cb8391b05",
    "notetype:cloze": "6e12c5dc07af",
    "notetype:choice": "2509d28dd620",
    "notetype:type-in": "b379fa769678",
}
"""The hash of each look by the name under which a course's lock dates it."""

REVISED = datetime(2026, 11, 22, tzinfo=UTC)
"""When mediaquiz last changed one of them: the time for courses that never had another."""

ON_CARDS = "course:cards"
"""The name under which a course's lock dates what the course puts on every card."""
