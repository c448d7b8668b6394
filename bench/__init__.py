"""Benchmarks: everything is a ratio to a peer, measured interleaved in one run, for machines are noisy."""
