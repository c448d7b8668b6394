"""When to ask what: study days, FSRS memory, the fold of the review log, and the queue. Pure; time is a parameter."""
