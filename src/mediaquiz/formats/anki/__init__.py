"""Anki packages (``.apkg``) that can be imported again and again without losing a learner's history."""

from mediaquiz.formats.anki.export import write

__all__ = ["write"]
