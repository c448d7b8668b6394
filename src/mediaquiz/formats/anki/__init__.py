"""Anki packages (``.apkg``) that can be imported again and again without losing a learner's history, and back."""

from mediaquiz.formats.anki.export import write
from mediaquiz.formats.anki.read import read

__all__ = ["read", "write"]
