"""Decks as text: loading, writing, changing in place, and the merge of a rebuild. Text in, text out; no files.

load      text → ``Loaded``: the deck, what is wrong with it, and where everything stands
dump      a deck as the text of a new file
splice    a changed deck written back into the text that a human may have edited
merge     the items of a rebuilt lesson brought into the deck that is there
lock      when the content of each item last changed
schema    the JSON Schema for editors
"""
