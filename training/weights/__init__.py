"""What the signs are worth: elicited priors and real retellings with known outcome, put together."""
