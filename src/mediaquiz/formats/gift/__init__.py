"""GIFT, Moodle's format in plain text, which many small tools read: written and read."""

from mediaquiz.formats.gift.read import read
from mediaquiz.formats.gift.write import write

__all__ = ["read", "write"]
