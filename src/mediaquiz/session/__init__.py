"""A sitting as a pure state machine: cards in, one action after another, records to append out.

``values`` holds the state, ``machine`` the actions, ``views`` what a skin shows, ``summary`` what a sitting came to.
A skin (the terminal, JSON) shows a view, calls an action, appends the record of the returned step and makes it
durable, and only then shows the next view.
"""
