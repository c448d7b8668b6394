"""Laws are checked, not timed: a busy machine must not turn a property red."""

from hypothesis import settings

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")
