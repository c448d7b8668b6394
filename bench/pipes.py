"""Tables that nobody reads to their end: ``python -m bench.quality | head`` stops without a word."""

import signal


def stop_with_the_reader() -> None:
    """From now on a reader of the output that goes away ends this process; on Windows there is no such signal."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
