"""The command line: flags in, use cases called, everything that is printed goes through ``ui``."""
