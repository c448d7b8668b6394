"""What the gates make of what chatbots write: labelled replies, and how many of the bad and of the fine are refused.

``python -m bench.llm`` prints the table; ``python -m bench.llm LESSON REPLY.json …`` measures others.
"""
