"""Grading answers: conservative layers of plain rules, no model. Pure.

What the rules cannot be sure of is *close*: the learner is asked, never judged. ``answers.grade`` is the way in.
"""
