"""How good are the items of our own lessons? Lessons in many shapes, and a verdict for every item that they gave."""
