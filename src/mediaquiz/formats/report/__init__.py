"""The report of an analysis: one web page that needs nothing else, to read on a screen or to print."""
