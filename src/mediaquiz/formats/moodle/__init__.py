"""Moodle XML, written and read: the question bank's own format, with pictures, feedback and partial credit."""

from mediaquiz.formats.moodle.read import read
from mediaquiz.formats.moodle.write import write

__all__ = ["read", "write"]
