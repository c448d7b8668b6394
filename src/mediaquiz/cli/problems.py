"""Problems on the terminal: sorted by file and line, counted, and the exit code they mean."""

from collections import Counter
from collections.abc import Iterable

from mediaquiz.cli.context import Context
from mediaquiz.model.problem import CODES, Problem, Severity
from mediaquiz.text import one_line

_STYLES = {Severity.ERROR: "wrong", Severity.WARNING: "close", Severity.INFO: "dim"}


_MANY, _EXAMPLES = 5, 3
"""Of more problems of one kind than ``_MANY``, so many are shown; the rest is counted."""


def show_problems(context: Context, problems: Iterable[Problem], *, least: Severity = Severity.WARNING) -> int:
    """Prints the problems of at least a severity on the error stream. Returns the exit code: 1 for errors."""
    levels = list(Severity)
    found = sorted(problems, key=_place)
    told = [problem for problem in found if levels.index(problem.severity) >= levels.index(least)]
    many = Counter(map(_kind, told))
    shown: Counter[tuple[Severity, str]] = Counter()
    for problem in told:
        kind = _kind(problem)
        shown[kind] += 1
        if many[kind] <= _MANY or problem.severity is Severity.INFO or shown[kind] <= _EXAMPLES:
            _show(context, problem)
        elif shown[kind] == many[kind]:
            left = many[kind] - _EXAMPLES
            context.ui.warn(context.texts("problems.more", n=left, code=problem.code, meaning=CODES[problem.code]))
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


def _kind(problem: Problem) -> tuple[Severity, str]:
    return problem.severity, problem.code


def _place(problem: Problem) -> tuple[str, int, int, str, str]:
    span = problem.span
    return (span.file, span.start, span.column, problem.code, problem.message) if span else ("", 0, 0, problem.code, "")


def _show(context: Context, problem: Problem) -> None:
    where = f"{problem.span}: " if problem.span else ""
    context.ui.warn(f"{where}{problem.severity}: {problem.code} {problem.message}", _STYLES[problem.severity])
    if problem.hint:
        context.ui.warn(f"  {problem.hint}")
