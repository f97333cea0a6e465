"""Tables of other trackers: what their columns hold, the jobs in them, what these add to the journal."""

from wentwell.trackers._columns import (
    SURE,
    WORTH_ASKING,
    BothOrder,
    Column,
    Guess,
    Layout,
    example_of_order,
    lay_out,
    unsure,
    with_fields,
    with_mapping,
)
from wentwell.trackers._days import Order, order_of, read_day
from wentwell.trackers._headings import FIELDS, Field
from wentwell.trackers._plan import KnownJob, PlanKind, PlannedJob, as_known, as_new, plan_jobs
from wentwell.trackers._rows import FoundJob, FoundStep, found_jobs, unknown_statuses
from wentwell.trackers._statuses import MEANINGS, Meaning, meaning_of
from wentwell.trackers._take import Answer, changes_of, known_jobs, settled
from wentwell.trackers._words import words_of

__all__ = [
    "FIELDS",
    "MEANINGS",
    "SURE",
    "WORTH_ASKING",
    "Answer",
    "BothOrder",
    "Column",
    "Field",
    "FoundJob",
    "FoundStep",
    "Guess",
    "KnownJob",
    "Layout",
    "Meaning",
    "Order",
    "PlanKind",
    "PlannedJob",
    "as_known",
    "as_new",
    "changes_of",
    "example_of_order",
    "found_jobs",
    "known_jobs",
    "lay_out",
    "meaning_of",
    "order_of",
    "plan_jobs",
    "read_day",
    "settled",
    "unknown_statuses",
    "unsure",
    "with_fields",
    "with_mapping",
    "words_of",
]
