"""Builds the same articles with ctsite and with its peers, and measures what that takes."""
