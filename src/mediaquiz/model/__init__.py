"""Frozen values and nothing else: no files, no clock, no third-party imports. Each module is one noun of the field."""
