"""Measured claims, each by one command."""
