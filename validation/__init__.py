"""Proof that the numbers hold: one command per part, each keeps its output in docs/validation.md."""
