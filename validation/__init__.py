"""The proof that the numbers hold: ``python -m validation NAME`` writes its section of docs/validation.md."""
