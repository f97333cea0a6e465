"""What the candidate strikes and adds: tied to the words, put over whatever a reader finds."""

from wentwell.correcting._apply import corrected, fitted
from wentwell.correcting._make import add_sign, strike, take_back
from wentwell.correcting._training import training_data

__all__ = ["add_sign", "corrected", "fitted", "strike", "take_back", "training_data"]
