"""Laws are checked, not timed: a busy machine must not turn a property red. Programs under test hear Ctrl-C."""

import signal

from hypothesis import settings

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

signal.signal(signal.SIGINT, signal.default_int_handler)
"""A shell's background jobs ignore Ctrl-C, and hand that on to whatever they start."""
