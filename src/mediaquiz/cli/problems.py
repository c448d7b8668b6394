"""Problems on the terminal: sorted by file and line, counted, and the exit code they mean."""

from collections.abc import Iterable

from mediaquiz.cli.context import Context
from mediaquiz.model.problem import Problem, Severity
from mediaquiz.text import one_line

_STYLES = {Severity.ERROR: "wrong", Severity.WARNING: "close", Severity.INFO: "dim"}


def show_problems(context: Context, problems: Iterable[Problem], *, least: Severity = Severity.WARNING) -> int:
    """Prints the problems of at least a severity on the error stream. Returns the exit code: 1 for errors."""
    levels = list(Severity)
    found = sorted(problems, key=_place)
    for problem in found:
        if levels.index(problem.severity) >= levels.index(least):
            _show(context, problem)
    return count_problems(context, found)


def count_problems(context: Context, problems: Iterable[Problem]) -> int:
    """Says how many errors and warnings there are, on the error stream. Returns the exit code."""
    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    counts = [("problems.error", errors), ("problems.warning", warnings)]
    if errors or warnings:
        context.ui.warn(", ".join(context.texts(key, n=n) for key, n in counts if n), "bold")
    return 1 if errors else 0


def sorted_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file and line, each one once."""
    return sorted(set(problems), key=_place)


def lint_line(problem: Problem) -> str:
    """A problem on one line, as editors and other programs read it: ``file:line:column: code severity: message``."""
    span = problem.span
    where = f"{span.file}:{max(span.start, 1)}:{max(span.column, 1)}: " if span else ""
    return one_line(f"{where}{problem.code} {problem.severity}: {problem.message.rstrip('.')}. {problem.hint}")


def _place(problem: Problem) -> tuple[str, int, int, str, str]:
    span = problem.span
    return (span.file, span.start, span.column, problem.code, problem.message) if span else ("", 0, 0, problem.code, "")


def _show(context: Context, problem: Problem) -> None:
    where = f"{problem.span}: " if problem.span else ""
    context.ui.warn(f"{where}{problem.severity}: {problem.code} {problem.message}", _STYLES[problem.severity])
    if problem.hint:
        context.ui.warn(f"  {problem.hint}")
