"""Checks of a built site. Each module is a check that runs alone:

    PYTHONPATH=Tests/site-checks python3 -m sitechecks.feeds public
"""
