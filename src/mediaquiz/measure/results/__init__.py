"""What the results of tests say about items and tests."""
