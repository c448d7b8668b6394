"""mediaquiz: lessons in, questions worth keeping out."""

__version__ = "0.1.0"
