"""A draft rephrased by a language model of the user's choice: only if asked for, refused if it adds."""

from wentwell.polishing._check import added, middle, with_middle
from wentwell.polishing._endpoint import Endpoint, EndpointError, configured, rephrase

__all__ = ["Endpoint", "EndpointError", "added", "configured", "middle", "rephrase", "with_middle"]
