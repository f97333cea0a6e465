"""Retellings whose outcome is known: read once, turned into numbers, and models of the outcome held out."""
