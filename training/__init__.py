"""Trains the reader that the package ships; not installed with it. See README.md."""
